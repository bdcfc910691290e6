"""Enter before the machine has said which printers there are: the wish is kept, or taken back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.documents.copies import PaperCopy
from app.ui.background.tasks import Tasks
from app.ui.screens.documents.page import DocumentsPage
from app.use_cases.printing import PrintQueues
from tests.ui.documents.stand_ins import OMAR, FakePapers, paper


@pytest.fixture
def papers() -> FakePapers:
    made = FakePapers()
    made.answered.clear()
    return made


@pytest.fixture
def page(qtbot: QtBot, papers: FakePapers) -> Iterator[DocumentsPage]:
    tasks = Tasks()
    window = QWidget()
    qtbot.addWidget(window)
    made = DocumentsPage(None, tasks, papers)
    made.setParent(window)
    made.setGeometry(0, 0, 1178, 688)
    window.resize(1178, 688)
    window.show()
    qtbot.waitExposed(window)
    made.show_plan_paper(OMAR)
    qtbot.waitUntil(lambda: made.pages.page_count > 0)
    qtbot.keyClick(made.first_focus(), Qt.Key.Key_Return)
    yield made
    papers.answered.set()
    tasks.close()
    window.close()


def know_printers(qtbot: QtBot, page: DocumentsPage, papers: FakePapers) -> None:
    papers.answered.set()
    qtbot.waitUntil(lambda: not page.presenter.looking_for_printers)


def test_what_was_asked_for_too_early_is_printed_when_the_printers_are_known(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    assert page.panel.problem.text() == ""
    assert page.panel.busy.text() == "Ser etter skrivere …"
    with qtbot.waitSignal(page.notice):
        papers.answered.set()

    assert papers.printed == [(paper().document_id, "Vaktrom", 1)]
    assert page.panel.busy.text() == ""


def test_without_a_chosen_printer_the_officer_is_asked_to_choose(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    papers.printers = PrintQueues(("Kontor", "Vaktrom"), None)
    know_printers(qtbot, page, papers)

    assert papers.printed == []
    assert page.panel.problem.text() == "Velg en skriver."


def test_another_copy_takes_the_wish_back(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    page.panel.copies_of.choose(PaperCopy.INTERNAL)
    page.panel.chosen.emit()
    know_printers(qtbot, page, papers)
    qtbot.waitUntil(lambda: page.presenter.paper is not None)

    assert papers.printed == []
    assert page.panel.busy.text() == ""


def test_nothing_is_printed_behind_an_officer_who_has_left_the_page(
    qtbot: QtBot, page: DocumentsPage, papers: FakePapers
) -> None:
    page.hide()
    know_printers(qtbot, page, papers)

    assert papers.printed == []
