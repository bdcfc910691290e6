"""What is typed is kept within a second, in order, and tried again until it is on the disk."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import DatabaseUnavailable
from app.ui.background import draft_keeper
from app.ui.background.draft_keeper import DraftKeeper

NOW = datetime(2026, 11, 23, 8, 41, 7, tzinfo=UTC)


class Disk:
    def __init__(self) -> None:
        self.texts: list[str] = []
        self.full = False

    def keep(self, draft: Draft) -> datetime:
        if self.full:
            raise DatabaseUnavailable("full", "DB-05")
        self.texts.append(draft.fields["text"])
        return NOW

    def discard(self, draft_id: UUID) -> None:
        self.texts.append(f"removed {draft_id.int}")


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def keeper(qtbot, tasks, disk) -> DraftKeeper:
    return DraftKeeper(tasks, disk.keep, disk.discard)


def typed(text: str):
    return lambda: Draft(
        UUID(int=1), DraftFeature.CONVERSATION, UUID(int=2), 0, {"text": text}, NOW
    )


def test_the_pause_leaves_the_disk_its_share_of_the_second():
    assert draft_keeper._PAUSE_MS <= 700


def test_it_is_kept_without_being_asked(qtbot, keeper, disk):
    with qtbot.waitSignal(keeper.kept) as told:
        keeper.touch(typed("Fikk ja"))
    assert told.args == [NOW]
    assert disk.texts == ["Fikk ja"]


def test_a_key_pressed_while_it_waits_does_not_put_it_off(keeper, disk, settle):
    keeper.touch(typed("F"))
    due = keeper._timer.remainingTime()
    keeper.touch(typed("Fi"))
    assert keeper._timer.remainingTime() <= due
    keeper._timer.timeout.emit()
    settle()
    assert disk.texts == ["Fi"]


def test_it_is_kept_again_as_long_as_keys_are_pressed(keeper, disk, settle):
    for text in ("Fikk", "Fikk ja", "Fikk ja fra NAV"):
        keeper.touch(typed(text))
        assert keeper._timer.isActive()
        keeper._timer.timeout.emit()
    settle()
    assert disk.texts == ["Fikk", "Fikk ja", "Fikk ja fra NAV"]


def test_nothing_is_written_when_nothing_was_typed(keeper, disk, settle):
    keeper.flush()
    settle()
    assert disk.texts == []


def test_a_draft_is_removed_after_what_was_kept_of_it(keeper, disk, settle):
    keeper.touch(typed("Fikk ja"))
    keeper.flush()
    keeper.discard(UUID(int=1))
    settle()
    assert disk.texts == ["Fikk ja", "removed 1"]
    assert not keeper._timer.isActive()


def test_nobody_is_told_of_a_draft_that_was_let_go(qtbot, keeper, disk, settle):
    with qtbot.assertNotEmitted(keeper.kept):
        keeper.touch(typed("Fikk ja"))
        keeper.let_go()
        settle()
    assert disk.texts == ["Fikk ja"]


def test_a_full_disk_is_told_and_tried_again(qtbot, keeper, disk, settle):
    disk.full = True
    with qtbot.waitSignal(keeper.failed) as told:
        keeper.touch(typed("Fikk ja"))
        keeper.flush()
    assert told.args[0].code == "DB-05"
    disk.full = False
    assert keeper._timer.isActive()
    keeper._timer.timeout.emit()
    settle()
    assert disk.texts == ["Fikk ja"]


def test_a_draft_that_was_let_go_is_not_tried_again(keeper, disk, settle):
    disk.full = True
    keeper.touch(typed("Fikk ja"))
    keeper.flush()
    keeper.discard(UUID(int=1))
    settle()
    assert not keeper._timer.isActive()
