"""The cell-block overview, and what has changed since it was taken."""

from collections.abc import Mapping

from app.database.change_counters import read_revisions
from app.domain.access import Access, Right, Verb
from app.domain.cell_blocks import CellBlockOverview
from app.domain.topics import Topic
from app.overviews.cell_blocks import Moment, read_overview
from app.overviews.prison import overview_thresholds, read_prison, read_thresholds
from app.use_cases.office import Office


def cell_block_overview(
    office: Office, unit: str | None = None, *, refresh: bool = False
) -> CellBlockOverview:
    """Read who is where in a unit or in the prison.

    Whoever may read inmates may; one row of the access log says how many people were shown. The
    refresh that follows a change on the same screen writes none.

    Raises:
        NotAllowed: the role may not read inmates.
    """
    office.demand(Right.READ_INMATES, "cell_blocks")
    moment = Moment(office.clock(), office.thresholds)
    with office.reading() as connection:
        overview = read_overview(connection, moment, unit, (office.prison, office.is_example))
    if not refresh:
        office.note(Access(Verb.CONSULT, "cell_blocks", unit=unit, count=len(overview.inmates)))
    return overview


def revisions(office: Office) -> Mapping[Topic, int]:
    """Return how often each topic has changed; asked by every window every other second.

    Thresholds and the prison's code, which the office keeps, are read anew when they changed.
    """
    with office.reading() as connection:
        numbers = read_revisions(connection)
        if numbers[Topic.SETTINGS] != office.settings_revision:
            office.thresholds = overview_thresholds(read_thresholds(connection))
            office.about_prison = read_prison(connection)
            office.settings_revision = numbers[Topic.SETTINGS]
    return numbers
