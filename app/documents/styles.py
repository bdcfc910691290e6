"""Type and colour on paper: one family, few sizes, dark enough for a poor printer."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor

from app.documents.fonts import ITALIC, REGULAR, SEMIBOLD

INK = HexColor("#1b1b1b")
MUTED = HexColor("#4f5b66")
PRIMARY = HexColor("#0f4c81")
LINE = HexColor("#c3ccd4")
SOFT = HexColor("#eef3f8")
GREY = HexColor("#f1f1ef")
EXAMPLE = HexColor("#ffd84d")
WHITE = HexColor("#ffffff")


@dataclass(frozen=True, slots=True)
class Style:
    """How a line of text looks."""

    font: str
    size: float
    leading: float
    colour: Color


BODY = Style(REGULAR, 10, 14, INK)
BODY_MUTED = Style(REGULAR, 9, 12.5, MUTED)
BODY_STRONG = Style(SEMIBOLD, 10, 14, INK)
INTERNAL = Style(REGULAR, 9.5, 13, INK)
OWN_WORDS = Style(ITALIC, 11, 16, INK)
TITLE = Style(SEMIBOLD, 20, 26, PRIMARY)
BELOW_TITLE = Style(REGULAR, 10, 14, MUTED)
HEADING = Style(SEMIBOLD, 12, 16, PRIMARY)
LABEL = Style(REGULAR, 8, 11, MUTED)
COLUMN = Style(SEMIBOLD, 8, 11, MUTED)
TABLE = Style(REGULAR, 9.5, 12.5, INK)
TABLE_STRONG = Style(SEMIBOLD, 9.5, 12.5, INK)
TABLE_MUTED = Style(REGULAR, 9, 12.5, MUTED)
HEAD = Style(REGULAR, 9, 12, INK)
HEAD_STRONG = Style(SEMIBOLD, 9, 12, INK)
HEAD_MUTED = Style(REGULAR, 8.5, 12, MUTED)
FOOT = Style(REGULAR, 7, 9, MUTED)
BAND = Style(SEMIBOLD, 8.5, 12, INK)
