"""What files, changes and results are called."""

from app.exchange.kinds import ImportKind
from app.foundation.translation import _, mark, plural
from app.use_cases.import_report import ImportReport, Verdict

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


def kind_word(kind: ImportKind) -> str:
    """Return what a kind of file is called."""
    return _(_KINDS[kind])


def verdict_word(verdict: Verdict) -> str:
    """Return what happens to one record."""
    return _(_VERDICTS[verdict])


def counts_text(report: ImportReport) -> str:
    """Return how many records become what, those of the file first."""
    parts = [
        plural("{n} ny", "{n} nye", report.created),
        plural("{n} endret", "{n} endrede", report.changed),
        plural("{n} uendret", "{n} uendrede", report.unchanged),
    ]
    moved = sum(1 for change in report.changes if change.what is Verdict.MOVED)
    departed = sum(1 for change in report.changes if change.what is Verdict.DEPARTED)
    if moved:
        parts.append(plural("av dem {n} flyttet", "av dem {n} flyttet", moved))
    if departed:
        parts.append(plural("{n} ikke lenger på listen", "{n} ikke lenger på listen", departed))
    return " · ".join(parts)


def changes_nothing(report: ImportReport) -> bool:
    """Tell whether the file says what the database says already."""
    return not report.rejected and not report.changes
