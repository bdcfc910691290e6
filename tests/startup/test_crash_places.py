"""A fault in every place where one can happen, with people all over it: none is in the report."""

import gc
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from sqlalchemy import create_engine, text

from app.startup.crash_report import CrashReport
from app.ui.actions.trail import trail
from app.ui.background.tasks import Tasks

FAMILY, GIVEN, NUMBER = "Skogstad", "Torgrim", "12059212345"
SAID = "Vil søke om plass på sveisekurset"
OF_SOMEBODY = (FAMILY, GIVEN, NUMBER, "sveisekurset", "12059")
ROOT = Path(__file__).parents[2]


def fail() -> None:
    name, number = f"{FAMILY}, {GIVEN}", NUMBER
    message = f"{name} ({number}): {SAID}"
    fault = ValueError(message, {"name": name})
    fault.add_note(message)
    try:
        raise fault
    except ValueError:
        engine = create_engine("sqlite://")
        with engine.connect() as connection:
            connection.execute(text("select * from finnes_ikke where name = :n"), {"n": name})


@pytest.fixture
def report(tmp_path: Path) -> Iterator[CrashReport]:
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    report = CrashReport(tmp_path / "state", lambda: datetime(2026, 11, 23, 8, 41, tzinfo=UTC))
    report.know_what_was_done(trail().ids)
    report.install()
    yield report
    report.remove()
    sys.excepthook, sys.unraisablehook, threading.excepthook = before


def in_a_slot(qtbot: QtBot) -> None:
    QTimer.singleShot(0, fail)
    qtbot.wait(1)


def in_drawing(qtbot: QtBot) -> None:
    class Drawn(QLabel):
        drawn = False

        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own
            if not self.drawn:
                self.drawn = True
                fail()

    label = Drawn(f"{FAMILY}, {GIVEN}")
    qtbot.addWidget(label)
    label.show()
    qtbot.waitUntil(lambda: label.drawn)
    label.hide()


def in_a_task(qtbot: QtBot) -> None:
    tasks, owner = Tasks(), QObject()
    tasks.write(fail, owner)
    qtbot.waitUntil(lambda: not tasks.running)
    QApplication.processEvents()
    tasks.close()


def in_an_answer(qtbot: QtBot) -> None:
    tasks, owner = Tasks(), QObject()
    tasks.read(lambda: f"{FAMILY}, {GIVEN}", owner, lambda _name: fail())
    qtbot.waitUntil(lambda: not tasks.running)
    QApplication.processEvents()
    tasks.close()


def in_a_thread(_qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail, name=f"{FAMILY}")
    thread.start()
    thread.join()


def at_the_top(_qtbot: QtBot) -> None:
    try:
        fail()
    except Exception as fault:  # noqa: BLE001 - handed over as Python does it
        sys.excepthook(type(fault), fault, fault.__traceback__)


def in_a_group(_qtbot: QtBot) -> None:
    fault = ExceptionGroup(f"{FAMILY}", [ValueError(NUMBER), KeyError(GIVEN)])
    sys.excepthook(type(fault), fault, None)


def in_taking_down(_qtbot: QtBot) -> None:
    class Held:
        def __del__(self) -> None:
            fail()

    Held()
    gc.collect()


PLACES = (
    in_a_slot,
    in_drawing,
    in_a_task,
    in_an_answer,
    in_a_thread,
    at_the_top,
    in_a_group,
    in_taking_down,
)


@pytest.mark.parametrize("happen", PLACES)
def test_no_report_names_anybody(
    report: CrashReport,
    happen: Callable[[QtBot], None],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    trail().note("new_conversation")
    window = QWidget()
    window.setWindowTitle(f"{FAMILY}, {GIVEN}")
    qtbot.addWidget(window)
    with capture_exceptions():
        # pytest-qt has its own hook in there; what it would raise is what we look at.
        sys.excepthook = report._take
        happen(qtbot)
    files = sorted((tmp_path / "state").glob("feil-*.txt"))
    assert files
    told = "".join(file.read_text(encoding="utf-8") for file in files)
    assert [word for word in OF_SOMEBODY if word in told] == []
    assert "new_conversation" in told
    assert "Mulighet " in told
    if happen is not in_a_group:
        assert " fail" in told


def test_the_search_for_people_finds_them(tmp_path: Path) -> None:
    """The words looked for above are what a careless report would hold."""
    try:
        fail()
    except Exception as fault:  # noqa: BLE001 - any
        careless = "".join(traceback.format_exception(fault))
    assert all(word in careless for word in (FAMILY, GIVEN, NUMBER, "sveisekurset"))


def test_how_the_last_run_fell_is_told_without_folders(tmp_path: Path) -> None:
    folder = tmp_path / GIVEN / "state"
    code = (
        "import faulthandler; from pathlib import Path;"
        "from app.startup.crash_report import CrashReport;"
        f"CrashReport(Path({str(folder)!r})).install(); faulthandler._sigsegv()"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert ended.returncode != 0
    report = CrashReport(folder)
    file = report.install()
    report.remove()
    assert file is not None
    told = file.read_text(encoding="utf-8")
    assert "Fatal Python error" in told
    assert str(tmp_path) not in told
    assert GIVEN not in told
    again = CrashReport(folder)
    assert again.install() is None
    again.remove()
