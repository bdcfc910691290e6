"""Which conversations are printed: days, kinds and ticks."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.conversations import ConversationKind
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.log import ConversationLog
from app.ui.screens.conversations.print_selection import PrintSelection
from app.use_cases.office import Office
from tests.documents.papers import ENTRIES, INMATE
from tests.helpers.prison import talk

LATEST, NOTE, FIRST = (line.id for line in ENTRIES)


@pytest.fixture
def selection(look: Theme, qtbot: QtBot) -> PrintSelection:
    panel = PrintSelection(INMATE.id, ENTRIES, lambda: date(2026, 11, 23))
    qtbot.addWidget(panel)
    panel.resize(460, 600)
    panel.show()
    return panel


def test_all_are_chosen_until_days_kinds_or_ticks_say_otherwise(
    selection: PrintSelection,
) -> None:
    assert selection.chosen == (LATEST, NOTE, FIRST)
    selection.kinds[ConversationKind.NOTE].click()
    assert selection.chosen == (LATEST, FIRST)
    selection.since.line.setText("6.11.2026")
    assert selection.chosen == (LATEST,)
    assert selection.count.text() == "1 av 3 valgt"
    selection.since.line.clear()
    selection.until.line.setText("19.11.2026")
    assert selection.chosen == (FIRST,)


def test_space_takes_an_entry_away_and_the_links_choose_all_or_none(
    qtbot: QtBot, selection: PrintSelection
) -> None:
    selection.entries.setFocus()
    selection.entries.setCurrentRow(1)
    qtbot.keyClick(selection.entries, Qt.Key.Key_Space)
    assert selection.chosen == (LATEST, FIRST)
    selection.tick_all(yes=False)
    assert selection.chosen == ()
    selection.tick_all(yes=True)
    assert len(selection.chosen) == 3


def test_the_paper_is_asked_for_with_what_is_chosen(
    qtbot: QtBot, selection: PrintSelection
) -> None:
    selection.kinds[ConversationKind.NOTE].click()
    with qtbot.waitSignal(selection.entries_print_asked) as asked:
        selection.show_button.click()
    assert asked.args == [INMATE.id, (LATEST, FIRST)]


def test_nothing_chosen_or_a_wrong_day_is_said(selection: PrintSelection) -> None:
    selection.tick_all(yes=False)
    selection.show_button.click()
    assert "minst én" in selection.problem.text()
    selection.tick_all(yes=True)
    selection.since.line.setText("i forgårs")
    selection.show_button.click()
    assert "Skriv datoen" in selection.problem.text()


def test_the_log_offers_it_with_the_whole_log(
    look: Theme, qtbot: QtBot, tasks: Tasks, embedded_office: Office, omar: UUID
) -> None:
    talk(embedded_office, omar, "Første", days_ago=3)
    talk(embedded_office, omar, "Andre", days_ago=1)
    log = ConversationLog(embedded_office, tasks)
    qtbot.addWidget(log)
    log.show_inmate(omar)
    qtbot.waitUntil(lambda: not tasks.running)
    (action,) = log.print_actions()
    with qtbot.waitSignal(log.panel_asked) as asked:
        action.trigger()
    panel, title = asked.args
    qtbot.addWidget(panel)
    assert title == "Skriv ut samtaler"
    assert len(panel.chosen) == 2
