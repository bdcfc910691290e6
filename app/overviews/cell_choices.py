"""Units and cells to choose from, counted without reading who is in them."""

from uuid import UUID

from sqlalchemy import Connection, func, select

from app.database.records.inmate import InmateRecord
from app.domain.cell_blocks import unit_lines
from app.domain.cell_choices import CellChoice, UnitChoice
from app.overviews.cell_blocks import on_roll, read_cell_lines


def read_unit_choices(connection: Connection) -> tuple[UnitChoice, ...]:
    """Read the units in use, in the order of their path."""
    lines = unit_lines(read_cell_lines(connection, None), ())
    return tuple(UnitChoice(line.unit, line.name) for line in lines)


def read_cell_choices(connection: Connection) -> tuple[CellChoice, ...]:
    """Read the cells in use, those with room first, then by path."""
    rows = connection.execute(
        select(InmateRecord.place_id, func.count())
        .where(on_roll(), InmateRecord.place_id.is_not(None))
        .group_by(InmateRecord.place_id)
    )
    taken: dict[UUID | None, int] = {row[0]: row[1] for row in rows}
    choices = [
        CellChoice(
            id=cell.id,
            path=cell.path,
            label=cell.label,
            unit=cell.unit,
            working=cell.working,
            maximum=cell.maximum,
            occupied=taken.get(cell.id, 0),
        )
        for cell in read_cell_lines(connection, None)
        if cell.counts
    ]
    return tuple(sorted(choices, key=lambda choice: (choice.free == 0, choice.path)))
