"""How long the board takes to draw and to answer a key, beside one frame of a 60 Hz screen."""

import gc
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
from tests.bench.timing import figure, medians
from tests.ui.cell_blocks.made_up import KARI, prison_of

FRAME_MS = 1000 / 60
SIZES = ((1366, 768), (1920, 1080), (2560, 1440))
PEOPLE = (392, 4000)
REPAINTS = 60
TYPED = ("e", "et", "ett", "etternavn1", "etternavn12", "etternavn1", "")
TYPINGS = 6
REPAINT_GOAL = 0.35
WIDE_REPAINT_GOAL = 0.6
KEY_GOAL = 1.0
COUNTRY = 90_000
BUILDS = 30
BUILD_GOAL = 1.5
SAME_GOAL = 1.2
COUNTRY_KEY_GOAL = 2.0


def measure() -> list[dict[str, object]]:
    """Return two figures for each window size and number of people; the floor is one frame."""
    QApplication.instance() or QApplication([])
    family = load_fonts()
    rows = []
    boards = {people: build_board(prison_of(people), KARI) for people in (*PEOPLE, COUNTRY)}
    # As the program does with what stays: garbage is looked for among the rest alone.
    gc.collect()
    gc.freeze()
    for people in PEOPLE:
        for size in SIZES:
            rows += _figures(boards[people], people, size, family)
    rows += _country(boards, family)
    gc.unfreeze()
    return rows


def _country(boards: dict[int, Board], family: str) -> list[dict[str, object]]:
    """Return the figures of a whole country beside those of one prison, and of ten."""
    size = SIZES[0]
    large, small = medians(
        BUILDS,
        lambda: _view(boards[COUNTRY], size, family).close(),
        lambda: _view(boards[PEOPLE[0]], size, family).close(),
    )
    views = {people: _view(boards[people], size, family) for people in (COUNTRY, PEOPLE[1])}
    repaint, beside = medians(
        REPAINTS, views[COUNTRY].viewport().repaint, views[PEOPLE[1]].viewport().repaint
    )
    keys = [
        _milliseconds(lambda text=text: _press(views[COUNTRY], boards[COUNTRY], text))
        for _time in range(TYPINGS)
        for text in TYPED
    ]
    for view in views.values():
        view.close()
    return [
        figure(f"board build, {COUNTRY} people beside {PEOPLE[0]}", large, small, BUILD_GOAL),
        figure(f"board repaint, {COUNTRY} people beside {PEOPLE[1]}", repaint, beside, SAME_GOAL),
        _figure(f"filter key to repaint, {COUNTRY} people", keys, COUNTRY_KEY_GOAL),
    ]


def _figures(
    board: Board, people: int, size: tuple[int, int], family: str
) -> list[dict[str, object]]:
    view = _view(board, size, family)
    repaints = [_milliseconds(view.viewport().repaint) for _time in range(REPAINTS)]
    keys = [
        _milliseconds(lambda text=text: _press(view, board, text))
        for _time in range(TYPINGS)
        for text in TYPED
    ]
    view.close()
    where = f"{people} people, {size[0]}x{size[1]}"
    goal = WIDE_REPAINT_GOAL if size == SIZES[-1] else REPAINT_GOAL
    return [
        _figure(f"board repaint, {where}", repaints, goal),
        _figure(f"filter key to repaint, {where}", keys, KEY_GOAL),
    ]


def _figure(name: str, times: list[float], goal: float) -> dict[str, object]:
    return figure(name, statistics.median(times), FRAME_MS, goal) | {
        "longest_ms": round(max(times), 3)
    }


def _view(board: Board, size: tuple[int, int], family: str) -> BoardView:
    view = BoardView()
    view.restyle(font_of(family, BODY), font_of(family, SECONDARY), BoardColours.of(LIGHT))
    view.resize(*size)
    view.show()
    view.show_sections(shown_sections(board, Filters()))
    QApplication.processEvents()
    return view


def _press(view: BoardView, board: Board, text: str) -> None:
    """Do what one letter typed on the board leads to, drawing included."""
    view.show_sections(shown_sections(board, Filters(text)), anew=False)
    view.viewport().repaint()


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
