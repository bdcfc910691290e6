"""Who works in the fictional prison and who is held there."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.domain.access import Role
from app.domain.inmates import InmateFacts, LegalStatus, Whereabouts
from app.domain.places import PlaceKind, PlaceStatus
from app.example_data.chance import Chance
from app.example_data.names import NameMaker
from app.example_data.shapes import ExampleInmate, ExampleOfficer, ExamplePlace
from app.foundation.folding import fold

_OFFICERS_A_UNIT = 5
_STATUSES = (
    (LegalStatus.CONVICTED, 62),
    (LegalStatus.REMAND, 31),
    (LegalStatus.PREVENTIVE_DETENTION, 5),
    (LegalStatus.UNKNOWN, 2),
)
_LAST_TALK = ((None, 4), ((0, 3), 38), ((4, 7), 30), ((8, 14), 18), ((15, 40), 10))
_AWAY = (Whereabouts.RECEPTION, Whereabouts.COURT, Whereabouts.HOSPITAL, Whereabouts.LEAVE)


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody of unit B, the unit the pictures show."""

    cell: str
    family: str
    given: str
    status: LegalStatus
    officer: str | None
    days: int
    languages: tuple[str, ...] = ("nb",)
    interpreter: bool = False


_D, _V, _F = LegalStatus.CONVICTED, LegalStatus.REMAND, LegalStatus.PREVENTIVE_DETENTION
UNIT_B = (
    _Known("B201", "Haugen", "Jonas", _D, "KL", 3),
    _Known("B202", "Kowalski", "Piotr", _V, "KL", 9, ("pl", "nb"), interpreter=True),
    _Known("B203", "Abdi", "Yusuf", _D, None, 17, ("so", "nb")),
    _Known("B204", "Berg", "Tor Arne", _D, "MS", 1),
    _Known("B206", "Petrauskas", "Tomas", _V, "MS", 12, ("lt", "en")),
    _Known("B207", "Nilsen", "Erik", _D, "KL", 5),
    _Known("B208", "Hassan", "Omar", _D, "AR", 21, ("ar", "nb"), interpreter=True),
    _Known("B210", "Solberg", "Henrik", _F, "AR", 6),
    _Known("B301", "Ionescu", "Andrei", _V, "AR", 8, ("ro", "en")),
    _Known("B302", "Lie", "Sander", _D, "KL", 2),
    _Known("B303", "Moen", "Fredrik", _D, "MS", 15),
    _Known("B304", "Hoxha", "Arben", _V, "MS", 4, ("sq", "nb")),
    _Known("B305", "Dahl", "Magnus", _D, "AR", 7),
    _Known("B306", "Strand", "Ole", _D, "KL", 10),
    _Known("B307", "Jensen", "Kim", _D, "AR", 2),
    _Known("B309", "Eriksen", "Jan", _V, "KL", 19),
    _Known("B310", "Rustad", "Pål", _D, "MS", 3),
    _Known("", "Karlsen", "Per", _V, "MS", 4),
    _Known("", "Ali", "Said", _D, "KL", 6, ("ar", "nb")),
)
_UNIT_B_OFFICERS = (
    ("Kari Lunde", Role.ADMINISTRATOR),
    ("Anne Rønning", Role.OFFICER),
    ("Mona Sæther", Role.UNIT_LEADER),
)
_NEW_DAYS = 1


def make_officers(units: list[str], names: NameMaker, chance: Chance) -> tuple[ExampleOfficer, ...]:
    """Make the staff; the first is the account that signs in."""
    moment = chance.moment(900)
    made = [
        ExampleOfficer(chance.new_id(moment), _user_name(name), name, role, "B")
        for name, role in _UNIT_B_OFFICERS
    ]
    made[0] = replace(made[0], user_name="demo")
    taken = {officer.user_name for officer in made}
    for unit in units:
        for number in range(_OFFICERS_A_UNIT):
            name = " ".join(names.officer())
            user_name = _user_name(name)
            while user_name in taken:
                user_name += "x"
            taken.add(user_name)
            role = Role.UNIT_LEADER if number == 0 and unit != "B" else Role.OFFICER
            made.append(ExampleOfficer(chance.new_id(moment), user_name, name, role, unit))
    return tuple(made)


def _user_name(name: str) -> str:
    parts = fold(name).split()
    return f"{parts[0]}.{parts[-1]}"[:40]


class PeopleMaker:
    """Fills the cells, unit B with the people of the pictures."""

    def __init__(
        self,
        officers: tuple[ExampleOfficer, ...],
        places: tuple[ExamplePlace, ...],
        names: NameMaker,
        chance: Chance,
    ) -> None:
        self._officers = officers
        self._names = names
        self._chance = chance
        self._today = chance.today
        self._by_code = {place.facts.code: place.facts.path for place in places}
        self._free = [
            place.facts.path
            for place in places
            if place.facts.kind is PlaceKind.CELL
            and place.facts.status is PlaceStatus.ACTIVE
            and not place.facts.path.startswith("B-")
            for _bed in range(place.facts.working)
        ]
        self._number = 0

    def make(self, count: int) -> tuple[ExampleInmate, ...]:
        """Make so many people."""
        made = [self._known(one) for one in UNIT_B[:count]]
        beds = self._chance.some(self._free, len(self._free))
        made.extend([self._unknown(beds) for _person in range(count - len(made))])
        return tuple(made)

    def _prison_number(self) -> str:
        self._number += 1
        return f"F{self._today.year % 100:02d}{10000 + self._number * 7 % 89999:05d}"

    def _known(self, one: _Known) -> ExampleInmate:
        where = Whereabouts.INSIDE
        if not one.cell:
            where = Whereabouts.COURT if one.family == "Karlsen" else Whereabouts.HOSPITAL
        is_new = one.family == "Ionescu"
        arrived = self._arrival(_NEW_DAYS if is_new else self._chance.number(60, 500))
        facts = InmateFacts(
            prison_number=self._prison_number(),
            family_name=one.family,
            given_name=one.given,
            birth_date=self._birth_date(),
            legal_status=one.status,
            languages=one.languages,
            interpreter_needed=one.interpreter,
            arrived_at=arrived,
            release_date=self._release(one.status),
            whereabouts=where,
        )
        officer = next((o for o in self._officers if _initials(o) == one.officer), None)
        return ExampleInmate(
            id=self._chance.new_id(arrived),
            facts=facts,
            place_path=self._by_code[one.cell] if one.cell else None,
            unit="B",
            contact_officer_id=officer.id if officer else None,
            placed_at=arrived,
            last_talk_days=min(one.days, (self._today - arrived.date()).days),
        )

    def _unknown(self, beds: list[str]) -> ExampleInmate:
        chance = self._chance
        language = self._names.language()
        given, family = self._names.name(language)
        status = chance.weighted(_STATUSES)
        days = chance.number(0, 2) if chance.yes(3) else chance.number(5, 720)
        arrived = self._arrival(days)
        path = beds.pop() if beds else None
        unit = path.partition("-")[0] if path else "B"
        away = path is None or chance.yes(4)
        facts = InmateFacts(
            prison_number=self._prison_number(),
            family_name=family,
            given_name=given,
            birth_date=self._birth_date(),
            legal_status=status,
            languages=self._languages(language),
            interpreter_needed=language != "nb" and chance.yes(55),
            arrived_at=arrived,
            release_date=self._release(status),
            whereabouts=chance.pick(_AWAY) if away else Whereabouts.INSIDE,
        )
        staff = [officer for officer in self._officers if officer.unit == unit]
        follows_up = chance.pick(staff).id if staff and not chance.yes(9) else None
        return ExampleInmate(
            id=chance.new_id(arrived),
            facts=facts,
            place_path=None if away else path,
            unit=unit,
            contact_officer_id=follows_up,
            placed_at=arrived,
            last_talk_days=self._last_talk(days),
        )

    def _last_talk(self, days_here: int) -> int | None:
        span = self._chance.weighted(_LAST_TALK)
        if span is None:
            return None
        return min(self._chance.number(*span), days_here)

    def _languages(self, first: str) -> tuple[str, ...]:
        if first == "nb":
            return ("nb",)
        return (first, self._chance.pick(("nb", "en"))) if self._chance.yes(75) else (first,)

    def _arrival(self, days_ago: int) -> datetime:
        return self._chance.moment(days_ago, 9, 18)

    def _birth_date(self) -> date:
        return self._today - timedelta(days=self._chance.number(19 * 366, 64 * 365))

    def _release(self, status: LegalStatus) -> date | None:
        if status is not LegalStatus.CONVICTED:
            return None
        return self._today + timedelta(days=self._chance.number(6, 1600))


def _initials(officer: ExampleOfficer) -> str:
    return "".join(part[0] for part in officer.display_name.split())
