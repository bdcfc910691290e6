"""A tiny prison for tests: one wing with two floors, filled through the use cases."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import insert

from app.database.records.place import PlaceRecord
from app.domain.access import Right
from app.domain.conversations import ConversationKind, NewConversation
from app.domain.inmates import Inmate, InmateFacts, LegalStatus
from app.domain.places import PlaceFacts, PlaceKind, PlaceStatus, top_path
from app.domain.topics import Topic
from app.use_cases.conversations import record_conversation
from app.use_cases.inmates import add_inmate
from app.use_cases.office import Office

NOW = datetime(2026, 11, 23, 8, 41, tzinfo=UTC)
PASSWORD = "et langt passord"


class SteppingClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **parts: float) -> None:
        self.now += timedelta(**parts)


def add_place(office: Office, facts: PlaceFacts) -> UUID:
    """Add one place as an import would."""
    place_id = office.new_id()
    with office.work(Right.WRITE_INMATES, "places") as work:
        values = {name: getattr(facts, name) for name in PlaceFacts.__dataclass_fields__}
        work.session.execute(
            insert(PlaceRecord),
            [{"id": place_id, "version": 1, "unit": top_path(facts.path), **values}],
        )
        work.changed(Topic.PLACES)
    return place_id


@dataclass(frozen=True)
class TinyPrison:
    """Unit B, floors B-2 and B-3, and five cells by their path."""

    cells: dict[str, UUID]


def build_places(office: Office) -> TinyPrison:
    """Add the places."""
    add_place(office, PlaceFacts("TST", "B", PlaceKind.WING, local_name="Avdeling B"))
    cells = {}
    for floor in ("2", "3"):
        add_place(
            office,
            PlaceFacts("TST", f"B-{floor}", PlaceKind.LANDING, "B", local_name=f"{floor}. etasje"),
        )
        for number in (1, 2, 3):
            path = f"B-{floor}-B{floor}0{number}"
            out = path == "B-3-B303"
            facts = PlaceFacts(
                "TST",
                path,
                PlaceKind.CELL,
                f"B-{floor}",
                local_name=f"B{floor}0{number}",
                maximum=1,
                working=0 if out else 1,
                certified=1,
                status=PlaceStatus.INACTIVE if out else PlaceStatus.ACTIVE,
                out_of_use_reason="vannskade" if out else "",
            )
            cells[path] = add_place(office, facts)
    return TinyPrison(cells)


def person(number: int = 1, **changes: object) -> InmateFacts:
    """Return the facts of an invented person."""
    facts = InmateFacts(
        prison_number=f"T{number:04d}",
        family_name="Hassan",
        given_name="Omar",
        birth_date=date(1992, 5, 4),
        legal_status=LegalStatus.CONVICTED,
        languages=("ar", "nb"),
    )
    return replace(facts, **changes)


def admit(office: Office, number: int = 1, place: UUID | None = None, **changes: object) -> Inmate:
    """Put a person on the roll."""
    return add_inmate(office, person(number, **changes), place)


def talk(
    office: Office,
    inmate_id: UUID,
    text: str = "Snakket om bolig.",
    days_ago: float = 0,
    **changes: object,
) -> NewConversation:
    """Save a conversation."""
    entry = NewConversation(
        id=office.new_id(),
        inmate_id=inmate_id,
        kind=ConversationKind.CONTACT_OFFICER,
        occurred_at=office.clock() - timedelta(days=days_ago),
        text=text,
        minutes=20,
    )
    entry = replace(entry, **changes)
    record_conversation(office, entry)
    return entry
