"""Type and colour on paper: one family, few sizes, dark enough for a poor printer."""

from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Setting:
    """The type of one paper.

    Attributes:
        scale: how much larger than usual signs and the space around text are.
        stacked: tables are set as one entry below the other, for columns would be too narrow.
    """

    body: Style = BODY
    body_muted: Style = BODY_MUTED
    body_strong: Style = BODY_STRONG
    internal: Style = INTERNAL
    own_words: Style = OWN_WORDS
    title: Style = TITLE
    below_title: Style = BELOW_TITLE
    heading: Style = HEADING
    label: Style = LABEL
    column: Style = COLUMN
    table: Style = TABLE
    table_strong: Style = TABLE_STRONG
    table_muted: Style = TABLE_MUTED
    head: Style = HEAD
    head_strong: Style = HEAD_STRONG
    head_muted: Style = HEAD_MUTED
    foot: Style = FOOT
    band: Style = BAND
    scale: float = 1.0
    stacked: bool = False


def _sized(style: Style, size: float, leading: float) -> Style:
    return replace(style, size=size, leading=leading)


NORMAL = Setting()
# What is read is set in 18 points. Nothing but the foot is smaller than 14, and the sizes lie
# closer together than usual: headings need no more room than they must.
LARGE = Setting(
    body=_sized(BODY, 18, 25),
    body_muted=_sized(BODY_MUTED, 16, 22),
    body_strong=_sized(BODY_STRONG, 18, 25),
    internal=_sized(INTERNAL, 18, 25),
    own_words=_sized(OWN_WORDS, 19, 27),
    title=_sized(TITLE, 28, 36),
    below_title=_sized(BELOW_TITLE, 18, 25),
    heading=_sized(HEADING, 21, 28),
    label=_sized(LABEL, 14, 19),
    column=_sized(COLUMN, 14, 19),
    table=_sized(TABLE, 18, 24),
    table_strong=_sized(TABLE_STRONG, 18, 24),
    table_muted=_sized(TABLE_MUTED, 18, 24),
    head=_sized(HEAD, 14, 18),
    head_strong=_sized(HEAD_STRONG, 14, 18),
    head_muted=_sized(HEAD_MUTED, 14, 18),
    foot=_sized(FOOT, 10.5, 13),
    band=_sized(BAND, 14, 19),
    scale=1.6,
    stacked=True,
)
