"""Draw a frozen document as PDF. The same document gives the same bytes, today and in ten years."""

import io
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import cast

from reportlab.pdfgen.canvas import Canvas

from app.documents.content import Content
from app.documents.escape import escape
from app.documents.flow import paginate
from app.documents.fonts import REGULAR, load_fonts
from app.documents.frozen import FrozenDocument
from app.documents.page import Frame, sheet_for
from app.documents.parts import blocks_of
from app.documents.pen import Pen
from app.foundation.progress import Progress

_LANGUAGE_TAGS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}

# ReportLab keeps what a document needs of a face inside the shared face.
_drawing = Lock()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF."""

    data: bytes
    pages: int


def render(document: FrozenDocument, progress: Progress | None = None) -> Rendered:
    """Draw a document; may be called from any thread.

    Raises:
        Cancelled: between two pages, when the progress was cancelled.
    """
    with _drawing:
        load_fonts()
        return _render(document, progress or Progress())


def _render(document: FrozenDocument, progress: Progress) -> Rendered:
    content = cast("Content", document.content)
    target = io.BytesIO()
    canvas = _canvas(target, content["language"], content["title"], content["frozen_at"])
    pages = draw_pages(canvas, document, progress)
    canvas.save()
    return Rendered(target.getvalue(), pages)


def draw_pages(canvas: Canvas, document: FrozenDocument, progress: Progress) -> int:
    """Draw a document's pages behind those that are there; return how many.

    Raises:
        Cancelled: between two pages, when the progress was cancelled.
    """
    content = cast("Content", document.content)
    sheet = sheet_for(content)
    frame = Frame(document, content, sheet)
    blocks = blocks_of(content["parts"], sheet.body_width, sheet.setting)
    pages = paginate(blocks, sheet.body_height)
    canvas.setPageSize((sheet.width, sheet.height))
    pen = Pen(canvas, sheet.setting.scale)
    for number, page in enumerate(pages, start=1):
        progress.step(number - 1, len(pages))
        frame.draw(pen, number, len(pages))
        for placed in page:
            placed.block.draw(pen, sheet.left, sheet.body_top - placed.down)
        canvas.showPage()
    progress.step(len(pages), len(pages))
    return len(pages)


def _canvas(target: io.BytesIO, language: str, title: str, frozen: str) -> Canvas:
    """Return an empty PDF that knows its language and title, and no one's name."""
    canvas = Canvas(
        target,
        pageCompression=1,
        invariant=1,
        # Else every file lists a Helvetica that it neither uses nor carries.
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs have it as a number
        lang=_LANGUAGE_TAGS.get(language, language),
    )
    canvas.setTitle(title)
    canvas.setAuthor("Mulighet")
    canvas.setCreator("Mulighet")
    canvas.setSubject("")
    frozen_at = datetime.fromisoformat(frozen)
    canvas.setDateFormatter(lambda *_: f"D:{frozen_at:%Y%m%d%H%M%S}Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


class CombinedFile:
    """One PDF of many documents, each found by a bookmark. The faces are in it once.

    Not for several threads: it is drawn in a process of its own.
    """

    def __init__(self, language: str, title: str, frozen: str) -> None:
        load_fonts()
        self._target = io.BytesIO()
        self._canvas = _canvas(self._target, language, title, frozen)
        self._documents = 0
        self._pages = 0

    def add(self, document: FrozenDocument, bookmark: str) -> None:
        """Draw a document behind the others."""
        key = f"document-{self._documents}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(escape(bookmark), key, level=0)
        self._documents += 1
        self._pages += draw_pages(self._canvas, document, Progress())

    def finish(self) -> Rendered:
        """Return the whole file; nothing can be added to it any more."""
        self._canvas.showOutline()
        self._canvas.save()
        return Rendered(self._target.getvalue(), self._pages)
