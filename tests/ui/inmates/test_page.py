"""The page of a person: banner, tabs from outside, changes, states."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.access import Officer, Role
from app.domain.errors import DatabaseUnavailable
from app.domain.inmates import Whereabouts
from app.domain.thresholds import OverviewThresholds
from app.domain.topics import Topic
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import Tone
from app.ui.screens.inmates import presenter as presenter_module
from app.ui.screens.inmates.banner import days_badge, due_badge, facts_text, where_text
from app.ui.screens.inmates.screen import InmatesPage
from app.ui.screens.inmates.tabs import TabEntry
from app.ui.widgets.page import Page
from app.use_cases.inmates import correct_inmate, open_inmate, put_in_cell
from tests.helpers.prison import admit, build_places, talk
from tests.ui.cell_blocks.doubles import HeldTasks
from tests.ui.cell_blocks.made_up import TODAY, block_b


class Tab(Page):
    """Says whom it shows."""

    def __init__(self, title):
        super().__init__(title)
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        self.shown = []
        self.reloads = 0

    def topics(self):
        return frozenset({Topic.DOCUMENTS})

    def reload(self):
        self.reloads += 1

    def first_focus(self):
        return self.field

    def escape(self):
        had = bool(self.field.text())
        self.field.clear()
        return had


class Made:
    """The tabs that were made, by their id."""

    def __init__(self):
        self.pages = {}

    def entry(self, tab_id, word):
        def make():
            self.pages[tab_id] = Tab(word)
            return self.pages[tab_id]

        return TabEntry(tab_id, word, make, lambda page, who: page.shown.append(who))


@pytest.fixture
def made():
    return Made()


@pytest.fixture
def page(qtbot, embedded_office, made):
    theme().dress_for_work()
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1178, 690)
    tabs = (made.entry("conversations", "Samtaler"), made.entry("plan", "Plan"))
    page = InmatesPage(embedded_office, HeldTasks(), tabs, host)
    page.resize(1178, 690)
    with qtbot.waitExposed(host):
        host.show()
    yield page
    host.hide()


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_nobody_is_shown_at_first(page, qtbot):
    assert page.title == "Innsatt"
    assert page.header_widgets() == ()
    assert page.print_actions() == ()
    assert page.current_inmate() is None
    with qtbot.waitSignal(page.find_asked):
        page.first_focus().click()


def test_a_person_is_shown_with_the_banner_and_the_first_tab(page, embedded_office, made):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office, 1, cells["B-2-B201"], interpreter_needed=True)
    talk(embedded_office, inmate.id, days_ago=21)
    page.show_inmate(inmate.id)
    assert page.title == "Hassan, Omar"
    (banner,) = page.header_widgets()
    assert banner.accessibleName() == ("B201, Dom · ingen kontaktbetjent · Arabisk, tolk, 21 dager")
    assert made.pages["conversations"].shown == [inmate.id]
    assert "plan" not in made.pages
    assert page.first_focus() is made.pages["conversations"].field
    assert page.current_inmate() == inmate.id
    assert page.makes_room_for_panel()


def test_tabs_are_made_and_told_when_they_are_looked_at(page, embedded_office, made):
    first, second = admit(embedded_office, 1), admit(embedded_office, 2)
    page.show_inmate(first.id)
    page.show_plan(first.id)
    assert made.pages["plan"].shown == [first.id]
    page.show_inmate(second.id)
    assert made.pages["plan"].shown == [first.id, second.id]
    assert made.pages["conversations"].shown == [first.id]
    page.show_tab("conversations", second.id)
    assert made.pages["conversations"].shown == [first.id, second.id]
    page.show_tab("plan", second.id)
    assert made.pages["plan"].shown == [first.id, second.id]


def test_ctrl_tab_goes_round_the_tabs(page, embedded_office, made):
    page.show_inmate(admit(embedded_office).id)
    for before, after in (("conversations", "plan"), ("plan", "conversations")):
        field = made.pages[before].field
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert page._tabs.page is made.pages[after]


def test_a_refresh_reaches_the_tab_in_front_now_and_the_other_later(page, embedded_office, made):
    inmate = admit(embedded_office)
    page.show_plan(inmate.id)
    page.show_tab("conversations", inmate.id)
    correct_inmate(
        embedded_office, inmate.id, inmate.version, replace(inmate.facts, given_name="Ali")
    )
    page.reload()
    assert page.title == "Hassan, Ali"
    assert made.pages["conversations"].reloads == 1
    assert made.pages["plan"].reloads == 0
    page.show_plan(inmate.id)
    assert made.pages["plan"].reloads == 1
    assert Topic.DOCUMENTS in page.topics()


def test_what_a_tab_wishes_is_passed_on(page, qtbot, embedded_office, made):
    inmate = admit(embedded_office)
    page.show_inmate(inmate.id)
    tab = made.pages["conversations"]
    for name in ("conversation_asked", "correction_asked", "print_asked", "notice"):
        with qtbot.waitSignal(getattr(page, name)) as passed:
            getattr(tab, name).emit(inmate.id)
        assert passed.args == [inmate.id]
    tab.field.setText("noe")
    assert page.escape()
    assert not page.escape()


def test_what_can_be_changed_fits_the_person(page, qtbot, embedded_office):
    cells = build_places(embedded_office).cells
    inmate = admit(embedded_office)
    page.show_inmate(inmate.id)

    def offered():
        return [action.text() for action in page._change.actions_offered()]

    assert offered() == ["Rett opplysninger", "Sett i celle", "Sett kontaktbetjent"]
    put_in_cell(embedded_office, inmate.id, inmate.version, cells["B-2-B201"])
    page.reload()
    assert offered() == [
        "Rett opplysninger",
        "Flytt til en annen celle",
        "Ta ut av celle",
        "Sett kontaktbetjent",
    ]
    for action, signal in zip(
        page._change.actions_offered(),
        (page.correct_asked, page.place_asked, page.take_out_asked, page.contact_officer_asked),
        strict=True,
    ):
        with qtbot.waitSignal(signal) as asked:
            action.trigger()
        assert asked.args[0].id == inmate.id
    with qtbot.waitSignal(page.print_asked) as asked:
        page.print_actions()[0].trigger()
    assert asked.args == [inmate.id]


def test_an_auditor_sees_nobody(qtbot, embedded_office, made):
    inmate = admit(embedded_office)
    embedded_office.officer = Officer(
        embedded_office.officer.id, "rev", "Rev Isor", Role.AUDITOR, None
    )
    page = InmatesPage(embedded_office, HeldTasks(), ())
    qtbot.addWidget(page)
    page.show_inmate(inmate.id)
    assert "Du har ikke tilgang" in words(page._state.message)
    assert page.header_widgets() == ()


def test_a_lost_database_is_told_and_tried_again(page, embedded_office, monkeypatch, qtbot):
    inmate = admit(embedded_office)

    def lost(*_args, **_named):
        raise DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")

    monkeypatch.setattr(presenter_module, "open_inmate", lost)
    page.show_inmate(inmate.id)
    assert "DB-02" in words(page._state.message)
    monkeypatch.setattr(presenter_module, "open_inmate", open_inmate)
    page._state.message.button.click()
    assert page.title == "Hassan, Omar"
    monkeypatch.setattr(presenter_module, "open_inmate", lost)
    with qtbot.waitSignal(page.notice):
        page.reload()
    assert page.title == "Hassan, Omar"


def test_somebody_who_is_gone(page):
    page.show_inmate(TODAY and block_b().inmates[0].id)
    assert "Personen finnes ikke lenger i databasen." in words(page._state.message)


def test_badges_tell_what_presses():
    line = next(line for line in block_b().inmates if line.name == "Hassan, Omar")
    numbers = OverviewThresholds()
    assert days_badge(line, numbers) == ("21 dager", Tone.DANGER)
    assert days_badge(replace(line, days_since_conversation=0), numbers) == ("i dag", Tone.OK)
    assert days_badge(replace(line, days_since_conversation=9), numbers)[1] is Tone.WARNING
    assert days_badge(replace(line, days_since_conversation=None), numbers)[1] is Tone.DANGER
    assert due_badge(line, TODAY) == ("Frist i dag", Tone.WARNING)
    assert due_badge(replace(line, overdue_steps=2), TODAY) == ("2 forfalt", Tone.DANGER)
    assert due_badge(replace(line, next_due=None), TODAY)[0] == ""
    assert facts_text(line) == "Dom · kontaktbetjent Arne Rønning · Arabisk, tolk"
    assert where_text(replace(line, cell=None, whereabouts=Whereabouts.COURT)) == "retten"
