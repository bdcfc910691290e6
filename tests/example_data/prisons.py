"""Example prisons the tests read, each made once."""

from datetime import UTC, date, datetime
from functools import cache

from app.example_data.prison import make_example_prison
from app.example_data.shapes import ExampleConversation, ExamplePrison

TODAY = date(2026, 11, 23)
FIRST_MINUTE = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # of that day, in Oslo


def make(
    inmates: int = 392, conversations: int = 3000, seed: int = 1, today: date = TODAY
) -> ExamplePrison:
    return make_example_prison(inmates=inmates, conversations=conversations, seed=seed, today=today)


@cache
def usual() -> ExamplePrison:
    return make(conversations=12_000)


@cache
def usual_log() -> tuple[ExampleConversation, ...]:
    return tuple(usual().conversations)
