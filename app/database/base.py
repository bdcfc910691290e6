"""The declarative base: names of constraints, and the version that guards every aggregate."""

from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(DeclarativeBase):
    """One row. Records never leave the unit of work that loaded them."""

    metadata = MetaData(naming_convention=NAMING)


class VersionedRecord(Record):
    """A row that several officers may edit: an update of an old version changes no row."""

    __abstract__ = True
    version: Mapped[int] = mapped_column(sort_order=-1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy hands in the class
        """Name the column that SQLAlchemy counts up and compares."""
        return {"version_id_col": cls.version}
