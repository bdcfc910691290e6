"""The children that are killed while they make or restore a backup."""

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.database.opening import DatabasePlace
from app.foundation.clock import system_clock
from app.foundation.progress import Progress
from app.use_cases.backup import back_up
from app.use_cases.restore import Restore, restore
from app.use_cases.sign_in import sign_in


@dataclass(frozen=True)
class BackupJob:
    """``straight`` plants the fault that the harness must catch: writing under the last name."""

    place: DatabasePlace
    user_name: str
    password: str
    shelf: Path
    straight: bool = False


def back_up_for_ever(job: BackupJob, sending: Connection) -> None:
    """Make one backup after the other, each whole; send each name when it is done."""
    office = sign_in(job.place, job.user_name, job.password, system_clock)
    number = 0
    while True:
        number += 1
        target = job.shelf / f"{number}.mulighet"
        back_up(office, target)
        sending.send_bytes(target.name.encode())


def back_up_until_killed(job: BackupJob, file: Path, kill_at: int, sending: Connection) -> None:
    """Make one backup; die at the n-th step that touches the disk."""
    office = sign_in(job.place, job.user_name, job.password, system_clock)
    _die_at(kill_at)
    if job.straight:
        made = back_up(office, job.place.folders.cache / file.name, replace=True).file
        _write_straight(made, file)
    else:
        back_up(office, file)
    sending.send_bytes(b"done")


def _write_straight(made: Path, target: Path) -> None:
    content = made.read_bytes()
    middle = len(content) // 2
    with target.open("wb") as stream:
        for part in (content[:middle], content[middle:]):
            stream.write(part)
            stream.flush()
            os.fsync(stream.fileno())


def restore_until_killed(job: BackupJob, file: Path, kill_at: int, sending: Connection) -> None:
    """Restore over what is there; die at the n-th step that touches the disk."""
    _die_at(kill_at)
    wish = Restore(file, job.user_name, job.password, discard_newer=True)
    restore(job.place, wish, job.password, system_clock, Progress())
    sending.send_bytes(b"done")


def _die_at(step: int) -> None:
    steps = _Steps(step)
    for owner, name in (
        (os, "fsync"),
        (os, "link"),
        (Path, "replace"),
        (Path, "unlink"),
        (Path, "write_text"),
        (Path, "mkdir"),
        (shutil, "rmtree"),
    ):
        setattr(owner, name, steps.counted(getattr(owner, name)))


class _Steps:
    def __init__(self, kill_at: int) -> None:
        self._left = kill_at

    def counted(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*arguments, **options)

        return step
