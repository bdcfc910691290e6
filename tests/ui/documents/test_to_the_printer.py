"""From the page to the paper that comes out: real use cases, a real print service."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.access import Verb
from app.ui.background.tasks import Tasks
from app.ui.screens.documents.page import DocumentsPage
from app.use_cases.documents import plan_paper
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from tests.documents.papers import CONTENT
from tests.helpers.access import access_log
from tests.helpers.print_service import PrintService, running_print_service
from tests.helpers.prison import admit, build_places


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintService]:
    with running_print_service() as started:
        started.add_queue("Vaktrom", chosen=True)
        monkeypatch.setenv("CUPS_SERVER", started.address)
        yield started


@pytest.fixture
def page(qapp: QApplication, embedded_office: Office) -> Iterator[DocumentsPage]:
    window = QWidget()
    tasks = Tasks()
    made = DocumentsPage(embedded_office, tasks)
    made.setParent(window)
    made.resize(1178, 688)
    window.resize(1178, 688)
    window.show()
    yield made
    tasks.close()
    window.close()


def test_enter_puts_the_plan_into_the_queue_byte_for_byte(
    qtbot: QtBot, page: DocumentsPage, service: PrintService, embedded_office: Office
) -> None:
    inmate = admit(embedded_office)
    save_plan(embedded_office, inmate.id, CONTENT, 0)
    page.show_plan_paper(inmate.id)
    qtbot.waitUntil(lambda: page.panel.chosen_printer == "Vaktrom", timeout=20_000)
    with qtbot.waitSignal(page.notice, timeout=20_000):
        qtbot.keyClick(page.first_focus(), Qt.Key.Key_Return)

    assert page.title == "Hassan, Omar"
    kept = plan_paper(embedded_office, inmate.id)
    assert kept.reprint
    assert service.printed("Vaktrom", "Vaktrom-1").data == kept.data
    logged = [row for row in access_log(embedded_office) if row.verb == Verb.PRINT]
    assert [(row.inmate_id, row.count, row.reason) for row in logged] == [(inmate.id, 1, "Vaktrom")]


def test_the_unit_list_is_printed_the_same_way(
    qtbot: QtBot, page: DocumentsPage, service: PrintService, embedded_office: Office
) -> None:
    prison = build_places(embedded_office)
    admit(embedded_office, place=next(iter(prison.cells.values())))
    page.show_unit_list("B", "Avdeling B")
    qtbot.waitUntil(lambda: page.panel.chosen_printer == "Vaktrom", timeout=20_000)
    with qtbot.waitSignal(page.notice, timeout=20_000):
        qtbot.keyClick(page.first_focus(), Qt.Key.Key_Return)

    assert service.printed("Vaktrom", "Vaktrom-1").data.startswith(b"%PDF")
