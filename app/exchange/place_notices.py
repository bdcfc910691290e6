"""What an officer should know of places that are correct, but do not count as one may think."""

from collections.abc import Iterable, Iterator

from app.domain.places import PlaceFacts, PlaceKind, PlaceStatus, counts_as_cell
from app.exchange.findings import shown
from app.exchange.parsed import Sheet
from app.foundation.dates import date_text
from app.foundation.translation import _

_NOT_IN_USE = (PlaceStatus.ARCHIVED, PlaceStatus.DRAFT)


def tell_oddities(sheet: Sheet, rows: Iterable[tuple[int, PlaceFacts]]) -> None:
    """Warn of cells that add no places, and of units and floors that are not in use."""
    listed = list(rows)
    by_path = {facts.path: facts for _row, facts in listed}
    for row, facts in listed:
        above = by_path.get(facts.parent_path or "")
        for field, message in _notices(facts, above):
            sheet.findings.warn(row, sheet.columns.heading(field), message)


def _notices(facts: PlaceFacts, above: PlaceFacts | None) -> Iterator[tuple[str, str]]:
    if facts.kind is PlaceKind.CELL:
        yield from _cell_notices(facts)
    if facts.parent_path is None and facts.status in _NOT_IN_USE:
        yield "status", _("Avdelingen er ikke i bruk. Den vises ikke i oversikten.")
    is_closed_above = above is not None and above.status in _NOT_IN_USE
    if is_closed_above and facts.status is PlaceStatus.ACTIVE:
        message = _("Stedet er i bruk, men {parent}, som det ligger under, er det ikke.")
        yield "status", message.format(parent=shown(facts.parent_path or ""))


def _cell_notices(cell: PlaceFacts) -> Iterator[tuple[str, str]]:
    if cell.converted_to:
        message = _("Cellen er gjort om til {use}. Den regnes ikke som celle.")
        yield "converted_cell_type", message.format(use=shown(cell.converted_to))
    elif counts_as_cell(cell.kind, cell.status, cell.converted_to) and not cell.working:
        message = _("Cellen har ingen plasser i daglig bruk.")
        yield "working_capacity", message
    if cell.status is PlaceStatus.INACTIVE:
        yield "status", _("Cellen er ute av bruk. Plassene i den regnes ikke med.")
    if cell.status is PlaceStatus.INACTIVE and cell.back_in_use_on is not None:
        message = _("Cellen er planlagt tilbake i bruk {day}.")
        yield "proposed_reactivation_date", message.format(day=date_text(cell.back_in_use_on))
