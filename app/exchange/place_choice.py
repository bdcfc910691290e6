"""The places of one prison out of a file, and those above them that the file leaves out."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from app.domain.places import PlaceFacts, PlaceKind
from app.exchange.findings import Finding, in_row_order, shown
from app.exchange.paths import last_part, parent_of
from app.exchange.places import ParsedPlaces, PlaceRow
from app.exchange.prison_choice import PrisonChoice, pick_prison, skipped_row
from app.foundation.translation import _


@dataclass(frozen=True, slots=True)
class ChosenPlaces:
    """What may be brought in, if nothing is ``rejected``.

    ``implied`` are places above others that neither the file nor the database has; they are added
    too, but are no records of the file and not counted as such.
    """

    prison: str
    rows: tuple[PlaceRow, ...] = ()
    implied: tuple[PlaceFacts, ...] = ()
    rejected: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()


def choose_places(
    parsed: ParsedPlaces,
    asked: str | None = None,
    stored: str | None = None,
    known_paths: Collection[str] = (),
) -> ChosenPlaces:
    """Choose the prison (asked, else the stored one, else the commonest) and its places.

    A file of another prison than the stored one is refused unless that prison is asked for: equal
    paths would overwrite one prison's cells with another's.
    """
    heading = parsed.heading("prison")
    choice = pick_prison((row.facts.prison for row in parsed.rows), asked, stored, heading)
    rejected = (*parsed.rejected, *choice.rejected, *_of_another(choice, stored, heading))
    if rejected:
        return ChosenPlaces(choice.prison, rejected=rejected, warnings=parsed.warnings)
    rows = tuple(_moved_to(row, choice.prison) for row in parsed.rows if _is_of(row, choice.prison))
    others = [row for row in parsed.rows if not _is_of(row, choice.prison)]
    left_out = {row.row for row in others}
    implied = dict(_implied(rows, known_paths))
    warnings = (
        *(found for found in parsed.warnings if found.row not in left_out),
        *(skipped_row(row.row, heading, row.facts.prison, choice.prison) for row in others),
        *(_added(facts, row, parsed) for facts, row in implied.items()),
    )
    return ChosenPlaces(choice.prison, rows, tuple(implied), (), in_row_order(warnings))


def _of_another(choice: PrisonChoice, stored: str | None, heading: str | None) -> list[Finding]:
    if not choice.is_other_than_stored:
        return []
    message = _(
        "Stedene som er hentet inn før, hører til {stored}, men filen gjelder {prison}. "
        "Velg fengselet uttrykkelig for å hente dem inn likevel."
    )
    text = message.format(stored=shown(stored or ""), prison=shown(choice.prison))
    return [Finding(None, heading, text)]


def _is_of(row: PlaceRow, prison: str) -> bool:
    return row.facts.prison in ("", prison)


def _moved_to(row: PlaceRow, prison: str) -> PlaceRow:
    return row if row.facts.prison else replace(row, facts=replace(row.facts, prison=prison))


def _implied(
    rows: tuple[PlaceRow, ...], known_paths: Collection[str]
) -> Iterator[tuple[PlaceFacts, int]]:
    """Yield places that must lie above others, each with the first row that says so."""
    there = {row.facts.path for row in rows} | set(known_paths)
    for row in rows:
        path = row.facts.parent_path
        while path and path not in there:
            there.add(path)
            above = parent_of(path)
            kind = PlaceKind.LANDING if above else PlaceKind.WING
            yield PlaceFacts(row.facts.prison, path, kind, above, last_part(path)), row.row
            path = above


def _added(facts: PlaceFacts, row: int, parsed: ParsedPlaces) -> Finding:
    heading = parsed.heading("parent_path") or parsed.heading("path_hierarchy")
    message = _("Stedet {path} ligger over dette, men står ikke i filen. Det legges til.")
    return Finding(row, heading, message.format(path=shown(facts.path)))
