"""Kill -9 while drafts are kept, and two processes at once: what was acknowledged is there."""

import os
import signal
from multiprocessing import get_context
from pathlib import Path

from app.database.workstation.drafts import DraftStore
from tests.database.workstation.made_up import KEY, keep_for_ever
from tests.harness.saving import is_whole

ROUNDS = 20
PATIENCE = 30
_processes = get_context("forkserver")
_processes.set_forkserver_preload(["tests.database.workstation.made_up"])


def killed_after(file: Path, wanted: int, *, too_early: bool = False) -> int:
    """Let a child keep drafts, kill it at once after so many, return how many it acknowledged."""
    receiving, sending = _processes.Pipe(duplex=False)
    child = _processes.Process(
        target=keep_for_ever, args=(file, sending), kwargs={"too_early": too_early}, daemon=True
    )
    child.start()
    sending.close()
    acknowledged = 0
    try:
        while acknowledged < wanted:
            assert receiving.poll(PATIENCE), "the child keeps nothing"
            acknowledged = receiving.recv()
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join(PATIENCE)
        while True:
            acknowledged = receiving.recv()
    except EOFError:
        return acknowledged
    finally:
        receiving.close()


def kept(file: Path) -> set[int]:
    store = DraftStore(file, KEY)
    found = store.kept()
    store.close()
    assert all(is_whole(draft.fields["text"]) for draft in found)
    return {draft.id.int for draft in found}


def test_an_acknowledgement_before_the_commit_is_caught(tmp_path):
    for number in range(30):
        file = tmp_path / f"{number}.db"
        acknowledged = killed_after(file, number % 3 + 1, too_early=True)
        if not set(range(1, acknowledged + 1)) <= kept(file):
            return
    raise AssertionError("thirty kills did not catch it")


def test_what_was_acknowledged_is_there_after_kill_minus_nine(tmp_path):
    for number in range(ROUNDS):
        file = tmp_path / f"{number}.db"
        acknowledged = killed_after(file, number % 5 + 1)
        assert set(range(1, acknowledged + 1)) <= kept(file)


def test_two_processes_may_keep_at_once(tmp_path):
    file = tmp_path / "kari.db"
    pairs = [_processes.Pipe(duplex=False) for _child in range(2)]
    children = [
        _processes.Process(
            target=keep_for_ever, args=(file, sending), kwargs={"too_early": False}, daemon=True
        )
        for _receiving, sending in pairs
    ]
    for child in children:
        child.start()
    for receiving, sending in pairs:
        sending.close()
        for _draft in range(20):
            assert receiving.poll(PATIENCE)
            receiving.recv()
    for child, (receiving, _sending) in zip(children, pairs, strict=True):
        child.kill()
        child.join(PATIENCE)
        receiving.close()
    assert set(range(1, 21)) <= kept(file)
