"""What tests do with the page that brings files in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.screens.administration import file_field
from app.ui.screens.administration.desk import AdministrationDesk
from app.ui.screens.administration.import_tab import ImportTab

Show = Callable[[AdministrationDesk], ImportTab]


def choose(qtbot: QtBot, tab: ImportTab, file: Path) -> None:
    with file_field.choose_with(lambda: file):
        tab.file.button.click()
    wait_for_report(qtbot, tab)


def wait_for_report(qtbot: QtBot, tab: ImportTab) -> None:
    qtbot.waitUntil(lambda: tab.presenter._report is not None, timeout=20_000)


def bring_in(qtbot: QtBot, tab: ImportTab) -> str:
    tab.run_button.click()
    qtbot.waitUntil(lambda: tab.result.text() != "", timeout=20_000)
    return tab.result.text()


def cells(tab: ImportTab) -> list[list[str]]:
    model = tab.report.table.rows
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def summary(tab: ImportTab) -> str:
    return tab.report._summary.text()


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def select(box: QComboBox, text: str) -> None:
    place = box.findText(text)
    assert place >= 0, text
    box.setCurrentIndex(place)
    box.activated.emit(place)
