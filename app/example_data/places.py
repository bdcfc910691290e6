"""The fictional prison's units: floors of cells, most for one, some out of use."""

from dataclasses import replace
from datetime import timedelta
from string import ascii_uppercase

from app.domain.places import PlaceFacts, PlaceKind, PlaceStatus
from app.example_data.chance import Chance
from app.example_data.shapes import ExamplePlace

PRISON_CODE = "FJV"
PRISON_NAME = "Fjordvik fengsel"
_FLOORS = (1, 2, 3)
_CELLS_A_FLOOR = 17
_UNIT_B_FLOORS = (2, 3)
_UNIT_B_CELLS = 10
_ROOM_TO_SPARE = 1.02
_BUILT_DAYS_AGO = 4000
_REASONS = ("vannskade", "maling", "låsfeil", "nytt vindu", "skadet dør")
_UNIT_B_OUT = {"B209": "vannskade"}


def unit_names(inmates: int) -> list[str]:
    """Return as many units as the people need; B, the unit of the pictures, always first."""
    elsewhere = max(0, inmates - len(_UNIT_B_FLOORS) * _UNIT_B_CELLS)
    a_unit = len(_FLOORS) * _CELLS_A_FLOOR
    number = -(-int(elsewhere * _ROOM_TO_SPARE) // a_unit)
    letters = [letter for letter in ascii_uppercase if letter != "B"]
    names = letters + [f"{first}{second}" for first in letters for second in ascii_uppercase]
    return sorted(["B", *names[:number]])


def make_places(inmates: int, chance: Chance) -> tuple[ExamplePlace, ...]:
    """Make wings, floors and cells with enough room for so many people."""
    made: list[PlaceFacts] = []
    for unit in unit_names(inmates):
        made.append(_place(unit, PlaceKind.WING, None, f"Avdeling {unit}"))
        floors = _UNIT_B_FLOORS if unit == "B" else _FLOORS
        for floor in floors:
            path = f"{unit}-{floor}"
            made.append(_place(path, PlaceKind.LANDING, unit, f"{floor}. etasje"))
            made.extend(_cells(unit, floor, chance))
    return tuple(ExamplePlace(chance.new_id(chance.moment(_BUILT_DAYS_AGO)), f) for f in made)


def _place(path: str, kind: PlaceKind, parent: str | None, name: str) -> PlaceFacts:
    code = path.rpartition("-")[2]
    return PlaceFacts(PRISON_CODE, path, kind, parent, code, name)


def _cells(unit: str, floor: int, chance: Chance) -> list[PlaceFacts]:
    number = _UNIT_B_CELLS if unit == "B" else _CELLS_A_FLOOR
    cells = []
    for place in range(1, number + 1):
        name = f"{unit}{floor}{place:02d}"
        cell = _place(f"{unit}-{floor}-{name}", PlaceKind.CELL, f"{unit}-{floor}", name)
        room = 1 if unit == "B" or not chance.yes(4) else 2
        cell = replace(cell, code=name, maximum=room, working=room, certified=room)
        cells.append(_oddity(cell, name, chance))
    return cells


def _oddity(cell: PlaceFacts, name: str, chance: Chance) -> PlaceFacts:
    """Take a few cells out of use and turn a few into something else."""
    reason = _UNIT_B_OUT.get(name)
    if reason is None and name.startswith("B"):
        return cell
    if reason is None and chance.yes(1):
        return replace(cell, converted_to="LAGER", working=0)
    if reason is None and not chance.yes(3):
        return cell
    back = chance.today + timedelta(days=5 if name.startswith("B") else chance.number(2, 40))
    return replace(
        cell,
        status=PlaceStatus.INACTIVE,
        working=0,
        out_of_use_reason=reason or chance.pick(_REASONS),
        out_of_use_since=chance.today - timedelta(days=chance.number(1, 30)),
        back_in_use_on=back,
    )
