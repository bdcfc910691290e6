"""Reads one broken file as an import does, and says whether the answer is a sound one.

The planted faults stand here too: what a harness must catch before its silence means anything.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.exchange.csv_file import Table, read_table
from app.exchange.kinds import ImportKind
from app.exchange.parsed import Parsed
from app.exchange.place_choice import choose_places
from app.exchange.places import ParsedPlaces
from app.exchange.reading import read_conversations, read_places, read_roll
from app.exchange.roll import ParsedRoll
from app.exchange.roll_choice import choose_roll

READERS: dict[ImportKind, Callable[..., Parsed]] = {
    ImportKind.PLACES: read_places,
    ImportKind.ROLL: read_roll,
    ImportKind.CONVERSATIONS: read_conversations,
}
UNREADABLE, REJECTED, ACCEPTED = "unreadable", "rejected", "accepted"
_LAST_ROW = 2_000_000


class Unsound(Exception):
    """The answer to a file is none."""


def judged(kind: ImportKind, data: bytes) -> str:
    """Read a file to the end and return how it ended.

    Raises:
        Unsound: a row is neither brought in nor spoken of, or a message says nothing.
    """
    return _judge(kind, data, READERS[kind])


def _judge(kind: ImportKind, data: bytes, read: Callable[..., Parsed]) -> str:
    table = read_table(data)
    if not isinstance(table, Table):
        _check(table)
        return UNREADABLE
    parsed: Any = read(table)
    _check((*parsed.rejected, *parsed.warnings))
    if parsed.rejected:
        return REJECTED
    spoken_of = {found.row for found in parsed.warnings}
    kept = {row.row for row in parsed.rows}
    lost = [row.row for row in table.records if row.row not in kept and row.row not in spoken_of]
    if lost:
        raise Unsound(f"lost rows {lost}")
    if isinstance(parsed, ParsedPlaces):
        _check(choose_places(parsed).rejected)
    if isinstance(parsed, ParsedRoll):
        _check(choose_roll(parsed).rejected)
    return ACCEPTED


def _check(findings: Any) -> None:
    for found in findings:
        if not found.message or not (found.row is None or 1 <= found.row <= _LAST_ROW):
            raise Unsound(f"finding {found.row}")


def crashing(kind: ImportKind, data: bytes) -> str:
    """A planted fault: some files raise."""
    if data.count(b'"') % 7 == 3:
        raise IndexError
    return judged(kind, data)


def dying(kind: ImportKind, data: bytes) -> str:
    """A planted fault: some files end the process."""
    if len(data) % 50 == 7:
        os.abort()
    return judged(kind, data)


def hanging(kind: ImportKind, data: bytes) -> str:
    """A planted fault: some files are never done with."""
    while len(data) % 50 == 7:
        pass
    return judged(kind, data)


def losing(kind: ImportKind, data: bytes) -> str:
    """A planted fault: the last row is left out without a word."""

    def read(table: Table) -> Parsed:
        parsed: Any = READERS[kind](table)
        shorter: Parsed = replace(parsed, rows=parsed.rows[:-1], warnings=())
        return shorter

    return _judge(kind, data, read)


JUDGES = {judge.__name__: judge for judge in (judged, crashing, dying, hanging, losing)}
