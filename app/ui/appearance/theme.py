"""The program's look: Fusion in our own colours, light or dark as the system is, at a zoom."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.appearance import icons
from app.ui.appearance.fonts import font_of, load_fonts, load_italic
from app.ui.appearance.style_sheet import scaled, style_sheet
from app.ui.appearance.tokens import BODY, DARK, LIGHT, Tokens

SMALLEST_ZOOM = 80
LARGEST_ZOOM = 200
USUAL_ZOOM = 100
_STEP = 10
_DARK_SYSTEM = Qt.ColorScheme.Dark
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
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """Return the palette in use."""
        if self._scheme is Scheme.SYSTEM:
            system = self._application.styleHints().colorScheme()
            return DARK if system == _DARK_SYSTEM else LIGHT
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

    def step_zoom(self, steps: int) -> None:
        """Zoom in (1) or out (-1)."""
        self.set_zoom(self._percent + steps * _STEP)

    def px(self, pixels: float) -> int:
        """Return a length at the present zoom."""
        return scaled(pixels, self._percent)

    def font(self, pixels: float = BODY, *, strong: bool = False) -> QFont:
        """Return our face at a size given for 100 % zoom."""
        return font_of(self._family, pixels * self._percent / 100, strong=strong)

    def icon(self, name: str, colour: str = "text", size: float = 18) -> QIcon:
        """Return an icon in a named colour of the palette."""
        colours = self.tokens.colours()
        return icons.icon(name, colours[colour], colours["muted"], self.px(size))

    def dress_for_work(self) -> None:
        """Add what the main window needs to what the first window had."""
        load_italic()
        self._sheets = ("first", "window")
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
