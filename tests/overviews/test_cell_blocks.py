from app.domain.inmates import Whereabouts
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.office import Office
from tests.helpers.prison import admit, build_places, talk
from tests.helpers.statements import recorded_statements, selects


def test_the_overview_is_two_selects_however_many_people(office: Office) -> None:
    cells = build_places(office).cells
    for number, place in enumerate(cells.values()):
        if place != cells["B-3-B303"]:
            talk(office, admit(office, number, place).id)
    with recorded_statements(office.database) as sent:
        overview = cell_block_overview(office, refresh=True)
    assert len(overview.inmates) == 5
    assert len(selects(sent)) == 2


def test_totals_add_up_to_the_roll(office: Office) -> None:
    cells = build_places(office).cells
    admit(office, 1, cells["B-2-B201"])
    admit(office, 2, cells["B-2-B202"])
    admit(office, 3, whereabouts=Whereabouts.RECEPTION)
    overview = cell_block_overview(office)
    assert (overview.totals.roll, overview.totals.placed) == (3, 2)
    assert overview.totals.roll == overview.totals.placed + overview.totals.without_cell
    (unit,) = overview.units
    assert (unit.unit, unit.name, unit.cells) == ("B", "Avdeling B", 5)
    assert (unit.occupied, unit.free, unit.out_of_use) == (2, 3, 1)
    assert [line.cell for line in overview.inmates] == ["B-2-B201", "B-2-B202", None]


def test_a_unit_shows_its_own_people(office: Office) -> None:
    cells = build_places(office).cells
    admit(office, 1, cells["B-2-B201"])
    admit(office, 2)
    assert [line.prison_number for line in cell_block_overview(office, "B").inmates] == ["T0001"]
    assert not cell_block_overview(office, "X").inmates


def test_floors_are_named_by_their_local_names(office: Office) -> None:
    build_places(office)
    overview = cell_block_overview(office)
    labels = {place.path: place.label for place in overview.places}
    assert labels["B-2"] == "2. etasje"
    assert {cell.floor for cell in overview.cells} == {"B-2", "B-3"}
    assert sum(1 for cell in overview.cells if cell.is_out_of_use) == 1
