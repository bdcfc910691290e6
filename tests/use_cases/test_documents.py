from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from app.database.opening import DatabasePlace
from app.database.records.printed_document import PrintedDocumentRecord
from app.documents.copies import PaperCopy
from app.domain.access import Role, Verb
from app.domain.errors import NotAllowed, NotFound
from app.domain.plans import Agreement, Goal, Plan, PlanContent, Step, Theme
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.documents import (
    PaperForm,
    plan_paper,
    unit_list_paper,
)
from app.use_cases.handing_over import note_exported, note_printed
from app.use_cases.inmates import set_contact_officer
from app.use_cases.office import Office
from app.use_cases.plans import finish_plan, save_plan
from tests.helpers.access import access_log
from tests.helpers.prison import SteppingClock, admit, build_places, talk


def made_plan(office: Office) -> Plan:
    inmate = admit(office)
    set_contact_officer(office, inmate.id, inmate.version, office.officer.id)
    step = Step(office.new_id(), "Ringe NAV om bolig", partner="NAV")
    goal = Goal(
        office.new_id(), Theme.HOUSING, "Et sted å bo", steps=(step,), note="Internt: gjeld"
    )
    content = PlanContent(
        (goal,),
        own_words="Jeg vil bo nær søsteren min. Kari Lunde hjelper meg.",
        agreement=Agreement.YES,
        internal_note="Ikke for den innsatte",
    )
    return save_plan(office, inmate.id, content, 0)


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_a_reprint_gives_the_same_bytes(office: Office, clock: SteppingClock) -> None:
    plan = made_plan(office)
    first = plan_paper(office, plan.inmate_id)
    clock.pass_time(days=30)
    again = plan_paper(office, plan.inmate_id)
    assert again.data == first.data
    assert (again.document_id, again.reprint, first.reprint) == (first.document_id, True, False)
    assert plan_paper(office, plan.inmate_id, new=True).document_id != first.document_id


def test_other_content_copy_or_language_is_another_paper(office: Office) -> None:
    plan = made_plan(office)
    first = plan_paper(office, plan.inmate_id)
    internal = plan_paper(office, plan.inmate_id, PaperForm(PaperCopy.INTERNAL))
    changed = save_plan(
        office, plan.inmate_id, replace(plan.content, own_words="Noe annet"), plan.version
    )
    second = plan_paper(office, plan.inmate_id)
    finish_plan(office, plan.inmate_id, changed.version)
    finished = plan_paper(office, plan.inmate_id)
    ids = {paper.document_id for paper in (first, internal, second, finished)}
    assert len(ids) == 4


def test_the_inmates_copy_leaves_out_staff_and_internal_notes(office: Office) -> None:
    plan = made_plan(office)
    inmates = text_of(plan_paper(office, plan.inmate_id).data)
    internal = text_of(plan_paper(office, plan.inmate_id, PaperForm(PaperCopy.INTERNAL)).data)
    for hidden in ("Kari Lunde", "Internt: gjeld", "Ikke for den innsatte"):
        assert hidden not in inmates
        assert hidden in internal
    for shown in ("Omar Hassan", "Et sted å bo", "Ringe NAV om bolig", "NAV"):
        assert shown in inmates


def test_the_paper_lies_sealed_in_the_database(office: Office) -> None:
    plan = made_plan(office)
    paper = plan_paper(office, plan.inmate_id)
    with office.reading() as connection:
        row = connection.execute(select(PrintedDocumentRecord.__table__)).one()
    assert b"%PDF" not in row.file
    assert b"Hassan" not in row.frozen
    assert (row.file_digest, row.pages) == (paper.sha256, paper.pages)
    assert "assan" not in row.file_name


def test_there_is_no_paper_without_a_plan(office: Office) -> None:
    inmate = admit(office)
    with pytest.raises(NotFound):
        plan_paper(office, inmate.id)


def test_who_printed_what_is_logged(office: Office) -> None:
    plan = made_plan(office)
    paper = plan_paper(office, plan.inmate_id)
    note_printed(office, paper.document_id, "Vaktrom", 2)
    note_exported(office, paper.document_id)
    rows = [row for row in access_log(office) if row.record_id == paper.document_id]
    assert [row.verb for row in rows] == [
        Verb.COLLECT,
        Verb.CONSULT,
        Verb.PRINT,
        Verb.EXPORT,
    ]
    assert {row.inmate_id for row in rows} == {plan.inmate_id}


def test_an_auditor_prints_nothing(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    plan = made_plan(office)
    add_officer(office, NewOfficer("rev", "Rev Isor", Role.AUDITOR, "revisors passord"))
    with pytest.raises(NotAllowed):
        plan_paper(open_office(place, "rev", "revisors passord"), plan.inmate_id)


def test_the_unit_list_has_every_cell_and_everybody(office: Office) -> None:
    cells = build_places(office).cells
    inmate = admit(office, 1, cells["B-2-B201"])
    talk(office, inmate.id, days_ago=9)
    paper = unit_list_paper(office, "B")
    text = text_of(paper.data)
    for shown in ("Avdelingsliste", "B201", "B303", "vannskade", "Hassan, Omar", "9"):
        assert shown in text
    with pytest.raises(NotFound):
        unit_list_paper(office, "X")


def test_the_unit_list_of_a_filtered_overview_has_only_those_who_were_found(
    office: Office,
) -> None:
    cells = build_places(office).cells
    inmate = admit(office, 1, cells["B-2-B201"])
    admit(office, 2, cells["B-2-B202"], family_name="Lie")
    paper = unit_list_paper(office, "B", only=[inmate.id])
    text = text_of(paper.data)
    assert "1 av 2 innsatte" in text
    assert "Hassan, Omar" in text
    for hidden in ("Lie", "B202", "B303", "ledig"):
        assert hidden not in text
    shown = [row for row in access_log(office) if row.record_id == paper.document_id]
    assert [row.count for row in shown if row.verb is Verb.CONSULT] == [1]
