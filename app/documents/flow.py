"""Fill pages with blocks, before anything is drawn: so "page x of y" is known from the start."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.documents.blocks import Block

# A page break never leaves less than this of a paragraph behind or over.
_LEAST_PIECE = 36.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and how far below the top of the page's body it begins."""

    block: Block
    down: float


def paginate(blocks: Iterable[Block], room: float) -> list[list[Placed]]:
    """Return the pages. Only what flows is split, and a row that no page can hold."""
    pages = _Pages(room)
    waiting = deque(blocks)
    while waiting:
        block = waiting.popleft()
        if pages.takes(block, waiting):
            pages.place(block)
        elif (pieces := pages.split(block)) is not None:
            pages.place(pieces[0])
            pages.begin(pieces[1].heading)
            waiting.appendleft(pieces[1])
        elif pages.fresh:
            pages.place(block)
        else:
            pages.begin(block.heading)
            waiting.appendleft(block)
    return pages.pages


class _Pages:
    """The pages filled so far, and the room that is left on the last one."""

    def __init__(self, room: float) -> None:
        self._room = room
        self.pages: list[list[Placed]] = []
        self.begin(())

    def begin(self, heading: Sequence[Block]) -> None:
        """Begin a page, with the headings of a table that goes on."""
        self.pages.append([])
        self._down = 0.0
        for block in heading:
            self.place(block)
        self.fresh = True

    def takes(self, block: Block, waiting: Iterable[Block]) -> bool:
        """Tell whether there is room for a block and those it must not be parted from."""
        left = self._left(block)
        if block.height > left:
            return False
        return self.fresh or _with_followers(block, waiting, self._room) <= left

    def place(self, block: Block) -> None:
        """Put a block below the last one."""
        if self._down:
            self._down += block.above
        self.pages[-1].append(Placed(block, self._down))
        self._down += block.height
        self.fresh = False

    def split(self, block: Block) -> tuple[Block, Block] | None:
        """Return the block in two if that is the way to go on here."""
        left = self._left(block)
        if not self.fresh and (
            not _may_split(block, self._room) or block.height <= left or left < _LEAST_PIECE
        ):
            return None
        return block.split(min(left, max(block.height - _LEAST_PIECE, _LEAST_PIECE)))

    def _left(self, block: Block) -> float:
        return self._room - self._down - (block.above if self._down else 0.0)


def _with_followers(block: Block, waiting: Iterable[Block], room: float) -> float:
    """Return the height of a block and of what must begin on its page, as far as a page has it."""
    height = block.height
    following = iter(waiting)
    while block.keeps_with_next and (follower := next(following, None)) is not None:
        block = follower
        splits = _may_split(block, room)
        needs = block.above + (min(block.height, _LEAST_PIECE) if splits else block.height)
        if height + needs > room:
            break
        height += needs
    return height


def _may_split(block: Block, room: float) -> bool:
    return block.flows or block.height > room
