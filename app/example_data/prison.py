"""The fictional prison: everything made from a seed and a day, nothing written anywhere."""

from datetime import date

from app.domain.places import PlaceKind
from app.example_data.chance import Chance
from app.example_data.lives import make_life
from app.example_data.log import ConversationLog, LogOf
from app.example_data.log_days import share_out
from app.example_data.names import NameMaker
from app.example_data.officers import PICTURED_OFFICERS, make_staff
from app.example_data.people import make_people
from app.example_data.pictured import pictured_people
from app.example_data.places import PRISON_CODE, PRISON_NAME, make_places
from app.example_data.plans import make_plan
from app.example_data.shapes import (
    ExampleConversation,
    ExampleInmate,
    ExampleOfficer,
    ExamplePlace,
    ExamplePlan,
    ExamplePlanVersion,
    ExamplePrison,
)

__all__ = [
    "CONVERSATIONS",
    "INMATES",
    "ExampleConversation",
    "ExampleInmate",
    "ExampleOfficer",
    "ExamplePlace",
    "ExamplePlan",
    "ExamplePlanVersion",
    "ExamplePrison",
    "make_example_prison",
]

INMATES = 392
CONVERSATIONS = 12_000


def make_example_prison(
    *, today: date, inmates: int = INMATES, conversations: int = CONVERSATIONS, seed: int = 1
) -> ExamplePrison:
    """Make the prison as it stands on a day; the same seed and day give the same one.

    The entries are exactly as many as asked for, where there is anybody to write about. Nothing
    has happened today: the newest is of yesterday evening.
    """
    places = make_places(inmates, len(pictured_people()), Chance(seed, today, "places"))
    pictured = [(one.given, one.family) for one in pictured_people()]
    names = NameMaker(seed, [*pictured, *(_split(name) for _user, name, _r in PICTURED_OFFICERS)])
    units = [place.facts.path for place in places if place.facts.kind is PlaceKind.WING]
    staff = make_staff(units, names, Chance(seed, today, "officers"))
    people = make_people(inmates, places, staff, names, Chance(seed, today, "people"))
    lives = [
        make_life(person, Chance(seed, today, f"life {index}"))
        for index, person in enumerate(people)
    ]
    plans = [
        make_plan(life, staff, Chance(seed, today, f"plan {index}"))
        for index, life in enumerate(lives)
    ]
    cells = {place.facts.path: place.facts.local_name for place in places}
    numbers = share_out(people, conversations, Chance(seed, today, "shares"))
    logs = tuple(
        LogOf(life, plan, cells.get(life.person.inmate.place_path or "", ""), number)
        for life, plan, number in zip(lives, plans, numbers, strict=True)
    )
    return ExamplePrison(
        prison_code=PRISON_CODE,
        prison_name=PRISON_NAME,
        officers=staff.officers,
        places=places,
        inmates=tuple(person.inmate for person in people),
        conversations=ConversationLog(logs, staff, today, seed),
        plans=tuple(plan for plan in plans if plan is not None),
    )


def _split(name: str) -> tuple[str, str]:
    given, _space, family = name.rpartition(" ")
    return given, family
