"""What an import found and did: counts, changes, findings."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from app.exchange.columns import ColumnGuess
from app.exchange.findings import Finding
from app.exchange.kinds import ImportKind
from app.foundation.translation import _
from app.use_cases.fact_words import NOTHING, fact_word, shown_fact


class Verdict(StrEnum):
    """What happens to one record. The first three count the file's records."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    MOVED = "moved"
    DEPARTED = "departed"


@dataclass(frozen=True, slots=True)
class FactChange:
    """One thing that is known, before and after, as it is shown."""

    field: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """Return it as lists show it."""
        return _("{what}: {before} → {after}").format(
            what=fact_word(self.field) or self.field, before=self.before, after=self.after
        )


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One thing that becomes different: what happens, to whom or what, and how.

    ``before`` and ``after`` are where somebody was and will be; ``facts`` what else changes.
    """

    what: Verdict
    subject: str
    before: str = ""
    after: str = ""
    facts: tuple[FactChange, ...] = ()

    @property
    def detail(self) -> str:
        """Return how, in one line."""
        facts = "; ".join(fact.sentence for fact in self.facts)
        if self.what is Verdict.MOVED:
            return _("{before} → {after}").format(
                before=self.before or NOTHING, after=self.after or NOTHING
            )
        return facts or self.after or self.before


def fact_changes(
    before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[FactChange, ...]:
    """Return what differs, left out what only repeats something else."""
    return tuple(
        FactChange(name, shown_fact(before[name]), shown_fact(value))
        for name, value in after.items()
        if value != before[name] and fact_word(name) is not None
    )


@dataclass(slots=True)
class Tally:
    """Counts records while they are written, and collects what becomes different."""

    counts: Counter[Verdict] = field(default_factory=Counter)
    changes: list[ImportChange] = field(default_factory=list)
    same: list[ImportChange] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    def count(self, verdict: Verdict, *changes: ImportChange) -> None:
        """Count one record of the file."""
        self.counts[verdict] += 1
        self.note(*changes)

    def note(self, *changes: ImportChange) -> None:
        """Add lines to the lists; what is no record of the file is not counted as one."""
        for change in changes:
            if change.what is Verdict.UNCHANGED:
                self.same.append(change)
                continue
            self.changes.append(change)
            if change.what in (Verdict.MOVED, Verdict.DEPARTED):
                self.counts[change.what] += 1

    @property
    def wrote(self) -> bool:
        """Tell whether anything becomes different."""
        return bool(self.changes)

    def warn(self, row: int | None, column: str | None, message: str) -> None:
        """Add a warning; it does not stop the file."""
        self.warnings.append(Finding(row, column, message))


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The answer to a preview and to an import alike. With ``rejected`` nothing was written.

    ``created``, ``changed`` and ``unchanged`` count the file's records; ``moved`` are some of the
    changed, ``departed`` people it no longer names. ``same`` lists what stays as it is.
    ``import_id`` is what to undo it by.
    """

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
    moved: int = 0
    departed: int = 0
    same: tuple[ImportChange, ...] = ()
    import_id: UUID | None = field(default=None, compare=False)

    def of(self, what: Verdict) -> tuple[ImportChange, ...]:
        """Return the list of one kind of change."""
        if what is Verdict.UNCHANGED:
            return self.same
        return tuple(change for change in self.changes if change.what is what)

    @property
    def changes_nothing(self) -> bool:
        """Tell whether the file says what the database says already."""
        return not self.rejected and not self.changes
