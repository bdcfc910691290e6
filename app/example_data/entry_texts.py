"""The words of an entry, put together from our own sentences."""

from collections.abc import Callable

from app.domain.conversations import ConversationKind
from app.domain.plans import Agreement, GoalStatus
from app.example_data.chance import Chance
from app.example_data.lives import Life
from app.example_data.phrases import arrival, deadline, listed, short_day
from app.example_data.scenes import Scene
from app.example_data.stories import Threads
from app.example_data.texts import Slots, fill, table

_SATURDAY = 5
_DECEMBER = 12
_SEASONS = ("winter",) * 2 + ("spring",) * 3 + ("summer",) * 3 + ("autumn",) * 3 + ("winter",)
_DAY_NOTES = (("work", 44), ("practical", 32), ("contact", 24))
_EVENING_NOTES = (("leisure", 40), ("evening", 30), ("contact", 30))
_WEEKEND_NOTES = (("weekend", 45), ("leisure", 30), ("contact", 25))
_EVENING_HOUR = 16  # UTC
_EVERYDAY = (74, 26)  # of a hundred talks have a first word on it, and a second
_TWO_STORIES = 66  # of a hundred talks
_REMEMBERED = 14


class EntryWriter:
    """Writes one person's entries, the oldest first, so that they hang together."""

    def __init__(self, life: Life, threads: Threads, chance: Chance) -> None:
        self._life = life
        self._threads = threads
        self._chance = chance
        self._recent: list[str] = []
        self._ways: dict[ConversationKind, Callable[[Scene], str]] = {
            ConversationKind.NOTE: self._note,
            ConversationKind.CONTACT_OFFICER: self._talk,
            ConversationKind.INTAKE: self._intake,
            ConversationKind.PLAN_MEETING: self._plan_meeting,
        }

    def text(self, scene: Scene) -> str:
        """Return the words of one entry."""
        if scene.planned.given:
            return scene.planned.given.text
        return self._ways.get(scene.planned.kind, self._other)(scene)

    def _talk(self, scene: Scene) -> str:
        """Return a talk: the story's next stage, a word on another story, and the everyday."""
        chance, texts = self._chance, table("everyday")
        told = self._threads.talk(scene.day)
        said = [self._opening(scene) if chance.yes(78) else ""]
        if chance.yes(35):
            said.append(self._new(texts["mood"]["texts"]))
        slots = scene.slots
        if told.follows_up and chance.yes(45):
            slots = slots.with_more({"sist": short_day(told.follows_up)})
            said.append(chance.pick(texts["follow_up"]["texts"]))
        said.append(told.text)
        agreed = told.agreed + self._more(said, scene)
        said += [self._everyday(scene) for share in _EVERYDAY if chance.yes(share)]
        if chance.yes(50):
            said.append(self._new(texts["closings"]["texts"]))
        return self._joined(said, slots) + self._agreed(agreed, scene)

    def _more(self, said: list[str], scene: Scene) -> tuple[str, ...]:
        """Add a second story, or a word on one; return what was agreed about it."""
        chance = self._chance
        if not chance.yes(_TWO_STORIES):
            said.append(self._threads.brief() or "")
            return ()
        told = self._threads.talk_more(scene.day)
        said.append(self._new(table("everyday")["bridges"]["texts"]) if chance.yes(55) else "")
        said.append(told.text)
        return told.agreed

    def _opening(self, scene: Scene) -> str:
        openings = table("everyday")["openings"]
        if scene.interpreted:
            return self._new(openings["interpreter"])
        if self._life.person.inmate.facts.interpreter_needed:
            return self._new(openings["without_interpreter"])
        if scene.is_deputy and self._chance.yes(35):
            return self._new(openings["deputy"])
        return self._new(openings[scene.place])

    def _everyday(self, scene: Scene) -> str:
        texts = table("everyday")["everyday"]
        month = scene.day.month
        season = "december" if month == _DECEMBER else _SEASONS[month - 1]
        choices = [("always", 74), (season, 10)]
        if self._life.abroad:
            choices.append(("abroad", 16))
        if self._life.children:
            choices.append(("children", 14))
        return self._new(texts[self._chance.weighted(choices)])

    def _note(self, scene: Scene) -> str:
        texts, chance = table("everyday")["notes"], self._chance
        note = self._threads.note() if chance.yes(36) else None
        if note is None or note in self._recent:
            note = self._new(texts[self._note_sort(scene)])
        tail = chance.pick(texts["tails"]) if chance.yes(34) else ""
        return self._joined([note, tail], scene.slots)

    def _note_sort(self, scene: Scene) -> str:
        if scene.day.weekday() >= _SATURDAY:
            return self._chance.weighted(_WEEKEND_NOTES)
        is_evening = scene.moment.hour >= _EVENING_HOUR
        return self._chance.weighted(_EVENING_NOTES if is_evening else _DAY_NOTES)

    def _intake(self, scene: Scene) -> str:
        texts, chance = table("kinds")["intake"], self._chance
        days = (scene.day - self._chance.day(self._life.person.known_since)).days
        slots = scene.slots.with_more({"ago": arrival(days, scene.day)})
        said = [chance.pick(texts[part]) for part in ("first", "told", "outside")]
        if self._life.children and chance.yes(70):
            said.append(chance.pick(texts["children"]))
        if self._life.abroad:
            said.append(chance.pick(texts["abroad"]))
        said.append(chance.pick(texts["now"]))
        return self._joined(said, slots) + self._agreed(tuple(texts["agreed"]), scene)

    def _plan_meeting(self, scene: Scene) -> str:
        texts, chance = table("kinds")["plan_meeting"], self._chance
        version = scene.planned.version
        if version is None:
            return self._talk(scene)
        names = table("kinds")["themes"]
        goals = version.content.goals
        themes = [goal.theme for goal in goals if goal.status is GoalStatus.CURRENT]
        named = [names[theme] for theme in dict.fromkeys(themes)]
        more = {"temaer": listed(named) or "tida framover", "versjon": str(version.number)}
        said = [chance.pick(texts["first"])]
        if version.number > 1:
            said.append(chance.pick(texts["done"]))
        if chance.yes(60):
            said.append(chance.pick(texts["own"]))
        agreed = version.content.agreement is Agreement.YES
        said.append(chance.pick(texts["end_yes" if agreed else "end_other"]))
        text = self._joined(said, scene.slots.with_more(more))
        return text + self._agreed(tuple(texts["agreed"]), scene)

    def _other(self, scene: Scene) -> str:
        """Return a talk of another kind: how it began, what was said, how it ended."""
        texts = table("kinds")[scene.planned.kind.value]
        slots = scene.slots
        released = self._life.person.inmate.facts.release_date
        if released is not None:
            days = str((released - scene.day).days)
            slots = slots.with_more({"løslates": short_day(released), "dager": days})
        said = [self._new(texts[part]) for part in ("first", "middle", "last")]
        if self._chance.yes(70):
            said.insert(2, self._everyday(scene))
        return self._joined(said, slots) + self._agreed(tuple(texts["agreed"]), scene)

    def _agreed(self, agreed: tuple[str, ...], scene: Scene) -> str:
        """Return the agreed lines, each with its own deadline."""
        if not agreed or self._chance.yes(14):
            return ""
        lines = []
        for line in self._chance.some(agreed, self._chance.weighted(((1, 50), (2, 40), (3, 10)))):
            who, _colon, what = line.partition(": ")
            more = {"due": deadline(scene.day, self._chance)}
            lines.append(f"\n> {_person(who, scene)}: {fill(what, scene.slots.with_more(more))}")
        return "".join(lines)

    def _new(self, texts: list[str]) -> str:
        """Return one of the texts, not one that was used a moment ago."""
        chosen = self._chance.pick(texts)
        for _attempt in range(3):
            if chosen not in self._recent:
                break
            chosen = self._chance.pick(texts)
        self._recent.append(chosen)
        del self._recent[:-_REMEMBERED]
        return chosen

    def _joined(self, said: list[str], slots: Slots) -> str:
        return fill(" ".join(part for part in said if part), slots)


def _person(who: str, scene: Scene) -> str:
    if who == "han":
        return scene.slots["navn"]
    return scene.author.given_name if who == "jeg" else "Sammen"
