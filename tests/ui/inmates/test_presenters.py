"""The person's page and its forms without a window, against a real database."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.domain.errors import DatabaseUnavailable
from app.domain.inmates import Inmate, Whereabouts
from app.ui.screens.inmates import form_presenter as form_module
from app.ui.screens.inmates.change_presenter import ChangePresenter
from app.ui.screens.inmates.form_presenter import FormPresenter
from app.ui.screens.inmates.form_values import FormValues, values_of
from app.ui.screens.inmates.presenter import PersonPresenter
from app.use_cases.inmates import correct_inmate, open_inmate, set_contact_officer
from app.use_cases.office import Office
from tests.helpers.prison import admit, build_places
from tests.ui.cell_blocks.doubles import HeldTasks, Remembering

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


@pytest.fixture
def view() -> Remembering:
    return Remembering()


def new_form(office: Office, tasks: HeldTasks, view: Remembering, inmate: Inmate | None = None):
    presenter = FormPresenter(office, tasks, view, inmate)
    presenter.start()
    return presenter


def test_a_new_person_is_offered_cells_and_officers(embedded_office, tasks, view):
    build_places(embedded_office)
    new_form(embedded_office, tasks, view)
    assert [cell.label for cell in view.last("show_cells")][:2] == ["B201", "B202"]
    assert [officer.display_name for officer in view.last("show_officers")] == ["Kari Lunde"]


def test_a_new_person_is_saved_in_the_chosen_cell(embedded_office, tasks, view):
    cells = build_places(embedded_office).cells
    presenter = new_form(embedded_office, tasks, view)
    presenter.save(
        FormValues(
            "Vik",
            "Per",
            "V1",
            arrived_on="i dag",
            place_id=cells["B-2-B201"],
            contact_officer_id=embedded_office.officer.id,
        )
    )
    saved: Inmate = view.last("finish")
    assert (saved.place_path, saved.contact_officer_name) == ("B-2-B201", "Kari Lunde")


def test_rules_of_form_and_domain_are_told_by_field(embedded_office, tasks, view):
    presenter = new_form(embedded_office, tasks, view)
    presenter.save(FormValues(birth_date="i fjor"))
    assert [problem.field for problem in view.last("show_problems")] == ["birth_date"]
    presenter.save(FormValues())
    assert [problem.field for problem in view.last("show_problems")] == [
        "family_name",
        "prison_number",
    ]
    assert "finish" not in view.names


def test_two_presses_save_once(embedded_office, tasks, view):
    presenter = new_form(embedded_office, tasks, view)
    tasks.hold = True
    presenter.save(FormValues("Vik", prison_number="V1"))
    presenter.save(FormValues("Vik", prison_number="V1"))
    assert tasks.writes == 1


def test_a_change_by_another_shows_both_and_can_be_saved_over(embedded_office, tasks, view):
    known = admit(embedded_office)
    presenter = new_form(embedded_office, tasks, view, known)
    correct_inmate(embedded_office, known.id, known.version, replace(known.facts, given_name="Ali"))
    mine = replace(values_of(known.facts), family_name="Hasan")
    presenter.save(mine)
    differences = view.last("show_conflict")
    assert [(one.label, one.theirs, one.mine) for one in differences] == [
        ("Etternavn", "Hassan", "Hasan"),
        ("Fornavn", "Ali", "Omar"),
    ]
    presenter.save(mine)
    assert view.last("finish").facts.display_name == "Hasan, Omar"


def test_the_other_version_can_be_taken_instead(embedded_office, tasks, view):
    known = admit(embedded_office)
    presenter = new_form(embedded_office, tasks, view, known)
    correct_inmate(embedded_office, known.id, known.version, replace(known.facts, given_name="Ali"))
    presenter.save(replace(values_of(known.facts), family_name="Hasan"))
    presenter.throw_draft_away()
    assert view.last("show_values").given_name == "Ali"


def test_a_lost_database_is_told_and_the_form_stays(embedded_office, tasks, view, monkeypatch):
    def lost(*_args: object) -> None:
        raise DatabaseUnavailable("borte")

    monkeypatch.setattr(form_module, "add_inmate", lost)
    presenter = new_form(embedded_office, tasks, view)
    presenter.save(FormValues("Vik", prison_number="V1"))
    assert isinstance(view.last("show_failure"), DatabaseUnavailable)
    assert "finish" not in view.names


def line_of(office: Office, inmate_id: UUID):
    return open_inmate(office, inmate_id).line


def test_into_a_cell_and_out_again(embedded_office, tasks, view):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office)
    into = ChangePresenter(embedded_office, tasks, view, line_of(embedded_office, inmate.id))
    into.offer_cells()
    assert len(view.last("show_cells")) == 5
    into.put_in(cells["B-2-B202"])
    assert view.last("finish").in_cell
    out = ChangePresenter(embedded_office, tasks, view, line_of(embedded_office, inmate.id))
    out.take_out(Whereabouts.HOSPITAL)
    assert view.last("finish").facts.whereabouts is Whereabouts.HOSPITAL


def test_a_cell_out_of_use_is_refused_in_words(embedded_office, tasks, view):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office)
    into = ChangePresenter(embedded_office, tasks, view, line_of(embedded_office, inmate.id))
    into.put_in(cells["B-3-B303"])
    assert view.last("show_problem") == "Velg en celle som er i bruk."


def test_a_placing_meets_a_change_by_another(embedded_office, tasks, view):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office)
    line = line_of(embedded_office, inmate.id)
    into = ChangePresenter(embedded_office, tasks, view, line)
    set_contact_officer(embedded_office, inmate.id, line.version, embedded_office.officer.id)
    into.put_in(cells["B-2-B202"])
    assert view.last("show_conflict").contact_officer_name == "Kari Lunde"
    into.put_in(cells["B-2-B202"])
    assert view.last("finish").place_path == "B-2-B202"


def test_a_contact_officer_is_set_and_taken_away(embedded_office, tasks, view):
    inmate = admit(embedded_office)
    panel = ChangePresenter(embedded_office, tasks, view, line_of(embedded_office, inmate.id))
    panel.offer_officers()
    panel.appoint(view.last("show_officers")[0].id)
    assert view.last("finish").contact_officer_name == "Kari Lunde"
    panel = ChangePresenter(embedded_office, tasks, view, line_of(embedded_office, inmate.id))
    panel.appoint(None)
    assert view.last("finish").contact_officer_id is None


def test_the_page_shows_a_person_and_reads_again_quietly(embedded_office, tasks, view):
    inmate = admit(embedded_office)
    presenter = PersonPresenter(embedded_office, tasks, view)
    presenter.open(None)
    presenter.open(inmate.id)
    presenter.reload()
    assert view.names == ["show_nobody", "show_loading", "show_person", "show_person"]
    assert presenter.page is not None
    assert presenter.page.inmate.id == inmate.id


def test_an_answer_about_somebody_else_is_thrown_away(embedded_office, tasks, view):
    first, second = admit(embedded_office, 1), admit(embedded_office, 2)
    presenter = PersonPresenter(embedded_office, tasks, view)
    tasks.hold = True
    presenter.open(first.id)
    presenter.open(second.id)
    tasks.release(newest_first=True)
    assert view.last("show_person").inmate.id == second.id
    assert view.names.count("show_person") == 1


def test_somebody_unknown_is_said_to_be_missing(embedded_office, tasks, view):
    presenter = PersonPresenter(embedded_office, tasks, view)
    presenter.open(UUID(int=5))
    assert view.names[-1] == "show_missing"
