"""Who is held in the fictional prison, where, and when somebody last talked with them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.domain.inmates import InmateFacts, LegalStatus, Whereabouts
from app.domain.places import PlaceKind, PlaceStatus
from app.example_data.chance import Chance
from app.example_data.names import NameMaker
from app.example_data.officers import Staff
from app.example_data.pictured import Pictured, pictured_people
from app.example_data.places import PICTURED_UNIT
from app.example_data.shapes import ExampleInmate, ExamplePlace

_LONGEST_STAY = 730
_SETTLED = 5
_NEW = 3  # of a hundred
_AWAY = 4  # of a hundred
_WITHOUT_CONTACT_OFFICER = 10  # of a hundred
_INTERPRETER = 55  # of a hundred who speak another language
_REMAND_UNIT = 4  # each so manyth unit, counted from the second
_REMAND_STATUSES = (
    (LegalStatus.REMAND, 76),
    (LegalStatus.CONVICTED, 21),
    (LegalStatus.UNKNOWN, 3),
)
_OTHER_STATUSES = (
    (LegalStatus.CONVICTED, 82),
    (LegalStatus.REMAND, 12),
    (LegalStatus.PREVENTIVE_DETENTION, 5),
    (LegalStatus.UNKNOWN, 1),
)
_LAST_TALK = (((1, 3), 36), ((4, 7), 32), ((8, 14), 19), ((15, 40), 12), (None, 1))
_NEVER_TALKED_NEW = 40  # of a hundred new people
_LONGEST_RECEPTION = 3
_ENOUGH_TO_CROWD = 30


@dataclass(frozen=True, slots=True)
class Person:
    """An inmate and what the logs and plans need to know. Days are counted back from today.

    ``talked`` is the last conversation, None if there was none; ``known_since`` the first day
    anything can have been written.
    """

    inmate: ExampleInmate
    known_since: int
    arrived: int
    talked: int | None
    pictured: Pictured | None = None


def make_people(
    count: int, places: tuple[ExamplePlace, ...], staff: Staff, names: NameMaker, chance: Chance
) -> tuple[Person, ...]:
    """Make so many people; unit B comes first, in the order of the pictures."""
    maker = _PeopleMaker(places, staff, names, chance)
    made = [maker.pictured(one) for one in pictured_people()[:count]]
    made += [maker.unknown() for _person in range(count - len(made))]
    return _with_numbers(maker.crowded(made), chance)


class _PeopleMaker:
    def __init__(
        self, places: tuple[ExamplePlace, ...], staff: Staff, names: NameMaker, chance: Chance
    ) -> None:
        self._staff = staff
        self._names = names
        self._chance = chance
        self._paths = {place.facts.local_name: place.facts.path for place in places}
        self._units = [p.facts.path for p in places if p.facts.kind is PlaceKind.WING]
        if len(self._units) > 1:
            self._units.remove(PICTURED_UNIT)
        beds = [
            place.facts.path
            for place in places
            if place.facts.kind is PlaceKind.CELL
            and place.facts.status is PlaceStatus.ACTIVE
            and not place.facts.path.startswith(f"{PICTURED_UNIT}-")
            for _bed in range(place.facts.working)
        ]
        self._beds = chance.some(beds, len(beds))
        self._singles = {place.facts.path for place in places if place.facts.working == 1}

    def pictured(self, one: Pictured) -> Person:
        """Make one of those the pictures show."""
        chance = self._chance
        officer = self._staff.named(one.officer)
        arrived_at = chance.moment(one.arrived, 9, 15)
        facts = InmateFacts(
            prison_number="",
            family_name=one.family,
            given_name=one.given,
            birth_date=self._birth_date(one.age),
            legal_status=one.status,
            languages=one.languages,
            interpreter_needed=one.interpreter,
            arrived_at=arrived_at,
            release_date=self._in_days(one.released),
            whereabouts=one.whereabouts,
        )
        inmate = ExampleInmate(
            id=chance.new_id(arrived_at),
            facts=facts,
            place_path=self._paths[one.cell] if one.cell else None,
            unit=PICTURED_UNIT,
            contact_officer_id=officer.id if officer else None,
            placed_at=arrived_at,
        )
        return Person(inmate, one.here_before or one.arrived, one.arrived, one.talked, one)

    def unknown(self) -> Person:
        """Make one of the others."""
        chance = self._chance
        path = self._beds.pop() if self._beds else None
        unit = path.partition("-")[0] if path else chance.pick(self._units)
        status = self._status(unit)
        arrived = self._arrived(status)
        arrived_at = chance.moment(arrived, 9, 17)
        away = self._away(status, arrived) if path is None or chance.yes(_AWAY) else None
        followed = chance.pick(self._staff.contact_officers(unit))
        inmate = ExampleInmate(
            id=chance.new_id(arrived_at),
            facts=self._facts(status, arrived, arrived_at, away),
            place_path=None if away else path,
            unit=unit,
            contact_officer_id=None if chance.yes(_WITHOUT_CONTACT_OFFICER) else followed.id,
            placed_at=arrived_at,
        )
        if arrived > _LONGEST_RECEPTION and chance.yes(40):
            moved = chance.moment(chance.number(1, arrived - 1), 9, 15)
            inmate = replace(inmate, placed_at=moved)
        return Person(inmate, arrived, arrived, self._talked(arrived))

    def crowded(self, people: list[Person]) -> list[Person]:
        """Move one person in with somebody in a cell for one: that unit is a little too full."""
        alone = [p for p in people if p.inmate.place_path in self._singles and not p.pictured]
        if len(alone) < _ENOUGH_TO_CROWD:
            return people
        guest = alone[-1]
        host = next(p for p in alone if p.inmate.unit == alone[0].inmate.unit)
        moved = replace(guest.inmate, unit=host.inmate.unit, place_path=host.inmate.place_path)
        people[people.index(guest)] = replace(guest, inmate=moved)
        return people

    def _status(self, unit: str) -> LegalStatus:
        remand = self._units.index(unit) % _REMAND_UNIT == 1
        return self._chance.weighted(_REMAND_STATUSES if remand else _OTHER_STATUSES)

    def _arrived(self, status: LegalStatus) -> int:
        chance = self._chance
        if status is LegalStatus.UNKNOWN or chance.yes(_NEW):
            return chance.number(1, 2)
        # Short stays are met more often than long ones, most of all before a verdict.
        lean = 2.8 if status is LegalStatus.REMAND else 2.2
        longest = _LONGEST_STAY * (0.6 if status is LegalStatus.REMAND else 1)
        return _SETTLED + int((longest - _SETTLED) * chance.share() ** lean)

    def _away(self, status: LegalStatus, arrived: int) -> Whereabouts:
        if arrived <= _LONGEST_RECEPTION:
            return Whereabouts.RECEPTION
        places = [Whereabouts.COURT, Whereabouts.HOSPITAL, Whereabouts.OUT]
        if status in (LegalStatus.CONVICTED, LegalStatus.PREVENTIVE_DETENTION):
            places = [Whereabouts.LEAVE, Whereabouts.LEAVE, Whereabouts.HOSPITAL, Whereabouts.OUT]
        return self._chance.pick(places)

    def _facts(
        self, status: LegalStatus, arrived: int, arrived_at: datetime, away: Whereabouts | None
    ) -> InmateFacts:
        chance = self._chance
        if status is LegalStatus.UNKNOWN and arrived == 1 and chance.yes(40):
            status = LegalStatus.ARRESTED
        language = self._names.language()
        given, family = self._names.name(language)
        return InmateFacts(
            prison_number="",
            family_name=family,
            given_name=given,
            birth_date=self._birth_date(19 + int(48 * chance.share() ** 1.7)),
            legal_status=status,
            languages=self._languages(language),
            interpreter_needed=language != "nb" and chance.yes(_INTERPRETER),
            arrived_at=arrived_at,
            release_date=self._released(status),
            whereabouts=away or Whereabouts.INSIDE,
        )

    def _languages(self, first: str) -> tuple[str, ...]:
        if first == "nb":
            return ("nb",)
        return (first, self._chance.pick(("nb", "nb", "en"))) if self._chance.yes(75) else (first,)

    def _talked(self, arrived: int) -> int | None:
        if arrived <= _LONGEST_RECEPTION:
            return None if self._chance.yes(_NEVER_TALKED_NEW) else self._chance.number(1, arrived)
        span = self._chance.weighted(_LAST_TALK)
        return None if span is None else min(self._chance.number(*span), arrived)

    def _birth_date(self, years: int) -> date:
        return self._chance.today - timedelta(
            days=int(years * 365.25) + self._chance.number(9, 350)
        )

    def _released(self, status: LegalStatus) -> date | None:
        if status is not LegalStatus.CONVICTED:
            return None
        return self._in_days(4 + int(1400 * self._chance.share() ** 2.2))

    def _in_days(self, days: int | None) -> date | None:
        return None if days is None else self._chance.today + timedelta(days=days)


def _with_numbers(people: list[Person], chance: Chance) -> tuple[Person, ...]:
    """Give prison numbers in the order of arrival: the year and a running number."""
    order = sorted(range(len(people)), key=lambda index: (-people[index].arrived, index))
    numbers: Counter[int] = Counter()
    made = list(people)
    for index in order:
        person = made[index]
        year = chance.day(person.arrived).year
        numbers[year] += chance.number(1, 3)
        facts = replace(person.inmate.facts, prison_number=f"{year}-{numbers[year]:04d}")
        made[index] = replace(person, inmate=replace(person.inmate, facts=facts))
    return tuple(made)
