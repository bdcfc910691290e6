"""What this machine remembers of windows, on one screen and on two, and how it forgets it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.foundation.setting_sources import forget_layout
from app.ui.appearance.remembered import forget_file, remember_in, remembered
from app.ui.appearance.theme import Theme, theme
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import Desk
from app.ui.shell.history import Stop
from app.ui.shell.window import MainWindow
from app.ui.shell.windows import Windows
from app.ui.widgets.side_panel import PanelGrip
from tests.ui.shell.conftest import HASSAN, MadeUpWriter, made_up_book

ROOT = Path(__file__).parents[3]
Settle = Callable[[], None]
Make = Callable[[], Windows]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "ui.ini"
    remember_in(file)
    yield file
    forget_file()


@pytest.fixture
def make(look: Theme, desk: Desk, tasks: Tasks, settle: Settle) -> Iterator[Make]:
    made: list[Windows] = []

    def make() -> Windows:
        watch = ChangeWatch(tasks, desk.revisions)
        windows = Windows(
            lambda number: MainWindow(desk, tasks, made_up_book(MadeUpWriter()), watch, number),
            watch,
        )
        made.append(windows)
        windows.open_as_left()
        settle()
        return windows

    yield make
    for windows in made:
        last = windows.front
        windows.close()
        last.deleteLater()
    settle()


def test_the_windows_that_were_open_are_open_again(file: Path, make: Make) -> None:
    windows = make()
    windows.open_person(HASSAN)
    windows.all[1].resize(760, 640)
    windows.close()
    first, second = make().all
    assert first.navigator.here == Stop("cell_blocks")
    assert second.navigator.here == Stop("inmate")
    assert (second.width(), second.height()) == (760, 640)


def test_what_is_remembered_points_to_nobody(file: Path, make: Make) -> None:
    windows = make()
    windows.open_person(HASSAN)
    windows.close()
    remembered().sync()
    text = file.read_text(encoding="utf-8")
    assert "windows" in text
    assert str(HASSAN) not in text
    assert HASSAN.hex not in text
    assert "Hassan" not in text


def test_a_window_closed_alone_stays_closed(file: Path, make: Make) -> None:
    windows = make()
    windows.open_person(HASSAN)
    windows.all[1].close()
    windows.close()
    assert len(make().all) == 1


def test_a_maximised_window_is_maximised_again(file: Path, make: Make) -> None:
    windows = make()
    windows.front.showMaximized()
    QApplication.processEvents()
    windows.close()
    assert make().front.isMaximized()


def test_the_width_of_the_side_panel_is_remembered(
    file: Path, make: Make, qtbot: QtBot, settle: Settle
) -> None:
    windows = make()
    window = windows.front
    window.resize(1366, 768)
    window.write_conversation(HASSAN)
    panel = window.frame.panel
    before = panel.width()
    window.registry["panel_wider"].trigger()
    assert panel.width() > before
    grip = panel.findChild(PanelGrip)
    place = QPointF(grip.mapToGlobal(QPoint(-100, 5)))
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(-100, 5),
        place,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    held = panel.width()
    QApplication.sendEvent(grip, move)
    assert held + 90 <= panel.width() <= held + 110
    wide = panel.wanted_width
    windows.close()
    again = make().front
    assert again.frame.panel.wanted_width == wide
    theme().set_zoom(150)
    assert again.frame.panel.wanted_width > wide


def test_a_memory_that_makes_no_sense_does_no_harm(file: Path, make: Make) -> None:
    memory = remembered()
    memory.setValue("windows/open", "nowhere inmate")
    memory.setValue("window0/geometry", "@ByteArray(xyz)")
    memory.setValue("panel/width", "-5 x")
    memory.setValue("cell_blocks/order", "7 7 7")
    windows = make()
    assert windows.front.isVisible()


def test_safe_mode_forgets_places_and_keeps_what_was_chosen(tmp_path: Path) -> None:
    file = tmp_path / "ui.ini"
    file.write_text(
        "[General]\nx=1\n[look]\nzoom=150\n[panel]\nwidth=800\n[window0]\ngeometry=abc\n"
        "[settings]\nlanguage=nn\n[cell_blocks]\nview=1\n",
        encoding="utf-8",
    )
    forget_layout(file)
    assert file.read_text(encoding="utf-8") == ("[look]\nzoom=150\n[settings]\nlanguage=nn\n")
    forget_layout(tmp_path / "none.ini")
    assert not (tmp_path / "none.ini").exists()


def on_screens(folder: Path, what: str, *screens: tuple[int, int, int, int]) -> list[Any]:
    """Run the child on screens of the offscreen platform, and return what it tells."""
    config = folder / "screens.json"
    listed = [
        {"name": f"S{number}", "x": x, "y": y, "width": width, "height": height, "dpr": 1}
        for number, (x, y, width, height) in enumerate(screens)
    ]
    config.write_text(json.dumps({"screens": listed}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.shell.two_screens_child", str(folder / "ui.ini"), what],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told: list[Any] = json.loads(done.stdout)
    return told


WING, SECOND = (0, 0, 1366, 768), (1366, 0, 1280, 1024)


def test_on_two_screens_each_window_is_where_it_was_left(tmp_path: Path) -> None:
    left = on_screens(tmp_path, "leave", WING, SECOND)
    assert [told["screen"] for told in left] == [0, 1]
    again = on_screens(tmp_path, "return", WING, SECOND)
    assert [told["place"] for told in again] == [told["place"] for told in left]
    assert [told["subject"] for told in again] == ["None", "None"]


def test_a_window_is_brought_back_when_its_screen_is_gone(tmp_path: Path) -> None:
    on_screens(tmp_path, "leave", WING, SECOND)
    first, second = on_screens(tmp_path, "return", WING)
    assert (first["screen"], second["screen"]) == (0, 0)
    assert first["in_sight"]
    assert second["in_sight"]
    x, _y, width, _height = second["place"]
    assert x + width <= 1366


def test_a_new_window_takes_the_screen_that_is_free(tmp_path: Path) -> None:
    (first,) = on_screens(tmp_path, "return", WING, SECOND)
    assert first["screen"] == 0
    (tmp_path / "ui.ini").write_text("[windows]\nopen=inmate\n", encoding="utf-8")
    told = on_screens(tmp_path, "return", WING, SECOND)
    assert [each["screen"] for each in told] == [0, 1]
    x, _y, width, height = told[1]["place"]
    assert (x, width, height) == (SECOND[0], 1280, 768)
