"""The program's look: Fusion in our own colours, as the system is, at a zoom and a density."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.foundation.settings import LARGEST_ZOOM, SMALLEST_ZOOM
from app.ui.appearance.fonts import font_of, load_fonts, load_italic
from app.ui.appearance.style_sheet import scaled, style_sheet
from app.ui.appearance.system_look import SystemLook
from app.ui.appearance.tokens import BLACK_ON_WHITE, BODY, DARK, LIGHT, WHITE_ON_BLACK, Tokens

USUAL_ZOOM = 100
_STEP = 10
_STYLE = "fusion"
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
    """Whether the officer follows the system or has chosen a palette."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    BLACK_ON_WHITE = "black_on_white"
    WHITE_ON_BLACK = "white_on_black"


class Density(StrEnum):
    """How much room lines have."""

    TIGHT = "tight"
    NORMAL = "normal"
    AIRY = "airy"


_CHOSEN = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.BLACK_ON_WHITE: BLACK_ON_WHITE,
    Scheme.WHITE_ON_BLACK: WHITE_ON_BLACK,
}
_FOLLOWED = {
    (False, False): LIGHT,
    (True, False): DARK,
    (False, True): BLACK_ON_WHITE,
    (True, True): WHITE_ON_BLACK,
}
# In pixels at 100 % zoom: a row of a table or list, and what lines have more above and below.
_ROWS = {Density.TIGHT: 22, Density.NORMAL: 28, Density.AIRY: 34}
_AIR = {Density.TIGHT: -2, Density.NORMAL: 0, Density.AIRY: 3}

# Told to Qt at its start: to set the style later costs the first window another five milliseconds.
STYLE_ARGUMENTS = ("-style", _STYLE)
_STYLED = "mulighet_styled"


def note_style(application: QApplication) -> None:
    """Note that an application was begun with ``STYLE_ARGUMENTS``."""
    application.setProperty(_STYLED, _STYLE)


class Theme(QObject):
    """The one look of this program. Widgets ask it for colours and sizes when they are told.

    Signals:
        changed: colours, zoom or density are others now.
        refused: something was to be changed that IT has locked.

    Attributes:
        locked: which of ``scheme``, ``density`` and ``zoom`` only IT may change.
        changed_by_hand: which of them the officer has changed since the start.
    """

    changed = Signal()
    refused = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.locked: frozenset[str] = frozenset()
        self.changed_by_hand: set[str] = set()
        self._scheme = Scheme.SYSTEM
        self._density = Density.NORMAL
        self._sheets: tuple[str, ...] = ("first",)
        self._applied: object = None
        self._family = load_fonts()
        # Asking for the style itself would make its class, and all its enumerations: a twentieth of
        # the time to the first window.
        self._is_styled = application.property(_STYLED) == _STYLE
        self.system = SystemLook(application)
        self._percent = _kept_between(self.system.text_percent)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """Return the palette in use."""
        followed = _FOLLOWED[self.system.is_dark, self.system.wants_contrast]
        return _CHOSEN.get(self._scheme, followed)

    @property
    def scheme(self) -> Scheme:
        """Return what the officer has chosen."""
        return self._scheme

    def choose_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or have one palette whatever the system is."""
        if self._may_change("scheme"):
            self._scheme = scheme
            self._apply()

    @property
    def density(self) -> Density:
        """Return how much room lines have."""
        return self._density

    def choose_density(self, density: Density) -> None:
        """Give lines less or more room."""
        if self._may_change("density"):
            self._density = density
            self._apply()

    @property
    def row(self) -> int:
        """Return the height of a row of a table or a list."""
        return self.px(_ROWS[self._density])

    @property
    def ring(self) -> int:
        """Return how thick the ring of the focus is."""
        return 3 if self.tokens.is_contrast else 2

    def airy(self, pixels: int) -> int:
        """Return a length above or below a line, at the present density and zoom."""
        return self.px(max(0, pixels + _AIR[self._density]))

    @property
    def zoom(self) -> int:
        """Return the zoom in per cent."""
        return self._percent

    def set_zoom(self, percent: int) -> None:
        """Set the zoom, kept between 80 and 200 per cent."""
        if self._may_change("zoom"):
            self._percent = _kept_between(percent)
            self._apply()

    def take_up(self, written: Mapping[str, str]) -> None:
        """Take up zoom, colours and density as they were written down; what is unknown stays."""
        zoom, scheme = written.get("zoom", ""), written.get("scheme", "")
        density = written.get("density", "")
        if zoom.isascii() and zoom.isdigit():
            self._percent = _kept_between(int(zoom))
        if scheme in set(Scheme):
            self._scheme = Scheme(scheme)
        if density in set(Density):
            self._density = Density(density)
        # What the system wished the last time; asking it would hold up the first window.
        self.system.wants_contrast = written.get("system_contrast") == "true"
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
        if not self._is_styled:
            self._application.setStyle(_STYLE)
            self._is_styled = True
        if self._sheets == ("first",):
            self.system.changed.connect(self._apply)
            self.system.follow()
        self._sheets = ("first", "window")
        self._apply()

    def _may_change(self, key: str) -> bool:
        if key in self.locked:
            self.refused.emit()
            return False
        self.changed_by_hand.add(key)
        return True

    def _apply(self) -> None:
        wanted = (self.tokens, self._scheme, self._percent, self._density, self._sheets)
        if wanted == self._applied:
            return
        self._applied = wanted
        self._application.setPalette(_palette(self.tokens))
        self._application.setFont(self.font())
        air = _AIR[self._density]
        sheet = style_sheet(self._sheets, self.tokens, self._percent, air)
        self._application.setStyleSheet(sheet)
        self.changed.emit()


def _kept_between(percent: int) -> int:
    return min(LARGEST_ZOOM, max(SMALLEST_ZOOM, percent))


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
