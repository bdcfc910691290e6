"""Line icons, drawn in the colour of the text beside them. Each stands beside a word or a name."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.foundation.paths import resource
from app.ui.appearance.theme import theme

_CLEAR = Qt.GlobalColor.transparent
_DISABLED = QIcon.Mode.Disabled
_ACTIVE = QIcon.Mode.Active
_SIZE = 18


def themed(name: str, colour: str = "text", size: float = _SIZE) -> QIcon:
    """Return an icon in a named colour of the palette, at the present zoom."""
    look = theme()
    colours = look.tokens.colours()
    return icon(name, colours[colour], colours["muted"], look.px(size))


def themed_in_menu(name: str) -> QIcon:
    """Return an icon for a row of a menu, where it must be seen on the chosen row as well."""
    look = theme()
    tokens = look.tokens
    return icon(name, tokens.text, tokens.muted, look.px(_SIZE), tokens.on_chosen)


@lru_cache(maxsize=256)
def icon(
    name: str, colour: str, disabled: str | None = None, size: int = 18, chosen: str | None = None
) -> QIcon:
    """Return the icon ``resources/icons/<name>.svg`` in a colour (``#rrggbb``).

    ``chosen`` is for menus alone: a button takes the same picture when it has the focus.
    """
    drawn = QIcon(pixmap(name, colour, size))
    if disabled is not None:
        drawn.addPixmap(pixmap(name, disabled, size), _DISABLED)
    if chosen is not None:
        drawn.addPixmap(pixmap(name, chosen, size), _ACTIVE)
    return drawn


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, after: int = 0) -> QPixmap:
    """Return the icon as a picture of so many pixels, with nothing for some more after it."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    picture = QPixmap(round((size + after) * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(_CLEAR)
    painter = QPainter(picture)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _renderer(name: str, colour: str) -> QSvgRenderer:
    source = _source(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(source.encode()))


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def forget_icons() -> None:
    """Drop what was drawn, when the screen or the program goes away."""
    icon.cache_clear()
    pixmap.cache_clear()
