"""Column types that behave alike on SQLCipher and PostgreSQL."""

from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import CHAR, DateTime, Dialect, Enum, String, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

Kind = TypeVar("Kind", bound=StrEnum)
_ENUM_LENGTH = 32
_LIST_LENGTH = 200


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. Refuses a time without a zone: it would be an hour wrong half the year."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(  # noqa: D102 - SQLAlchemy's own name
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(  # noqa: D102 - SQLAlchemy's own name
        self, value: Any | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


@lru_cache(maxsize=8192)
def _uuid_of(digits: str) -> UUID:
    return UUID(digits)


class KnownUuid(TypeDecorator[UUID]):
    """An id that is read again and again, by overviews: each is made from its digits only once."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(  # noqa: D102 - SQLAlchemy's own name
        self, dialect: Dialect
    ) -> TypeEngine[Any]:
        embedded = dialect.name == "sqlite"
        return dialect.type_descriptor(CHAR(32) if embedded else Uuid())

    def process_result_value(  # noqa: D102 - SQLAlchemy's own name
        self, value: Any | None, dialect: Dialect
    ) -> UUID | None:
        return _uuid_of(value) if isinstance(value, str) else value


class CodeList(TypeDecorator[tuple[str, ...]]):
    """A short tuple of codes, kept as one text with commas: order matters, no code has a comma."""

    impl = String(_LIST_LENGTH)
    cache_ok = True

    def process_bind_param(  # noqa: D102 - SQLAlchemy's own name
        self, value: tuple[str, ...] | None, dialect: Dialect
    ) -> str:
        return ",".join(value or ())

    def process_result_value(  # noqa: D102 - SQLAlchemy's own name
        self, value: Any | None, dialect: Dialect
    ) -> tuple[str, ...]:
        return tuple(str(value).split(",")) if value else ()


def kind_column(kind: type[Kind]) -> Enum:
    """Return the column type of a StrEnum: its value as text, on both engines."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=_ENUM_LENGTH,
        values_callable=_values,
        validate_strings=True,
    )


def _values(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]
