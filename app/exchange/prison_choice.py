"""Which prison of a file is meant."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.exchange.findings import Finding, shown
from app.foundation.translation import _

_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class PrisonChoice:
    """The prison whose rows are taken, or why none can be chosen.

    ``is_other_than_stored`` says that the stored prison has no row in the file, so that another
    one was picked without anybody asking for it.
    """

    prison: str
    rejected: tuple[Finding, ...] = ()
    is_other_than_stored: bool = False


def pick_prison(
    prisons: Iterable[str], asked: str | None, stored: str | None, heading: str | None
) -> PrisonChoice:
    """Pick the asked prison, else the stored one, else the commonest of the file.

    ``prisons`` has one entry a row that counts. A file without prisons (``heading`` None) belongs
    to whichever prison is asked for or stored.
    """
    if heading is None:
        return PrisonChoice(asked or stored or "")
    counted = Counter(prison for prison in prisons if prison)
    if asked:
        return _asked(counted, asked.strip(), heading)
    if stored in counted or not counted:
        return PrisonChoice(stored or "")
    return PrisonChoice(counted.most_common(1)[0][0], is_other_than_stored=bool(stored))


def _asked(counted: Counter[str], asked: str, heading: str) -> PrisonChoice:
    for prison in counted:
        if prison.casefold() == asked.casefold():
            return PrisonChoice(prison)
    if not counted:
        return PrisonChoice(asked)
    message = _("Filen har ingen rader som gjelder for {asked}. Den har {there}.")
    text = message.format(asked=shown(asked), there=_named(counted))
    return PrisonChoice(asked, (Finding(None, heading, text),))


def _named(counted: Counter[str]) -> str:
    """Return the prisons of a file with their rows, the commonest first."""
    return ", ".join(
        _("{prison} ({rows})").format(prison=shown(prison), rows=rows)
        for prison, rows in counted.most_common(_MOST_NAMED)
    )


def skipped_row(row: int, heading: str | None, theirs: str, chosen: str) -> Finding:
    """Return the warning that a row of another prison is left out."""
    message = _("Raden gjelder {theirs}, ikke {chosen}. Den er hoppet over.")
    return Finding(row, heading, message.format(theirs=shown(theirs), chosen=shown(chosen)))
