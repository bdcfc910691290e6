"""Taking an import back: changed rows get their old values, rows that were made are removed."""

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Table, delete, func, select

from app.database.base import Record
from app.database.records.conversation import ConversationRecord, ConversationVersionRecord
from app.database.records.import_run import ImportedRowRecord
from app.database.records.inmate import ContactOfficerPeriodRecord, InmateRecord, StayRecord
from app.database.records.place import PlaceRecord
from app.database.records.prison import PrisonRecord
from app.database.row_values import plain_value, value_of
from app.database.work import Work

_ROWS_AT_ONCE = 5_000
# Children before parents.
IMPORTED: tuple[type[Record], ...] = (
    ConversationVersionRecord,
    ConversationRecord,
    ContactOfficerPeriodRecord,
    StayRecord,
    InmateRecord,
    PlaceRecord,
    PrisonRecord,
)


def table_of(kind: type[Record]) -> Table:
    """Return the table of a kind of record."""
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def restore_changed(work: Work, import_id: UUID) -> None:
    """Write the old values back; each row gets a new version, so that no stale screen fits it."""
    kinds = {table_of(kind).name: kind for kind in IMPORTED}
    row = ImportedRowRecord
    changed = work.session.execute(
        select(row.table_name, row.row_id, row.before, row.after)
        .where(row.import_id == import_id, row.before.is_not(None))
        .order_by(row.number)
    ).all()
    for table_name, row_id, before, after in changed:
        record = work.session.get(kinds[table_name], row_id)
        if record is None:
            continue
        # The prison's own code is shared by all imports: whoever set it last keeps it.
        if table_name == PrisonRecord.__tablename__ and not _is_as_left(record, json.loads(after)):
            continue
        columns = table_of(kinds[table_name]).columns
        for name, plain in json.loads(before or "{}").items():
            setattr(record, name, value_of(columns[name], plain))
    work.session.flush()


def _is_as_left(record: Record, after: dict[str, object]) -> bool:
    return all(plain_value(getattr(record, name)) == value for name, value in after.items())


def remove_made(work: Work, import_id: UUID) -> int:
    """Remove the rows an import made and return how many it had made.

    On a server the owner's function does it: officers themselves may delete nothing.
    """
    row = ImportedRowRecord
    made = (row.import_id == import_id, row.before.is_(None))
    number = work.session.execute(select(func.count()).select_from(row).where(*made)).scalar_one()
    total = work.session.execute(
        select(func.count()).select_from(row).where(row.import_id == import_id)
    ).scalar_one()
    connection = work.session.connection()
    if connection.dialect.name != "sqlite":
        connection.execute(select(func.remove_imported(import_id)))
        return number
    for kind in IMPORTED:
        # A few at a time: what one statement deletes is held in memory until it is through.
        for first in range(0, total, _ROWS_AT_ONCE):
            among = (*made, row.number >= first, row.number < first + _ROWS_AT_ONCE)
            connection.execute(delete(table_of(kind)).where(_is_made(table_of(kind), among)))
    return number


def _is_made(table: Table, among: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Return the condition that a row is one of those among the imported ones."""
    row = ImportedRowRecord
    of_table = (*among, row.table_name == table.name)
    first, *rest = table.primary_key.columns
    if not rest:
        return first.in_(select(row.row_id).where(*of_table))
    is_it = (row.row_id == first, *(row.row_version == column for column in rest))
    return select(row.number).where(*of_table, *is_it).exists()
