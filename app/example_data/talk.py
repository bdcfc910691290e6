"""Two years of conversations: each person has a few threads, and what was agreed comes back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.conversations import ConversationKind, NewConversation
from app.example_data.chance import Chance
from app.example_data.shapes import ExampleConversation, ExampleInmate, ExampleOfficer
from app.example_data.talk_texts import (
    AGENCIES,
    DAYS,
    INTAKE,
    INTERPRETER,
    KIN,
    MEETING,
    MOODS,
    OPENINGS,
    SHOPS,
    TOPICS,
    Topic,
)

_KINDS = (
    (ConversationKind.CONTACT_OFFICER, 52),
    (ConversationKind.NOTE, 34),
    (ConversationKind.PLAN_MEETING, 6),
    (ConversationKind.MOTIVATION, 4),
    (ConversationKind.OTHER, 4),
)
_MINUTES = (5, 10, 15, 15, 20, 20, 25, 30, 30, 40, 45, 60)
_MOST_DAYS = 720
_THREADS = 3


@dataclass(slots=True)
class _Life:
    """What belongs to one person, so that the entries hang together."""

    topics: list[Topic]
    kin: str
    shop: str
    agreed: list[tuple[Topic, str]] = field(default_factory=list)


class TalkMaker:
    """Writes the log of one person after the other."""

    def __init__(self, officers: tuple[ExampleOfficer, ...], chance: Chance) -> None:
        self._staff: dict[str | None, list[ExampleOfficer]] = {}
        for officer in officers:
            self._staff.setdefault(officer.unit, []).append(officer)
        self._chance = chance

    def make(self, inmates: tuple[ExampleInmate, ...], count: int) -> Iterator[ExampleConversation]:
        """Yield so many entries, more for those who have been here longer."""
        talked = [one for one in inmates if one.last_talk_days is not None]
        weights = [self._days_here(one) + 20 for one in talked]
        remaining, weight_left = count, sum(weights)
        for inmate, weight in zip(talked, weights, strict=True):
            share = round(remaining * weight / weight_left) if weight_left else 0
            remaining -= share
            weight_left -= weight
            yield from self._log(inmate, share)

    def _days_here(self, inmate: ExampleInmate) -> int:
        return min(_MOST_DAYS, (self._chance.today - inmate.placed_at.date()).days)

    def _log(self, inmate: ExampleInmate, count: int) -> Iterator[ExampleConversation]:
        chance = self._chance
        life = _Life(chance.some(TOPICS, _THREADS), chance.pick(KIN), chance.pick(SHOPS))
        last = inmate.last_talk_days or 0
        span = max(0, self._days_here(inmate) - last)
        for number in range(count):
            days_ago = last + span * (count - 1 - number) // max(1, count - 1)
            kind = self._kind(number, count)
            yield self._entry(inmate, life, kind, chance.moment(days_ago))

    def _kind(self, number: int, count: int) -> ConversationKind:
        if number == count - 1:
            return ConversationKind.CONTACT_OFFICER
        return ConversationKind.INTAKE if number == 0 else self._chance.weighted(_KINDS)

    def _entry(
        self, inmate: ExampleInmate, life: _Life, kind: ConversationKind, moment: datetime
    ) -> ExampleConversation:
        chance = self._chance
        is_note = kind is ConversationKind.NOTE
        interpreter = inmate.facts.interpreter_needed and not is_note and chance.yes(80)
        text = self._note(life) if is_note else self._talk(life, kind, interpreter=interpreter)
        written = moment + timedelta(minutes=5 * chance.number(2, 10))
        return ExampleConversation(
            NewConversation(
                id=chance.new_id(written),
                inmate_id=inmate.id,
                kind=kind,
                occurred_at=moment,
                text=text,
                minutes=None if is_note else chance.pick(_MINUTES),
                place=(inmate.place_path or "").rpartition("-")[2],
                interpreter_used=interpreter,
            ),
            self._author(inmate),
            written,
        )

    def _author(self, inmate: ExampleInmate) -> UUID:
        """Return the contact officer most of the time, else somebody of the unit."""
        if inmate.contact_officer_id is not None and self._chance.yes(75):
            return inmate.contact_officer_id
        return self._chance.pick(self._staff[inmate.unit]).id

    def _note(self, life: _Life) -> str:
        return self._filled(self._chance.pick(self._chance.pick(life.topics).note), life)

    def _talk(self, life: _Life, kind: ConversationKind, *, interpreter: bool) -> str:
        chance = self._chance
        parts = [self._beginning(kind)]
        parts += [chance.pick(INTERPRETER)] if interpreter else []
        if life.agreed:
            earlier, _what = life.agreed.pop(0)
            parts.append(self._filled(chance.pick(earlier.followed_up), life))
        now = chance.some(life.topics, chance.number(1, 2))
        for topic in now:
            said = chance.some(topic.said, chance.number(1, 2))
            parts += [self._filled(sentence, life) for sentence in said]
        parts += [chance.pick(MOODS)] if chance.yes(60) else []
        lines = [" ".join(parts)]
        if chance.yes(55):
            lines += [f"> {self._agreed(topic, life)}" for topic in now]
        return "\n".join(lines)

    def _beginning(self, kind: ConversationKind) -> str:
        if kind is ConversationKind.INTAKE:
            return self._chance.pick(INTAKE)
        if kind is ConversationKind.PLAN_MEETING:
            return self._chance.pick(MEETING)
        return self._chance.pick(OPENINGS)

    def _agreed(self, topic: Topic, life: _Life) -> str:
        what = self._filled(self._chance.pick(topic.agreed), life)
        life.agreed.append((topic, what))
        return what

    def _filled(self, sentence: str, life: _Life) -> str:
        return sentence.format(
            kin=life.kin,
            shop=life.shop,
            day=self._chance.pick(DAYS),
            agency=self._chance.pick(AGENCIES),
        )
