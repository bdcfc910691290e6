"""Saving a conversation, beside the same rows written by the bare driver in one transaction."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from app.domain.conversations import ConversationKind, NewConversation
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.conversations import record_conversation
from app.use_cases.office import Office
from tests.bench.captured import Statement, bare_driver, captured
from tests.bench.prisons import CONVERSATIONS, measured_offices
from tests.bench.timing import figure, medians

_ROUNDS = 300
_GOAL = 3.0
_TEXT = "Vi snakket om bolig, søknaden om permisjon og hva som skal skje etter løslatelsen. " * 6


def measure(conversations: int = CONVERSATIONS) -> list[dict[str, object]]:
    """Return one figure for each engine."""
    with measured_offices(conversations) as offices:
        return [_measure(engine, office) for engine, office in offices.items()]


def _measure(engine: str, office: Office) -> dict[str, object]:
    person = cell_block_overview(office, refresh=True).inmates[0].id

    def ours() -> None:
        record_conversation(office, _entry(office, person))

    writes = [found for found in captured(office.database, ours) if not found.reads]
    with bare_driver(office.database) as driver:
        begin = "BEGIN IMMEDIATE" if office.database.embedded else None
        floor = _bare_save(driver, writes, begin)
        ours_ms, floor_ms = medians(_ROUNDS, ours, floor)
    return figure(f"save of a conversation, {engine}", ours_ms, floor_ms, _GOAL)


def _entry(office: Office, person: UUID) -> NewConversation:
    return NewConversation(
        id=office.new_id(),
        inmate_id=person,
        kind=ConversationKind.CONTACT_OFFICER,
        occurred_at=office.clock(),
        text=_TEXT,
        minutes=20,
        place="cellen",
    )


def _bare_save(driver: Any, writes: list[Statement], begin: str | None) -> Callable[[], None]:
    """Return what writes the captured rows anew, under new ids."""
    ids = [found for write in writes if (found := write.value_of("id")) is not None]

    def save() -> None:
        new = {old: uuid4() if isinstance(old, UUID) else uuid4().hex for old in ids}
        cursor = driver.cursor()
        if begin:
            cursor.execute(begin)
        for write in writes:
            renewed = write.with_values(new)
            cursor.execute(renewed.text, renewed.parameters)
        cursor.close()
        driver.commit()

    return save
