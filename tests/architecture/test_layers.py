"""The one-way rule: import-linter passes on the program, and sees what is planted."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

# One line each that must never be written: where, the line, and the contract it breaks.
VIOLATIONS = (
    ("app/domain/places.py", "import app.database.engine", "Layers import downwards only"),
    ("app/foundation/clock.py", "import app.domain.places", "Layers import downwards only"),
    ("app/domain/plans.py", "import PySide6.QtCore", "Only the user interface knows Qt"),
    (
        "app/command_line/demo.py",
        "import app.database.engine",
        "Only use cases and overviews open the database",
    ),
    (
        "app/command_line/demo.py",
        "import sqlalchemy",
        "SQLAlchemy stays with those who ask the database",
    ),
    ("app/use_cases/plans.py", "import reportlab", "ReportLab stays with the documents"),
    (
        "app/documents/escape.py",
        "import app.database.engine",
        "Documents are drawn from what they are handed",
    ),
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(lint_imports), "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_every_contract_is_kept():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory) -> str:
    """The report on a copy of the program with every violation planted."""
    folder = tmp_path_factory.mktemp("spoilt")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "app", folder / "app", ignore=shutil.ignore_patterns("__pycache__"))
    for path, line, _contract in VIOLATIONS:
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
    result = lint(folder)
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


@pytest.mark.parametrize(("path", "line", "contract"), VIOLATIONS)
def test_a_planted_violation_is_caught(spoilt, path, line, contract):
    assert f"{contract} BROKEN" in spoilt
    importer = path.removesuffix(".py").replace("/", ".")
    imported = line.removeprefix("import ").partition(".")[0]
    assert any(
        report.lstrip("- ").startswith(importer) and f"-> {imported}" in report
        for report in spoilt.splitlines()
    )
