"""The page of backups: make, plan, restore, and who may."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.database.opening import DatabasePlace
from app.domain.access import Role
from app.domain.backups import BackupSchedule
from app.domain.errors import BackupFailed
from app.foundation.progress import Progress
from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.backup_desk import backup_desk_for
from app.ui.screens.administration.backup_tab import BackupTab
from app.ui.widgets.questions import Question, answer_with
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.backup import back_up, check_backup
from app.use_cases.backup_plan import backup_schedule, set_backup_schedule
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in
from tests.helpers.prison import PASSWORD, SteppingClock, admit, talk


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "kopier"
    folder.mkdir()
    return folder


@pytest.fixture
def show(qtbot: QtBot, look: Theme, tasks: Tasks) -> Iterator[Callable[..., BackupTab]]:
    tabs: list[BackupTab] = []

    def make(office: Office, **changes: object) -> BackupTab:
        desk = replace(backup_desk_for(office), **changes)
        tab = BackupTab(tasks, office.officer, desk)
        tabs.append(tab)
        tab.resize(1178, 640)
        tab.show()
        qtbot.waitExposed(tab)
        tab.reload()
        return tab

    yield make
    for tab in tabs:
        tab.close()


@pytest.fixture
def tab(show: Callable[..., BackupTab], embedded_office: Office, shelf: Path) -> BackupTab:
    set_backup_schedule(embedded_office, BackupSchedule(shelf))
    return show(embedded_office)


def heard(tab: BackupTab) -> list[str]:
    texts: list[str] = []
    tab.saved.connect(texts.append)
    return texts


def test_one_press_makes_a_backup_and_lists_it(
    qtbot: QtBot, tab: BackupTab, shelf: Path, settle: Callable[[], None]
) -> None:
    texts = heard(tab)
    settle()
    assert tab.making.newest.text() == "Ingen kopi er tatt ennå."
    assert "samme disk" in tab.making.warning.text()
    tab.making.make.click()
    settle()
    qtbot.waitUntil(lambda: tab.kept.table.rows.rowCount() == 1)
    assert texts == ["Sikkerhetskopien er laget."]
    assert tab.making.newest.text() == "Siste kopi: 23.11.2026 09:41"
    assert len(list(shelf.iterdir())) == 1
    assert tab.kept.table.rows.data(tab.kept.table.rows.index(0, 2)) == "kontrollert"
    assert not tab.making.bar.isVisible()


def test_one_can_be_saved_anywhere(
    tab: BackupTab, embedded_office: Office, tmp_path: Path, settle: Callable[[], None]
) -> None:
    settle()
    tab.ask_file = lambda _there: tmp_path / "minne"
    tab.making.make_at.click()
    settle()
    check_backup(embedded_office, tmp_path / "minne.mulighet")


def test_cancel_leaves_nothing(
    qtbot: QtBot, show: Callable[..., BackupTab], embedded_office: Office, shelf: Path
) -> None:
    set_backup_schedule(embedded_office, BackupSchedule(shelf))

    def endless(progress: Progress) -> object:
        while True:
            progress.step(1, 2)

    tab = show(embedded_office, make=endless)
    qtbot.waitUntil(tab.making.make.isEnabled)
    tab.making.make.click()
    qtbot.waitUntil(lambda: tab.making.bar.maximum() == 2)
    assert tab.making.cancel.isVisible()
    tab.making.cancel.click()
    qtbot.waitUntil(lambda: not tab.is_working)
    assert tab.making.result.text() == "Avbrutt. Ingenting er endret."


def test_what_fails_is_said_with_its_code(
    qtbot: QtBot, show: Callable[..., BackupTab], embedded_office: Office, shelf: Path
) -> None:
    set_backup_schedule(embedded_office, BackupSchedule(shelf))

    def full(_progress: Progress) -> object:
        raise BackupFailed("Det er ikke plass til kopien.")

    tab = show(embedded_office, make=full)
    qtbot.waitUntil(tab.making.make.isEnabled)
    tab.making.make.click()
    qtbot.waitUntil(lambda: "(Kode KO-06)" in tab.making.problem.text())


def test_the_plan_is_saved_and_what_is_wrong_is_said(
    qtbot: QtBot,
    show: Callable[..., BackupTab],
    embedded_office: Office,
    shelf: Path,
    settle: Callable[[], None],
) -> None:
    tab = show(embedded_office)
    settle()
    assert not tab.making.make.isEnabled()
    tab.plan.folder.setText(str(shelf / "borte"))
    tab.plan.save.click()
    settle()
    links = [
        child.text()
        for child in tab.plan.problems.findChildren(QWidget)
        if hasattr(child, "text") and child.isVisible()
    ]
    assert any("Mappen finnes ikke" in text for text in links)
    tab.ask_folder = lambda: shelf
    tab.plan.choose.click()
    tab.plan.minutes.setValue(60)
    tab.plan.save.click()
    settle()
    assert backup_schedule(embedded_office) == BackupSchedule(shelf, 60, 96)
    qtbot.waitUntil(tab.making.make.isEnabled)


def choose_first(tab: BackupTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.kept.table.rows.rowCount() >= 1)
    tab.kept.table.selectRow(0)


def test_a_kept_one_is_checked(
    qtbot: QtBot, tab: BackupTab, embedded_office: Office, shelf: Path, settle: Callable[[], None]
) -> None:
    back_up(embedded_office, shelf / "a.mulighet")
    tab.reload()
    choose_first(tab, qtbot)
    tab.kept.check.click()
    settle()
    assert "er hel og kan hentes tilbake" in tab.making.result.text()


def test_restoring_asks_and_ends_with_a_new_sign_in(
    qtbot: QtBot,
    tab: BackupTab,
    embedded_office: Office,
    embedded_place: DatabasePlace,
    shelf: Path,
    clock: SteppingClock,
    settle: Callable[[], None],
) -> None:
    inmate = admit(embedded_office)
    back_up(embedded_office, shelf / "a.mulighet")
    clock.pass_time(minutes=5)
    talk(embedded_office, inmate.id, "Etter kopien.")
    tab.reload()
    choose_first(tab, qtbot)
    tab.kept.restore.click()
    assert tab.making.problem.text() == "Skriv passordet til kopien først."

    asked: list[Question] = []

    def answer(question: Question) -> int:
        asked.append(question)
        return 0

    tab.kept.password.setText(PASSWORD)
    with answer_with(answer), qtbot.waitSignal(tab.restored, timeout=20_000):
        tab.kept.restore.click()
    assert [question.text for question in asked] == [
        "Hente tilbake kopien?",
        "Kopien er eldre enn databasen",
    ]
    assert "1 endring som er skrevet etter den" in asked[1].consequence
    assert embedded_office.ended
    restored = sign_in(embedded_place, "kari", PASSWORD, clock)
    assert conversation_log(restored, inmate.id) == ()
    restored.database.close()
    restored.drafts.close()


def test_no_keeps_the_database(
    qtbot: QtBot, tab: BackupTab, embedded_office: Office, shelf: Path, settle: Callable[[], None]
) -> None:
    back_up(embedded_office, shelf / "a.mulighet")
    tab.reload()
    choose_first(tab, qtbot)
    tab.kept.password.setText(PASSWORD)
    with answer_with(lambda question: len(question.buttons) - 1):
        tab.kept.restore.click()
    settle()
    assert not embedded_office.ended


def test_a_wrong_password_is_said(
    qtbot: QtBot, tab: BackupTab, embedded_office: Office, shelf: Path, settle: Callable[[], None]
) -> None:
    back_up(embedded_office, shelf / "a.mulighet")
    tab.reload()
    choose_first(tab, qtbot)
    tab.kept.password.setText("feil passord")
    with answer_with(lambda _question: 0):
        tab.kept.restore.click()
    qtbot.waitUntil(lambda: "passord er feil" in tab.making.problem.text())
    assert not embedded_office.ended


def test_others_may_not_see_it(
    show: Callable[..., BackupTab],
    embedded_office: Office,
    embedded_place: DatabasePlace,
    open_office: Callable[..., Office],
) -> None:
    add_officer(embedded_office, NewOfficer("per", "Per Vik", Role.OFFICER, PASSWORD))
    tab = show(open_office(embedded_place, "per"))
    assert not tab.making.isVisible()


def test_on_a_server_restoring_is_left_to_it(
    show: Callable[..., BackupTab], embedded_office: Office
) -> None:
    tab = show(embedded_office, restores=False)
    assert tab.kept.restore.parent() is None or not tab.kept.restore.isVisible()
    assert not tab.kept.password.isVisible()
    assert tab.kept.check.focusPolicy() != Qt.FocusPolicy.NoFocus
