"""The pages as a reader sees them."""

from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest

from app.documents.cell_block_sheet import freeze_unit_list
from app.documents.copies import PaperCopy
from app.documents.drawing import render
from app.documents.frozen import FrozenDocument
from tests.documents.papers import NB, frozen_plan, unit_list_source

YELLOW = (255, 216, 77)
PAPERS = {
    "inmate": frozen_plan(),
    "internal": frozen_plan(copy=PaperCopy.INTERNAL),
    "unit list": freeze_unit_list(unit_list_source(), NB),
}


def pictures(document: FrozenDocument) -> list[tuple[int, int, bytes]]:
    """Each page as width, height and three bytes a dot, one dot a point."""
    pages = []
    with pypdfium2.PdfDocument(render(document).data) as pdf:
        for page in pdf:
            bitmap = page.render(scale=1, rev_byteorder=True)
            dots = b"".join(
                bytes(bitmap.buffer)[row * bitmap.stride : row * bitmap.stride + bitmap.width * 3]
                for row in range(bitmap.height)
            )
            pages.append((bitmap.width, bitmap.height, dots))
    return pages


@pytest.mark.picture
@pytest.mark.parametrize("name", PAPERS)
def test_every_page_has_the_band_and_clean_margins(name):
    for width, height, dots in pictures(PAPERS[name]):
        rows = [dots[row * width * 3 : (row + 1) * width * 3] for row in range(height)]
        band = rows[30]
        assert tuple(band[50 * 3 : 50 * 3 + 3]) == YELLOW
        assert tuple(band[(width - 50) * 3 : (width - 50) * 3 + 3]) == YELLOW
        white = b"\xff"
        assert all(set(row[: 40 * 3]) == set(white) for row in rows)
        assert all(set(row[-40 * 3 :]) == set(white) for row in rows)
        assert all(set(row) == set(white) for row in (*rows[:24], *rows[-30:]))


def test_papers_drawn_at_the_same_time_are_the_same_bytes():
    alone = [render(document).data for document in PAPERS.values()]
    with ThreadPoolExecutor(4) as threads:
        together = [
            threads.submit(render, document) for _round in range(4) for document in PAPERS.values()
        ]
        drawn = [work.result().data for work in together]
    assert drawn == alone * 4
