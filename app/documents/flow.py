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
    promised = 0
    while waiting:
        block = waiting.popleft()
        # Who was promised a place below the last block needs no room for more than itself.
        height, followers = _with_followers(block, () if promised else waiting, room)
        if pages.takes(block, height):
            pages.place(block)
            promised = promised - 1 if promised else followers
            continue
        promised = 0
        pieces = pages.split(block)
        if pieces is not None:
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

    def takes(self, block: Block, height: float) -> bool:
        """Tell whether there is room for a block, and for the height with what follows it."""
        left = self._left(block)
        return block.height <= left and (self.fresh or height <= left)

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


def _with_followers(block: Block, waiting: Iterable[Block], room: float) -> tuple[float, int]:
    """Return the height of a block with what must begin on its page, and how many those are.

    Where no page holds all of them, as many as one page does.
    """
    height = block.height
    count = 0
    following = iter(waiting)
    while block.keeps_with_next and (follower := next(following, None)) is not None:
        block = follower
        splits = _may_split(block, room)
        needs = block.above + (min(block.height, _LEAST_PIECE) if splits else block.height)
        if height + needs > room:
            break
        height += needs
        count += 1
    return height, count


def _may_split(block: Block, room: float) -> bool:
    return block.flows or block.height > room
