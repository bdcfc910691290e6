"""The cell column of a roll: a path, a path in another prison, or a word instead of a cell."""

from app.domain.inmates import Whereabouts
from app.exchange.paths import below_unit, is_path
from app.exchange.roll_words import instead_of_cell
from app.exchange.rows import Row, one_line
from app.foundation.translation import _


def read_cell(row: Row, prison: str, prisons: frozenset[str]) -> tuple[str | None, Whereabouts]:
    """Return the path inside the prison, and where the person is if not in a cell.

    ``LEI-A-1-1`` in prison LEI is ``A-1-1``; ``LEI-RECP`` is reception. A cell that belongs to
    another of the file's prisons, and one that is no path, are left out with a warning.
    """
    path, owner = _without_prison(one_line(row.text("cell")), prison, prisons)
    instead = instead_of_cell(path)
    if instead is not None:
        return None, instead
    return _usable(row, path, is_here=owner in ("", prison)), Whereabouts.INSIDE


def _without_prison(written: str, prison: str, prisons: frozenset[str]) -> tuple[str, str]:
    """Return a cell without the prison before it, and that prison, empty if there is none."""
    first, _dash, rest = written.partition("-")
    for known in (prison, *sorted(prisons)):
        if known and first.casefold() == known.casefold():
            return rest, known
    return written, ""


def _usable(row: Row, path: str, *, is_here: bool) -> str | None:
    """Return the path if a place may be called so; else None, with the reason as a warning."""
    written = one_line(row.text("cell"))
    whole = below_unit(row, path)
    if not path:
        if row.has("cell"):
            row.warn("cell", _("Cellen mangler. Personen kommer inn uten celle."))
    elif not is_here:
        message = _("Cellen {value} ligger i et annet fengsel. Personen kommer inn uten celle.")
        row.warn("cell", message, value=written)
    elif is_path(whole):
        return whole
    else:
        message = _("Cellen {value} kan ikke brukes. Skriv den som «A-1-001».")
        row.warn("cell", message, value=written)
    return None
