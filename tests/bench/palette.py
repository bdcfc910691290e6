"""How long Ctrl+K takes to answer a key with four thousand people, beside two floors.

The floors are one frame of a 60 Hz screen, and a bare list view that shows twelve other lines.
"""

import os
import time
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget

from app.ui.actions.entries import ENTRIES
from app.ui.appearance.theme import theme
from app.ui.shell.finder import Findable, Kind, find
from app.ui.shell.palette import Palette
from tests.bench.board import FRAME_MS
from tests.bench.timing import figure, medians
from tests.ui.cell_blocks.made_up import prison_of

PEOPLE = 4000
ROUNDS = 40
# A name letter by letter, a cell, letters that lie apart, and what nobody is called.
TYPED = ("e", "et", "ett", "ettern", "etternavn12", "b20", "etn12", "finnes ikke")
FRAME_GOAL = 3.0
LIST_GOAL = 25.0


def measure() -> list[dict[str, object]]:
    """Return the figure beside both floors; a key may take 50 ms, three frames."""
    QApplication.instance() or QApplication([])
    theme().dress_for_work()
    host = QWidget()
    host.resize(1366, 768)
    host.show()
    things = _things()
    palette = Palette(host)
    palette.open(lambda typed: find(things, typed), "Finn")
    bare, model = QListView(host), QStringListModel()
    bare.setModel(model)
    bare.resize(560, 400)
    bare.show()
    QApplication.processEvents()
    keys = iter(TYPED * (ROUNDS * 2))
    lines = [[f"Etternavn{number + shift}, Fornavn" for number in range(12)] for shift in (0, 50)]
    turns = iter(lines * ROUNDS)

    def press() -> None:
        palette._search(next(keys))
        palette._list.viewport().repaint()

    def show_lines() -> None:
        model.setStringList(next(turns))
        bare.viewport().repaint()

    ours, floor = medians(ROUNDS, press, show_lines)
    longest = max(_milliseconds(palette, typed) for typed in TYPED)
    host.close()
    worst = {"longest_ms": round(longest, 3)}
    name = f"palette key, {PEOPLE} people"
    return [
        figure(f"{name}, beside one frame", ours, FRAME_MS, FRAME_GOAL) | worst,
        figure(f"{name}, beside a bare list", ours, floor, LIST_GOAL) | worst,
    ]


def _milliseconds(palette: Palette, typed: str) -> float:
    began = time.perf_counter()
    palette._search(typed)
    palette._list.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def _things() -> list[Findable]:
    people = [
        Findable(
            Kind.PERSON,
            line.name,
            line.place_path or "",
            "",
            _nothing,
            f"{line.name} {line.place_path} {line.prison_number}",
            UUID(int=number),
        )
        for number, line in enumerate(prison_of(PEOPLE).inmates)
    ]
    actions = [Findable(Kind.ACTION, entry.text, "", "", _nothing) for entry in ENTRIES]
    return [*people, *actions]


def _nothing() -> None:
    pass
