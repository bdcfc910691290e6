"""The program as an officer starts it, on a screen of the tests' own, with a reader listening."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.database.opening import DatabasePlace
from app.foundation.clock import system_clock
from app.foundation.paths import places_for
from app.use_cases.example_prison import ExampleSize, create_example_prison
from tests.accessibility.desktop import Desktop, running_desktop
from tests.accessibility.officer import Officer
from tests.helpers.print_service import PrintService, running_print_service

SIZE = ExampleSize(60, 400)


@pytest.fixture(scope="module")
def printing() -> Iterator[PrintService]:
    with running_print_service() as service:
        service.add_queue("Vaktrom", chosen=True)
        yield service


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory, printing: PrintService) -> Iterator[Desktop]:
    home = tmp_path_factory.mktemp("desktop")
    with running_desktop(home) as desktop:
        desktop.surroundings["CUPS_SERVER"] = printing.address
        yield desktop


@pytest.fixture
def officer(desktop: Desktop, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Officer]:
    """An officer before the sign-in window of the example prison."""
    folders = places_for(tmp_path / "data")
    folders.make()
    account = create_example_prison(DatabasePlace(folders), system_clock, SIZE)
    command = [sys.executable, "-m", "app", "--data-dir", str(folders.data)]
    log = tmp_path / "program.log"
    with desktop.program(command, log) as process:
        yield Officer(desktop, process, account, log)


@pytest.fixture
def signed_in(officer: Officer) -> Officer:
    """An officer who has come to the overview."""
    officer.sign_in()
    return officer
