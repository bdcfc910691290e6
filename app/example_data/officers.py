"""Who works in the fictional prison."""

from uuid import UUID

from app.domain.access import Role
from app.example_data.chance import Chance
from app.example_data.names import NameMaker
from app.example_data.places import PICTURED_UNIT
from app.example_data.shapes import ExampleOfficer
from app.foundation.folding import fold

PICTURED_OFFICERS = (
    ("demo", "Kari Lunde", Role.ADMINISTRATOR),
    ("anne.ronning", "Anne Rønning", Role.OFFICER),
    ("marit.saether", "Marit Sæther", Role.OFFICER),
)
_EMPLOYED_DAYS_AGO = 900
_OFFICERS_A_UNIT = (5, 6)
_ON_LEAVE = 25  # each so manyth
# About half the staff are women; the names of inmates are men's.
_WOMEN = (
    *("Ingrid", "Silje", "Hanne", "Nina", "Camilla", "Berit", "Turid", "Astrid", "Mona", "Elin"),
    *("Solveig", "Randi", "Tone", "Guro", "Åse", "Marte", "Kristin", "Bjørg", "Sunniva", "Hege"),
)
_LATIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


class Staff:
    """The officers, and who of them writes in the logs of which unit."""

    def __init__(self, officers: tuple[ExampleOfficer, ...]) -> None:
        self.officers = officers
        self._by_id = {officer.id: officer for officer in officers}
        self._by_name = {officer.user_name: officer for officer in officers}
        self._at_work: dict[str, list[ExampleOfficer]] = {}
        self._contacts: dict[str, list[ExampleOfficer]] = {}
        for officer in officers:
            if officer.unit and not officer.on_leave:
                self._at_work.setdefault(officer.unit, []).append(officer)
            if officer.unit and officer.role is Role.OFFICER:
                self._contacts.setdefault(officer.unit, []).append(officer)

    def at_work(self, unit: str) -> list[ExampleOfficer]:
        """Return the unit's officers who are not on leave; the first of all if there are none."""
        return self._at_work.get(unit) or [self.officers[0]]

    def contact_officers(self, unit: str) -> list[ExampleOfficer]:
        """Return who may follow up people of the unit; who is on leave keeps his so long."""
        return self._contacts.get(unit) or [self.officers[0]]

    def named(self, user_name: str) -> ExampleOfficer | None:
        """Return the officer with that user name."""
        return self._by_name.get(user_name)

    def by_id(self, officer_id: UUID | None) -> ExampleOfficer | None:
        """Return the officer with that id."""
        return self._by_id.get(officer_id) if officer_id else None


def make_staff(units: list[str], names: NameMaker, chance: Chance) -> Staff:
    """Make the staff; the first is the account that signs in."""
    maker = _StaffMaker(names, chance)
    for user_name, display_name, role in PICTURED_OFFICERS:
        maker.add(display_name, role, PICTURED_UNIT, user_name)
    for number, unit in enumerate(units):
        leaders = 1
        officers = 1 if unit == PICTURED_UNIT else _OFFICERS_A_UNIT[number % 2] - leaders
        maker.add_new(Role.UNIT_LEADER, unit)
        for _officer in range(officers):
            maker.add_new(Role.OFFICER, unit)
    maker.add_new(Role.AUDITOR, None)
    return Staff(tuple(maker.made))


class _StaffMaker:
    def __init__(self, names: NameMaker, chance: Chance) -> None:
        self.made: list[ExampleOfficer] = []
        self._names = names
        self._chance = chance
        self._taken: set[str] = set()
        self._employed = chance.moment(_EMPLOYED_DAYS_AGO)

    def add_new(self, role: Role, unit: str | None) -> None:
        """Employ somebody with a new name."""
        given, family = self._names.name("nb")
        given = self._chance.pick(_WOMEN) if self._chance.yes(50) else given.split()[0]
        self.add(f"{given} {family}", role, unit, self._user_name(given, family))

    def add(self, name: str, role: Role, unit: str | None, user_name: str) -> None:
        """Employ somebody. A few are on leave, never those of the pictures."""
        self._taken.add(user_name)
        on_leave = role is Role.OFFICER and len(self.made) % _ON_LEAVE == _ON_LEAVE - 1
        new_id = self._chance.new_id(self._employed)
        self.made.append(ExampleOfficer(new_id, user_name, name, role, unit, on_leave))

    def _user_name(self, given: str, family: str) -> str:
        made = fold(f"{given}.{family}").translate(_LATIN)
        number = 2
        while made in self._taken:
            made = f"{made.rstrip('0123456789')}{number}"
            number += 1
        return made
