"""Chosen conversations on paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.documents.copies import PaperCopy
from app.domain.access import Verb
from app.domain.conversations import ConversationKind, Correction
from app.domain.errors import NotFound
from app.use_cases.conversations import correct_conversation
from app.use_cases.documents import Paper, PaperForm, conversations_paper
from app.use_cases.handing_over import note_printed
from app.use_cases.office import Office
from tests.helpers.access import access_log
from tests.helpers.prison import admit, talk

INTERNAL = PaperForm(PaperCopy.INTERNAL)


def text_of(paper: Paper) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(paper.data)).pages)


def test_only_the_chosen_entries_are_on_the_paper_as_they_were_written(office: Office) -> None:
    inmate = admit(office)
    first = talk(office, inmate.id, "Han vil <b>bo</b> i byen.", days_ago=9)
    talk(office, inmate.id, "Dette blir ikke med.", days_ago=5)
    third = talk(office, inmate.id, "> Kari Lunde ringer NAV", days_ago=1)
    text = text_of(conversations_paper(office, inmate.id, [third.id, first.id], INTERNAL))
    assert "Han vil <b>bo</b> i byen." in text
    assert "Avtalt: Kari Lunde ringer NAV" in text
    assert "Dette blir ikke med" not in text
    assert text.index("i byen") < text.index("ringer NAV")


def test_the_inmates_copy_has_no_notes_no_staff_and_no_reasons(office: Office) -> None:
    inmate = admit(office)
    said = talk(office, inmate.id, "Kari Lunde hjelper ham.", days_ago=2)
    note = talk(office, inmate.id, "Virket sliten.", days_ago=1, kind=ConversationKind.NOTE)
    correct_conversation(
        office,
        Correction(
            said.id,
            1,
            "Kari Lunde hjelper ham med bolig.",
            said.kind,
            said.occurred_at,
            20,
            "Glemte noe",
        ),
    )
    chosen = [said.id, note.id]
    inmates = text_of(conversations_paper(office, inmate.id, chosen))
    internal = text_of(conversations_paper(office, inmate.id, chosen, INTERNAL))
    for hidden in ("Kari Lunde", "Virket sliten", "Glemte noe"):
        assert hidden not in inmates
        assert hidden in internal
    for text in (inmates, internal):
        assert "med bolig" in text
        assert "versjon 2" in text
    assert "1 kort notat er ikke med" in inmates


def test_the_same_entries_give_the_same_bytes_until_one_is_corrected(office: Office) -> None:
    inmate = admit(office)
    said = talk(office, inmate.id, "Første.", days_ago=2)
    paper = conversations_paper(office, inmate.id, [said.id])
    assert conversations_paper(office, inmate.id, [said.id]).data == paper.data
    large = conversations_paper(office, inmate.id, [said.id], PaperForm(large_print=True))
    assert large.document_id != paper.document_id
    correct_conversation(
        office, Correction(said.id, 1, "Andre.", said.kind, said.occurred_at, 20, "Feil")
    )
    assert conversations_paper(office, inmate.id, [said.id]).document_id != paper.document_id


def test_it_is_logged_for_the_person(office: Office) -> None:
    inmate = admit(office)
    said = talk(office, inmate.id)
    paper = conversations_paper(office, inmate.id, [said.id])
    note_printed(office, paper.document_id, "Vaktrom", 1)
    rows = [row for row in access_log(office) if row.record_id == paper.document_id]
    assert [row.verb for row in rows] == [Verb.COLLECT, Verb.CONSULT, Verb.PRINT]
    assert {row.inmate_id for row in rows} == {inmate.id}


def test_entries_of_somebody_else_are_not_found(office: Office) -> None:
    inmate, other = admit(office, 1), admit(office, 2)
    said = talk(office, other.id)
    with pytest.raises(NotFound):
        conversations_paper(office, inmate.id, [said.id])
