"""The drafts file: kept at once, sealed, never silently lost."""

import errno
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from app.database.workstation import drafts as drafts_module
from app.database.workstation.drafts import DraftStore, draft_key, open_drafts
from app.domain.errors import DatabaseUnavailable, ErrorCode
from app.foundation.paths import Places
from tests.database.workstation.made_up import KEY, NOW, made_up

KARI, MONA = UUID(int=1), UUID(int=2)


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "drafts" / "kari.db"


@pytest.fixture
def store(file):
    opened = DraftStore(file, KEY)
    yield opened
    opened.close()


def test_a_draft_comes_back_as_it_was_kept(store, file):
    draft = made_up(text="Å få ja.\n> Omar: søke «nå» 🙂")
    store.keep(draft)
    store.close()
    again = DraftStore(file, KEY)
    assert again.kept() == (draft,)
    again.close()


def test_a_later_state_takes_the_place_of_the_earlier(store):
    store.keep(made_up(text="Fikk"))
    store.keep(made_up(text="Fikk ja"))
    assert [draft.fields["text"] for draft in store.kept()] == ["Fikk ja"]


def test_the_newest_comes_first(store):
    store.keep(replace(made_up(1), saved_at=NOW + timedelta(minutes=1)))
    store.keep(made_up(2))
    assert [draft.id.int for draft in store.kept()] == [1, 2]


def test_a_discarded_draft_is_gone_and_an_unknown_one_is_no_trouble(store):
    store.keep(made_up(1))
    store.keep(made_up(2))
    store.discard(UUID(int=1))
    store.discard(UUID(int=99))
    assert [draft.id.int for draft in store.kept()] == [2]


def test_the_file_holds_no_readable_text_and_is_readable_by_its_owner_alone(store, file):
    store.keep(made_up(text="gjeldsrådgiver"))
    found = b"".join(part.read_bytes() for part in file.parent.iterdir())
    assert "gjeldsrådgiver".encode() not in found
    assert b"SQLite format" not in found
    assert {part.stat().st_mode & 0o077 for part in file.parent.iterdir()} == {0}


def test_it_is_written_ahead_and_synced_fully(store):
    store.keep(made_up())
    cursor = store._connection.cursor()
    assert cursor.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert cursor.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_every_officer_has_a_key_and_a_file_of_his_own(tmp_path):
    folders = Places(tmp_path, tmp_path, tmp_path)
    data_key = bytes(32)
    assert draft_key(data_key, KARI) != draft_key(data_key, MONA)
    mine, hers = open_drafts(folders, KARI, data_key), open_drafts(folders, MONA, data_key)
    mine.keep(made_up())
    assert hers.kept() == ()
    mine.close()
    hers.close()


def test_a_wrong_key_is_refused_and_the_file_kept_beside(store, file):
    store.keep(made_up())
    store.close()
    stranger = DraftStore(file, bytes(32))
    with pytest.raises(DatabaseUnavailable) as refused:
        stranger.kept()
    stranger.close()
    assert refused.value.code == ErrorCode.DATABASE_DAMAGED
    beside = DraftStore(file.with_name("kari.db.damaged-1"), KEY)
    assert beside.kept() == (made_up(),)
    beside.close()


def damage(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 0xFF
    file.write_bytes(bytes(content))


@pytest.mark.parametrize("at", [100, 4096 + 100, 2 * 4096 - 40])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(store, file, at):
    store.keep(made_up())
    store.close()
    damage(file, at)
    with pytest.raises(DatabaseUnavailable) as refused:
        store.kept()
    assert refused.value.code == ErrorCode.DATABASE_DAMAGED
    assert file.with_name("kari.db.damaged-1").exists()
    store.keep(made_up(2))
    assert [draft.id.int for draft in store.kept()] == [2]


def test_two_damaged_files_are_both_kept(store, file):
    for number in (1, 2):
        store.keep(made_up(number))
        store.close()
        damage(file, 100)
        with pytest.raises(DatabaseUnavailable):
            store.kept()
    assert file.with_name("kari.db.damaged-1").exists()
    assert file.with_name("kari.db.damaged-2").exists()


def test_a_damaged_file_that_cannot_be_moved_stays_where_it_is(store, file, monkeypatch):
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(errno.EACCES, "no")

    store.keep(made_up())
    store.close()
    damage(file, 100)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(DatabaseUnavailable) as refused:
        store.kept()
    assert refused.value.code == ErrorCode.DATABASE_UNREACHABLE
    assert file.exists()


def test_a_full_disk_is_told_and_what_was_kept_stays(store):
    store.keep(made_up())
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseUnavailable) as refused:
        store.keep(made_up(2, text="lang " * 10_000))
    assert refused.value.code == ErrorCode.DISK_FULL
    assert store.kept() == (made_up(),)
    store.keep(made_up(2))
    assert len(store.kept()) == 2


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    in_the_way = tmp_path / "drafts"
    in_the_way.write_text("not a folder", encoding="utf-8")
    store = DraftStore(in_the_way / "kari.db", KEY)
    with pytest.raises(DatabaseUnavailable) as refused:
        store.keep(made_up())
    assert refused.value.code == ErrorCode.DATABASE_UNREACHABLE


def test_a_disk_that_cannot_sync_is_refused(file, monkeypatch):
    monkeypatch.setattr(drafts_module, "_FULL", 99)
    with pytest.raises(DatabaseUnavailable):
        DraftStore(file, KEY).keep(made_up())


def test_a_newer_file_is_left_alone(store, file):
    store.keep(made_up())
    store._connection.execute("PRAGMA user_version = 2")
    store.close()
    with pytest.raises(DatabaseUnavailable) as refused:
        store.kept()
    assert refused.value.code == ErrorCode.DATABASE_TOO_NEW
    assert file.exists()


def test_after_a_failed_write_the_file_is_opened_anew(store):
    store.keep(made_up())
    before = store._connection

    def fail(_cursor: object) -> None:
        raise dbapi2.OperationalError("disk I/O error")

    with pytest.raises(DatabaseUnavailable):
        store._run(fail)
    store.keep(made_up(2))
    assert store._connection is not before
    assert len(store.kept()) == 2


def test_threads_may_share_it(store):
    threads = [
        threading.Thread(target=store.keep, args=(made_up(number),)) for number in range(1, 21)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.kept()) == 20
