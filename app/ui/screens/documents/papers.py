"""What the print page asks for. Everything here may take a while and runs in a lane."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from app.documents.copies import PaperCopy
from app.foundation.translation import SOURCE_LANGUAGE
from app.use_cases.documents import (
    Paper,
    PaperForm,
    conversations_paper,
    plan_paper,
    unit_list_paper,
)
from app.use_cases.exporting import export_paper
from app.use_cases.inmates import peek
from app.use_cases.office import Office
from app.use_cases.printing import PrintQueues, print_paper, print_queues


@dataclass(frozen=True, slots=True)
class PlanOf:
    """The plan of one person. ``name`` is looked up where the page does not know it."""

    inmate_id: UUID
    name: str = ""


@dataclass(frozen=True, slots=True)
class ListOf:
    """The list of one unit. ``unit`` is its path, ``name`` what officers call it.

    ``people`` are those who are shown, where the overview was filtered.
    """

    unit: str
    name: str = ""
    people: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ConversationsOf:
    """Some entries of one person's log."""

    inmate_id: UUID
    entries: tuple[UUID, ...]
    name: str = ""


Subject = PlanOf | ListOf | ConversationsOf


@dataclass(frozen=True, slots=True)
class Choices:
    """What the officer chose before printing."""

    copy: PaperCopy = PaperCopy.INMATE
    language: str = SOURCE_LANGUAGE
    large_print: bool = False

    @property
    def form(self) -> PaperForm:
        """Return the choices as use cases take them."""
        return PaperForm(self.copy, self.language, self.large_print)


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper, and whose it is as lists write it."""

    paper: Paper
    name: str


class Papers(Protocol):
    """The use cases behind the page, so that tests can stand in for them."""

    def paper(self, subject: Subject, choices: Choices) -> Finished:
        """Return the finished paper."""

    def queues(self) -> PrintQueues:
        """Return the print queues of this machine."""

    def send(self, paper: Paper, printer: str, copies: int) -> str:
        """Print; return the job's id."""

    def export(self, paper: Paper, file: Path, *, replace: bool) -> Path:
        """Write the paper to a file."""


class OfficePapers:
    """The real ones, for the officer who is signed in."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def paper(self, subject: Subject, choices: Choices) -> Finished:
        """Return the finished paper; the one kept from before where nothing has changed."""
        office = self._office
        if isinstance(subject, ListOf):
            paper = unit_list_paper(office, subject.unit, choices.form, subject.people)
            return Finished(paper, subject.name or subject.unit)
        person = subject.inmate_id
        if isinstance(subject, ConversationsOf):
            paper = conversations_paper(office, person, subject.entries, choices.form)
        else:
            paper = plan_paper(office, person, choices.form)
        return Finished(paper, subject.name or peek(office, person, refresh=True).line.name)

    def queues(self) -> PrintQueues:
        """Return the print queues of this machine."""
        return print_queues()

    def send(self, paper: Paper, printer: str, copies: int) -> str:
        """Print; return the job's id."""
        return print_paper(self._office, paper, printer, copies)

    def export(self, paper: Paper, file: Path, *, replace: bool) -> Path:
        """Write the paper to a file."""
        return export_paper(self._office, paper, file, replace=replace)
