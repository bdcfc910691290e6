"""Every text can be filled: a mistyped blank is found here, not in a demonstration."""

from collections.abc import Iterator
from string import Formatter

import pytest

from app.domain.plans import Theme
from app.example_data.chance import Chance
from app.example_data.goals import all_goals
from app.example_data.lives import make_life
from app.example_data.people import Person
from app.example_data.stories import all_stories
from app.example_data.texts import Slots, capital, fill, table
from tests.example_data.prisons import TODAY, usual

FILES = [("everyday",), ("kinds",), ("plans",), *(("stories", theme.value) for theme in Theme)]
PASSING = ("bok", "mat", "vare", "n", "kl", "natt", "ago", "dag", "due", "sist")
PASSING += ("temaer", "versjon", "løslates", "dager")


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def known_slots() -> Slots:
    inmate = usual().inmates[0]
    life = make_life(Person(inmate, 300, 300, 21), Chance(1, TODAY, "test"))
    return life.slots.with_more(dict.fromkeys(PASSING, "x"))


@pytest.mark.parametrize("parts", FILES, ids="/".join)
def test_every_blank_is_known(parts: tuple[str, ...]) -> None:
    slots = known_slots()
    for text in texts_in(table(*parts)):
        fill(text, slots)
        assert not any(blank == "" for _t, blank, _f, _c in Formatter().parse(text))


def test_agreed_lines_say_who() -> None:
    lines = [line for story in all_stories() for s in story.stages for line in s.agreed]
    lines += [line for kind in table("kinds").values() for line in kind.get("agreed", ())]
    assert {line.partition(": ")[0] for line in lines} == {"han", "jeg", "vi"}


def test_stories_and_goals_cover_every_theme() -> None:
    assert {story.theme for story in all_stories()} == set(Theme)
    assert {goal.theme for goal in all_goals()} == set(Theme)
    assert len(all_stories()) > 50


def test_a_blank_with_a_capital_gives_a_capital() -> None:
    slots = Slots({"kin": "søsteren", "dag": "3.11."})
    assert fill("{Kin} ringte {dag}.", slots) == "Søsteren ringte 3.11."
    assert capital("øst") == "Øst"
    with pytest.raises(KeyError):
        fill("{ukjent}", slots)
