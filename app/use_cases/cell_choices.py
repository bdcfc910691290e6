"""What an officer chooses from when somebody is placed. Tells of places, never of people."""

from app.domain.access import Right
from app.domain.cell_choices import CellChoice, UnitChoice
from app.overviews.cell_choices import read_cell_choices, read_unit_choices
from app.use_cases.office import Office


def unit_choices(office: Office) -> tuple[UnitChoice, ...]:
    """Read the units whose overview can be opened.

    Raises:
        NotAllowed: the role may not read inmates.
    """
    office.demand(Right.READ_INMATES, "cell_blocks")
    with office.reading() as connection:
        return read_unit_choices(connection)


def cell_choices(office: Office) -> tuple[CellChoice, ...]:
    """Read the cells in use with the room that is left, those with room first.

    Raises:
        NotAllowed: the role may not place inmates.
    """
    office.demand(Right.WRITE_INMATES, "cell_blocks")
    with office.reading() as connection:
        return read_cell_choices(connection)
