"""The frame of every page: bands, head and foot, and where the body lies between them."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4

from app.documents.content import Band, Content
from app.documents.fonts import drawable
from app.documents.frozen import FrozenDocument
from app.documents.pen import Pen
from app.documents.styles import (
    BAND,
    EXAMPLE,
    FOOT,
    HEAD,
    HEAD_MUTED,
    HEAD_STRONG,
    INK,
    LINE,
    PRIMARY,
    WHITE,
    Style,
)
from app.documents.wrapping import clip, text_width

_MARGIN = 45.0
_TOP = 26.0
_BAND_HEIGHT = 16.0
_BAND_STEP = 20.0
_HEAD_HEIGHT = 32.0
_BETWEEN = 12.0
_AFTER_HEAD = 14.0
_FOOT_LINE = 44.0
_BODY_FOOT = 56.0
_DIGEST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of a document's pages, in points."""

    width: float
    height: float
    bands: int

    @property
    def left(self) -> float:
        """Where the body begins from the left."""
        return _MARGIN

    @property
    def body_width(self) -> float:
        """The width of the body."""
        return self.width - 2 * _MARGIN

    @property
    def head_top(self) -> float:
        """The upper edge of the head, below the bands."""
        return self.height - _TOP - self.bands * _BAND_STEP

    @property
    def body_top(self) -> float:
        """The upper edge of the body."""
        return self.head_top - _HEAD_HEIGHT - _AFTER_HEAD

    @property
    def body_height(self) -> float:
        """The height of the body."""
        return self.body_top - _BODY_FOOT


def sheet_for(content: Content) -> Sheet:
    """Return the measures of the pages on which a document is drawn."""
    width, height = A4
    if content["landscape"]:
        width, height = height, width
    return Sheet(width, height, len(content["bands"]))


class Frame:
    """Draws what is the same on every page of one document."""

    def __init__(self, document: FrozenDocument, content: Content, sheet: Sheet) -> None:
        self._content = content
        self._sheet = sheet
        self._digest = f"{document.digest[:_DIGEST_SHOWN]}…"

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        """Draw the frame of one page."""
        top = self._sheet.height - _TOP
        for band in self._content["bands"]:
            self._band(pen, band, top)
            top -= _BAND_STEP
        self._head(pen)
        self._foot(pen, page, pages)

    def _band(self, pen: Pen, band: Band, top: float) -> None:
        sheet = self._sheet
        size = (sheet.body_width, _BAND_HEIGHT)
        pen.area(
            sheet.left, top - _BAND_HEIGHT, size, EXAMPLE if band["tone"] == "example" else WHITE
        )
        if band["tone"] == "draft":
            pen.frame(sheet.left, top - _BAND_HEIGHT, size, INK)
        text = clip(band["text"], BAND, sheet.body_width)
        middle = sheet.left + (sheet.body_width - text_width(text, BAND)) / 2
        pen.lines(middle, top - (_BAND_HEIGHT - BAND.leading) / 2, [(BAND, text)])

    def _head(self, pen: Pen) -> None:
        head, sheet = self._content["head"], self._sheet
        top = sheet.head_top
        room = self._right(pen, top, head["right"], HEAD_STRONG)
        pen.lines(sheet.left, top, [(HEAD, clip(head["left"], HEAD, room))])
        top -= HEAD.leading
        room = self._right(pen, top, head["right_below"], HEAD_MUTED)
        room -= text_width(head["behind_name"], HEAD_STRONG)
        name = clip(head["name"], HEAD_STRONG, room) + drawable(head["behind_name"])
        pen.lines(self._sheet.left, top, [(HEAD_STRONG, name)])
        pen.rule(
            self._sheet.left,
            self._sheet.head_top - _HEAD_HEIGHT,
            self._sheet.body_width,
            PRIMARY,
            weight=1.4,
        )

    def _right(self, pen: Pen, top: float, text: str, style: Style) -> float:
        """Set a text against the right edge; return the room that is left before it."""
        sheet = self._sheet
        text = clip(text, style, sheet.body_width * 0.4)
        width = text_width(text, style)
        pen.lines(sheet.left + sheet.body_width - width, top, [(style, text)])
        return sheet.body_width - width - _BETWEEN

    def _foot(self, pen: Pen, page: int, pages: int) -> None:
        sheet = self._sheet
        foot = self._content["foot"]
        count = foot["page"].replace("{page}", str(page)).replace("{pages}", str(pages))
        text = foot["text"].replace("{digest}", self._digest)
        line = clip(f"{count} · {text}", FOOT, sheet.body_width)
        pen.rule(sheet.left, _FOOT_LINE, sheet.body_width, LINE)
        pen.lines(sheet.left, _FOOT_LINE - 4, [(FOOT, line)])
