"""The program's look: Fusion in our own colours, light or dark as the system is, at a zoom."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.appearance.fonts import font_of, load_fonts, load_italic
from app.ui.appearance.style_sheet import scaled, style_sheet
from app.ui.appearance.tokens import BODY, DARK, LIGHT, Tokens

SMALLEST_ZOOM = 80
LARGEST_ZOOM = 200
USUAL_ZOOM = 100
_STEP = 10
_STYLE = "fusion"
_HALF_LIGHT = 128
_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field",
    QPalette.ColorRole.Shadow: "field",
    QPalette.ColorRole.Accent: "primary",
}
_DIMMED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Scheme(StrEnum):
    """Whether the officer follows the system or has chosen."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


# Told to Qt at its start: to set the style later costs the first window another five milliseconds.
STYLE_ARGUMENTS = ("-style", _STYLE)


class Theme(QObject):
    """The one look of this program. Widgets ask it for colours and sizes when they are told.

    Signals:
        changed: colours or zoom are others now.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = Scheme.SYSTEM
        self._percent = USUAL_ZOOM
        self._sheets: tuple[str, ...] = ("first",)
        self._applied: tuple[Tokens, int, tuple[str, ...]] | None = None
        self._family = load_fonts()
        # By the palette, before ours is set: naming Qt.ColorScheme loads the whole Qt namespace,
        # which takes a tenth of the time to the first window.
        self._system_is_dark = application.palette().window().color().lightness() < _HALF_LIGHT
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """Return the palette in use."""
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._system_is_dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    @property
    def scheme(self) -> Scheme:
        """Return what the officer has chosen."""
        return self._scheme

    def choose_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or be light or dark whatever the system is."""
        self._scheme = scheme
        self._apply()

    @property
    def zoom(self) -> int:
        """Return the zoom in per cent."""
        return self._percent

    def set_zoom(self, percent: int) -> None:
        """Set the zoom, kept between 80 and 200 per cent."""
        self._percent = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, percent))
        self._apply()

    def take_up(self, zoom: str, scheme: str) -> None:
        """Take up a zoom and a choice of colours as they were written down."""
        if zoom.isascii() and zoom.isdigit():
            self._percent = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, int(zoom)))
        if scheme in set(Scheme):
            self._scheme = Scheme(scheme)
        self._apply()

    def step_zoom(self, steps: int) -> None:
        """Zoom in (1) or out (-1)."""
        self.set_zoom(self._percent + steps * _STEP)

    def px(self, pixels: float) -> int:
        """Return a length at the present zoom."""
        return scaled(pixels, self._percent)

    def font(self, pixels: float = BODY, *, strong: bool = False) -> QFont:
        """Return our face at a size given for 100 % zoom."""
        return font_of(self._family, pixels * self._percent / 100, strong=strong)

    def dress_for_work(self) -> None:
        """Add what the main window needs to what the first window had; follow the system."""
        load_italic()
        if self._application.style().name() != _STYLE:
            self._application.setStyle(_STYLE)
        self._application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._sheets = ("first", "window")
        self._apply()

    def _follow_system(self, scheme: object) -> None:
        self._system_is_dark = getattr(scheme, "name", "") == "Dark"
        self._apply()

    def _apply(self) -> None:
        wanted = (self.tokens, self._percent, self._sheets)
        if wanted == self._applied:
            return
        self._applied = wanted
        self._application.setPalette(_palette(self.tokens))
        self._application.setFont(self.font())
        self._application.setStyleSheet(style_sheet(self._sheets, self.tokens, self._percent))
        self.changed.emit()


def _palette(tokens: Tokens) -> QPalette:
    colours = tokens.colours()
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(colours[name]))
    for role in _DIMMED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


class _Installed:
    theme: Theme | None = None


def theme() -> Theme:
    """Return the program's theme; made at the first call, when there is an application.

    Raises:
        TypeError: there is no QApplication yet.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("no QApplication")
    installed = _Installed.theme
    if installed is None or installed.parent() is not application:
        installed = _Installed.theme = Theme(application)
    return installed
