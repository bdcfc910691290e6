"""When things were written about a person, and what kind of entry it was."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.conversations import ConversationKind
from app.domain.inmates import LegalStatus
from app.example_data.chance import Chance
from app.example_data.people import Person
from app.example_data.pictured import PicturedEntry
from app.example_data.shapes import ExamplePlanVersion

_LONGEST_GAP = 12
_TALK_EACH_DAYS = 6
_FEWEST_TALKS, _MOST_TALKS = 25, 62  # of a hundred entries
_NOTES_OF_UNTALKED = 2
_MEETING_NEAR = 5
_NOTES_AFTER = 2
_INTAKE_WITHIN = 3
_RELEASE_WITHIN = 75
_RELEASE_TALKS = 40  # of a hundred
_KINDS = (
    (ConversationKind.CONTACT_OFFICER, 84),
    (ConversationKind.OTHER, 8),
    (ConversationKind.MOTIVATION, 6),
    (ConversationKind.CONCERN, 2),
)


@dataclass(frozen=True, slots=True)
class Planned:
    """An entry to be written. ``version`` is the plan's when it was made in that meeting."""

    ago: int
    kind: ConversationKind
    version: ExamplePlanVersion | None = None
    given: PicturedEntry | None = None


def share_out(people: tuple[Person, ...], total: int, chance: Chance) -> list[int]:
    """Return how many entries each person has; together exactly ``total``.

    Everybody who was talked with gets one first, as far as they go; then the days here count.
    """
    shares = [0] * len(people)
    talked = [index for index, person in enumerate(people) if person.talked is not None]
    for index in talked[:total]:
        shares[index] = 1
    left = total - sum(shares)
    for index, person in enumerate(people):
        if person.talked is None and left > 0 and chance.yes(50):
            shares[index] = min(left, chance.number(1, _NOTES_OF_UNTALKED))
            left -= shares[index]
    weights = [people[i].known_since * (70 + chance.number(0, 60)) for i in talked]
    _add_by_weight(shares, talked, weights, left)
    return shares


def _add_by_weight(shares: list[int], takers: list[int], weights: list[int], total: int) -> None:
    given = 0
    whole = sum(weights)
    for index, weight in zip(takers, weights, strict=True):
        part = total * weight // whole
        shares[index] += part
        given += part
    # What rounding left over goes to the first ones, one each.
    for index in takers[: total - given]:
        shares[index] += 1


class Schedule:
    """Spreads a person's entries over the days, the newest talk where it must be."""

    def __init__(self, person: Person, chance: Chance) -> None:
        self._person = person
        self._chance = chance

    def make(self, number: int, meetings: dict[int, ExamplePlanVersion]) -> list[Planned]:
        """Return so many entries. ``meetings`` are the plan's versions by days back."""
        person = self._person
        if person.talked is None:
            days = [self._chance.number(1, person.known_since) for _entry in range(number)]
            return [Planned(ago, ConversationKind.NOTE) for ago in days]
        given = [
            Planned(entry.days_ago, entry.kind, given=entry)
            for entry in (person.pictured.entries if person.pictured else ())[:number]
        ]
        number -= len(given)
        if given:
            made = self._entries(given[-1].ago + 3, number, last_is_talk=False)
        else:
            made = self._entries(person.talked, number, last_is_talk=True)
        self._add_intake(made)
        self._add_meetings(made, meetings)
        return given + made

    def _entries(self, newest: int, number: int, *, last_is_talk: bool) -> list[Planned]:
        """Return entries from the newest day backwards; a few notes may follow the last talk."""
        chance, oldest = self._chance, max(newest, self._person.known_since)
        has_room = newest > _NOTES_AFTER and number > 2 * _NOTES_AFTER
        notes_after = chance.number(0, _NOTES_AFTER) if last_is_talk and has_room else 0
        number -= notes_after
        gap = min((oldest - newest) / max(1, number - 1), _LONGEST_GAP)
        talks = max(_FEWEST_TALKS, min(_MOST_TALKS, gap * 100 / _TALK_EACH_DAYS))
        made = []
        for index in range(number):
            ago = newest + round((index + (chance.share() - 0.5) * 0.8) * gap) if index else newest
            is_talk = chance.yes(talks) or (index == 0 and last_is_talk)
            ago = max(newest, min(oldest, ago))
            made.append(Planned(ago, self._kind(ago) if is_talk else ConversationKind.NOTE))
        later = [chance.number(1, newest - 1) for _note in range(notes_after)]
        return made + [Planned(ago, ConversationKind.NOTE) for ago in later]

    def _kind(self, ago: int) -> ConversationKind:
        facts = self._person.inmate.facts
        if facts.legal_status is LegalStatus.CONVICTED and facts.release_date is not None:
            days_left = (facts.release_date - self._day(ago)).days
            if days_left <= _RELEASE_WITHIN and self._chance.yes(_RELEASE_TALKS):
                return ConversationKind.RELEASE
        return self._chance.weighted(_KINDS)

    def _day(self, ago: int) -> date:
        return self._chance.day(ago)

    def _add_intake(self, made: list[Planned]) -> None:
        """Make the oldest entry the intake conversation if it lies in the first days."""
        if not made:
            return
        oldest = max(range(len(made)), key=lambda index: made[index].ago)
        if made[oldest].ago >= self._person.known_since - _INTAKE_WITHIN:
            made[oldest] = replace(made[oldest], kind=ConversationKind.INTAKE)

    def _add_meetings(self, made: list[Planned], meetings: dict[int, ExamplePlanVersion]) -> None:
        """Make the entry nearest to a finished version the meeting in which it was made."""
        free = [i for i, entry in enumerate(made) if entry.kind is not ConversationKind.INTAKE]
        for ago, version in meetings.items():
            near = [
                index
                for index in free
                if abs(made[index].ago - ago) <= _MEETING_NEAR
                and (made[index].ago != self._person.talked or made[index].ago == ago)
            ]
            if near:
                nearest = min(near, key=lambda index: (abs(made[index].ago - ago), index))
                free.remove(nearest)
                made[nearest] = Planned(ago, ConversationKind.PLAN_MEETING, version)
