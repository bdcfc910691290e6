"""Where the program begins: windows or command line, and machines without a display."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.startup import loading, main


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    yield
    gc.enable()


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_a_display_it_says_what_to_do(tmp_path: Path) -> None:
    done = run("--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "xvfb-run make run" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_what_names_no_display_is_none(name: str) -> None:
    assert not main.has_display({name: "nonsense"}, "linux")
    assert not main.has_display({name: ""}, "linux")
    assert main.has_display({}, "win32")


def test_help_is_norwegian_and_opens_nothing() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "bruk:" in done.stdout


def test_a_subcommand_goes_to_the_command_line(tmp_path: Path) -> None:
    done = run("overview", "--data-dir", str(tmp_path), "--officer", "kari")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_the_version_is_a_command_as_well() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert "qt 6.11.3" in done.stdout


def test_what_is_no_option_is_said() -> None:
    assert run("--tull").returncode == 2


def test_commands_need_no_qt(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom app.startup.main import main\n"
        f"main(['db', 'info', '--data-dir', {str(tmp_path)!r}])\n"
        "sys.exit(any(name.startswith('PySide6.') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert done.returncode == 0


def test_a_broken_settings_file_is_said_instead_of_a_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mulighet").mkdir()
    (tmp_path / "mulighet" / "config.toml").write_text("dette er ikke toml", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main.main(["--data-dir", str(tmp_path)]) == 2
    assert "config.toml" in capsys.readouterr().err


def test_options_alone_open_the_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []

    class Program:
        @staticmethod
        def run(settings: object) -> int:
            opened.append(settings)
            return 0

    import_late = loading.module
    monkeypatch.setattr(
        loading,
        "module",
        lambda name: Program if name == "app.startup.program" else import_late(name),
    )
    assert main.main(["--data-dir", str(tmp_path), "--officer", "kari"]) == 0
    assert opened[0].officer == "kari"
    assert opened[0].folders.data == tmp_path


def test_files_are_for_this_user_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    masks: list[int] = []
    monkeypatch.setattr(os, "umask", masks.append)
    main.main(["--help"])
    assert masks == [0o077]
