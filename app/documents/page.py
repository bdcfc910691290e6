"""The frame of every page: bands, head and foot, and where the body lies between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4

from app.documents.content import Band, Content, Head
from app.documents.fonts import drawable
from app.documents.frozen import FrozenDocument
from app.documents.pen import Pen
from app.documents.styles import EXAMPLE, INK, LARGE, LINE, NORMAL, PRIMARY, WHITE, Setting, Style
from app.documents.wrapping import Line, clip, text_width, wrap

_MARGIN = 45.0
_TOP = 26.0
_AROUND_BAND = 4.0
_BETWEEN_BANDS = 4.0
_HEAD_HEIGHT = 32.0
_UNDER_HEAD = 6.0
_BETWEEN = 12.0
_AFTER_HEAD = 14.0
_FOOT_LINE = 44.0
_ABOVE_FOOT = 12.0
_DIGEST_SHOWN = 12
# As much as the longest words of three languages need.
_MOST_ON_THE_RIGHT = 0.55
# Nobody's name may push the text off the page.
_MOST_HEAD_LINES = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """The measures of a document's pages, in points. ``head`` is set only in large print."""

    width: float
    height: float
    bands: int
    setting: Setting = NORMAL
    head: Sequence[Line] = ()

    @property
    def left(self) -> float:
        """Where the body begins from the left."""
        return _MARGIN

    @property
    def body_width(self) -> float:
        """The width of the body."""
        return self.width - 2 * _MARGIN

    @property
    def band_height(self) -> float:
        """The height of a band over the head."""
        return self.setting.band.leading + _AROUND_BAND

    @property
    def head_top(self) -> float:
        """The upper edge of the head, below the bands."""
        return self.height - _TOP - self.bands * (self.band_height + _BETWEEN_BANDS)

    @property
    def head_height(self) -> float:
        """The height of the head."""
        if not self.head:
            return _HEAD_HEIGHT
        return sum(style.leading for style, _text in self.head) + _UNDER_HEAD

    @property
    def body_top(self) -> float:
        """The upper edge of the body."""
        return self.head_top - self.head_height - _AFTER_HEAD

    @property
    def foot_line(self) -> float:
        """Where the line over the foot is; two lines of large print need more room below it."""
        return _FOOT_LINE + (self.setting.foot.leading if self.setting.stacked else 0.0)

    @property
    def body_height(self) -> float:
        """The height of the body."""
        return self.body_top - self.foot_line - _ABOVE_FOOT


def sheet_for(content: Content) -> Sheet:
    """Return the measures of the pages on which a document is drawn."""
    width, height = A4
    if content["landscape"]:
        width, height = height, width
    bands = len(content["bands"])
    if not content.get("large_print"):
        return Sheet(width, height, bands)
    return Sheet(width, height, bands, LARGE, _stacked_head(content["head"], width - 2 * _MARGIN))


def _stacked_head(head: Head, width: float) -> list[Line]:
    """Set what else stands left and right below each other, so that nothing must be cut."""
    name = clip(head["name"], LARGE.head_strong, width)
    return [
        *_at_most(wrap(head["left"], LARGE.head, width), width),
        *_at_most(wrap(name + head["behind_name"], LARGE.head_strong, width), width),
        *_at_most(wrap(f"{head['right']} · {head['right_below']}", LARGE.head_muted, width), width),
    ]


def _at_most(lines: list[Line], width: float) -> list[Line]:
    if len(lines) <= _MOST_HEAD_LINES:
        return lines
    kept = lines[: _MOST_HEAD_LINES - 1]
    style = lines[0][0]
    rest = " ".join(text for _style, text in lines[_MOST_HEAD_LINES - 1 :])
    return [*kept, (style, clip(rest, style, width))]


class Frame:
    """Draws what is the same on every page of one document."""

    def __init__(self, document: FrozenDocument, content: Content, sheet: Sheet) -> None:
        self._content = content
        self._sheet = sheet
        self._setting = sheet.setting
        self._digest = f"{document.digest[:_DIGEST_SHOWN]}…"

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        """Draw the frame of one page."""
        sheet = self._sheet
        top = sheet.height - _TOP
        for band in self._content["bands"]:
            self._band(pen, band, top)
            top -= sheet.band_height + _BETWEEN_BANDS
        if sheet.head:
            pen.lines(sheet.left, sheet.head_top, sheet.head)
        else:
            self._head(pen)
        under = sheet.head_top - sheet.head_height
        pen.rule(sheet.left, under, sheet.body_width, PRIMARY, weight=1.4)
        self._foot(pen, page, pages)

    def _band(self, pen: Pen, band: Band, top: float) -> None:
        sheet, style = self._sheet, self._setting.band
        height = sheet.band_height
        size = (sheet.body_width, height)
        pen.area(sheet.left, top - height, size, EXAMPLE if band["tone"] == "example" else WHITE)
        if band["tone"] == "draft":
            pen.frame(sheet.left, top - height, size, INK)
        text = clip(band["text"], style, sheet.body_width)
        middle = sheet.left + (sheet.body_width - text_width(text, style)) / 2
        pen.lines(middle, top - (height - style.leading) / 2, [(style, text)])

    def _head(self, pen: Pen) -> None:
        head, sheet, setting = self._content["head"], self._sheet, self._setting
        top = sheet.head_top
        room = self._right(pen, top, head["right"], setting.head_strong)
        pen.lines(sheet.left, top, [(setting.head, clip(head["left"], setting.head, room))])
        top -= setting.head.leading
        room = self._right(pen, top, head["right_below"], setting.head_muted)
        room -= text_width(head["behind_name"], setting.head_strong)
        name = clip(head["name"], setting.head_strong, room) + drawable(head["behind_name"])
        pen.lines(sheet.left, top, [(setting.head_strong, name)])

    def _right(self, pen: Pen, top: float, text: str, style: Style) -> float:
        """Set a text against the right edge; return the room that is left before it."""
        sheet = self._sheet
        text = clip(text, style, sheet.body_width * _MOST_ON_THE_RIGHT)
        width = text_width(text, style)
        pen.lines(sheet.left + sheet.body_width - width, top, [(style, text)])
        return sheet.body_width - width - _BETWEEN

    def _foot(self, pen: Pen, page: int, pages: int) -> None:
        sheet, style = self._sheet, self._setting.foot
        foot = self._content["foot"]
        count = foot["page"].replace("{page}", str(page)).replace("{pages}", str(pages))
        text = f"{count} · {foot['text'].replace('{digest}', self._digest)}"
        lines = [(style, clip(text, style, sheet.body_width))]
        if self._setting.stacked:
            lines = _at_most(wrap(text, style, sheet.body_width), sheet.body_width)
        pen.rule(sheet.left, sheet.foot_line, sheet.body_width, LINE)
        pen.lines(sheet.left, sheet.foot_line - 4, lines)
