"""What an import found and did: counts, changes, findings."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.exchange.columns import ColumnGuess
from app.exchange.findings import Finding
from app.exchange.kinds import ImportKind


class Verdict(StrEnum):
    """What happens to one record. The first three count the file's records."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    MOVED = "moved"
    DEPARTED = "departed"


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One thing that becomes different: what happens, to whom or what, and how."""

    what: Verdict
    subject: str
    detail: str = ""


@dataclass(slots=True)
class Tally:
    """Counts records while they are written, and collects what becomes different."""

    counts: dict[Verdict, int] = field(default_factory=dict)
    changes: list[ImportChange] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    def count(self, verdict: Verdict, *changes: ImportChange) -> None:
        """Count one record of the file."""
        self.counts[verdict] = self.counts.get(verdict, 0) + 1
        self.changes.extend(changes)

    def warn(self, row: int | None, column: str | None, message: str) -> None:
        """Add a warning; it does not stop the file."""
        self.warnings.append(Finding(row, column, message))

    @property
    def wrote(self) -> bool:
        """Tell whether anything becomes different."""
        return bool(self.changes)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The answer to a preview and to an import alike. With ``rejected`` nothing was written."""

    kind: ImportKind
    prison: str
    created: int
    changed: int
    unchanged: int
    rejected: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    changes: tuple[ImportChange, ...]
    columns: tuple[ColumnGuess, ...]
    prisons: tuple[str, ...] = ()
