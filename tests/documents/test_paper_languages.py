"""Every paper is whole in its language: all that is not written by people is translated."""

from collections.abc import Callable

import pytest

from app.documents.cell_block_sheet import freeze_unit_list
from app.documents.conversation_sheet import freeze_conversations
from app.documents.copies import PaperCopy
from app.documents.frozen import FrozenDocument
from app.documents.plan import freeze_plan
from app.domain.plans import PlanContent, PlanStatus
from app.foundation.translation import Words, words_for
from tests.architecture.catalogue import known_texts
from tests.documents.papers import conversations_source, plan, source, unit_list_source, whole_text
from tests.helpers.made_up_language import latin_words, made_up_words

UNIT_LIST = unit_list_source()
Freeze = Callable[[Words], FrozenDocument]
PAPERS: dict[str, tuple[object, Freeze]] = {
    "unit list": (UNIT_LIST, lambda words: freeze_unit_list(UNIT_LIST, words)),
    **{
        f"{copy.value} copy, {status.value}": (
            source(copy=copy, status=status),
            lambda words, copy=copy, status=status: freeze_plan(
                source(copy=copy, status=status), words
            ),
        )
        for copy in PaperCopy
        for status in PlanStatus
    },
    **{
        f"conversations, {copy.value} copy": (
            conversations_source(copy),
            lambda words, copy=copy: freeze_conversations(conversations_source(copy), words),
        )
        for copy in PaperCopy
    },
    "empty plan": (
        source(PlanContent()),
        lambda words: freeze_plan(source(PlanContent()), words),
    ),
}
# The same on every paper: the name of the checksum, and of a unit that is only a letter.
EVERYWHERE = {"sha"}


@pytest.mark.parametrize("name", PAPERS)
def test_no_word_goes_past_the_catalogue(name: str) -> None:
    made_of, freeze = PAPERS[name]
    asked: set[str] = set()
    text = whole_text(freeze(made_up_words(asked)))
    assert asked - known_texts() == set()
    # The digest and the document's id are letters and digits without a meaning.
    words = {word for word in latin_words(text) if not set(word) <= set("0123456789abcdef")}
    assert words - latin_words(str(made_of)) - EVERYWHERE == set()


def test_a_word_that_went_past_the_catalogue_is_found() -> None:
    class Careless(Words):
        def __call__(self, text: str) -> str:
            return text if text == "Underskrifter" else super().__call__(text)

    made_up = made_up_words()
    careless = Careless(made_up.language, made_up._catalogue)
    text = whole_text(freeze_plan(source(), careless))
    assert "underskrifter" in latin_words(text) - latin_words(str(source()))


SAID = {
    "nn": ("Framtidsplan", "Mål som gjeld no", "Neste gjennomgang", "Underskrifter", "Side 1 av"),
    "en": ("Future plan", "Goals for now", "Next review", "Signatures", "Page 1 of"),
}


@pytest.mark.parametrize("language", SAID)
def test_a_plan_is_set_in_nynorsk_and_english(language: str) -> None:
    document = freeze_plan(source(), words_for(language))
    text = whole_text(document)
    assert [said for said in SAID[language] if said not in text] == []
    assert plan().content.goals[0].title in text
