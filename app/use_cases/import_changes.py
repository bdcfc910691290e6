"""The change set of one import: every row it makes or changes, kept for taking it back.

Rows loaded and saved as records are noticed by themselves; rows written in bulk are handed in.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, event, insert, inspect
from sqlalchemy.orm import Session

from app.database.base import Record
from app.database.records.access_entry import AccessEntryRecord
from app.database.records.import_run import ImportedRowRecord, ImportRunRecord
from app.database.row_values import Plain, compared_columns, digest, plain_value
from app.database.work import Work
from app.exchange.kinds import ImportKind

_ROWS_AT_ONCE = 2_000
_OWN = (ImportRunRecord, ImportedRowRecord, AccessEntryRecord)
Key = tuple[str, UUID, int | None]


@dataclass(slots=True)
class _Touched:
    """A record and, unless the import made it, its values before."""

    record: Record
    made: bool
    before: dict[str, Plain] = field(default_factory=dict)


class ChangeSet:
    """Collects while an import writes; ``finish`` stores the rest. Empty, it stores nothing."""

    def __init__(self, work: Work, kind: ImportKind, file_name: str) -> None:
        self._work = work
        self._run = ImportRunRecord(
            id=work.new_id(),
            at=work.now,
            officer_id=work.officer.id if work.officer else None,
            officer=work.officer.display_name if work.officer else "",
            kind=kind.value,
            file_name=file_name[:255],
            prison="",
            created=0,
            changed=0,
            unchanged=0,
            moved=0,
            departed=0,
            undone_at=None,
            undone_by="",
        )
        self._begun = False
        self._touched: dict[Key, _Touched] = {}
        self._waiting: list[dict[str, object]] = []
        self._number = 0

    @property
    def id(self) -> UUID | None:
        """Return the id of the import, None if it changed nothing."""
        return self._run.id if self._begun else None

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Notice every record the session adds or changes inside the block."""
        session = self._work.session
        event.listen(session, "before_flush", self._notice)
        try:
            yield
            session.flush()
        finally:
            event.remove(session, "before_flush", self._notice)

    def made_in_bulk(self, kind: type[Record], rows: Iterable[Mapping[str, object]]) -> None:
        """Note rows that are inserted without being loaded as records."""
        table = _table(kind)
        columns = compared_columns(table)
        for row in rows:
            key = (table.name, _uuid(row["id"]), None)
            self._add(key, None, digest(columns, row))

    def finish(self, counts: Mapping[str, object]) -> UUID | None:
        """Store what was noticed, with the counts of the import; return its id."""
        for key, touched in self._touched.items():
            self._store(key, touched)
        self._write()
        if self._begun:
            for name, value in counts.items():
                setattr(self._run, name, value)
        return self.id

    def _notice(self, session: Session, *_rest: object) -> None:
        for record in session.new:
            if isinstance(record, Record) and not isinstance(record, _OWN):
                self._touched[_key(record)] = _Touched(record, made=True)
        for record in session.dirty:
            if isinstance(record, Record) and not isinstance(record, _OWN):
                self._notice_change(record)

    def _notice_change(self, record: Record) -> None:
        was = {
            column.key: plain_value(history.deleted[0])
            for column in compared_columns(_table(type(record)))
            if (history := inspect(record).attrs[column.key].history).deleted
        }
        if not was:
            return
        touched = self._touched.setdefault(_key(record), _Touched(record, made=False))
        if not touched.made:
            touched.before = was | touched.before

    def _store(self, key: Key, touched: _Touched) -> None:
        columns = compared_columns(_table(type(touched.record)))
        if touched.made:
            self._add(key, None, digest(columns, _values(columns, touched.record)))
            return
        now = _values(
            [column for column in columns if column.key in touched.before], touched.record
        )
        after = {name: plain_value(value) for name, value in now.items()}
        before = {name: value for name, value in touched.before.items() if value != after[name]}
        if before:
            self._add(key, _json(before), _json({name: after[name] for name in before}))

    def _add(self, key: Key, before: str | None, after: str) -> None:
        table, row_id, version = key
        self._waiting.append(
            {
                "import_id": self._run.id,
                "number": self._number,
                "table_name": table,
                "row_id": row_id,
                "row_version": version,
                "before": before,
                "after": after,
            }
        )
        self._number += 1
        if len(self._waiting) >= _ROWS_AT_ONCE:
            self._write()

    def _write(self) -> None:
        if not self._waiting:
            return
        if not self._begun:
            self._begun = True
            self._work.session.add(self._run)
            self._work.session.flush()
        self._work.session.connection().execute(insert(ImportedRowRecord), self._waiting)
        self._waiting = []


def _key(record: Record) -> Key:
    # Every table an import writes to has its id first, and perhaps the version of a text.
    table = _table(type(record))
    first, *rest = (getattr(record, column.key) for column in table.primary_key.columns)
    return table.name, _uuid(first), rest[0] if rest else None


def _table(kind: type[Record]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def _uuid(value: object) -> UUID:
    assert isinstance(value, UUID)
    return value


def _values(columns: Iterable[Column[Any]], record: Record) -> dict[str, object]:
    return {column.key: getattr(record, column.key) for column in columns}


def _json(values: Mapping[str, Plain]) -> str:
    return json.dumps(values, ensure_ascii=False)
