"""Build the frozen program with PyInstaller, once for each state of the source."""

import fcntl
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from resources.packaging.source_date import build_environment

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
_FOLDER = BUILD / "frozen"
_SOURCES = ("app", "docs/guide", "resources")
_FILES = ("CHANGELOG.md", "LICENSE", "build_installer.spec", "pyproject.toml", "requirements.lock")


def frozen_program() -> Path:
    """Return the folder of the frozen program, built anew when the source has changed."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "frozen.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        note, digest = _FOLDER / "digest", _digest()
        if not note.is_file() or note.read_text(encoding="utf-8") != digest:
            shutil.rmtree(_FOLDER, ignore_errors=True)
            _build()
            note.write_text(digest, encoding="utf-8")
    return _FOLDER / "mulighet"


def _build() -> None:
    command = ["-m", "PyInstaller", "--noconfirm", "--log-level=ERROR"]
    folders = [f"--distpath={_FOLDER}", f"--workpath={BUILD / 'pyinstaller'}"]
    environment = build_environment()
    environment["PYINSTALLER_CONFIG_DIR"] = str(BUILD / "pyinstaller" / "kept")
    subprocess.run(
        [sys.executable, *command, *folders, "build_installer.spec"],
        check=True,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
    )


def _digest() -> str:
    made = hashlib.sha256(sys.version.encode())
    for file in _sources():
        made.update(str(file.relative_to(ROOT)).encode())
        made.update(hashlib.sha256(file.read_bytes()).digest())
    return made.hexdigest()


def _sources() -> Iterator[Path]:
    for folder in _SOURCES:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                yield file
    yield from (ROOT / name for name in _FILES)
