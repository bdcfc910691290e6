"""The fictional prison as a whole. The same seed and day give the same ids and content."""

from datetime import date
from zlib import crc32

from app.example_data.chance import Chance
from app.example_data.names import NameMaker
from app.example_data.people import PeopleMaker, make_officers
from app.example_data.places import PRISON_CODE, PRISON_NAME, make_places, unit_names
from app.example_data.plans import PlanMaker
from app.example_data.shapes import ExamplePrison
from app.example_data.talk import TalkMaker


def make_example_prison(
    *, inmates: int, conversations: int, seed: int, today: date
) -> ExamplePrison:
    """Make a prison of invented people. Conversations are made while they are read."""
    names = NameMaker(crc32(f"{seed}|{today.isoformat()}".encode()))
    officers = make_officers(unit_names(inmates), names, Chance(seed, today, "officers"))
    places = make_places(inmates, Chance(seed, today, "places"))
    people = PeopleMaker(officers, places, names, Chance(seed, today, "people")).make(inmates)
    plans = PlanMaker(officers, Chance(seed, today, "plans")).make(people)
    talks = TalkMaker(officers, Chance(seed, today, "talk")).make(people, conversations)
    return ExamplePrison(PRISON_CODE, PRISON_NAME, officers, places, people, talks, plans)
