"""Two programs on one file: allowed. Both see each other's changes, and no write is lost."""

from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.database.keyring import Keyring
from app.database.opening import DatabasePlace
from app.domain.access import Role
from app.domain.errors import ChangedByAnother
from app.domain.topics import Topic
from app.foundation.clock import system_clock
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.cell_blocks import revisions
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from app.use_cases.sign_in import change_password, sign_in, sign_out
from tests.helpers.plans import small_plan
from tests.helpers.prison import PASSWORD, admit, talk

ROUNDS = 25
_processes = get_context("forkserver")


def write_many(place: DatabasePlace, inmate_id: object, word: str) -> None:
    office = sign_in(place, "kari", PASSWORD, system_clock)
    for number in range(ROUNDS):
        talk(office, inmate_id, f"{word} {number}")
    sign_out(office)


def add_many(place: DatabasePlace, word: str) -> None:
    office = sign_in(place, "kari", PASSWORD, system_clock)
    for number in range(5):
        add_officer(office, NewOfficer(f"{word}{number}", "Prøve", Role.OFFICER, PASSWORD))
    sign_out(office)


def at_once(*works: tuple[Callable[..., None], tuple[object, ...]]) -> None:
    children = [_processes.Process(target=target, args=arguments) for target, arguments in works]
    for child in children:
        child.start()
    for child in children:
        child.join(100)
        assert child.exitcode == 0


def test_two_processes_write_and_nothing_is_lost(embedded_office: Office) -> None:
    office = embedded_office
    inmate = admit(office)
    at_once(
        (write_many, (office.place, inmate.id, "en")), (write_many, (office.place, inmate.id, "to"))
    )
    texts = {line.text for line in conversation_log(office, inmate.id)}
    assert texts == {f"{word} {number}" for word in ("en", "to") for number in range(ROUNDS)}


def test_two_processes_make_accounts_and_no_key_is_lost(embedded_office: Office) -> None:
    """The ring of keys is written as a whole: who writes it holds the database's write lock."""
    place = embedded_office.place
    at_once((add_many, (place, "anne")), (add_many, (place, "berit")))
    for word in ("anne", "berit"):
        for number in range(5):
            sign_out(sign_in(place, f"{word}{number}", PASSWORD, system_clock))


def test_a_ring_read_before_another_wrote_it_would_lose_a_key(embedded_office: Office) -> None:
    """The planted fault: reading and writing the ring without the lock between."""
    file = embedded_office.folders.keyring_file
    first, second = Keyring.read(file), Keyring.read(file)
    key = embedded_office.data_key
    first.with_secret(embedded_office.new_id(), key, "anne", "password").write()
    second.with_secret(embedded_office.new_id(), key, "berit", "password").write()
    assert Keyring.read(file).size == first.size + 1


def test_a_plan_changed_in_one_is_not_overwritten_by_the_other(
    embedded_office: Office, open_office: Callable[..., Office]
) -> None:
    inmate = admit(embedded_office)
    other = open_office(embedded_office.place)
    save_plan(embedded_office, inmate.id, small_plan(embedded_office), 0)
    with pytest.raises(ChangedByAnother):
        save_plan(other, inmate.id, small_plan(other, "Ordne gjeld"), 0)


def test_the_other_window_sees_a_change(
    embedded_office: Office,
    open_office: Callable[..., Office],
    qapp: QApplication,
    qtbot: QtBot,
    tasks: Tasks,
    settle: Callable[[], None],
) -> None:
    inmate = admit(embedded_office)
    other = open_office(embedded_office.place)
    watch = ChangeWatch(tasks, lambda: revisions(other))
    watch.start()
    settle()
    with qtbot.waitSignal(watch.changed, timeout=20_000) as heard:
        talk(embedded_office, inmate.id, "Skrevet i det andre vinduet.")
    assert Topic.CONVERSATIONS in heard.args[0]
    assert len(conversation_log(other, inmate.id)) == 1
    watch.stop()
    settle()


def test_a_password_changed_in_one_opens_the_other(
    embedded_office: Office, open_office: Callable[..., Office], tmp_path: Path
) -> None:
    open_office(embedded_office.place)
    change_password(embedded_office, PASSWORD, "et helt nytt passord")
    sign_out(sign_in(embedded_office.place, "kari", "et helt nytt passord", system_clock))
