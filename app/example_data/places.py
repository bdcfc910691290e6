"""The fictional prison's units: landings of cells, most for one, some out of use."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from string import ascii_uppercase

from app.domain.places import PlaceFacts, PlaceKind, PlaceStatus
from app.example_data.chance import Chance
from app.example_data.shapes import ExamplePlace

PRISON_CODE = "FJV"
PRISON_NAME = "Fjordvik fengsel (eksempel)"
PICTURED_UNIT = "B"

_PICTURED_FLOORS = (2, 3)
_PICTURED_CELLS = 10
_PICTURED_OUT_OF_USE = "B209"
_FLOORS = (1, 2, 3)
_CELLS_A_FLOOR = 18
_DOUBLE_CELLS = 11  # of a hundred
_ROOM_TO_SPARE = 1.06
_BUILT_DAYS_AGO = 4000
_CELLS_BETWEEN_FAULTS = 30
_REASONS = ("vannskade", "maling", "låsfeil", "nytt vindu", "skadet dør", "feil på ventilasjon")


def make_places(inmates: int, pictured: int, chance: Chance) -> tuple[ExamplePlace, ...]:
    """Make wings, landings and cells with enough room; ``pictured`` people live in unit B."""
    made = list(_pictured_unit(chance))
    room = _Room(int(max(0, inmates - pictured) * _ROOM_TO_SPARE), chance)
    names = _unit_names()
    while room.wanted > 0:
        made.extend(room.unit(next(names)))
    made.sort(key=lambda place: place.path)
    built = chance.moment(_BUILT_DAYS_AGO)
    return tuple(ExamplePlace(chance.new_id(built), facts) for facts in made)


def _unit_names() -> Iterator[str]:
    """Yield A, C, D ... AA, AB: B is the unit of the pictures."""
    letters = [letter for letter in ascii_uppercase if letter != PICTURED_UNIT]
    yield from letters
    for first in letters:
        for second in ascii_uppercase:
            yield first + second


def _pictured_unit(chance: Chance) -> Iterator[PlaceFacts]:
    yield _wing(PICTURED_UNIT)
    for floor in _PICTURED_FLOORS:
        yield _landing(PICTURED_UNIT, floor)
        for number in range(1, _PICTURED_CELLS + 1):
            cell = _cell(PICTURED_UNIT, floor, number, people=1)
            if cell.local_name == _PICTURED_OUT_OF_USE:
                cell = _out_of_use(cell, "vannskade", 12, 5, chance)
            yield cell


class _Room:
    """Adds units until there is room for everybody."""

    def __init__(self, wanted: int, chance: Chance) -> None:
        self.wanted = wanted
        self._chance = chance
        self._cells = 0
        self._converted = False

    def unit(self, unit: str) -> list[PlaceFacts]:
        """Make one unit; the last one is smaller."""
        made = [_wing(unit)]
        for floor in _FLOORS:
            if self.wanted <= 0:
                break
            made.append(_landing(unit, floor))
            made.extend(self._landing_cells(unit, floor))
        return made

    def _landing_cells(self, unit: str, floor: int) -> Iterator[PlaceFacts]:
        for number in range(1, _CELLS_A_FLOOR + 1):
            if self.wanted <= 0:
                return
            people = 2 if self._chance.yes(_DOUBLE_CELLS) else 1
            cell = self._with_fault(_cell(unit, floor, number, people))
            self.wanted -= cell.working
            yield cell

    def _with_fault(self, cell: PlaceFacts) -> PlaceFacts:
        """Take a few cells out of use; one cell of the prison is a store room."""
        self._cells += 1
        if self._cells % _CELLS_BETWEEN_FAULTS != self._chance.number(1, 3):
            return cell
        if not self._converted and self._cells > _CELLS_BETWEEN_FAULTS:
            self._converted = True
            return replace(cell, converted_to="lager", maximum=0, working=0, certified=0)
        since, back = self._chance.number(1, 30), self._chance.number(2, 40)
        return _out_of_use(cell, self._chance.pick(_REASONS), since, back, self._chance)


def _wing(unit: str) -> PlaceFacts:
    return PlaceFacts(PRISON_CODE, unit, PlaceKind.WING, None, unit, f"Avdeling {unit}")


def _landing(unit: str, floor: int) -> PlaceFacts:
    path, name = f"{unit}-{floor}", f"{floor}. etasje"
    return PlaceFacts(PRISON_CODE, path, PlaceKind.LANDING, unit, str(floor), name)


def _cell(unit: str, floor: int, number: int, people: int) -> PlaceFacts:
    name = f"{unit}{floor}{number:02d}"
    return PlaceFacts(
        prison=PRISON_CODE,
        path=f"{unit}-{floor}-{name}",
        kind=PlaceKind.CELL,
        parent_path=f"{unit}-{floor}",
        code=name,
        local_name=name,
        maximum=people,
        working=people,
        certified=people,
    )


def _out_of_use(cell: PlaceFacts, reason: str, since: int, back: int, chance: Chance) -> PlaceFacts:
    return replace(
        cell,
        status=PlaceStatus.INACTIVE,
        working=0,
        out_of_use_reason=reason,
        out_of_use_since=chance.day(since),
        back_in_use_on=chance.today + timedelta(days=back),
    )
