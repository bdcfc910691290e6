"""The program as it is installed: built once for each state of the source, kept in ``build``."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.packaging.debian import Packing, debian_package
from resources.packaging.frozen import frozen_program

NOW = "2026-11-23T08:41:00+00:00"


@pytest.fixture(scope="session")
def frozen() -> Path:
    return frozen_program()


@pytest.fixture(scope="session")
def package(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The Debian package of the frozen program, packed for speed."""
    # Beside the frozen program, so that its files are linked and not copied.
    work = frozen.parent / f"debian-{os.getpid()}"
    yield debian_package(frozen, work, tmp_path_factory.mktemp("package"), Packing(level=1))
    shutil.rmtree(work)


@pytest.fixture(scope="session")
def installed(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a machine on which the package is unpacked."""
    root = tmp_path_factory.mktemp("root")
    subprocess.run(["dpkg-deb", "--extract", str(package), str(root)], check=True)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """What stands for a program where only its packing is looked at."""
    program = tmp_path / "program"
    (program / "_internal").mkdir(parents=True)
    (program / "_internal/blåbær.txt").write_text("blåbær", encoding="utf-8")
    for name in ("mulighet", "mulighet.exe"):
        (program / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (program / name).chmod(0o755)
    return program


def run(*command: str | Path, password: str = "", home: Path | None = None) -> str:
    """Run a program that must succeed; return what it prints."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "MULIGHET_NOW": NOW,
        "MULIGHET_PASSWORD": password,
    }
    if home is not None:
        environment["HOME"] = str(home)
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
