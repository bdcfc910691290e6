"""Where pages lie on the desk: plain numbers, no widget."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRect, QSize

from app.ui.screens.documents.page_pictures import PageSize

SMALLEST = 0.25
LARGEST = 4.0
DOTS_PER_POINT = 96 / 72


@dataclass(frozen=True)
class PageLayout:
    """Pages below each other, in the middle of the desk.

    ``zoom`` 1.0 is the size of paper at 96 dots to the inch; None fits a whole page into ``room``.
    """

    sizes: tuple[PageSize, ...] = ()
    room: QSize = QSize(1, 1)  # noqa: RUF009 - never changed
    margin: int = 0
    wanted_zoom: float | None = None

    @cached_property
    def zoom(self) -> float:
        """Return the zoom in use."""
        return within_limits(self.wanted_zoom or self._fitting())

    @cached_property
    def pages(self) -> tuple[QRect, ...]:
        """Return the pages on a desk that has all the room it needs."""
        extents = [self._extent(size) for size in self.sizes]
        widest = max((extent.width() for extent in extents), default=0)
        desk = max(self.room.width(), widest + 2 * self.margin)
        rects, top = [], self.margin
        for extent in extents:
            left = (desk - extent.width()) // 2
            rects.append(QRect(left, top, extent.width(), extent.height()))
            top += extent.height() + self.margin
        return tuple(rects)

    @property
    def extent(self) -> QSize:
        """Return how large the desk is."""
        if not self.pages:
            return QSize(0, 0)
        widest = max(rect.width() for rect in self.pages)
        return QSize(widest + 2 * self.margin, self.pages[-1].bottom() + 1 + self.margin)

    def foremost(self, scrolled: int) -> int:
        """Return the number of the page that takes most of the view."""
        middle = scrolled + self.room.height() // 2
        before = [number for number, rect in enumerate(self.pages) if rect.bottom() < middle]
        return min(len(before), max(0, len(self.pages) - 1))

    def _fitting(self) -> float:
        if not self.sizes:
            return 1.0
        width = max(size.width for size in self.sizes) * DOTS_PER_POINT
        height = max(size.height for size in self.sizes) * DOTS_PER_POINT
        across = (self.room.width() - 2 * self.margin) / width
        return min(across, (self.room.height() - 2 * self.margin) / height)

    def _extent(self, size: PageSize) -> QSize:
        factor = self.zoom * DOTS_PER_POINT
        return QSize(round(size.width * factor), round(size.height * factor))


def within_limits(zoom: float) -> float:
    """Return a zoom that can be read and held in memory."""
    return min(LARGEST, max(SMALLEST, zoom))
