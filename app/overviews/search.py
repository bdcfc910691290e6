"""Search over conversations and plans, newest first, current versions only.

Inside one person a LIKE over the folded text, reached by index, is quicker than any full-text
index. In a unit or the whole prison the trigram index of each engine leads to the hits: SQLite's
is numbered by the entry's moment, so the newest come first and the reading ends with the last one
wanted. Under three letters there are no trigrams; the entries are then read newest first.
"""

from collections.abc import Sequence
from datetime import timedelta
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Row,
    Select,
    Uuid,
    any_,
    column,
    func,
    literal_column,
    select,
    table,
    text,
    true,
)
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
_NEWEST = 2000
_PLAN_FOR_THESE_WORDS = text("SET LOCAL plan_cache_mode = force_custom_plan")
_Entries = Select[*tuple[Any, ...]]
_Rows = Sequence[Row[*tuple[Any, ...]]]
_position = table(
    "conversation_position", *map(column, ("position", "conversation_id", "inmate_id"))
)
_words = table("conversation_words", column("rowid"))
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
        .limit(wanted.limit)
    )
    read = _read_embedded if connection.dialect.name == "sqlite" else _read_server
    return [_hit(row, row.kind, wanted) for row in read(connection, statement, wanted)]


def _read_embedded(connection: Connection, statement: _Entries, wanted: Search) -> _Rows:
    statement = statement.where(*_wanted_entry(wanted, ConversationRecord.folded))
    if wanted.inmate_id is not None:
        statement = statement.where(ConversationRecord.inmate_id == wanted.inmate_id)
        return connection.execute(statement.order_by(*_newest)).all()
    statement = statement.join(_position, _position.c.conversation_id == ConversationRecord.id)
    if wanted.unit is not None:
        # Asked of the position, so that nobody else's entry need be read.
        statement = statement.where(_position.c.inmate_id.in_(_people_of(wanted.unit)))
    trigrams = _trigrams(wanted.terms)
    newest = _position.c.position
    if trigrams:
        newest = _words.c.rowid
        statement = statement.join(_words, _words.c.rowid == _position.c.position).where(
            literal_column("conversation_words").match(trigrams)
        )
    return connection.execute(statement.order_by(newest.desc())).all()


def _read_server(connection: Connection, statement: _Entries, wanted: Search) -> _Rows:
    """Look among the prison's newest entries first: there are the hits of a common word.

    What is rarer than that is led by the trigram index, together with the people's. The planner
    cannot tell the two apart, and without the words themselves would not try.
    """
    record = ConversationRecord
    connection.execute(_PLAN_FOR_THESE_WORDS)
    scope = _scope_on_server(wanted)
    if wanted.inmate_id is None:
        first = select(record.occurred_at).order_by(record.occurred_at.desc()).offset(_NEWEST)
        # Asked for by itself: of a moment that it knows, the planner knows how little follows it.
        moment = connection.execute(first.limit(1)).scalar()
        recent = true() if moment is None else record.occurred_at > moment
        # With something added to it, the text is not looked up in the index, but read.
        conditions = _wanted_entry(wanted, record.folded.concat(""))
        early = statement.where(recent, scope, *conditions).order_by(*_newest)
        found = connection.execute(early).all()
        if len(found) == wanted.limit or moment is None:
            return found
    conditions = _wanted_entry(wanted, record.folded)
    every = select(record.id, record.occurred_at).where(scope, *conditions)
    hits = every.cte("hits").prefix_with("MATERIALIZED")
    top = select(hits.c.id).order_by(hits.c.occurred_at.desc(), hits.c.id.desc())
    statement = statement.where(record.id.in_(top.limit(wanted.limit)))
    return connection.execute(statement.order_by(*_newest)).all()


def _wanted_entry(
    wanted: Search, folded: ColumnElement[str] | InstrumentedAttribute[str]
) -> list[ColumnElement[bool]]:
    record = ConversationRecord
    conditions = [
        *_contains(folded, wanted.terms),
        *_filters(wanted, record.occurred_at, record.author),
    ]
    if wanted.conversation_kinds != EVERY_CONVERSATION:
        conditions.append(record.kind.in_(wanted.conversation_kinds))
    return conditions


def _scope_on_server(wanted: Search) -> ColumnElement[bool]:
    inmate_id = ConversationRecord.inmate_id
    if wanted.inmate_id is None and wanted.unit is not None:
        # As an array: a join would have the trigram index read once for each person.
        people = _people_of(wanted.unit).scalar_subquery()
        return inmate_id == any_(func.array(people, type_=ARRAY(Uuid())))
    return _scope(wanted, inmate_id)


def _trigrams(terms: tuple[str, ...]) -> str:
    """Return what asks the index for every trigram of the terms; empty where there are none.

    A blank of a phrase stands for any one sign, so a trigram must lie between two of them.
    """
    words = [word for term in terms for word in term.split()]
    found = {
        word[place : place + _TRIGRAM]
        for word in words
        for place in range(len(word) - _TRIGRAM + 1)
    }
    return " AND ".join('"' + trigram.replace('"', '""') + '"' for trigram in sorted(found))


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
        return inmate_id.in_(_people_of(wanted.unit))
    return true()


def _people_of(unit: str) -> Select[UUID]:
    return select(InmateRecord.id).where(InmateRecord.unit == unit)


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
