"""The machine's clock goes backwards or is wrong: order is kept, the lock locks, it is told."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.foundation import clock as clock_module
from app.foundation.identity import UuidSeven
from app.ui.background.tasks import Tasks
from app.ui.shell.lock import IdleWatch
from app.ui.shell.standing import ClockWatch, StandingWarning, skew_text
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from app.use_cases.upkeep import clock_skew
from tests.helpers.access import access_log
from tests.helpers.prison import NOW, SteppingClock, admit, talk


def test_what_is_logged_stays_in_order(office: Office, clock: SteppingClock) -> None:
    inmate = admit(office)
    for _round in range(3):
        conversation_log(office, inmate.id)
        clock.pass_time(minutes=-90)
    consulted = [row for row in access_log(office) if row.feature == "conversations"]
    assert [row.at for row in consulted] == sorted((row.at for row in consulted), reverse=True)
    ids = [row.id for row in consulted]
    assert ids == sorted(ids)


def test_order_holds_over_a_new_sign_in(
    embedded_office: Office, open_office: Callable[..., Office], clock: SteppingClock
) -> None:
    before = access_log(embedded_office)[-1].id
    clock.pass_time(days=-2)
    again = open_office(embedded_office.place)
    assert again.new_id() > before
    assert access_log(again)[-1].at == clock()


def test_a_maker_without_the_last_id_would_go_backwards() -> None:
    """The planted fault."""
    last = UuidSeven(lambda: NOW)()
    behind = UuidSeven(lambda: NOW - timedelta(days=2))
    assert behind() < last
    behind.begin_after(last)
    assert behind() > last
    assert behind() > last
    UuidSeven(lambda: NOW).begin_after(None)


def test_nothing_saved_is_lost_or_hidden(office: Office, clock: SteppingClock) -> None:
    inmate = admit(office)
    talk(office, inmate.id, "Først.")
    clock.pass_time(hours=-3)
    talk(office, inmate.id, "Etter at klokken ble stilt tilbake.")
    assert len(conversation_log(office, inmate.id)) == 2


def test_a_clock_set_back_is_noticed(embedded_office: Office, clock: SteppingClock) -> None:
    assert clock_skew(embedded_office) == timedelta()
    clock.pass_time(minutes=-3)
    assert clock_skew(embedded_office) == timedelta(minutes=3)


def test_a_clock_unlike_the_servers_is_noticed(office: Office, clock: SteppingClock) -> None:
    if not office.place.is_server:
        return
    clock.now = clock_module.system_clock()
    assert abs(clock_skew(office)) < timedelta(seconds=30)
    clock.pass_time(minutes=10)
    assert clock_skew(office) < timedelta(minutes=-9)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, ""),
        (60, ""),
        (-60, ""),
        (61, "Klokken på maskinen går 1 minutt for sakte."),
        (-180, "Klokken på maskinen går 3 minutter for fort."),
    ],
)
def test_more_than_a_minute_is_told(seconds: int, text: str) -> None:
    told = skew_text(timedelta(seconds=seconds))
    assert told.startswith(text)
    assert bool(told) is bool(text)


def test_the_window_tells_and_takes_it_back(
    qapp: QApplication, qtbot: QtBot, tasks: Tasks, settle: Callable[[], None]
) -> None:
    skew = [timedelta(minutes=3)]
    warning = StandingWarning()
    qtbot.addWidget(warning)
    watch = ClockWatch(tasks, lambda: skew[0], warning)
    watch.start()
    settle()
    assert "(Kode MU-02)" in warning.text()
    assert not warning.isHidden()
    skew[0] = timedelta()
    watch.look()
    settle()
    assert warning.isHidden()
    watch.stop()


def test_the_lock_counts_without_the_clock(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Qt timer runs on the monotonic clock: setting the time neither hurries nor stops it."""
    monkeypatch.setattr(clock_module, "system_clock", lambda: NOW - timedelta(days=400))
    watch = IdleWatch(seconds=0)
    with qtbot.waitSignal(watch.idle, timeout=10_000):
        watch.start()
    assert isinstance(watch._timer, QTimer)
    assert isinstance(UuidSeven(lambda: NOW)(), UUID)
