"""What files, changes and results are called."""

from collections.abc import Sequence

from app.exchange.kinds import ImportKind
from app.foundation.translation import _, mark, plural
from app.use_cases.fact_words import NOTHING, fact_word
from app.use_cases.import_report import ImportChange, ImportReport, Verdict

_KINDS = {
    ImportKind.PLACES: mark("Steder"),
    ImportKind.ROLL: mark("Innsattliste"),
    ImportKind.CONVERSATIONS: mark("Samtaler"),
}
_VERDICTS = {
    Verdict.CREATED: mark("ny"),
    Verdict.CHANGED: mark("endret"),
    Verdict.UNCHANGED: mark("uendret"),
    Verdict.MOVED: mark("flyttet"),
    Verdict.DEPARTED: mark("ikke lenger på listen"),
}

_LISTS = {
    Verdict.CREATED: mark("Nye"),
    Verdict.MOVED: mark("Flyttet"),
    Verdict.DEPARTED: mark("Ikke lenger på listen"),
    Verdict.CHANGED: mark("Endrede opplysninger"),
    Verdict.UNCHANGED: mark("Uendret"),
}


def kind_word(kind: ImportKind) -> str:
    """Return what a kind of file is called."""
    return _(_KINDS[kind])


def verdict_word(verdict: Verdict) -> str:
    """Return what happens to one record."""
    return _(_VERDICTS[verdict])


def list_word(verdict: Verdict) -> str:
    """Return what the list of one kind of change is called."""
    return _(_LISTS[verdict])


def list_headings(verdict: Verdict) -> tuple[str, ...]:
    """Return the headings of the list of one kind of change."""
    return {
        Verdict.MOVED: (_("Hvem"), _("Fra"), _("Til")),
        Verdict.CHANGED: (_("Hvem eller hva"), _("Opplysning"), _("Før"), _("Etter")),
        Verdict.DEPARTED: (_("Hvem"), _("Var i")),
    }.get(verdict, (_("Hvem eller hva"), _("Hvor eller hvor mye")))


def list_rows(verdict: Verdict, changes: Sequence[ImportChange]) -> list[tuple[str, ...]]:
    """Return the rows of the list of one kind of change; a change of facts has a row for each."""
    if verdict is Verdict.MOVED:
        return [
            (change.subject, change.before or NOTHING, change.after or NOTHING)
            for change in changes
        ]
    if verdict is Verdict.CHANGED:
        return [row for change in changes for row in _fact_rows(change)]
    if verdict is Verdict.DEPARTED:
        return [(change.subject, change.before or NOTHING) for change in changes]
    return [(change.subject, change.after or NOTHING) for change in changes]


def _fact_rows(change: ImportChange) -> list[tuple[str, ...]]:
    if not change.facts:
        return [(change.subject, change.detail, "", "")]
    return [
        (change.subject, fact_word(fact.field) or fact.field, fact.before, fact.after)
        for fact in change.facts
    ]


def counts_text(report: ImportReport) -> str:
    """Return how many records become what, those of the file first."""
    changed = plural("{n} endret", "{n} endrede", report.changed)
    if report.moved:
        moved = plural("{n} flyttet", "{n} flyttet", report.moved)
        changed = _("{changed}, av dem {moved}").format(changed=changed, moved=moved)
    parts = [
        plural("{n} ny", "{n} nye", report.created),
        changed,
        plural("{n} uendret", "{n} uendrede", report.unchanged),
    ]
    if report.departed:
        gone = plural("{n} ikke lenger på listen", "{n} ikke lenger på listen", report.departed)
        parts.append(gone)
    return " · ".join(parts)
