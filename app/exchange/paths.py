"""Paths of places as files write them."""

from app.domain.places import top_path
from app.exchange.rows import Row

PATH_LIMIT = 120
UNIT_LIMIT = 60
PRISON_LIMIT = 12


def is_path(path: str) -> bool:
    """Tell whether a path can be kept: no empty part, nothing too long."""
    return all(path.split("-")) and len(path) <= PATH_LIMIT and len(top_path(path)) <= UNIT_LIMIT


def below_unit(row: Row, path: str) -> str:
    """Put the unit before a cell number that stands alone, as ``101`` in unit ``A``."""
    unit = row.line("unit", UNIT_LIMIT)
    return path if not unit or "-" in path or path.startswith(unit) else f"{unit}-{path}"


def parent_of(path: str) -> str | None:
    """Return the path without its last part, None for a top place."""
    return path.rpartition("-")[0] or None


def last_part(path: str) -> str:
    """Return the last part of a path: the place's own code."""
    return path.rpartition("-")[2]
