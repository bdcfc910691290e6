"""Set-up was not run, or the faces are gone: the program works, paper is refused with words."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.command_line.main import run
from app.documents import fonts
from app.domain.errors import FontsMissing
from app.foundation import paths
from app.ui.background.tasks import Tasks
from app.ui.shell.opening import open_window
from app.ui.shell.standing import StandingWarning
from app.ui.widgets.failures import sentence
from app.use_cases.documents import plan_paper
from app.use_cases.office import Office
from tests.helpers.plans import give_plan
from tests.helpers.prison import PASSWORD, admit


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Resources without a single face."""
    root = tmp_path / "program"
    shutil.copytree(
        paths.resource(), root / "resources", ignore=shutil.ignore_patterns("*.ttf", "example_data")
    )
    monkeypatch.setattr(fonts, "resource", lambda *parts: root.joinpath("resources", *parts))
    fonts._load.cache_clear()
    yield root / "resources" / "fonts"
    fonts._load.cache_clear()


@pytest.mark.parametrize("content", [None, b"", b"not a face", b"\x00\x01\x00\x00" + b"\x00" * 90])
def test_paper_is_refused_with_words(
    embedded_office: Office, bare: Path, content: bytes | None
) -> None:
    if content is not None:
        bare.mkdir(exist_ok=True)
        for name in ("Regular", "SemiBold", "Italic"):
            (bare / f"NotoSans-{name}.ttf").write_bytes(content)
    with pytest.raises(FontsMissing) as refused:
        fonts.load_fonts()
    assert "(Kode PR-05)" in sentence(refused.value)


def test_a_plan_says_so_and_is_drawn_when_they_are_back(
    embedded_office: Office, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inmate = admit(embedded_office)
    give_plan(embedded_office, inmate.id)
    with pytest.raises(FontsMissing):
        plan_paper(embedded_office, inmate.id)
    monkeypatch.setattr(fonts, "resource", paths.resource)
    assert plan_paper(embedded_office, inmate.id).data.startswith(b"%PDF")


@pytest.mark.usefixtures("bare")
def test_the_command_line_ends_with_1(
    embedded_office: Office,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("MULIGHET_PASSWORD", PASSWORD)
    inmate = admit(embedded_office)
    give_plan(embedded_office, inmate.id)
    where = ["--data-dir", str(embedded_office.folders.data), "--officer", "kari"]
    out = ["--out", str(tmp_path / "plan.pdf")]
    code = run([*where, "plan", "pdf", "--inmate", str(inmate.id), "--copy", "inmate", *out])
    assert code == 1
    assert "PR-05" in capsys.readouterr().err
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.usefixtures("bare")
def test_the_window_opens_and_says_so(
    embedded_office: Office,
    qapp: QApplication,
    qtbot: QtBot,
    tasks: Tasks,
    settle: Callable[[], None],
) -> None:
    window = open_window(embedded_office, tasks)
    qtbot.addWidget(window)
    settle()
    said = [warning.text() for warning in window.findChildren(StandingWarning)]
    assert any("(Kode PR-05)" in text for text in said)
    window.watch.stop()
    window.locking.idle.stop()
    window.close()
    settle()
