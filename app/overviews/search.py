"""Search over conversations and plans, newest first, current versions only.

Inside one person or unit a LIKE over the folded text, reached by index, is quicker than any
full-text index. Over a whole prison the trigram index of each engine leads to the hits: SQLite's
is numbered by the entry's moment, so the newest come first and the reading ends with the last one
wanted. Under three letters there are no trigrams; the entries are then read newest first.
"""

from datetime import timedelta
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, column, select, table, true
from sqlalchemy.orm import InstrumentedAttribute

from app.database.records.conversation import ConversationRecord
from app.database.records.inmate import InmateRecord
from app.database.records.place import PlaceRecord
from app.database.records.plan import PlanRecord, PlanTextRecord
from app.domain.inmates import display_name
from app.domain.search import EVERY_CONVERSATION, Kind, Search, SearchHit, snippet
from app.foundation.clock import start_of_oslo_day

_ESCAPE = "\\"
_TRIGRAM = 3
_position = table("conversation_position", column("position"), column("conversation_id"))
_words = table("conversation_words", column("rowid"), column("folded"))
_newest = (ConversationRecord.occurred_at.desc(), ConversationRecord.id.desc())
_who = (InmateRecord.family_name, InmateRecord.given_name, PlaceRecord.path)


def search(connection: Connection, wanted: Search) -> tuple[SearchHit, ...]:
    """Find what holds every term and passes every filter, newest first."""
    if wanted.is_empty:
        return ()
    hits = [*_conversations(connection, wanted), *_plans(connection, wanted)]
    hits.sort(key=attrgetter("occurred_at", "id"), reverse=True)
    return tuple(hits[: wanted.limit])


def _conversations(connection: Connection, wanted: Search) -> list[SearchHit]:
    if not wanted.conversation_kinds:
        return []
    record = ConversationRecord
    statement = (
        select(
            record.id,
            record.inmate_id,
            record.kind,
            record.occurred_at,
            record.author,
            record.text,
            *_who,
        )
        .join(InmateRecord, InmateRecord.id == record.inmate_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == InmateRecord.place_id)
        .where(*_filters(wanted, record.occurred_at, record.author))
        .limit(wanted.limit)
    )
    if wanted.conversation_kinds != EVERY_CONVERSATION:
        statement = statement.where(record.kind.in_(wanted.conversation_kinds))
    embedded = connection.dialect.name == "sqlite"
    if wanted.is_scoped:
        # The planner would read the trigram index once for each person: keep it off that index.
        folded = record.folded if embedded else record.folded.concat("")
        statement = statement.where(
            _scope(wanted, record.inmate_id), *_contains(folded, wanted.terms)
        ).order_by(*_newest)
    elif embedded:
        statement = _by_trigrams(statement, wanted)
    else:
        statement = statement.where(*_contains(record.folded, wanted.terms)).order_by(*_newest)
    return [_hit(row, row.kind, wanted) for row in connection.execute(statement)]


def _by_trigrams(statement: Select[*tuple[Any, ...]], wanted: Search) -> Select[*tuple[Any, ...]]:
    """Lead the embedded search through the index, which gives the newest first."""
    record = ConversationRecord
    long = tuple(term for term in wanted.terms if _has_trigram(term))
    short = tuple(term for term in wanted.terms if not _has_trigram(term))
    statement = statement.join(_position, _position.c.conversation_id == record.id).where(
        *_contains(record.folded, short)
    )
    if not long:
        return statement.order_by(_position.c.position.desc())
    return (
        statement.join(_words, _words.c.rowid == _position.c.position)
        .where(*(_words.c.folded.op("GLOB")(_glob(term)) for term in long))
        .order_by(_words.c.rowid.desc())
    )


def _has_trigram(term: str) -> bool:
    # A blank stands for any one sign in the pattern, so a trigram must lie between two of them.
    return max(map(len, term.split())) >= _TRIGRAM


def _plans(connection: Connection, wanted: Search) -> list[SearchHit]:
    if not wanted.plan_parts:
        return []
    record, plan = PlanTextRecord, PlanRecord
    statement = (
        select(
            plan.id,
            record.inmate_id,
            record.part,
            plan.changed_at.label("occurred_at"),
            plan.changed_by.label("author"),
            record.text,
            *_who,
        )
        .join(plan, plan.id == record.plan_id)
        .join(InmateRecord, InmateRecord.id == record.inmate_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == InmateRecord.place_id)
        .where(
            _scope(wanted, record.inmate_id),
            record.part.in_(wanted.plan_parts) if wanted.kinds else true(),
            *_contains(record.folded, wanted.terms),
            *_filters(wanted, plan.changed_at, plan.changed_by),
        )
        .order_by(plan.changed_at.desc(), plan.id.desc(), record.position)
        .limit(wanted.limit)
    )
    return [_hit(row, row.part, wanted) for row in connection.execute(statement)]


def _scope(wanted: Search, inmate_id: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    if wanted.inmate_id is not None:
        return inmate_id == wanted.inmate_id
    if wanted.unit is not None:
        return inmate_id.in_(select(InmateRecord.id).where(InmateRecord.unit == wanted.unit))
    return true()


def _filters(
    wanted: Search, moment: InstrumentedAttribute[Any], author: InstrumentedAttribute[str]
) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        found.append(moment >= start_of_oslo_day(wanted.since))
    if wanted.until is not None:
        found.append(moment < start_of_oslo_day(wanted.until + timedelta(days=1)))
    if wanted.author.strip():
        found.append(author.ilike(f"%{_escaped(wanted.author.strip())}%", escape=_ESCAPE))
    return found


def _contains(
    folded: ColumnElement[str] | InstrumentedAttribute[str], terms: tuple[str, ...]
) -> list[ColumnElement[bool]]:
    # A blank in a phrase is a line break in the text as often as not: any one sign will do.
    return [folded.like(f"%{_escaped(term).replace(' ', '_')}%", escape=_ESCAPE) for term in terms]


def _escaped(term: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        term = term.replace(special, _ESCAPE + special)
    return term


def _glob(term: str) -> str:
    signs = ("?" if sign == " " else f"[{sign}]" if sign in "*?[" else sign for sign in term)
    return f"*{''.join(signs)}*"


def _hit(row: Row[*tuple[Any, ...]], kind: Kind, wanted: Search) -> SearchHit:
    return SearchHit(
        id=row.id,
        inmate_id=row.inmate_id,
        inmate_name=display_name(row.family_name, row.given_name),
        place_path=row.path,
        kind=kind,
        occurred_at=row.occurred_at,
        author=row.author,
        excerpt=snippet(row.text, wanted.terms),
    )
