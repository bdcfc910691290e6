from collections.abc import Callable
from pathlib import Path

import pytest

from app.database.opening import DatabasePlace
from app.domain.errors import AlreadyThere
from app.foundation.paths import places_for
from app.foundation.progress import Cancelled, Progress
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.conversations import conversation_log
from app.use_cases.documents import plan_paper
from app.use_cases.example_prison import ExampleSize, create_example_prison
from app.use_cases.inmates import find_inmate, open_inmate
from app.use_cases.office import Office
from tests.helpers.prison import SteppingClock

SMALL = ExampleSize(inmates=60, conversations=400)


def test_an_example_prison_can_be_entered_and_adds_up(
    tmp_path: Path, clock: SteppingClock, open_office: Callable[..., Office]
) -> None:
    place = DatabasePlace(places_for(tmp_path))
    made = create_example_prison(place, clock, SMALL)
    office = open_office(place, made.user_name, made.password)
    overview = cell_block_overview(office)
    assert (overview.totals.roll, overview.is_example) == (60, True)
    assert overview.totals.roll == overview.totals.placed + overview.totals.without_cell
    assert office.prison == overview.prison == "FJV"
    assert "B" in [unit.unit for unit in overview.units]
    omar = next(line for line in overview.inmates if line.name == "Hassan, Omar")
    assert omar.days_since_conversation == 21
    assert conversation_log(office, omar.id)
    assert open_inmate(office, omar.id).plan is not None
    assert plan_paper(office, omar.id).pages >= 1
    with pytest.raises(AlreadyThere):
        create_example_prison(place, clock, SMALL)


def test_the_same_seed_and_day_give_the_same_people(
    tmp_path: Path, clock: SteppingClock, open_office: Callable[..., Office]
) -> None:
    seen = []
    for name in ("one", "two"):
        place = DatabasePlace(places_for(tmp_path / name))
        made = create_example_prison(place, clock, SMALL)
        office = open_office(place, made.user_name, made.password)
        inmate_id = find_inmate(office, cell_block_overview(office).inmates[0].prison_number)
        seen.append((inmate_id, conversation_log(office, inmate_id)))
    assert seen[0][0] == seen[1][0]
    texts = [[(line.id, line.text) for line in log] for _id, log in seen]
    assert texts[0] == texts[1]


def test_cancelled_leaves_nothing(tmp_path: Path, clock: SteppingClock) -> None:
    place = DatabasePlace(places_for(tmp_path))
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        create_example_prison(place, clock, SMALL, progress)
    assert not place.folders.database_file.exists()
    assert not place.folders.keyring_file.exists()
