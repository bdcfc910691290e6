"""Backups by themselves: made when due, told in the status line, and never in the way of saves."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from app.domain.backups import BackupHead, BackupSchedule, KeptBackup
from app.domain.errors import BackupFailed, DatabaseUnavailable
from app.ui.appearance.theme import Theme
from app.ui.appearance.tokens import Tone
from app.ui.background.tasks import Tasks
from app.ui.shell.backup_watch import BackupWatch, BackupWork
from app.ui.shell.opening import open_window
from app.ui.shell.status_line import StatusLine
from app.use_cases.backup_plan import BackupDue, set_backup_schedule
from app.use_cases.office import Office
from tests.helpers.prison import NOW, SteppingClock


class Folder:
    """Stands in for the use cases."""

    def __init__(self, clock: SteppingClock) -> None:
        self.clock = clock
        self.planned = True
        self.waits = False
        self.newest: object = None
        self.fault: Exception | None = None
        self.made = 0

    def look(self) -> BackupDue:
        due = self.newest is None or self.clock() - self.newest >= timedelta(minutes=15)
        return BackupDue(self.planned, self.newest, due and self.planned, self.waits)

    def make(self, _progress: object) -> KeptBackup:
        if self.fault is not None:
            raise self.fault
        self.made += 1
        self.newest = self.clock()
        head = BackupHead(uuid4(), self.newest, "1", 5, "sqlcipher", "T", uuid4(), is_example=True)
        return KeptBackup(Path("a"), head, 1)


@pytest.fixture
def folder(clock: SteppingClock) -> Folder:
    return Folder(clock)


@pytest.fixture
def watch(tasks: Tasks, folder: Folder) -> BackupWatch:
    return BackupWatch(tasks, BackupWork(folder.look, folder.make, folder.clock))


@pytest.fixture
def told(watch: BackupWatch) -> list[tuple[str, Tone]]:
    texts: list[tuple[str, Tone]] = []
    watch.told.connect(lambda text, tone: texts.append((text, tone)))
    return texts


def look_at(watch: BackupWatch, settle: Callable[[], None]) -> None:
    watch.look()
    settle()


def test_what_is_due_is_made_and_told(
    watch: BackupWatch,
    folder: Folder,
    clock: SteppingClock,
    told: list[tuple[str, Tone]],
    settle: Callable[[], None],
) -> None:
    look_at(watch, settle)
    clock.pass_time(minutes=5)
    look_at(watch, settle)
    assert folder.made == 1
    assert told == [("Siste kopi 09:41", Tone.OK)] * 2
    clock.pass_time(minutes=10)
    look_at(watch, settle)
    assert folder.made == 2
    assert told[-1] == ("Siste kopi 09:56", Tone.OK)


def test_one_of_another_day_is_told_with_its_day(
    watch: BackupWatch,
    folder: Folder,
    clock: SteppingClock,
    told: list[tuple[str, Tone]],
    settle: Callable[[], None],
) -> None:
    folder.newest = NOW
    folder.look = lambda: BackupDue(planned=True, newest=NOW, due=False, waits=False)
    watch._work = BackupWork(folder.look, folder.make, folder.clock)
    clock.pass_time(days=1)
    look_at(watch, settle)
    assert told == [("Siste kopi 23.11. 09:41", Tone.OK)]


def test_without_a_plan_nothing_is_told(
    watch: BackupWatch,
    folder: Folder,
    told: list[tuple[str, Tone]],
    settle: Callable[[], None],
) -> None:
    folder.planned = False
    look_at(watch, settle)
    assert told == [("", Tone.PLAIN)]
    assert folder.made == 0


def test_a_failure_is_told_and_tried_again_later(
    watch: BackupWatch,
    folder: Folder,
    told: list[tuple[str, Tone]],
    settle: Callable[[], None],
) -> None:
    folder.fault = BackupFailed("Det er ikke plass til kopien. Velg en annen mappe.")
    look_at(watch, settle)
    assert told == [("Kopien mislyktes – Det er ikke plass til kopien", Tone.WARNING)]
    folder.fault = None
    for _round in range(10):
        look_at(watch, settle)
    assert folder.made == 0
    look_at(watch, settle)
    assert folder.made == 1


def test_on_a_server_it_waits_for_an_administrator(
    watch: BackupWatch,
    folder: Folder,
    told: list[tuple[str, Tone]],
    settle: Callable[[], None],
) -> None:
    folder.waits = True
    look_at(watch, settle)
    assert told == [("Kopien venter på en administrator", Tone.WARNING)]
    assert folder.made == 0


def test_a_lost_database_is_told_by_others(
    watch: BackupWatch,
    folder: Folder,
    told: list[tuple[str, Tone]],
    settle: Callable[[], None],
) -> None:
    def lost() -> BackupDue:
        raise DatabaseUnavailable("Borte.")

    watch._work = BackupWork(lost, folder.make, folder.clock)
    look_at(watch, settle)
    assert told == []


def test_the_status_line_shows_it_and_leads_to_the_page(
    qtbot: QtBot, tasks: Tasks, clock: SteppingClock
) -> None:
    line = StatusLine(tasks, clock)
    qtbot.addWidget(line)
    line.show()
    assert not line._backup.isVisible()
    line.show_backup("Siste kopi 09:41", Tone.OK)
    assert line._backup.accessibleName() == "Sikkerhetskopi: Siste kopi 09:41"
    with qtbot.waitSignal(line.backup_asked):
        line._backup.click()
    line.show_backup("", Tone.PLAIN)
    assert not line._backup.isVisible()


def test_the_window_makes_what_is_due_while_officers_write(
    embedded_office: Office,
    look: Theme,
    qtbot: QtBot,
    tasks: Tasks,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    set_backup_schedule(embedded_office, BackupSchedule(tmp_path))
    window = open_window(embedded_office, tasks)
    qtbot.addWidget(window)
    watch = window.findChild(BackupWatch)
    watch.look()
    qtbot.waitUntil(lambda: "Siste kopi 09:41" in window.frame.status._backup.text())
    assert len(list(tmp_path.glob("*.mulighet"))) == 1
    window.watch.stop()
    window.locking.idle.stop()
    window.close()
    settle()
