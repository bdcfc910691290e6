"""PostgreSQL is killed while the office works, and comes back: the same program goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from app.database.opening import DatabasePlace
from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import DatabaseUnavailable
from app.foundation.paths import places_for
from app.ui.background.tasks import Tasks
from app.ui.shell.opening import open_window
from app.use_cases.conversations import conversation_log
from app.use_cases.drafts import drafts, keep_draft
from app.use_cases.office import Office
from app.use_cases.sign_in import FirstOfficer, create_prison, sign_in
from tests.helpers.postgresql import ServerProcess, as_officers, server_process
from tests.helpers.prison import PASSWORD, SteppingClock, admit, talk


@dataclass
class Killable:
    server: ServerProcess
    office: Office


@pytest.fixture
def killable(tmp_path: Path, clock: SteppingClock) -> Iterator[Killable]:
    """Kari on a durable server of her own."""
    with server_process(durable=True) as server:
        url = make_url(server.address).set(drivername="postgresql+psycopg")
        maker = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with maker.connect() as connection:
            connection.execute(text("CREATE DATABASE mulighet"))
        folders = places_for(tmp_path / "data")
        folders.make()
        address = make_url(server.address).set(database="mulighet")
        place = DatabasePlace(folders, address.render_as_string(hide_password=False))
        create_prison(place, FirstOfficer("kari", "Kari Lunde", PASSWORD), clock)
        office = sign_in(as_officers(place), "kari", PASSWORD, clock)
        yield Killable(server, office)
        office.drafts.close()
        office.database.close()


def test_what_was_saved_is_there_and_work_goes_on(killable: Killable) -> None:
    office, server = killable.office, killable.server
    inmate = admit(office)
    talk(office, inmate.id, "Før.")
    server.kill()
    try:
        with pytest.raises(DatabaseUnavailable) as refused:
            talk(office, inmate.id, "Mens serveren er borte.")
        assert refused.value.code == "DB-02"
        draft = Draft(
            office.new_id(),
            DraftFeature.CONVERSATION,
            inmate.id,
            0,
            {"text": "Mens serveren er borte."},
            office.clock(),
        )
        keep_draft(office, draft)
        assert [kept.fields for kept in drafts(office)] == [draft.fields]
    finally:
        server.start()
    talk(office, inmate.id, "Etter.")
    assert {line.text for line in conversation_log(office, inmate.id)} == {"Før.", "Etter."}


def test_a_transaction_that_was_open_is_undone(killable: Killable) -> None:
    office, server = killable.office, killable.server
    inmate = admit(office)
    with pytest.raises(DatabaseUnavailable):
        _killed_inside(office, server)
    server.start()
    talk(office, inmate.id, "Etter.")
    with office.reading() as connection:
        count = connection.execute(text("SELECT count(*) FROM inmate")).scalar_one()
    assert count == 1


def _killed_inside(office: Office, server: ServerProcess) -> None:
    def kill_then_id() -> object:
        server.kill()
        return maker()

    maker = office.new_id
    try:
        office.new_id = kill_then_id
        admit(office, 2)
    finally:
        office.new_id = maker


def test_the_window_says_so_and_finds_the_way_back(
    killable: Killable,
    qapp: QApplication,
    qtbot: QtBot,
    tasks: Tasks,
    settle: Callable[[], None],
) -> None:
    window = open_window(killable.office, tasks)
    qtbot.addWidget(window)
    settle()
    with qtbot.waitSignal(window.watch.lost, timeout=30_000):
        killable.server.kill()
    assert "Frakoblet" in window.frame.status._saved.text()
    with qtbot.waitSignal(window.watch.found, timeout=30_000):
        killable.server.start()
    assert "Lagret" in window.frame.status._saved.text()
    window.watch.stop()
    window.locking.idle.stop()
    window.close()
    settle()
