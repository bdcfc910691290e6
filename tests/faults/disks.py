"""Disks that are full or cannot be written to. Where nothing may be mounted, limits stand in."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


def may_mount(folder: Path) -> bool:
    """Tell whether this machine lets the tests mount a disk in memory."""
    if not _mount(folder, "size=2m"):
        return False
    _unmount(folder)
    return True


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """Give a folder a disk of its own of so many megabytes."""
    if not _mount(folder, f"size={megabytes}m,mode=0777"):
        raise RuntimeError("nothing may be mounted here")
    try:
        yield
    finally:
        _unmount(folder)


def make_read_only(folder: Path) -> None:
    """Let nobody write on a disk of ``small_disk`` any more."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True, capture_output=True)


@contextmanager
def short_files(most: int) -> Iterator[None]:
    """Let no file of this process grow beyond so many bytes: what is left where nothing mounts."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def closed_folder(folder: Path) -> Iterator[None]:
    """Let this process read a folder and change nothing in it, also if the tests run as root."""
    parts = [folder, *folder.rglob("*")]
    modes = [part.stat().st_mode for part in parts]
    for part in parts:
        part.chmod(0o555 if part.is_dir() else 0o444)
    above = [up for up in folder.parents if up.stat().st_uid == os.getuid() and up != Path("/")]
    opened = [(up, up.stat().st_mode) for up in above]
    for up, mode in opened:
        up.chmod(mode | 0o755)
    was = os.geteuid()
    if was == 0:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if was == 0:
            os.seteuid(0)
        for part, mode in zip(parts, modes, strict=True):
            part.chmod(mode)
        for up, mode in opened:
            up.chmod(mode)


def _mount(folder: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)
