"""No screen: a sentence and an exit code, never an abort of Qt's."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from app.startup import main


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "app", "--data-dir", str(folder)],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "screen",
    [
        {},
        {"DISPLAY": ":4711"},
        {"DISPLAY": "no-such-host:0"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"WAYLAND_DISPLAY": "wayland-4711"},
    ],
)
def test_a_screen_that_does_not_answer_is_said(tmp_path: Path, screen: dict[str, str]) -> None:
    done = run(tmp_path, **screen)
    assert done.returncode == 1
    assert "(Kode MU-03)" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_qt_itself_would_abort(tmp_path: Path) -> None:
    """The planted fault: without the question, Qt ends the program by a signal."""
    script = (
        "import sys\nfrom app.startup import main\nmain.has_display = lambda *_about: True\n"
        f"sys.exit(main.main(['--data-dir', {str(tmp_path)!r}]))"
    )
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=kept | {"DISPLAY": ":4711"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode < 0


def test_platforms_without_a_screen_need_none() -> None:
    assert main.has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert main.has_display({}, "win32")


def test_a_wayland_that_answers_will_do(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "wayland-0"))
        around = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert main.has_display(around, "linux")
