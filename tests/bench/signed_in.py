"""From sign-in accepted to the overview painted, beside the same SELECTs and the same list view.

Deriving the key from the password is over by then: it is slow on purpose. The modules are imported
while the password is typed, so that is left out on both sides.
"""

import gc
import os
import statistics
import time
from collections.abc import Sequence
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.ui.appearance.theme import STYLE_ARGUMENTS, theme
from app.ui.appearance.tokens import SECONDARY
from app.ui.background.tasks import Tasks
from app.ui.screens.cell_blocks.board import BoardView
from app.ui.screens.cell_blocks.board_colours import BoardColours
from app.ui.screens.cell_blocks.filters import Filters
from app.ui.screens.cell_blocks.screen import CellBlocksPage
from app.ui.screens.cell_blocks.sections import build_board, shown_sections
from app.ui.shell.opening import open_windows
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.office import Office
from tests.bench.captured import Statement, bare_driver, captured
from tests.bench.prisons import CONVERSATIONS, measured_offices
from tests.bench.timing import figure

ROUNDS = 25
GOAL = 2.0
SIZE = (1366, 768)
_SOON_MS = 5


def measure(conversations: int = CONVERSATIONS, rounds: int = ROUNDS) -> list[dict[str, object]]:
    """Return one figure for each engine."""
    QApplication.instance() or QApplication(["mulighet", *STYLE_ARGUMENTS])
    theme().dress_for_work()
    with measured_offices(conversations) as offices:
        return [_measure(engine, office, rounds) for engine, office in offices.items()]


def _measure(engine: str, office: Office, rounds: int) -> dict[str, object]:
    # As the program does once its modules are in: garbage is looked for among the rest alone.
    gc.collect()
    gc.freeze()
    tasks = Tasks()
    unit = office.officer.unit
    statements = captured(office.database, lambda: cell_block_overview(office, unit, refresh=True))
    ours, floor = [], []
    with bare_driver(office.database) as driver:
        for number in range(rounds + 2):
            beside = _list_view(office, driver, statements)
            program = _program(office, tasks)
            if number > 1:
                ours.append(program)
                floor.append(beside)
        driver.rollback()
    tasks.close()
    gc.unfreeze()
    name = f"sign-in accepted to overview painted, {engine}"
    return figure(name, statistics.median(ours), statistics.median(floor), GOAL) | {
        "floor": "the SELECTs on the bare driver, and the board alone in a window"
    }


def _program(office: Office, tasks: Tasks) -> float:
    began = time.perf_counter()
    windows = open_windows(office, tasks)
    window = windows.front
    page = window.frame.page
    assert isinstance(page, CellBlocksPage)
    while page._showing is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _SOON_MS)
    page._views.view.viewport().repaint()
    taken = (time.perf_counter() - began) * 1000
    while tasks.running:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _SOON_MS)
    windows.close()
    window.deleteLater()
    windows.deleteLater()
    QApplication.processEvents()
    return taken


def _list_view(office: Office, driver: Any, statements: Sequence[Statement]) -> float:
    board = build_board(
        cell_block_overview(office, office.officer.unit, refresh=True), office.officer.id
    )
    look = theme()
    began = time.perf_counter()
    for statement in statements:
        cursor = driver.cursor()
        cursor.execute(statement.text, statement.parameters)
        cursor.fetchall()
        cursor.close()
    view = BoardView()
    view.restyle(look.font(), look.font(SECONDARY), BoardColours.of(look.tokens))
    view.resize(*SIZE)
    view.show()
    view.show_sections(shown_sections(board, Filters()))
    QApplication.processEvents()
    view.viewport().repaint()
    taken = (time.perf_counter() - began) * 1000
    view.close()
    view.deleteLater()
    return taken
