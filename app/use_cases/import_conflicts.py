"""What stands in the way of taking an import back: rows changed since, and rows that came since."""

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, and_, func, select

from app.database.base import Record
from app.database.records.conversation import ConversationRecord
from app.database.records.import_run import ImportedRowRecord
from app.database.records.inmate import InmateRecord
from app.database.records.place import PlaceRecord
from app.database.records.plan import PlanRecord
from app.database.records.printed_document import PrintedDocumentRecord
from app.database.records.prison import PrisonRecord
from app.database.row_values import compared_columns, digest, plain_value
from app.database.work import Work
from app.domain.inmates import display_name
from app.foundation.progress import Step
from app.foundation.translation import _, plural
from app.use_cases.fact_words import fact_word
from app.use_cases.import_removal import IMPORTED, table_of

NAMED = 20
_ROWS_AT_ONCE = 500
_INMATE = "inmate_id"
Values = Mapping[str, Any]


def find_conflicts(work: Work, import_id: UUID, step: Step) -> tuple[str, ...]:
    """Return a sentence for each thing that is no longer as the import left it."""
    row = ImportedRowRecord
    total = work.session.execute(
        select(func.count()).select_from(row).where(row.import_id == import_id)
    ).scalar_one()
    done = 0
    found: dict[str, set[str]] = {}
    for kind in IMPORTED:
        if kind is PrisonRecord:
            continue
        with closing(_pairs(work, kind, import_id)) as lines:
            for line in lines:
                done += 1
                step(done, total)
                differing = _differing(table_of(kind), line)
                if differing:
                    found.setdefault(_name(work, kind, line), set()).update(differing)
    return _listed(_sentence(name, words) for name, words in sorted(found.items()))


def _pairs(work: Work, kind: type[Record], import_id: UUID) -> Generator[Values, None, None]:
    """Yield each row as it is now, beside what the import left."""
    made, table = ImportedRowRecord, table_of(kind)
    first, *rest = table.primary_key.columns
    is_it = [made.row_id == first, *(made.row_version == column for column in rest)]
    statement = (
        select(table, made.before.label("_before"), made.after.label("_after"))
        .join(made, and_(*is_it))
        .where(made.import_id == import_id, made.table_name == table.name)
        .execution_options(yield_per=_ROWS_AT_ONCE)
    )
    with work.session.connection().execute(statement) as found:
        for line in found:
            yield line._asdict()


def _differing(table: Table, now: Values) -> set[str]:
    """Return the words of what has changed since; a row without such words says so itself."""
    if now["_before"] is None:
        return set() if digest(compared_columns(table), now) == now["_after"] else {""}
    after = json.loads(now["_after"])
    changed = {name for name, value in after.items() if plain_value(now[name]) != value}
    return {fact_word(name) or "" for name in changed}


def _name(work: Work, kind: type[Record], row: Values) -> str:
    if kind is PlaceRecord:
        return str(row["path"])
    if kind is InmateRecord:
        return display_name(row["family_name"], row["given_name"])
    if _INMATE in row:
        inmate_id = row[_INMATE]
    else:
        inmate_id = work.session.get_one(ConversationRecord, row["conversation_id"]).inmate_id
    person = work.session.get_one(InmateRecord, inmate_id)
    return display_name(person.family_name, person.given_name)


def _sentence(name: str, words: Iterable[str]) -> str:
    named = ", ".join(sorted(word for word in words if word))
    if not named:
        return _("{name} er endret.").format(name=name)
    return _("{name} er endret: {what}.").format(name=name, what=named)


def find_newer(work: Work, import_id: UUID) -> tuple[str, ...]:
    """Return a sentence for each thing the import made that newer rows hang on.

    Called when the changed rows are as before: who was moved into a new cell is out of it again.
    """
    return _listed(
        sentence
        for parent in (InmateRecord, PlaceRecord)
        for child in _references_to(table_of(parent))
        for sentence in _hanging(work, import_id, parent, child)
    )


def _references_to(parent: Table) -> Iterator[Column[Any]]:
    for table in Record.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is parent:
                yield key.parent


def _hanging(
    work: Work, import_id: UUID, parent: type[Record], child: Column[Any]
) -> Iterator[str]:
    above, own = ImportedRowRecord.__table__.alias(), ImportedRowRecord.__table__.alias()
    first = next(iter(child.table.primary_key.columns))
    made_too = (
        select(own.c.number)
        .where(
            own.c.import_id == import_id,
            own.c.table_name == child.table.name,
            own.c.row_id == first,
            own.c.before.is_(None),
        )
        .exists()
    )
    hanging = work.session.execute(
        select(child, func.count())
        .join(above, above.c.row_id == child)
        .where(
            above.c.import_id == import_id,
            above.c.table_name == table_of(parent).name,
            above.c.before.is_(None),
            ~made_too,
        )
        .group_by(child)
    ).all()
    for parent_id, number in hanging:
        record = work.session.get_one(parent, parent_id)
        name = _name(
            work, parent, {c.key: getattr(record, c.key) for c in table_of(parent).columns}
        )
        yield _newer_text(child.table.name)(name, number)


def _newer_text(table: str) -> Callable[[str, int], str]:
    return {
        ConversationRecord.__tablename__: _conversations_text,
        PlanRecord.__tablename__: _plan_text,
        PrintedDocumentRecord.__tablename__: _paper_text,
        InmateRecord.__tablename__: _people_text,
    }.get(table, _other_text)


def _conversations_text(name: str, number: int) -> str:
    text = plural("{n} samtale er skrevet.", "{n} samtaler er skrevet.", number)
    return _("{name}: {text}").format(name=name, text=text)


def _plan_text(name: str, _number: int) -> str:
    return _("{name} har fått en plan.").format(name=name)


def _paper_text(name: str, _number: int) -> str:
    return _("{name}: noe er skrevet ut.").format(name=name)


def _people_text(name: str, number: int) -> str:
    text = plural("{n} person er plassert her.", "{n} personer er plassert her.", number)
    return _("{name}: {text}").format(name=name, text=text)


def _other_text(name: str, _number: int) -> str:
    return _("{name} er tatt i bruk.").format(name=name)


def _listed(sentences: Iterable[str]) -> tuple[str, ...]:
    """Return the first sentences, each once, and how many more there are."""
    every = tuple(dict.fromkeys(sentences))
    if len(every) <= NAMED:
        return every
    more = plural("Og {n} til.", "Og {n} til.", len(every) - NAMED)
    return (*every[:NAMED], more)
