"""How long the board takes to draw and to answer a key, beside one frame of a 60 Hz screen."""

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.ui.appearance.fonts import font_of, load_fonts
from app.ui.appearance.tokens import BODY, LIGHT, SECONDARY
from app.ui.screens.cell_blocks.board import BoardView
from app.ui.screens.cell_blocks.board_colours import BoardColours
from app.ui.screens.cell_blocks.filters import Filters
from app.ui.screens.cell_blocks.sections import Board, build_board, shown_sections
from tests.ui.cell_blocks.made_up import KARI, prison_of

FRAME_MS = 1000 / 60
SIZES = ((1366, 768), (1920, 1080), (2560, 1440))
PEOPLE = (392, 4000)
REPAINTS = 60
TYPED = ("e", "et", "ett", "etternavn1", "etternavn12", "etternavn1", "")
TYPINGS = 6
REPAINT_GOAL = 0.35
KEY_GOAL = 1.0


def measure() -> list[dict[str, object]]:
    """Return one row for each window size and number of people; ratios are to one frame."""
    QApplication.instance() or QApplication([])
    family = load_fonts()
    rows = []
    for people in PEOPLE:
        began = time.perf_counter()
        board = build_board(prison_of(people), KARI)
        build_ms = (time.perf_counter() - began) * 1000
        rows += [_row(board, people, size, family, build_ms) for size in SIZES]
    return rows


def _row(
    board: Board, people: int, size: tuple[int, int], family: str, build_ms: float
) -> dict[str, object]:
    view = BoardView()
    view.restyle(
        font_of(family, BODY), font_of(family, SECONDARY), BoardColours.of(LIGHT.colours())
    )
    view.resize(*size)
    view.show()
    view.show_sections(shown_sections(board, Filters()))
    QApplication.processEvents()
    repaints = [_milliseconds(view.viewport().repaint) for _time in range(REPAINTS)]
    keys = [
        _milliseconds(lambda text=text: _press(view, board, text))
        for _time in range(TYPINGS)
        for text in TYPED
    ]
    view.close()
    repaint, key = statistics.median(repaints), statistics.median(keys)
    return {
        "people": people,
        "size": f"{size[0]}x{size[1]}",
        "repaint_ms": round(repaint, 2),
        "repaint_of_frame": round(repaint / FRAME_MS, 3),
        "repaint_goal": REPAINT_GOAL,
        "key_ms": round(key, 2),
        "key_max_ms": round(max(keys), 2),
        "key_of_frame": round(key / FRAME_MS, 3),
        "key_goal": KEY_GOAL,
        "lay_out_ms": round(build_ms, 1),
    }


def _press(view: BoardView, board: Board, text: str) -> None:
    """Do what one letter typed on the board leads to, drawing included."""
    view.show_sections(shown_sections(board, Filters(text)), anew=False)
    view.viewport().repaint()


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
