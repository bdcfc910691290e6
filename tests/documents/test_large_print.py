"""Large print: a layout of its own, in which nothing is cut and every word is there."""

from collections import Counter
from collections.abc import Iterator

import pytest

from app.documents.cell_block_sheet import freeze_unit_list
from app.documents.conversation_sheet import freeze_conversations
from app.documents.copies import PaperCopy
from app.documents.frozen import FrozenDocument
from app.documents.plan import freeze_plan
from app.foundation.translation import LANGUAGES, words_for
from tests.documents.papers import (
    CONTENT,
    conversations_source,
    page_texts,
    read,
    source,
    unit_list_source,
)

BODY, SMALLEST = 18, 10.5


def papers(language: str, *, large_print: bool) -> Iterator[FrozenDocument]:
    words = words_for(language)
    for copy in PaperCopy:
        yield freeze_plan(source(CONTENT, copy), words, large_print=large_print)
        yield freeze_conversations(conversations_source(copy), words, large_print=large_print)
    yield freeze_unit_list(unit_list_source(), words, large_print=large_print)


def shown_texts(document: FrozenDocument) -> Iterator[str]:
    """What the parts of a paper say; headings of columns only where they hold something."""
    content = document.content
    yield from (content["head"][part] for part in ("left", "name", "right", "right_below"))
    for part in content["parts"]:
        for key in ("text", "below", "label", "heading", "refusal", "refusal_note"):
            yield part.get(key, "")
        for label, value in part.get("facts", ()):
            yield from (label, value)
        for row in part.get("rows", ()):
            yield from row["cells"]
        for choice in part.get("choices", ()):
            yield choice["text"]


def sizes_of(document: FrozenDocument) -> Counter[float]:
    """How many letters are set in each size."""
    sizes: Counter[float] = Counter()

    def visit(text: str, _user: object, _matrix: object, _font: object, size: float) -> None:
        sizes[size] += len(text.strip())

    for page in read(document).pages:
        page.extract_text(visitor_text=visit)
    return sizes


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paper_cuts_or_loses_a_word(language, large_print):
    for document in papers(language, large_print=large_print):
        pages = page_texts(document)
        text = "".join("".join(pages).split())
        for shown in shown_texts(document):
            assert "".join(shown.split()) in text, shown
        # The digest in the foot is shortened on purpose, and nothing else is.
        assert [page.count("…") for page in pages] == [1] * len(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_letters_are_of_the_promised_size_and_none_are_small(language):
    for document in papers(language, large_print=True):
        sizes = sizes_of(document)
        assert min(size for size, letters in sizes.items() if letters) >= SMALLEST
        body = sum(letters for size, letters in sizes.items() if size >= BODY)
        small = sum(letters for size, letters in sizes.items() if size < 14)
        assert body > small


def test_it_stands_upright_and_its_file_says_so():
    for document in papers("nb", large_print=True):
        assert "stor-skrift_" in document.content["file_name"]
        for page in read(document).pages:
            assert page.mediabox.height > page.mediabox.width


def test_everybody_in_a_shared_cell_is_said_to_be_there():
    text = " ".join(
        page_texts(freeze_unit_list(unit_list_source(), words_for("nb"), large_print=True))
    )
    shared = [cell for cell in unit_list_source().cells if len(cell.people) > 1]
    for cell in shared:
        for person in cell.people:
            assert f"{cell.label} {person.name}" in " ".join(text.split())
