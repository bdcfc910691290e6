"""Full disks, failing disks, read-only disks: refused in words, nothing lost, going on after."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.database.opening import DatabasePlace
from app.database.records.conversation import ConversationRecord
from app.domain.conversations import NewConversation
from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import BackupFailed, DatabaseUnavailable, ErrorCode
from app.foundation.paths import Places
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.desk import ConversationDesk
from app.use_cases.backup import back_up
from app.use_cases.drafts import drafts, keep_draft
from app.use_cases.office import Office
from app.use_cases.sign_in import sign_in
from app.use_cases.upkeep import check_database
from tests.faults.disks import closed_folder, make_read_only, may_mount, short_files, small_disk
from tests.helpers.prison import PASSWORD, SteppingClock, admit, talk

NO_LIMIT = -1
LONG = "Lang tekst om mangt. " * 150


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A folder for a disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir(mode=0o755)
    return folder


@pytest.fixture
def small(disk: Path, sqlcipher_template: Path, clock: SteppingClock) -> Iterator[Office]:
    """Kari on a disk of 4 MB; where nothing may be mounted, with files of 2 MB at most."""
    limit = small_disk(disk, 4) if may_mount(disk) else short_files(2000000)
    with limit:
        folders = Places(disk / "data", disk / "state", disk / "cache")
        folders.make()
        for name in ("mulighet.db", "keyring.json"):
            shutil.copy(sqlcipher_template / name, folders.data / name)
        office = sign_in(DatabasePlace(folders), "kari", PASSWORD, clock)
        yield office
        office.drafts.close()
        office.database.close()


def fill(office: Office, inmate_id: UUID) -> tuple[list[NewConversation], DatabaseUnavailable]:
    """Save until the disk is full; return what was acknowledged and what was said."""
    saved: list[NewConversation] = []
    for number in range(3000):
        try:
            saved.append(talk(office, inmate_id, f"{number} {LONG}"))
        except DatabaseUnavailable as fault:
            return saved, fault
    raise AssertionError("the disk is never full")


def test_a_full_disk_refuses_the_save_and_keeps_every_saved_one(small: Office) -> None:
    inmate = admit(small)
    saved, said = fill(small, inmate.id)
    assert said.code in {ErrorCode.DISK_FULL, ErrorCode.DISK_FAILING}
    assert len(saved) > 10
    small.database.close()
    assert kept_ids(small, inmate.id) == {entry.id for entry in saved}
    assert check_database(small).damage == ()


def kept_ids(office: Office, inmate_id: UUID) -> set[UUID]:
    """Read the entries past the use case, which would need room for its row in the log."""
    statement = select(ConversationRecord.id).where(ConversationRecord.inmate_id == inmate_id)
    with office.reading() as connection:
        return set(connection.execute(statement).scalars())


def test_after_room_was_made_the_save_goes_through(small: Office, disk: Path) -> None:
    ballast = disk / "ballast"
    ballast.write_bytes(b"x" * 900_000)
    inmate = admit(small)
    fill(small, inmate.id)
    ballast.unlink()
    with short_files(NO_LIMIT):
        talk(small, inmate.id, "Det er plass igjen.")


def test_a_failing_write_is_told_apart_from_a_damaged_file(
    embedded_office: Office,
) -> None:
    """The stand-in for a full disk, so that it is right where nothing may be mounted."""
    inmate = admit(embedded_office)
    size = embedded_office.folders.database_file.stat().st_size
    with short_files(size + 200_000):
        _saved, said = fill(embedded_office, inmate.id)
    assert said.code in {ErrorCode.DISK_FULL, ErrorCode.DISK_FAILING}
    talk(embedded_office, inmate.id, "Det går igjen.")
    assert check_database(embedded_office).damage == ()


def test_a_draft_that_cannot_be_kept_is_said_and_the_older_one_stays(small: Office) -> None:
    inmate = admit(small)
    draft = Draft(
        small.new_id(), DraftFeature.CONVERSATION, inmate.id, 0, {"text": "Kladd"}, small.clock()
    )
    keep_draft(small, draft)
    fill(small, inmate.id)
    longer = Draft(
        draft.id, DraftFeature.CONVERSATION, inmate.id, 0, {"text": LONG * 200}, small.clock()
    )
    with pytest.raises(DatabaseUnavailable):
        keep_draft(small, longer)
    assert [kept.fields["text"] for kept in drafts(small)] == ["Kladd"]


def test_a_backup_onto_a_full_disk_leaves_nothing_there(
    embedded_office: Office, disk: Path
) -> None:
    limit = small_disk(disk, 2) if may_mount(disk) else short_files(100000)
    inmate = admit(embedded_office)
    for number in range(700):
        talk(embedded_office, inmate.id, f"{number} {LONG}")
    with limit:
        with pytest.raises(BackupFailed) as refused:
            back_up(embedded_office, disk / "a.mulighet")
        assert refused.value.code == "KO-06"
        assert list(disk.iterdir()) == []


@pytest.mark.parametrize("way", ["mount", "rights"])
def test_a_read_only_disk_is_said_at_sign_in(
    disk: Path, sqlcipher_template: Path, clock: SteppingClock, way: str
) -> None:
    """Everything shown must be in the log first: without writing nothing is opened."""
    mounted = way == "mount" and may_mount(disk)
    limit = small_disk(disk, 8) if mounted else None
    if limit is not None:
        limit.__enter__()
    try:
        folders = Places(disk / "data", disk / "state", disk / "cache")
        folders.make()
        for name in ("mulighet.db", "keyring.json"):
            shutil.copy(sqlcipher_template / name, folders.data / name)
        before = folders.database_file.read_bytes()
        if mounted:
            make_read_only(disk)
            said = refused_sign_in(folders, clock)
        else:
            with closed_folder(disk):
                said = refused_sign_in(folders, clock)
        assert said.code == ErrorCode.READ_ONLY
        assert "bare leses" in str(said)
        assert folders.database_file.read_bytes() == before
    finally:
        if limit is not None:
            limit.__exit__(None, None, None)


def refused_sign_in(folders: Places, clock: SteppingClock) -> DatabaseUnavailable:
    with pytest.raises(DatabaseUnavailable) as refused:
        sign_in(DatabasePlace(folders), "kari", PASSWORD, clock)
    return refused.value


def test_the_window_keeps_the_text_when_the_disk_is_full(
    small: Office,
    qapp: QApplication,
    qtbot: QtBot,
    tasks: Tasks,
    settle: Callable[[], None],
) -> None:
    inmate = admit(small)
    fill(small, inmate.id)
    desk = ConversationDesk(small, tasks)
    editor = desk.new(inmate.id)
    qtbot.addWidget(editor)
    editor.resize(500, 640)
    editor.show()
    settle()
    editor.form.box.edit.setPlainText(LONG)
    editor.save()
    settle()
    assert editor.form.box.edit.toPlainText() == LONG
    said = " ".join(label.text() for label in editor.failure.findChildren(QLabel))
    assert "(Kode DB-0" in said
