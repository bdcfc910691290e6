"""Stand-ins for the use cases behind the print page; the papers themselves are real."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Event
from uuid import UUID

from app.documents.copies import PaperCopy
from app.documents.drawing import render
from app.ui.screens.documents.papers import Choices, Finished, ListOf, Subject
from app.use_cases.documents import Paper
from app.use_cases.printing import PrintQueues
from tests.documents.papers import CONTENT, frozen_plan

OMAR = UUID(int=1)
DAY_OF_FREEZE = datetime(2026, 11, 12, 8, 44, tzinfo=UTC)
TWO_PRINTERS = PrintQueues(("Kontor", "Vaktrom"), "Vaktrom")
_DOCUMENTS = {
    PaperCopy.INMATE: UUID("019aafc2-7b1e-7c3d-8e21-0f3a9c21be44"),
    PaperCopy.INTERNAL: UUID("019aafc2-7b1e-7c3d-8e21-0f3a9c21be45"),
}


@lru_cache
def paper(copy: PaperCopy = PaperCopy.INMATE, *, reprint: bool = False) -> Paper:
    drawn = render(frozen_plan(CONTENT, copy))
    return Paper(
        document_id=_DOCUMENTS[copy],
        kind="plan",
        inmate_id=OMAR,
        version=3,
        sha256=hashlib.sha256(drawn.data).hexdigest(),
        pages=drawn.pages,
        data=drawn.data,
        file_name=f"framtidsplan-v3_2026-11-23_{_DOCUMENTS[copy].hex[-12:]}.pdf",
        frozen_at=DAY_OF_FREEZE,
        reprint=reprint,
    )


@dataclass
class FakePapers:
    """Hands out real papers; notes what is printed and exported."""

    printers: PrintQueues = TWO_PRINTERS
    reprint: bool = False
    lacking: str = ""
    fault: Exception | None = None
    print_fault: Exception | None = None
    ready: Event = field(default_factory=Event)
    answered: Event = field(default_factory=Event)
    asked: list[tuple[Subject, Choices]] = field(default_factory=list)
    printed: list[tuple[UUID, str, int]] = field(default_factory=list)
    exported: list[tuple[Path, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ready.set()
        self.answered.set()

    def paper(self, subject: Subject, choices: Choices) -> Finished:
        self.asked.append((subject, choices))
        assert self.ready.wait(10)
        if self.fault is not None:
            raise self.fault
        name = "Avdeling B" if isinstance(subject, ListOf) else "Hassan, Omar"
        made = replace(paper(choices.copy, reprint=self.reprint), lacking=self.lacking)
        return Finished(made, name)

    def queues(self) -> PrintQueues:
        assert self.answered.wait(10)
        return self.printers

    def send(self, sent: Paper, printer: str, copies: int) -> str:
        if self.print_fault is not None:
            raise self.print_fault
        self.printed.append((sent.document_id, printer, copies))
        return f"{printer}-1"

    def export(self, written: Paper, file: Path, *, replace: bool) -> Path:
        self.exported.append((file, replace))
        file.write_bytes(written.data)
        return file
