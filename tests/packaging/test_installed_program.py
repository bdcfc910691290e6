"""The frozen program, as the Debian package brings it to a machine without our Python."""

import json
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.use_cases.example_prison import ExampleCreated
from tests.accessibility.desktop import running_desktop
from tests.accessibility.officer import Officer
from tests.helpers.imports import ROLL
from tests.packaging.conftest import run

# The first to come waits for the build.
pytestmark = pytest.mark.timeout(900)


class Machine:
    """One way to start the program, with a data folder of its own."""

    def __init__(self, command: list[str | Path], data: Path) -> None:
        self.data = data
        self.command = [*command, "--data-dir", data]
        told = run(*self.command, "demo", "create", "--inmates", "20", "--conversations", "60")
        self.password = told.strip().rpartition("password=")[2]

    def __call__(self, *words: str | Path) -> str:
        return run(*self.command, "--officer", "demo", *words, password=self.password)

    def plan(self, inmate: str, file: Path) -> str:
        """Make a paper and return its text."""
        self("plan", "pdf", "--inmate", inmate, "--copy", "inmate", "--out", file)
        return "\f".join(page.extract_text() for page in PdfReader(file).pages)


@pytest.fixture(scope="module")
def machine(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine([installed / "usr/bin/mulighet"], tmp_path_factory.mktemp("installed"))


def test_it_makes_the_same_plan_on_paper_as_the_source(machine, tmp_path):
    source = Machine([sys.executable, "-m", "app"], tmp_path / "source")
    inmates = json.loads(machine("overview", "--json"))["inmates"]
    planned = next(inmate["id"] for inmate in inmates if inmate["next_review"])
    paper = machine.plan(planned, tmp_path / "installed.pdf")
    assert "Mål" in paper
    # Each paper has a number of its own, and so another check sum.
    assert _without_foot(paper) == _without_foot(source.plan(planned, tmp_path / "source.pdf"))


def _without_foot(paper: str) -> list[str]:
    return [line for line in paper.splitlines() if "SHA-256" not in line and "Side " not in line]


def test_it_reads_a_file_in_a_process_of_its_own(machine):
    report = json.loads(machine("import", "roll", ROLL, "--dry-run", "--json"))
    assert report["created"] > 0
    assert report["rejected"] == []


def test_it_draws_all_plans_of_a_unit_in_processes_of_their_own(machine, tmp_path):
    folder, combined = tmp_path / "plans", tmp_path / "unit.pdf"
    words = ("--unit", "B", "--out-dir", folder, "--combined", combined, "--json")
    made = json.loads(machine("plan", "pdf", *words))
    assert len(made) == len(list(folder.glob("*.pdf"))) > 1
    assert len(PdfReader(combined).pages) >= len(made)


@pytest.mark.parametrize(("language", "word"), [("nn", "val"), ("en", "options")])
def test_it_speaks_the_other_languages(machine, language, word):
    assert word in machine("--help", "--language", language)


def test_a_backup_is_made_and_proved(machine, tmp_path):
    file = tmp_path / "kopi.mulighet"
    machine("db", "backup", file)
    assert file.stat().st_size > 0


def test_it_tells_its_versions(machine):
    told = json.loads(machine("--version", "--json"))
    assert told["qt"] == "6.11.3"
    assert set(told) >= {"program", "schema", "qt", "python"}


def test_an_officer_signs_in_to_its_windows(machine, tmp_path):
    log = tmp_path / "log"
    with (
        running_desktop(tmp_path / "desktop") as desktop,
        desktop.program([str(word) for word in machine.command], log) as process,
    ):
        officer = Officer(desktop, process, ExampleCreated("demo", machine.password, ""), log)
        officer.sign_in()
        assert list((machine.data / "state").glob("feil-*")) == []
