"""``overview``: who is where, and what waits."""

from app.command_line.exits import Exit
from app.command_line.output import Json, plain, print_json, print_table
from app.command_line.session import Call, signed_in
from app.domain.cell_blocks import CellBlockOverview
from app.domain.errors import NotFound
from app.domain.words import word
from app.foundation.dates import date_text
from app.foundation.translation import _
from app.use_cases.cell_blocks import cell_block_overview

_UNIT_FIELDS = (
    "unit",
    "cells",
    "max_capacity",
    "working_capacity",
    "certified_capacity",
    "occupied",
    "free",
    "out_of_use",
    "overcrowded",
)
_INMATE_FIELDS = (
    "id",
    "name",
    "unit",
    "cell",
    "legal_status",
    "contact_officer",
    "days_since_conversation",
    "open_steps",
    "overdue_steps",
    "next_review",
)


def show(call: Call) -> Exit:
    """Print the overview of the prison or of one unit."""
    with signed_in(call) as office:
        overview = cell_block_overview(office, call.options.unit)
    if call.options.unit and not overview.places:
        raise NotFound(call.options.unit)
    if call.options.json:
        print_json(overview_json(overview))
    else:
        _print_tables(overview)
    return Exit.DONE


def overview_json(overview: CellBlockOverview) -> Json:
    """Return the overview in the shape of the contract."""
    totals = overview.totals
    return plain(
        {
            "units": [
                {field: getattr(unit, field) for field in _UNIT_FIELDS} for unit in overview.units
            ],
            "totals": {
                "roll": totals.roll,
                "placed": totals.placed,
                "without_cell": totals.without_cell,
            },
            "inmates": [
                {field: getattr(line, field) for field in _INMATE_FIELDS}
                for line in overview.inmates
            ],
        }
    )


def _print_tables(overview: CellBlockOverview) -> None:
    _print_units(overview)
    totals = overview.totals
    counted = _("{0} på listen: {1} i celle, {2} uten celle.")
    print("\n" + counted.format(totals.roll, totals.placed, totals.without_cell) + "\n")
    _print_people(overview)


def _print_units(overview: CellBlockOverview) -> None:
    headings = (
        _("Avdeling"),
        _("Celler"),
        _("Plasser"),
        _("I bruk"),
        _("Ledige"),
        _("Ute av bruk"),
        _("For mange"),
    )
    rows = [
        (
            unit.unit,
            unit.cells,
            unit.working_capacity,
            unit.occupied,
            unit.free,
            unit.out_of_use,
            unit.overcrowded,
        )
        for unit in overview.units
    ]
    print_table(headings, rows)


def _print_people(overview: CellBlockOverview) -> None:
    headings = (
        _("Celle"),
        _("Navn"),
        _("Status"),
        _("Kontaktbetjent"),
        _("Dager siden samtale"),
        _("Åpne steg"),
        _("Over frist"),
        _("Gjennomgang"),
    )
    rows = [
        (
            line.cell or line.place_path or line.unit,
            line.name,
            word(line.legal_status),
            line.contact_officer,
            "" if line.days_since_conversation is None else str(line.days_since_conversation),
            line.open_steps,
            line.overdue_steps,
            date_text(line.next_review) if line.next_review else None,
        )
        for line in overview.inmates
    ]
    print_table(headings, rows)
