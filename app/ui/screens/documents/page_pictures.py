"""Turn the pages of a finished PDF into pictures, away from the window's thread.

PDFium keeps state of its own between calls and allows one at a time in the whole process.
"""

from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72.0

_pdfium = Lock()
_FOUR_BYTES = QImage.Format.Format_RGB32


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points, 72 to the inch."""

    width: float
    height: float


def page_sizes(data: bytes) -> tuple[PageSize, ...]:
    """Return the size of every page of a PDF."""
    with _pdfium, pypdfium2.PdfDocument(data) as document:
        return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))


def page_picture(data: bytes, number: int, scale: float) -> QImage:
    """Draw page ``number`` (from 0) with ``scale`` pixels to the point."""
    with _pdfium, pypdfium2.PdfDocument(data) as document:
        page = document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        picture = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, _FOUR_BYTES
        ).copy()
        bitmap.close()
        page.close()
    return picture
