"""Printing, through a real print service of the tests' own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from app.database.opening import DatabasePlace
from app.domain.access import Role, Verb
from app.domain.errors import (
    DatabaseUnavailable,
    NotAllowed,
    PrinterMissing,
    PrintingFailed,
    RuleBroken,
)
from app.use_cases import printing
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.documents import Paper, plan_paper
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from app.use_cases.printing import default_printer, print_paper, print_queues, printers
from tests.documents.papers import CONTENT
from tests.helpers.access import access_log
from tests.helpers.print_service import PrintService, running_print_service
from tests.helpers.prison import PASSWORD, admit


@pytest.fixture(scope="module")
def service() -> Iterator[PrintService]:
    with running_print_service() as started:
        started.add_queue("Vaktrom", chosen=True)
        started.add_queue("Kontor_2")
        yield started


@pytest.fixture
def at_service(service: PrintService, monkeypatch: pytest.MonkeyPatch) -> PrintService:
    monkeypatch.setenv("CUPS_SERVER", service.address)
    return service


@pytest.fixture
def paper(embedded_office: Office) -> Paper:
    inmate = admit(embedded_office)
    save_plan(embedded_office, inmate.id, CONTENT, 0)
    return plan_paper(embedded_office, inmate.id)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put programs of the test's own before those of the print service."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def put(name: str, text: str) -> None:
        file = folder / name
        file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        file.chmod(0o700)

    return put


def printings(office: Office) -> list[tuple[UUID | None, int | None, str]]:
    return [
        (row.record_id, row.count, row.reason)
        for row in access_log(office)
        if row.verb == Verb.PRINT
    ]


def test_queues_are_listed_and_the_machines_own_choice_comes_first(
    at_service: PrintService,
) -> None:
    assert printers() == ("Kontor_2", "Vaktrom")
    assert default_printer() == "Vaktrom"


def test_a_paper_comes_out_byte_for_byte_and_is_logged(
    embedded_office: Office, at_service: PrintService, paper: Paper
) -> None:
    job = print_paper(embedded_office, paper, "Vaktrom", copies=2)

    printed = at_service.printed("Vaktrom", job)
    assert printed.data == paper.data
    assert printed.copies == 2
    assert "media=A4" in printed.options
    assert printings(embedded_office) == [(paper.document_id, 2, "Vaktrom")]


def test_the_jobs_title_tells_the_paper_and_never_the_person(
    embedded_office: Office, at_service: PrintService, paper: Paper
) -> None:
    job = print_paper(embedded_office, paper, "Kontor_2")

    assert at_service.printed("Kontor_2", job).title == f"Dokument {paper.document_id.hex[-12:]}"


def test_nothing_is_left_in_the_programs_own_folders(
    embedded_office: Office, at_service: PrintService, paper: Paper
) -> None:
    print_paper(embedded_office, paper, "Vaktrom")

    places = embedded_office.folders
    assert not [file for file in places.data.rglob("*") if file.suffix == ".pdf"]
    assert not list(places.cache.rglob("*"))


def test_an_unknown_queue_is_named_and_the_failed_try_is_logged(
    embedded_office: Office, at_service: PrintService, paper: Paper
) -> None:
    with pytest.raises(PrinterMissing, match="Fant ikke skriveren Kjeller") as caught:
        print_paper(embedded_office, paper, "Kjeller")

    assert caught.value.code == "PR-01"
    assert printings(embedded_office) == [(paper.document_id, 0, "not printed: PR-01")]


def test_a_queue_that_refuses_says_so(
    embedded_office: Office, at_service: PrintService, paper: Paper
) -> None:
    at_service.add_queue("Full")
    at_service.refuse_jobs("Full")

    with pytest.raises(PrintingFailed, match="tok ikke imot dokumentet") as caught:
        print_paper(embedded_office, paper, "Full")

    assert caught.value.code == "PR-03"


def test_what_cannot_be_logged_is_not_printed(
    embedded_office: Office,
    at_service: PrintService,
    paper: Paper,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_service.add_queue("Venter")
    at_service.pause("Venter")

    def lose_the_database(*_rest: object) -> None:
        raise DatabaseUnavailable("borte")

    monkeypatch.setattr(printing, "note_printed", lose_the_database)
    with pytest.raises(DatabaseUnavailable):
        print_paper(embedded_office, paper, "Venter")

    assert at_service.waiting_jobs() == ()


def test_without_a_running_print_service_the_words_offer_a_file(
    embedded_office: Office, paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))

    queues = print_queues()
    assert queues.names == ()
    assert queues.problem is not None
    assert queues.problem.code == "PR-02"
    with pytest.raises(PrintingFailed, match="Utskriftstjenesten svarer ikke"):
        print_paper(embedded_office, paper, "Vaktrom")


def test_a_machine_without_queues_says_so() -> None:
    with running_print_service() as empty, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUPS_SERVER", empty.address)
        queues = print_queues()

    assert (queues.names, queues.chosen) == ((), None)
    assert queues.problem is not None
    assert queues.problem.code == "PR-01"
    assert str(queues.problem) == "Maskinen har ingen skriver. Lagre dokumentet som PDF i stedet."


def test_a_machine_without_cups_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert printers() == ()
    assert default_printer() is None
    assert "mangler utskriftstjenesten CUPS" in str(print_queues().problem)


def test_a_print_service_that_hangs_is_given_up(
    embedded_office: Office,
    paper: Paper,
    program: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program(
        "lpstat", 'case "$1" in -e) echo Treg;; -d) echo "no system default destination";; esac'
    )
    program("lp", "exec sleep 60")
    monkeypatch.setattr(printing, "_PRINT_SECONDS", 0.2)

    with pytest.raises(PrintingFailed, match="Utskriftstjenesten svarer ikke") as caught:
        print_paper(embedded_office, paper, "Treg")

    assert caught.value.code == "PR-02"
    assert default_printer() == "Treg"


def test_a_silent_listing_counts_as_no_printers(
    program: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    program("lpstat", "exec sleep 60")
    monkeypatch.setattr(printing, "_ASK_SECONDS", 0.2)

    assert printers() == ()


@pytest.mark.parametrize("copies", [0, -1, 51])
def test_the_number_of_copies_has_bounds(
    embedded_office: Office, paper: Paper, copies: int
) -> None:
    with pytest.raises(RuleBroken, match="fra 1 til 50"):
        print_paper(embedded_office, paper, "Vaktrom", copies)


def test_who_may_not_print_is_refused(
    embedded_office: Office,
    embedded_place: DatabasePlace,
    open_office: Callable[..., Office],
    at_service: PrintService,
    paper: Paper,
) -> None:
    add_officer(embedded_office, NewOfficer("per", "Per Vik", Role.AUDITOR, PASSWORD))
    auditor = open_office(embedded_place, "per")

    with pytest.raises(NotAllowed):
        print_paper(auditor, paper, "Vaktrom")
