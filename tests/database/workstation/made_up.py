"""Drafts for tests, and the child process that is killed while it keeps them."""

from datetime import UTC, datetime
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from app.database.workstation.drafts import DraftStore
from app.domain.drafts import Draft, DraftFeature
from tests.harness.saving import proved

KEY = bytes(range(32))
NOW = datetime(2026, 11, 23, 8, 41, 7, tzinfo=UTC)


def made_up(number: int = 1, text: str = "Fikk ja fra NAV.") -> Draft:
    return Draft(
        UUID(int=number),
        DraftFeature.CONVERSATION,
        UUID(int=1000 + number),
        0,
        {"text": text, "place": "B208"},
        NOW,
    )


def keep_for_ever(file: Path, acknowledgements: Connection, *, too_early: bool) -> None:
    """Keep one draft after the other; send its number when it is kept."""
    store = DraftStore(file, KEY)
    for number in count(1):
        draft = made_up(number, proved("søknad å " * (number % 400 + 1)))
        if too_early:
            acknowledgements.send(number)
            store.keep(draft)
        else:
            store.keep(draft)
            acknowledgements.send(number)
