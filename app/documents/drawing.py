"""Draw a frozen document as PDF. The same document gives the same bytes, today and in ten years."""

import io
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import cast

from reportlab.pdfgen.canvas import Canvas

from app.documents.content import Content
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
    sheet = sheet_for(content)
    frame = Frame(document, content, sheet)
    blocks = blocks_of(content["parts"], sheet.body_width, sheet.setting)
    pages = paginate(blocks, sheet.body_height)
    target = io.BytesIO()
    canvas = _canvas(target, content, (sheet.width, sheet.height))
    pen = Pen(canvas, sheet.setting.scale)
    for number, page in enumerate(pages, start=1):
        progress.step(number - 1, len(pages))
        frame.draw(pen, number, len(pages))
        for placed in page:
            placed.block.draw(pen, sheet.left, sheet.body_top - placed.down)
        canvas.showPage()
    canvas.save()
    progress.step(len(pages), len(pages))
    return Rendered(target.getvalue(), len(pages))


def _canvas(target: io.BytesIO, content: Content, size: tuple[float, float]) -> Canvas:
    """Return an empty PDF that knows its language and title, and no one's name."""
    canvas = Canvas(
        target,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        # Else every file lists a Helvetica that it neither uses nor carries.
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs have it as a number
        lang=_LANGUAGE_TAGS.get(content["language"], content["language"]),
    )
    canvas.setTitle(content["title"])
    canvas.setAuthor("Mulighet")
    canvas.setCreator("Mulighet")
    canvas.setSubject("")
    frozen_at = datetime.fromisoformat(content["frozen_at"])
    canvas.setDateFormatter(lambda *_: f"D:{frozen_at:%Y%m%d%H%M%S}Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
