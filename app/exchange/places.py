"""A file of places: what each row says of a wing, a landing or a cell."""

from dataclasses import dataclass

from app.domain.places import PlaceFacts, PlaceKind, PlaceStatus
from app.exchange.parsed import Parsed, Seen, Sheet
from app.exchange.paths import PATH_LIMIT, PRISON_LIMIT, below_unit, is_path, last_part, parent_of
from app.exchange.place_notices import tell_oddities
from app.exchange.place_words import other_use, place_kind, place_status, reason_text
from app.exchange.rows import Row
from app.foundation.translation import _

_CODE_LIMIT = 60
_NAME_LIMIT = 120
_TEXT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place and the row it stands in."""

    row: int
    facts: PlaceFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedPlaces(Parsed):
    """The places of a file in its order. ``facts.prison`` is empty where the file names none."""

    rows: tuple[PlaceRow, ...] = ()


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A row whose place is known."""

    row: Row
    prison: str
    path: str
    parent: str | None


def take_places(sheet: Sheet) -> ParsedPlaces:
    """Turn the rows of a file into places."""
    keyed = _keyed_rows(sheet)
    parents = {one.parent for one in keyed}
    rows = tuple(
        PlaceRow(one.row.number, _facts(one, _kind(one, is_parent=one.path in parents)))
        for one in keyed
    )
    tell_oddities(sheet, ((row.row, row.facts) for row in rows))
    if not sheet.has("max_capacity") and any(row.facts.kind is PlaceKind.CELL for row in rows):
        message = _("Filen sier ikke hvor mange plasser cellene har. Hver celle får én plass.")
        sheet.findings.warn(None, None, message)
    return ParsedPlaces(
        rows=rows,
        columns=sheet.columns.guesses,
        ignored_columns=sheet.columns.ignored,
        rejected=sheet.findings.rejected,
        warnings=sheet.findings.warnings,
    )


def _keyed_rows(sheet: Sheet) -> list[_Keyed]:
    """Return the rows that have a usable key of their own."""
    found = [
        (row, row.line("prison", PRISON_LIMIT), path)
        for row in sheet
        for path in (row.key("path_hierarchy", PATH_LIMIT),)
        if path is not None
    ]
    # Some systems write the prison before every path (``MDI-A-1-001``). Only if all rows have it
    # is it no unit that is called like the prison.
    prefixed = all(prison and path.startswith(f"{prison}-") for _row, prison, path in found)
    seen = Seen()
    keyed = []
    for row, prison, written in found:
        prefix = f"{prison}-" if prefixed else ""
        path = below_unit(row, written.removeprefix(prefix))
        if _is_path(row, path) and seen.is_new((prison, path), row, "path_hierarchy"):
            stated = row.line("parent_path", PATH_LIMIT).removeprefix(prefix)
            parent = stated if stated and stated != path else parent_of(path)
            keyed.append(_Keyed(row, prison, path, parent))
    return keyed


def _is_path(row: Row, path: str) -> bool:
    if is_path(path):
        return True
    message = _("Stien {value} kan ikke brukes. Skriv den som «A-1-001».")
    row.reject("path_hierarchy", message, value=path)
    return False


def _facts(one: _Keyed, kind: PlaceKind) -> PlaceFacts:
    row = one.row
    status = _status(row)
    converted_to = other_use(row.line("converted_cell_type", _CODE_LIMIT))
    maximum, working, certified = _capacities(row, kind, converted_to)
    return PlaceFacts(
        prison=one.prison,
        path=one.path,
        kind=kind,
        parent_path=one.parent,
        code=row.line("code", _CODE_LIMIT) or last_part(one.path)[:_CODE_LIMIT],
        local_name=row.line("local_name", _NAME_LIMIT),
        status=status,
        accommodation=row.line("accommodation_type", _CODE_LIMIT),
        used_for=row.line("used_for", _TEXT_LIMIT),
        special_kinds=row.line("specialist_cell_types", _TEXT_LIMIT),
        converted_to=converted_to,
        cell_mark=row.line("cell_mark", _CODE_LIMIT),
        maximum=maximum,
        working=working,
        certified=certified,
        out_of_use_reason=_reason(row, status),
        out_of_use_since=row.day("deactivated_date"),
        back_in_use_on=row.day("proposed_reactivation_date"),
    )


def _kind(one: _Keyed, *, is_parent: bool) -> PlaceKind:
    word = one.row.text("location_type")
    if word:
        kind = place_kind(word)
        if kind is None:
            message = _("{value} er et ukjent slags sted. Det er hentet inn som annet sted.")
            one.row.warn("location_type", message, value=word)
        return kind or PlaceKind.OTHER
    if "-" not in one.path:
        return PlaceKind.WING
    return PlaceKind.LANDING if is_parent else PlaceKind.CELL


def _status(row: Row) -> PlaceStatus:
    word = row.text("status")
    status = place_status(word) if word else PlaceStatus.ACTIVE
    if status is None:
        message = _("Statusen {value} er ukjent. Stedet er hentet inn som i bruk.")
        row.warn("status", message, value=word)
    return status or PlaceStatus.ACTIVE


def _capacities(row: Row, kind: PlaceKind, converted_to: str) -> tuple[int, int, int]:
    """Return maximum, working and certified; what the file has no column for is the maximum."""
    if row.has("max_capacity"):
        maximum = row.whole_number("max_capacity")
    else:
        maximum = 1 if kind is PlaceKind.CELL and not converted_to else 0
    working, certified = (
        row.whole_number(field) if row.has(field) else maximum
        for field in ("working_capacity", "certified_normal_accommodation")
    )
    if working > maximum:
        message = _("{working} plasser i daglig bruk er flere enn de {maximum} det er rom for.")
        row.warn("working_capacity", message, working=working, maximum=maximum)
    return maximum, working, certified


def _reason(row: Row, status: PlaceStatus) -> str:
    archived = row.line("archived_reason", _TEXT_LIMIT)
    if archived and status is PlaceStatus.ARCHIVED:
        return archived
    return reason_text(
        row.line("deactivated_reason", _TEXT_LIMIT),
        row.line("deactivation_reason_description", _TEXT_LIMIT),
    )
