"""The page `Søk`: words, filters, hits, and the way from a hit to what was found."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.conversations import ConversationKind
from app.domain.errors import DatabaseUnavailable
from app.domain.plans import Goal, PlanContent, PlanPart, Step, Theme
from app.ui.appearance.theme import Theme as Look
from app.ui.background.tasks import Tasks
from app.ui.screens.search import presenter as presenter_module
from app.ui.screens.search.page import SearchPage
from app.ui.shell.history import Stop
from app.ui.shell.opening import open_window
from app.ui.widgets.marked_label import MarkedLabel
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from tests.helpers.access import access_log
from tests.helpers.prison import admit, build_places, talk

TALK = "Fikk avslag på permisjonssøknaden. Skuffet, men vil søke igjen."


@pytest.fixture
def omar(embedded_office: Office) -> UUID:
    prison = build_places(embedded_office)
    inmate_id = admit(embedded_office, 1, prison.cells["B-2-B202"]).id
    talk(embedded_office, inmate_id, TALK)
    goal = Goal(
        UUID(int=1),
        Theme.WORK_AND_EDUCATION,
        "Fagbrev",
        steps=(Step(UUID(int=2), "Søknad til sveisekurs"),),
    )
    save_plan(embedded_office, inmate_id, PlanContent(goals=(goal,)), 0)
    return inmate_id


@pytest.fixture
def page(
    look: Look, embedded_office: Office, omar: UUID, tasks: Tasks, settle: Callable[[], None]
) -> SearchPage:
    page = SearchPage(embedded_office, tasks)
    page.resize(1100, 700)
    page.show()
    page.activate()
    settle()
    yield page
    page.close()


def look_for(page: SearchPage, words: str, settle: Callable[[], None]) -> list[str]:
    """Type words, press Enter, and return what is shown of each hit."""
    page.words.setText(words)
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    settle()
    return [row.link.accessibleName() for row in page.hits.rows if row.isVisible()]


def test_a_word_inside_a_compound_is_found_and_marked(page: SearchPage, settle) -> None:
    hits = look_for(page, "søknad", settle)
    assert len(hits) == 2
    assert page.count.text() == "2 treff"
    marked = [label.text() for label in page.hits.findChildren(MarkedLabel)]
    assert any('permisjons<span style="font-weight:600">søknad</span>en' in text for text in marked)


def test_what_people_wrote_is_never_read_as_markup(
    page: SearchPage, embedded_office: Office, omar: UUID, settle
) -> None:
    talk(embedded_office, omar, "Sa <b>fet</b> & <img src='x'> om gjeld.")
    look_for(page, "gjeld", settle)
    (label,) = page.hits.findChildren(MarkedLabel)
    assert "&lt;b&gt;fet&lt;/b&gt; &amp; &lt;img src=&#x27;x&#x27;&gt;" in label.text()


def test_filters_keep_to_a_kind_an_author_and_days(page: SearchPage, settle) -> None:
    filters = page.filters
    filters.kind.setCurrentIndex(filters.kind.findText("Planer"))
    assert all("Plan: " in hit for hit in look_for(page, "søknad", settle))
    filters.clear()
    filters.author.setText("nobody of that name")
    assert look_for(page, "søknad", settle) == []
    filters.clear()
    filters.until.set_value(date(2026, 11, 22))
    assert look_for(page, "søknad", settle) == []
    filters.clear()
    assert len(look_for(page, "søknad", settle)) == 2


def test_filters_can_be_cleared_where_nothing_is_found(page: SearchPage, settle) -> None:
    page.filters.author.setText("nobody of that name")
    assert look_for(page, "søknad", settle) == []
    button = page._found.message.button
    assert button.text() == "Nullstill filtrene"
    button.click()
    page.presenter.look()
    settle()
    assert len(page.hits.rows) == 2
    assert QApplication.focusWidget() in {page.words, None}


def test_units_are_offered_and_kept_to(page: SearchPage, settle) -> None:
    unit = page.filters.unit
    assert [unit.itemText(place) for place in range(unit.count())] == [
        "Hele fengselet",
        "Avdeling B",
    ]
    unit.setCurrentIndex(1)
    assert len(look_for(page, "søknad", settle)) == 2


def test_one_letter_is_no_question(page: SearchPage, settle) -> None:
    assert look_for(page, "s", settle) == []
    assert page._found.message.isVisible()


def test_each_search_leaves_its_row_in_the_access_log(
    page: SearchPage, embedded_office: Office, settle
) -> None:
    before = len(access_log(embedded_office))
    look_for(page, "søknad", settle)
    added = access_log(embedded_office)[before:]
    assert [(row.feature, row.count) for row in added] == [("search", 2)]


def test_an_unreachable_database_is_said_and_tried_again(
    page: SearchPage, settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DatabaseUnavailable("nede")

    with monkeypatch.context() as broken:
        broken.setattr(presenter_module, "search_everything", fail)
        look_for(page, "søknad", settle)
    assert page._found.message.button is not None
    page._found.message.button.click()
    settle()
    assert len(page.hits.rows) == 2


def test_an_answer_to_an_earlier_question_is_thrown_away(page: SearchPage, settle) -> None:
    page.presenter.want(page.filters.search("søknad"))
    page.presenter.look()
    page.presenter.want(page.filters.search("skuffet"))
    page.presenter.look()
    settle()
    assert len(page.hits.rows) == 1


def test_esc_empties_the_words_then_the_filters(page: SearchPage, settle) -> None:
    page.filters.author.setText("Kari")
    look_for(page, "søknad", settle)
    assert page.escape()
    assert page.words.text() == ""
    assert page.escape()
    assert not page.filters.are_set
    assert not page.escape()


def test_hits_are_walked_by_arrow_keys(page: SearchPage, settle, qtbot: QtBot) -> None:
    qtbot.waitExposed(page)
    page.activateWindow()
    look_for(page, "søknad", settle)
    page.words.setFocus()
    QTest.keyClick(page.words, Qt.Key.Key_Down)
    assert page.hits.rows[0].link.hasFocus()
    QTest.keyClick(page.hits.rows[0].link, Qt.Key.Key_Down)
    assert page.hits.rows[1].link.hasFocus()


def test_f3_goes_from_hit_to_hit_and_round(page: SearchPage, omar: UUID, settle) -> None:
    assert not page.find_next()
    look_for(page, "søknad", settle)
    page.words.setFocus()
    walked = []
    for _press in range(len(page.hits.rows) + 1):
        assert page.find_next()
        walked.append(page.hits.focused_row())
    assert walked == [*page.hits.rows, page.hits.rows[0]]
    page.words.clear()
    settle()
    assert not page.find_next()


def test_a_hit_leads_to_the_entry_among_the_others(
    look: Look, embedded_office: Office, omar: UUID, tasks: Tasks, qtbot: QtBot, settle
) -> None:
    for number in range(60):
        kind = ConversationKind.CONTACT_OFFICER if number % 2 else ConversationKind.NOTE
        talk(embedded_office, omar, f"Nummer {number}", kind=kind, days_ago=number)
    window = open_window(embedded_office, tasks)
    qtbot.addWidget(window)
    settle()
    window.navigator.go(Stop("search"))
    page = window.frame.page
    assert isinstance(page, SearchPage)
    page.words.setText('"Nummer 58"')
    page.presenter.look()
    settle()
    page.hits.rows[0].link.click()
    settle()
    card = window.frame.page._tabs.page.entries.current_card()
    assert card.line.text == "Nummer 58"
    window.watch.stop()
    window.locking.idle.stop()
    window.close()


def test_a_hit_in_a_plan_leads_to_the_plan(page: SearchPage, omar: UUID, settle, qtbot) -> None:
    page.filters.kind.setCurrentIndex(page.filters.kind.findData(frozenset({PlanPart.STEP})))
    look_for(page, "søknad", settle)
    with qtbot.waitSignal(page.plan_asked) as asked:
        page.hits.rows[0].link.click()
    assert asked.args == [omar]
