"""What `make lint` runs, so that nobody can forget it."""

import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

# A cold type check of SQLAlchemy and PySide6 takes its time on a busy machine.
pytestmark = pytest.mark.timeout(400)


@pytest.mark.parametrize(
    "check",
    [
        ["ruff", "check", "--no-cache"],
        ["ruff", "format", "--check", "--no-cache"],
        ["mypy"],
    ],
    ids=" ".join,
)
def test_the_source_passes(check):
    result = subprocess.run(
        [sys.executable, "-m", *check], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
