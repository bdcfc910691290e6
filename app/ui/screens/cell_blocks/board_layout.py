"""Where each row of the board lies: arithmetic by section, so that 4,000 tiles cost nothing."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate


class Step(Enum):
    """One move from tile to tile."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    FIRST = "first"
    LAST = "last"


_ENDS = (Step.FIRST, Step.LAST)
_PAGES = (Step.PAGE_UP, Step.PAGE_DOWN)
_SIDEWAYS = {Step.LEFT: -1, Step.RIGHT: 1}
_UP_OR_DOWN = {Step.UP: -1, Step.DOWN: 1, Step.PAGE_UP: -1, Step.PAGE_DOWN: 1}


@dataclass(frozen=True, slots=True)
class Measures:
    """The sizes of the moment's font, in pixels."""

    least_tile_width: int
    tile_height: int
    heading_height: int
    gap: int


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the whole board, not yet scrolled."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A section: its heading is ``row``, its tiles are the rows after it."""

    row: int
    top: int
    count: int

    @property
    def last_row(self) -> int:
        return self.row + self.count


class BoardLayout:
    """Rows in sections of a heading and its tiles, as many tiles beside each other as fit."""

    def __init__(self, measures: Measures) -> None:
        self.measures = measures
        self.columns = 1
        self.tile_width = measures.least_tile_width
        self.height = 0
        self._width = 0
        self._counts: Sequence[int] = ()
        self._rows: list[int] = []
        self._tops: list[int] = []

    def arrange(self, counts: Sequence[int], width: int) -> None:
        """Place sections of so many tiles each below one another in the given width."""
        gap = self.measures.gap
        self._width = max(width, self.measures.least_tile_width)
        self.columns = max(1, (self._width + gap) // (self.measures.least_tile_width + gap))
        self.tile_width = (self._width - gap * (self.columns - 1)) // self.columns
        columns, line, heading = self.columns, self._line_height, self.measures.heading_height
        self._counts = counts
        self._rows = list(accumulate((count + 1 for count in counts), initial=0))
        heights = (heading + -(-count // columns) * line for count in counts)
        self._tops = list(accumulate(heights, initial=0))
        self._rows.pop()
        self.height = self._tops.pop()

    def _block_at(self, place: int) -> _Block:
        return _Block(self._rows[place], self._tops[place], self._counts[place])

    @property
    def _line_height(self) -> int:
        return self.measures.tile_height + self.measures.gap

    def _lines(self, count: int) -> int:
        return -(-count // self.columns)

    def is_heading(self, row: int) -> bool:
        """Tell whether the row is a heading."""
        return row == self._block(row).row

    def is_in_first_line(self, row: int) -> bool:
        """Tell whether the tile stands right below its heading."""
        return row - self._block(row).row <= self.columns

    def _block(self, row: int) -> _Block:
        return self._block_at(bisect_right(self._rows, row) - 1)

    def box(self, row: int) -> Box:
        """Return where a row lies."""
        block = self._block(row)
        if row == block.row:
            return Box(0, block.top, self._width, self.measures.heading_height)
        line, column = divmod(row - block.row - 1, self.columns)
        return Box(
            column * (self.tile_width + self.measures.gap),
            block.top + self.measures.heading_height + line * self._line_height,
            self.tile_width,
            self.measures.tile_height,
        )

    def row_at(self, x: int, y: int) -> int | None:
        """Return the row at a point of the whole board, None between tiles."""
        if not self._rows or not 0 <= x < self._width or not 0 <= y < self.height:
            return None
        block = self._block_at(bisect_right(self._tops, y) - 1)
        inside = y - block.top - self.measures.heading_height
        if inside < 0:
            return block.row
        line, below = divmod(inside, self._line_height)
        column, beside = divmod(x, self.tile_width + self.measures.gap)
        index = line * self.columns + column
        on_tile = below < self.measures.tile_height and beside < self.tile_width
        if not on_tile or column >= self.columns or index >= block.count:
            return None
        return block.row + 1 + index

    def rows_between(self, top: int, bottom: int) -> Iterator[int]:
        """Yield the rows that touch a band of the whole board, headings too."""
        if not self._rows:
            return
        first = max(0, bisect_right(self._tops, top) - 1)
        for place in range(first, len(self._rows)):
            block = self._block_at(place)
            if block.top > bottom:
                return
            tiles_top = block.top + self.measures.heading_height
            if top <= tiles_top:
                yield block.row
            first_line = max(0, (top - tiles_top) // self._line_height)
            last_line = max(-1, (bottom - tiles_top) // self._line_height)
            begin = block.row + 1 + first_line * self.columns
            end = block.row + 1 + min(block.count, (last_line + 1) * self.columns)
            yield from range(begin, end)

    def first_tile(self) -> int | None:
        """Return the first row that is no heading."""
        return next(
            (row + 1 for row, count in zip(self._rows, self._counts, strict=True) if count), None
        )

    def last_tile(self) -> int | None:
        """Return the last row that is no heading."""
        return next(
            (
                row + self._counts[place]
                for place, row in _backwards(self._rows)
                if self._counts[place]
            ),
            None,
        )

    def step(self, row: int, step: Step, page_height: int) -> int:
        """Return the tile a key leads to; the same one at the edge of the board."""
        first, last = self.first_tile(), self.last_tile()
        if first is None or last is None:
            return row
        if step in _ENDS:
            return first if step is Step.FIRST else last
        if step in _SIDEWAYS:
            return self._beside(row, _SIDEWAYS[step], first, last)
        lines = max(1, page_height // self._line_height) if step in _PAGES else 1
        for _line in range(lines):
            row = self._next_line(row, _UP_OR_DOWN[step])
        return row

    def _beside(self, row: int, direction: int, first: int, last: int) -> int:
        target = row + direction
        while first <= target <= last and self.is_heading(target):
            target += direction
        return target if first <= target <= last else row

    def _next_line(self, row: int, direction: int) -> int:
        """Return the tile above or below, in the next section too, or the line's last one."""
        place = bisect_right(self._rows, row) - 1
        block = self._block_at(place)
        line, column = divmod(max(0, row - block.row - 1), self.columns)
        line += direction
        while not 0 <= line < self._lines(block.count):
            place += direction
            if not 0 <= place < len(self._rows):
                return row
            block = self._block_at(place)
            line = 0 if direction > 0 else self._lines(block.count) - 1
        index = min(line * self.columns + column, block.count - 1)
        return block.row + 1 + index


def _backwards(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place in range(len(rows) - 1, -1, -1):
        yield place, rows[place]
