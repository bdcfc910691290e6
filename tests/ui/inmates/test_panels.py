"""The side panels: adding, correcting, placing, taking out, choosing who follows up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout

from app.domain.access import Role
from app.domain.drafts import DraftFeature
from app.domain.errors import DatabaseUnavailable
from app.domain.inmates import LegalStatus, Whereabouts
from app.ui.appearance.theme import theme
from app.ui.screens.inmates import form_presenter as form_module
from app.ui.screens.inmates.change_panels import CellPanel, ContactOfficerPanel, TakeOutPanel
from app.ui.screens.inmates.form import InmateForm
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.drafts import drafts
from app.use_cases.inmates import correct_inmate, open_inmate, set_contact_officer
from tests.helpers.prison import PASSWORD, admit, build_places
from tests.ui.cell_blocks.doubles import HeldTasks

KEY = Qt.Key


@pytest.fixture
def tasks():
    return HeldTasks()


@pytest.fixture
def show(qtbot):
    """Show a panel as the shell does."""
    theme().dress_for_work()
    hosts = []

    def show(panel):
        host = QFrame()
        host.setProperty("role", "panel")
        outer = QVBoxLayout(host)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.addWidget(panel)
        host.resize(470, 680)
        qtbot.addWidget(host)
        with qtbot.waitExposed(host):
            host.show()
        panel.first_focus().setFocus()
        hosts.append(host)
        return panel

    yield show
    for host in hosts:
        host.hide()


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def fill(form, **typed):
    for name, text in typed.items():
        line = form.fields._texts.get(name) or form.fields._days[name].line
        line.setFocus()
        QTest.keyClicks(line, text)


def press(panel):
    panel._save.button.click()


def line_of(office, inmate):
    return open_inmate(office, inmate.id).line


def test_a_person_is_added_by_the_keyboard(show, qtbot, embedded_office, tasks):
    build_places(embedded_office)
    form = show(InmateForm(embedded_office, tasks))
    assert form.title == "Ny innsatt"
    assert form.first_focus().hasFocus()
    fill(form, family_name="Vik", given_name="Per", prison_number="V77", birth_date="040592")
    fill(form, arrived_on="i dag")
    form.fields._legal.setCurrentIndex(form.fields._legal.findData(LegalStatus.REMAND.value))
    QTest.keyClicks(form.fields._cells.field, "b202")
    with (
        qtbot.waitSignals([form.saved, form.close_asked]),
        qtbot.waitSignal(form.inmate_asked) as asked,
    ):
        press(form)
    saved = open_inmate(embedded_office, asked.args[0]).inmate
    assert saved.facts.display_name == "Vik, Per"
    assert saved.facts.legal_status is LegalStatus.REMAND
    assert saved.place_path == "B-2-B202"


def test_problems_stand_above_the_button_and_at_the_fields_and_go_away(
    show, embedded_office, tasks
):
    form = show(InmateForm(embedded_office, tasks))
    fill(form, birth_date="i fjor")
    press(form)
    assert "Skriv datoen som 23.11.2026." in words(form._problems.parentWidget())
    form.fields._texts["birth_date"].clear()
    press(form)
    assert form.fields._wrong["family_name"].text() == "Skriv etternavnet."
    assert form.fields._texts["family_name"].accessibleDescription() == "Skriv etternavnet."
    assert form._problems.isVisible()
    link = QApplication.focusWidget()
    assert link.text() == "Skriv etternavnet."
    QTest.keyClick(link, KEY.Key_Return)
    assert form.fields._texts["family_name"].hasFocus()
    fill(form, family_name="Vik", prison_number="7")
    assert not form._problems.isVisible()
    assert form.fields._wrong["family_name"].text() == ""


def test_a_taken_number_is_said_at_the_number(show, embedded_office, tasks):
    admit(embedded_office, 1)
    form = show(InmateForm(embedded_office, tasks))
    fill(form, family_name="Vik", prison_number="T0001")
    press(form)
    assert "alt i bruk" in form.fields._wrong["prison_number"].text()


def test_languages_are_added_and_taken_away(show, embedded_office, tasks):
    form = show(InmateForm(embedded_office, tasks))
    picker = form.fields._languages
    for name in ("Polsk", "Norsk"):
        picker._list.activated.emit(picker._list.findText(name))
    assert form.fields.values.languages == ("pl", "nb")
    buttons = [picker._flow.itemAt(place).widget() for place in range(2)]
    assert [button.accessibleName() for button in buttons] == ["Fjern polsk", "Fjern norsk"]
    buttons[0].click()
    assert form.fields.values.languages == ("nb",)


def test_a_full_cell_warns_and_does_not_hinder(show, qtbot, embedded_office, tasks):
    cells = build_places(embedded_office).cells
    admit(embedded_office, 1, cells["B-2-B201"])
    panel = show(
        CellPanel(embedded_office, tasks, line_of(embedded_office, admit(embedded_office, 2)))
    )
    texts = [panel.choices.list.item(row).text() for row in range(5)]
    assert (texts[0], texts[4]) == ("B202 · 1 ledig plass", "B201 · 1 av 1 plasser er tatt")
    QTest.keyClicks(panel.choices.field, "b201")
    assert "er full" in panel.warning.text
    with qtbot.waitSignal(panel.notice) as told:
        QTest.keyClick(panel.choices.field, KEY.Key_Return)
    assert told.args[0].text == "Hassan, Omar er satt i B201."


def test_moving_leaves_the_own_cell_out(show, embedded_office, tasks):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office, 1, cells["B-2-B201"])
    panel = show(CellPanel(embedded_office, tasks, line_of(embedded_office, inmate)))
    assert panel.title == "Flytt til en annen celle"
    assert panel.choices.list.count() == 4
    assert "Nå i B201" in words(panel)


def test_nothing_to_choose_is_said(show, embedded_office, tasks):
    panel = show(
        CellPanel(embedded_office, tasks, line_of(embedded_office, admit(embedded_office)))
    )
    press(panel)
    assert panel.failure.text == "Velg en celle fra listen."


def test_out_of_the_cell(show, qtbot, embedded_office, tasks):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office, 1, cells["B-2-B201"])
    panel = show(TakeOutPanel(embedded_office, tasks, line_of(embedded_office, inmate)))
    panel.choices.choose(Whereabouts.HOSPITAL)
    with qtbot.waitSignal(panel.close_asked):
        press(panel)
    assert line_of(embedded_office, inmate).whereabouts is Whereabouts.HOSPITAL


def test_oneself_stands_first_among_the_officers(show, qtbot, embedded_office, tasks):
    add_officer(embedded_office, NewOfficer("anne", "Anne Aas", Role.OFFICER, PASSWORD))
    inmate = admit(embedded_office)
    panel = show(ContactOfficerPanel(embedded_office, tasks, line_of(embedded_office, inmate)))
    texts = [panel.choices.list.item(row).text() for row in range(3)]
    assert texts == ["Ingen ennå", "Kari Lunde · administrator", "Anne Aas · fengselsbetjent"]
    assert panel.choices.value is None
    QTest.keyClicks(panel.choices.field, "aas")
    with qtbot.waitSignal(panel.notice) as told:
        press(panel)
    assert told.args[0].text == "Anne Aas er kontaktbetjent for Hassan, Omar."


def test_a_change_by_another_is_shown_and_the_choice_stays(show, qtbot, embedded_office, tasks):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office)
    panel = show(CellPanel(embedded_office, tasks, line_of(embedded_office, inmate)))
    panel.choices.choose(cells["B-3-B301"])
    set_contact_officer(embedded_office, inmate.id, inmate.version, embedded_office.officer.id)
    press(panel)
    assert "kontaktbetjent Kari Lunde" in panel.failure.text
    assert panel.choices.value == cells["B-3-B301"]
    with qtbot.waitSignal(panel.close_asked):
        press(panel)
    assert line_of(embedded_office, inmate).cell == "B-3-B301"


def conflict(show, office, tasks):
    """A form whose person another officer has corrected; the family name is typed here."""
    known = admit(office)
    form = show(InmateForm(office, tasks, known))
    correct_inmate(office, known.id, known.version, replace(known.facts, given_name="Ali"))
    fill(form, family_name="X")
    press(form)
    return known, form


def test_two_versions_are_shown_beside_each_other(show, embedded_office, tasks):
    _known, form = conflict(show, embedded_office, tasks)
    view = form._conflict
    assert view.isVisible()
    grid = view._grid
    rows = [
        [grid.itemAtPosition(row, column).widget().text() for column in range(3)]
        for row in range(3)
    ]
    assert rows == [
        ["", "Lagret av en annen", "Det du skrev"],
        ["Etternavn", "Hassan", "HassanX"],
        ["Fornavn", "Ali", "Omar"],
    ]
    assert form.fields.values.family_name == "HassanX"
    assert view.keep.hasFocus()


def test_ones_own_version_can_be_saved(show, qtbot, embedded_office, tasks):
    known, form = conflict(show, embedded_office, tasks)
    with qtbot.waitSignal(form.close_asked):
        form._conflict.keep.click()
    assert open_inmate(embedded_office, known.id).line.name == "HassanX, Omar"


def test_the_others_version_can_be_taken(show, qtbot, embedded_office, tasks):
    known, form = conflict(show, embedded_office, tasks)
    form._conflict.take.click()
    assert form._conflict.isHidden()
    assert form.fields.values.given_name == "Ali"
    assert open_inmate(embedded_office, known.id).line.name == "Hassan, Ali"


def test_what_was_typed_survives_a_closed_panel(show, embedded_office, tasks):
    known = admit(embedded_office)
    form = show(InmateForm(embedded_office, tasks, known))
    fill(form, family_name="sen")
    form.closing()
    (draft,) = drafts(embedded_office, DraftFeature.INMATE)
    assert (draft.subject_id, draft.fields["name"]) == (known.id, "Hassansen, Omar")
    again = show(InmateForm(embedded_office, tasks, known))
    assert again.fields.values.family_name == "Hassansen"
    assert "Kladden fra 09:41 er hentet fram." in words(again)
    other = show(InmateForm(embedded_office, tasks))
    assert other.fields.values.family_name == ""
    again._draft_notice._link.click()
    assert again.fields.values.family_name == "Hassan"
    assert drafts(embedded_office, DraftFeature.INMATE) == ()


def test_a_saved_form_leaves_no_draft(show, embedded_office, tasks):
    form = show(InmateForm(embedded_office, tasks))
    fill(form, family_name="Vik", prison_number="7")
    form.closing()
    assert len(drafts(embedded_office, DraftFeature.INMATE)) == 1
    press(form)
    assert drafts(embedded_office, DraftFeature.INMATE) == ()


def test_a_lost_database_is_told_and_the_form_stays(show, embedded_office, tasks, monkeypatch):
    def lost(*_args):
        raise DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")

    monkeypatch.setattr(form_module, "add_inmate", lost)
    form = show(InmateForm(embedded_office, tasks))
    fill(form, family_name="Vik", prison_number="7")
    press(form)
    assert "DB-02" in form._failure.text
    assert form.fields.values.family_name == "Vik"
    assert form._save.button.text() == "Legg til innsatt"


@pytest.mark.parametrize("kind", ["add", "cell", "officer", "out"])
def test_everything_has_a_name_and_lets_the_keyboard_go(show, embedded_office, tasks, kind):
    build_places(embedded_office)
    inmate = admit(embedded_office)
    line = line_of(embedded_office, inmate)
    make = {
        "add": lambda: InmateForm(embedded_office, tasks),
        "cell": lambda: CellPanel(embedded_office, tasks, line),
        "officer": lambda: ContactOfficerPanel(embedded_office, tasks, line),
        "out": lambda: TakeOutPanel(embedded_office, tasks, line),
    }[kind]
    panel = show(make())
    seen = []
    for _time in range(40):
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        assert widget.accessibleName(), widget
        QTest.keyClick(widget, KEY.Key_Tab)
    assert panel._save.button in seen
    assert QApplication.focusWidget() is seen[0]


def test_every_field_has_a_label_for_its_buddy(show, embedded_office, tasks):
    form = show(InmateForm(embedded_office, tasks))
    buddies = {label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
    for name, field in form.fields.widgets.items():
        if name != "interpreter_needed":
            assert field in buddies, name
    assert "Må fylles ut" in words(form)


def test_a_move_is_told_with_what_takes_it_back(show, qtbot, embedded_office, tasks):
    cells = build_places(embedded_office).cells
    omar = admit(embedded_office, 1, cells["B-2-B201"])
    panel = show(CellPanel(embedded_office, tasks, line_of(embedded_office, omar)))
    with qtbot.waitSignal(panel.notice) as told:
        panel.presenter.put_in(cells["B-3-B301"])
    deed = told.args[0].deed
    assert deed.is_stored
    deed.take_back()
    assert line_of(embedded_office, omar).cell == "B-2-B201"
    deed.do_again()
    assert line_of(embedded_office, omar).cell == "B-3-B301"


def test_a_draft_thrown_away_comes_back_into_the_form(show, embedded_office, tasks):
    form = show(InmateForm(embedded_office, tasks))
    fill(form, family_name="Berg")
    told = []
    form.notice.connect(told.append)
    form._presenter.throw_draft_away()
    assert form.fields.values.family_name == ""
    told[0].deed.take_back()
    assert form.fields.values.family_name == "Berg"
    (kept,) = drafts(embedded_office)
    assert kept.fields["family_name"] == "Berg"
