"""A row's values as JSON can keep them, and back; the same on both engines."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table

_VERSION = "version"
_DIGEST_BYTES = 16
Plain = str | int | float | list[str] | None


def compared_columns(table: Table) -> tuple[Column[Any], ...]:
    """Return the columns that say something; the guard against lost updates does not."""
    return tuple(column for column in table.columns if column.key != _VERSION or column.primary_key)


def plain_value(value: object) -> Plain:
    """Return a value of a row as JSON has it."""
    match value:
        case datetime():
            plain: Plain = value.astimezone(UTC).isoformat()
        case date():
            plain = value.isoformat()
        case UUID():
            plain = value.hex
        case Enum():
            plain = str(value.value)
        case tuple():
            plain = [str(part) for part in value]
        case None | str() | int() | float():
            plain = value
        case _other:
            raise TypeError(type(value).__name__)
    return plain


def value_of(column: Column[Any], plain: Plain) -> Any:
    """Return what ``plain_value`` was given, for a column of this type."""
    if plain is None:
        return None
    if isinstance(plain, list):
        return tuple(plain)
    kind = column.type.python_type
    if issubclass(kind, date):
        return kind.fromisoformat(str(plain))
    return kind(plain)


def digest(columns: Iterable[Column[Any]], row: Mapping[str, object]) -> str:
    """Return a short fingerprint of a row; two rows that say the same have the same one."""
    values = [plain_value(row[column.key]) for column in columns]
    return hashlib.blake2b(
        json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass"),
        digest_size=_DIGEST_BYTES,
    ).hexdigest()
