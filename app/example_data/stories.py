"""Stories: what a person and an officer talk about over weeks, stage by stage."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from app.domain.plans import Theme
from app.example_data.chance import Chance
from app.example_data.lives import Life, redraw, renew
from app.example_data.texts import Slots, table

_RUNNING = 3
_ENDS_EARLY = 30  # of a hundred, where a stage knows a way out


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. ``brief`` and ``note`` hold until the next stage; ``ending`` ends the story."""

    talk: tuple[str, ...]
    ending: tuple[str, ...]
    brief: tuple[str, ...]
    agreed: tuple[str, ...]
    note: tuple[str, ...]
    stays: int


@dataclass(frozen=True, slots=True)
class Story:
    """What happens in one matter, and whom it can happen to."""

    name: str
    theme: Theme
    audience: str
    needs: str
    stages: tuple[Stage, ...]
    after: tuple[tuple[str, str], ...]


@cache
def all_stories() -> tuple[Story, ...]:
    """Return the stories of all themes."""
    return tuple(
        _story(parts) for theme in Theme for parts in table("stories", theme.value)["story"]
    )


def _story(parts: dict[str, Any]) -> Story:
    return Story(
        name=parts["name"],
        theme=Theme(parts["theme"]),
        audience=parts["for"],
        needs=parts.get("needs", ""),
        stages=tuple(_stage(stage) for stage in parts["stage"]),
        after=tuple(parts.get("after", {}).items()),
    )


def _stage(parts: dict[str, Any]) -> Stage:
    return Stage(
        talk=tuple(parts["talk"]),
        ending=tuple(parts.get("ending", ())),
        brief=tuple(parts.get("brief", ())),
        agreed=tuple(parts.get("agreed", ())),
        note=tuple(parts.get("note", ())),
        stays=parts.get("stays", 1),
    )


@dataclass(slots=True)
class Thread:
    """A story somebody is in the middle of. ``told`` is the stage last talked about."""

    story: Story
    next_stage: int = 0
    visits: int = 0
    variant: int = 0
    told: Stage | None = None
    agreed_on: date | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a talk says of its main story."""

    text: str
    agreed: tuple[str, ...]
    follows_up: date | None


class Threads:
    """The stories one person is in the middle of; a finished one makes room for the next."""

    def __init__(self, life: Life, first: tuple[Theme, ...], chance: Chance) -> None:
        self._chance = chance
        self._slots = Slots(life.slots)
        self._fitting = [s for s in all_stories() if life.fits(s.audience, s.needs)]
        bag = chance.some(self._fitting, len(self._fitting))
        # What the plan is about is talked about first.
        self._bag = sorted(bag, key=lambda story: story.theme in first)
        self._running: list[Thread] = []
        for _thread in range(_RUNNING):
            self._running.append(Thread(self._next_story()))
        self._main = self._running[0]

    @property
    def slots(self) -> Slots:
        """What the person's texts are filled with at the moment."""
        return self._slots

    def talk(self, day: date) -> Told:
        """Go one stage further in one of the stories."""
        self._replace_finished()
        self._main = self._chance.pick(self._running)
        return self._tell(self._main, day)

    def talk_more(self, day: date) -> Told:
        """Go one stage further in another story than the one just told."""
        others = [thread for thread in self._running if thread is not self._main]
        return self._tell(self._chance.pick(others), day)

    def _tell(self, thread: Thread, day: date) -> Told:
        stage = thread.story.stages[thread.next_stage]
        follows_up, thread.agreed_on = thread.agreed_on, None
        if stage.ending and self._chance.yes(_ENDS_EARLY):
            thread.over, thread.told = True, None
            return Told(self._chance.pick(stage.ending), (), follows_up)
        if thread.visits == 0:
            # Where several talks are about one stage, they come in the order they are written.
            last = len(stage.talk) - 1 if stage.stays == 1 else 0
            thread.variant = self._chance.number(0, last)
        text = stage.talk[(thread.variant + thread.visits) % len(stage.talk)]
        self._advance(thread, stage)
        if stage.agreed:
            thread.agreed_on = day
        return Told(text, stage.agreed, follows_up)

    def _advance(self, thread: Thread, stage: Stage) -> None:
        thread.told = stage
        thread.visits += 1
        if thread.visits >= stage.stays or self._chance.yes(40):
            thread.next_stage += 1
            thread.visits = 0
        thread.over = thread.next_stage >= len(thread.story.stages)

    def _replace_finished(self) -> None:
        for at, thread in enumerate(self._running):
            if thread.over:
                for name, other in thread.story.after:
                    self._slots[name] = self._slots[other]
                renew(self._slots, self._chance)
                self._running[at] = Thread(self._next_story())

    def _next_story(self) -> Story:
        if not self._bag:
            redraw(self._slots, self._chance)
            busy = [thread.story for thread in self._running]
            left = [story for story in self._fitting if story not in busy]
            self._bag = self._chance.some(left, len(left))
        themes = [thread.story.theme for thread in self._running]
        fresh = [story for story in self._bag if story.theme not in themes]
        story = fresh[-1] if fresh else self._bag[-1]
        self._bag.remove(story)
        return story

    def brief(self) -> str | None:
        """Return a word on one of the other stories."""
        others = [t for t in self._running if t is not self._main and t.told and t.told.brief]
        told = self._chance.pick(others).told if others else None
        return self._chance.pick(told.brief) if told else None

    def note(self) -> str | None:
        """Return a short note on one of the stories."""
        noted = [thread.told for thread in self._running if thread.told and thread.told.note]
        return self._chance.pick(self._chance.pick(noted).note) if noted else None
