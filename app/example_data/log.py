"""The conversation log of the fictional prison, person by person, the oldest entry first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.domain.conversations import ConversationKind, NewConversation
from app.example_data.chance import Chance, oslo_moment, workday
from app.example_data.entry_texts import EntryWriter
from app.example_data.lives import Life
from app.example_data.log_days import Planned, Schedule
from app.example_data.officers import Staff
from app.example_data.scenes import Scene, SceneMaker
from app.example_data.shapes import ExampleConversation, ExamplePlan
from app.example_data.stories import Threads
from app.foundation.clock import oslo_date

_LONG = (ConversationKind.INTAKE, ConversationKind.PLAN_MEETING, ConversationKind.OTHER)
_WRITTEN_NEXT_DAY = 5  # of a hundred
_NEXT_TALK_SET = 45  # of a hundred talks
_EVENING = 72  # of a hundred talks


@dataclass(frozen=True, slots=True)
class LogOf:
    """One person's log: who it is about and how much there is."""

    life: Life
    plan: ExamplePlan | None
    cell: str
    number: int


class ConversationLog:
    """Makes the entries anew each time it is read; always the same ones."""

    def __init__(self, logs: tuple[LogOf, ...], staff: Staff, today: date, seed: int) -> None:
        self._logs = logs
        self._staff = staff
        self._today = today
        self._seed = seed

    def __len__(self) -> int:
        """Return how many entries there are."""
        return sum(log.number for log in self._logs)

    def __iter__(self) -> Iterator[ExampleConversation]:
        """Yield one entry after the other."""
        for index, log in enumerate(self._logs):
            if log.number:
                chance = Chance(self._seed, self._today, f"log {index}")
                yield from _PersonLog(log, self._staff, chance).entries()


class _PersonLog:
    def __init__(self, log: LogOf, staff: Staff, chance: Chance) -> None:
        goals = log.plan.content.goals if log.plan else ()
        self._log = log
        self._chance = chance
        self._person = log.life.person
        self._threads = Threads(log.life, tuple(goal.theme for goal in goals), chance)
        self._writer = EntryWriter(log.life, self._threads, chance)
        self._scenes = SceneMaker(log.life, log.cell, staff, chance)

    def entries(self) -> Iterator[ExampleConversation]:
        """Yield the entries in the order they happened."""
        today = self._chance.today
        meetings = {
            (today - oslo_date(version.finished_at)).days: version
            for version in (self._log.plan.versions if self._log.plan else ())
        }
        schedule = Schedule(self._person, self._chance).make(self._log.number, meetings)
        dated = [(self._moment(planned), order, planned) for order, planned in enumerate(schedule)]
        dated.sort(key=lambda one: one[:2])
        for moment, _order, planned in dated:
            scene = self._scenes.make(planned, moment, self._threads.slots)
            yield self._entry(scene)

    def _moment(self, planned: Planned) -> datetime:
        """Return when it happened; nothing happens before the person is here."""
        chance, day = self._chance, self._chance.day(planned.ago)
        if planned.given:
            return oslo_moment(day, time(planned.given.hour, planned.given.minute))
        if planned.kind is ConversationKind.NOTE:
            hour = chance.number(7, 21)
        elif planned.kind is ConversationKind.PLAN_MEETING or not chance.yes(_EVENING):
            hour = chance.number(9, 11)
        else:
            hour = chance.number(13, 19)
        moment = oslo_moment(day, time(hour, 5 * chance.number(0, 11)))
        arrived = self._person.inmate.facts.arrived_at
        is_first_day = planned.ago == self._person.known_since
        if is_first_day and arrived is not None and oslo_date(arrived) == day:
            moment = max(moment, arrived + timedelta(minutes=45 + 5 * chance.number(0, 9)))
        return moment

    def _entry(self, scene: Scene) -> ExampleConversation:
        chance, kind = self._chance, scene.planned.kind
        minutes = self._minutes(scene)
        done = scene.moment + timedelta(minutes=minutes or 5)
        written_at = done + timedelta(minutes=chance.number(1, 50))
        if chance.yes(_WRITTEN_NEXT_DAY) and scene.planned.ago > 2:  # noqa: PLR2004 - not today
            written_at += timedelta(hours=chance.number(10, 18))
        next_on = None
        if kind is not ConversationKind.NOTE and chance.yes(_NEXT_TALK_SET):
            next_on = workday(scene.day + timedelta(days=chance.pick((7, 7, 14))))
        entry = NewConversation(
            id=chance.new_id(done),
            inmate_id=self._person.inmate.id,
            kind=kind,
            occurred_at=scene.moment,
            text=self._writer.text(scene),
            minutes=minutes,
            place=scene.place_name,
            interpreter_used=scene.interpreted,
            next_on=next_on,
        )
        return ExampleConversation(entry, scene.author.id, written_at.astimezone(UTC))

    def _minutes(self, scene: Scene) -> int | None:
        planned = scene.planned
        if planned.given:
            return planned.given.minutes
        if planned.kind is ConversationKind.NOTE:
            return 5 if self._chance.yes(12) else None
        if self._chance.yes(8):
            return None
        low, high = (6, 12) if planned.kind in _LONG else (2, 9)
        return 5 * self._chance.number(low, high)
