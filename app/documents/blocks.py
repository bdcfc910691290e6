"""What a page is filled with: rows of cells, each cell already broken into lines.

A paragraph, a heading, a quotation and a table row are all a row: they differ in how they look
and in whether they may go on over a page break.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from reportlab.lib.colors import Color

from app.documents.pen import Pen
from app.documents.wrapping import Line

_BAR = 2.5


class Block(Protocol):
    """A piece of a page. ``above`` is the space over it, dropped at the top of a page."""

    @property
    def height(self) -> float:
        """The height without the space above."""

    @property
    def above(self) -> float:
        """The space over the block."""

    @property
    def keeps_with_next(self) -> bool:
        """Whether the next block must begin on the same page."""

    @property
    def flows(self) -> bool:
        """Whether the block may be split wherever a page ends."""

    @property
    def heading(self) -> "Sequence[Block]":
        """What is drawn again when a page begins with this block."""

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Return what fits into the room and the rest; None if nothing fits."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the block below ``top``."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines at a place in the row, with a sign before them or none."""

    x: float
    lines: Sequence[Line]
    sign: str = ""
    sign_x: float = 0.0

    @property
    def height(self) -> float:
        """The height of the lines."""
        return sum(style.leading for style, _text in self.lines)

    def split(self, room: float) -> "tuple[Cell, Cell]":
        """Return the lines that fit and the rest."""
        count = 0
        for style, _text in self.lines:
            room -= style.leading
            if room < 0:
                break
            count += 1
        return (
            replace(self, lines=self.lines[:count]),
            replace(self, lines=self.lines[count:], sign=""),
        )


@dataclass(frozen=True, slots=True)
class Look:
    """How a row looks: padding, and what lies under, beside and below its text."""

    above: float = 0.0
    pad_top: float = 0.0
    pad_bottom: float = 0.0
    fill: Color | None = None
    bar: Color | None = None
    line: Color | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side."""

    cells: Sequence[Cell]
    width: float
    look: Look
    keeps_with_next: bool = False
    flows: bool = False
    heading: "Sequence[Row]" = ()
    height: float = field(init=False)

    def __post_init__(self) -> None:
        tallest = max((cell.height for cell in self.cells), default=0.0)
        object.__setattr__(self, "height", tallest + self.look.pad_top + self.look.pad_bottom)

    @property
    def above(self) -> float:
        """The space over the row."""
        return self.look.above

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """Return the part that fits into the room and the rest; None if no line fits."""
        room -= self.look.pad_top + self.look.pad_bottom
        pieces = [cell.split(room) for cell in self.cells]
        if not any(head.lines for head, _rest in pieces):
            return None
        return (
            replace(self, cells=[head for head, _rest in pieces], keeps_with_next=False),
            replace(self, cells=[rest for _head, rest in pieces]),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the row below ``top``."""
        look = self.look
        if look.fill is not None:
            pen.area(x, top - self.height, (self.width, self.height), look.fill)
        if look.bar is not None:
            pen.area(x, top - self.height, (_BAR, self.height), look.bar)
        if look.line is not None:
            pen.rule(x, top - self.height, self.width, look.line)
        for cell in self.cells:
            if cell.lines:
                pen.lines(x + cell.x, top - look.pad_top, cell.lines)
                if cell.sign:
                    style = cell.lines[0][0]
                    pen.sign(x + cell.sign_x, top - look.pad_top, style, cell.sign)
