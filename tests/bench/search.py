"""Search in 200,000 conversations: inside a person, a unit, and the whole prison beside a scan."""

import random
import statistics
import time
from collections.abc import Callable, Sequence

from sqlalchemy import func, select, text

from app.database.records.conversation import ConversationRecord
from app.database.records.inmate import InmateRecord
from app.domain.conversations import ConversationKind, NewConversation
from app.domain.search import Search
from app.overviews.search import search
from app.use_cases.conversations import record_conversation
from app.use_cases.office import Office
from tests.bench.prisons import CONVERSATIONS, measured_offices
from tests.data.compounds import COMPOUNDS

_QUERIES = 120
_SCANS = 12
_SCOPED_GOAL_MS = 10
_PRISON_GOAL_MS = 30
_PRISON_GOAL = 0.2


def measure(conversations: int = CONVERSATIONS) -> list[dict[str, object]]:
    """Return the figures of each engine."""
    with measured_offices(conversations) as offices:
        return [line for engine, office in offices.items() for line in _lines(engine, office)]


def _lines(engine: str, office: Office) -> list[dict[str, object]]:
    chance = random.Random(1)
    queries = _queries(office, chance)
    with office.reading() as connection:
        people = connection.execute(select(InmateRecord.id)).scalars().all()
        largest = (
            select(InmateRecord.unit).group_by(InmateRecord.unit).order_by(func.count().desc())
        )
        crowded = connection.execute(largest.limit(1)).scalar_one()
    person = _p95(office, [Search(query, inmate_id=chance.choice(people)) for query in queries])
    unit = _p95(office, [Search(query, unit=crowded) for query in queries])
    prison = _p95(office, [Search(query) for query in queries])
    scan = _p95_of([lambda query=query: _scan(office, query) for query in queries[:_SCANS]])
    return [
        _line(f"search in a person, p95, {engine}", person, _SCOPED_GOAL_MS),
        _line(f"search in the largest unit, p95, {engine}", unit, _SCOPED_GOAL_MS),
        {
            **_line(f"search in the prison, p95, {engine}", prison, _PRISON_GOAL_MS),
            "floor_ms": round(scan, 3),
            "ratio": round(prison / scan, 3),
            "goal": _PRISON_GOAL,
        },
        _compounds(engine, office, people[0]),
    ]


def _line(name: str, milliseconds: float, goal: int) -> dict[str, object]:
    return {"figure": name, "ours_ms": round(milliseconds, 3), "goal_ms": goal}


def _queries(office: Office, chance: random.Random) -> list[str]:
    """Take words that stand in the log, ends of compounds, two words, and words nobody wrote."""
    record = ConversationRecord
    with office.reading() as connection:
        some = connection.execute(select(record.folded).order_by(record.id).limit(20_000)).scalars()
        words = sorted({word.strip(".,:;>-–«»()") for note in some for word in note.split()})
    long = [word for word in words if len(word) > len("søk")]
    made = [chance.choice(long) for _ in range(_QUERIES // 2)]
    made += [chance.choice(long)[-6:] for _ in range(_QUERIES // 4)]
    made += [f"{chance.choice(long)} {chance.choice(long)}" for _ in range(_QUERIES // 6)]
    made += ["søknad", "bolig", "snakket", "gjeldsråd", "xylofon", "nav", "per", "ringe", "ing"]
    chance.shuffle(made)
    return made


def _p95(office: Office, wanted: Sequence[Search]) -> float:
    return _p95_of([lambda one=one: _search(office, one) for one in wanted])


def _search(office: Office, wanted: Search) -> None:
    with office.reading() as connection:
        search(connection, wanted)


def _scan(office: Office, query: str) -> None:
    statement = text(
        "SELECT id, inmate_id, occurred_at, text FROM conversation"
        " WHERE folded LIKE :pattern ORDER BY occurred_at DESC LIMIT 50"
    )
    with office.reading() as connection:
        if not office.database.embedded:
            connection.execute(text("SET LOCAL enable_bitmapscan = off"))
            connection.execute(text("SET LOCAL enable_indexscan = off"))
        connection.execute(statement, {"pattern": f"%{query.split(maxsplit=1)[0]}%"}).all()


def _p95_of(works: Sequence[Callable[[], None]]) -> float:
    """Time each once, after one round that is not timed: pages in memory, plans made."""
    for work in works:
        work()
    taken = []
    for work in works:
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.quantiles(taken, n=20)[-1]


def _compounds(engine: str, office: Office, inmate_id: object) -> dict[str, object]:
    """Write every compound once and look for it by its last part."""
    missed = []
    for first, last in COMPOUNDS:
        entry = NewConversation(
            id=office.new_id(),
            inmate_id=inmate_id,
            kind=ConversationKind.NOTE,
            occurred_at=office.clock(),
            text=f"Målt: {first}{last}.",
        )
        record_conversation(office, entry)
        with office.reading() as connection:
            hits = search(connection, Search(f"{last} målt"))
        if entry.id not in [hit.id for hit in hits]:
            missed.append(first + last)
    return {
        "figure": f"compounds found by their last part, {engine}",
        "found": len(COMPOUNDS) - len(missed),
        "goal": len(COMPOUNDS),
        "missed": missed,
    }
