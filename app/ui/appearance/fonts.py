"""The program's own face, so that every machine shows the same letters."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from app.foundation.paths import resource
from app.ui.appearance.tokens import BODY

FAMILY = "Noto Sans"
_FILES = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")
_ITALIC = "NotoSans-Italic.ttf"
_POINTS_PER_INCH = 72.0


def load_fonts() -> str:
    """Make our face known and return its family; the system's own where the files are missing."""
    families = [family for name in _FILES for family in _load(name)]
    return FAMILY if FAMILY in families else QGuiApplication.font().family()


def load_italic() -> None:
    """Make the italic face known; the first window does without."""
    _load(_ITALIC)


@cache
def _load(name: str) -> list[str]:
    file = resource("fonts", name)
    if not file.exists():
        return []
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))


def points(pixels: float) -> float:
    """Return a size in points; only points carry halves of a pixel in Qt."""
    return pixels * _POINTS_PER_INCH / QGuiApplication.primaryScreen().logicalDotsPerInchY()


def font_of(family: str, pixels: float = BODY, *, strong: bool = False) -> QFont:
    """Return our face in a size; ``strong`` is the weight of emphasis."""
    font = QFont(family)
    font.setPointSizeF(points(pixels))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
