"""The link to the server is up and silent: noticed, said, and gone when it answers again."""

from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlalchemy.engine import make_url

from app.database import engine, link_watch
from app.database.opening import DatabasePlace
from app.domain.errors import DatabaseUnavailable
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks
from app.use_cases.cell_blocks import revisions
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in
from tests.faults.proxy import Proxy
from tests.helpers.prison import PASSWORD, SteppingClock, admit, talk


@pytest.fixture
def proxy(server_prison: object, folders: object) -> Iterator[Proxy]:
    server_prison.put_back()
    url = make_url(server_prison.address)
    made = Proxy(url.host, url.port)
    yield made
    made.close()


@pytest.fixture
def office(
    proxy: Proxy, server_prison: object, folders: object, clock: SteppingClock
) -> Iterator[Office]:
    """Kari, signed in through the proxy."""
    url = make_url(server_prison.address).set(port=proxy.port)
    plain = url._replace(username=None, password=None).render_as_string()
    entered = sign_in(DatabasePlace(folders, plain), "kari", PASSWORD, clock)
    yield entered
    proxy.resume()
    entered.drafts.close()
    entered.database.close()


def test_a_silent_link_ends_the_wait_and_the_next_save_goes_through(
    office: Office, proxy: Proxy
) -> None:
    inmate = admit(office)
    proxy.stall()
    with pytest.raises(DatabaseUnavailable) as refused:
        talk(office, inmate.id, "Skrevet i stillhet.")
    assert refused.value.code == "DB-02"
    proxy.resume()
    talk(office, inmate.id, "Skrevet etterpå.")
    texts = [line.text for line in conversation_log(office, inmate.id)]
    assert texts == ["Skrevet etterpå."]


def test_without_the_watch_the_wait_has_no_end(
    office: Office, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault: a watch that believes every link. TCP itself sees nothing wrong."""
    monkeypatch.setattr(link_watch, "answers", lambda _connection: True)
    inmate = admit(office)
    ended = Event()

    def save() -> None:
        try:
            talk(office, inmate.id)
        finally:
            ended.set()

    proxy.stall()
    saving = Thread(target=save)
    saving.start()
    assert not ended.wait(6)
    proxy.resume()
    saving.join()


def test_a_server_that_is_busy_is_waited_for(office: Office) -> None:
    with office.reading() as connection:
        assert connection.execute(text("SELECT 1 FROM pg_sleep(4)")).scalar() == 1


def test_tcps_own_limits_are_set_on_every_link(office: Office) -> None:
    with office.reading() as connection:
        told = connection.connection.driver_connection.info.get_parameters()
    wanted = ("tcp_user_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count")
    assert [told[name] for name in wanted] == ["3000", "2", "1", "3"]
    assert engine._SERVER_LIMITS["connect_timeout"] == "2"


def test_signing_in_over_a_silent_link_is_refused_in_words(
    office: Office, proxy: Proxy, clock: SteppingClock
) -> None:
    proxy.stall()
    with pytest.raises(DatabaseUnavailable) as refused:
        sign_in(office.place, "kari", PASSWORD, clock)
    assert refused.value.code == "DB-02"


def test_the_window_tells_and_lives_on(
    office: Office,
    proxy: Proxy,
    qapp: QApplication,
    qtbot: QtBot,
    tasks: Tasks,
    settle: Callable[[], None],
) -> None:
    watch = ChangeWatch(tasks, lambda: revisions(office))
    watch.start()
    settle()
    with qtbot.waitSignal(watch.lost, timeout=30_000):
        proxy.stall()
    with qtbot.waitSignal(watch.found, timeout=30_000):
        proxy.resume()
    watch.stop()
    settle()
