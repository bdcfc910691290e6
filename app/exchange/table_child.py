"""Reads a file into a table in a process of its own: a hostile one cannot take the program down."""

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from app.exchange.csv_file import Record, Table, read_table
from app.exchange.findings import Finding
from app.foundation.translation import _

_MEMORY = 1024 * 1024 * 1024
_CPU_SECONDS = 30
_PATIENCE = 60.0
_BETWEEN_LOOKS = 0.05
_RECORDS_A_MESSAGE = 2_000

Answer = Table | tuple[Finding, ...]
_Message = Any


def read_table_apart(data: bytes, check: Callable[[], object] | None = None) -> Answer:
    """Return what ``read_table`` does, from a process that ends when it takes too much.

    ``check`` is called again and again meanwhile; what it raises ends the reading.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=work, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(data)
        return _answer(ours, check or _nothing)
    except (EOFError, OSError):
        return (Finding(None, None, _beyond_the_limits()),)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()


def _nothing() -> None:
    """Check nothing: nobody can cancel."""


def _beyond_the_limits() -> str:
    return _(
        "Filen er for stor eller skadet til å leses. Del den, eller lagre den som «CSV UTF-8»."
    )


def _answer(pipe: Connection, check: Callable[[], object]) -> Answer:
    head = _next(pipe, check)
    if isinstance(head, list):
        return tuple(Finding(*finding) for finding in head)
    records: list[Record] = []
    while rows := _next(pipe, check):
        records += [Record(row, tuple(values)) for row, values in rows]
    return Table(tuple(head["headings"]), head["heading_row"], tuple(records), head["separator"])


def _next(pipe: Connection, check: Callable[[], object]) -> _Message:
    end = monotonic() + _PATIENCE
    while not pipe.poll(_BETWEEN_LOOKS):
        check()
        if monotonic() > end:
            raise EOFError
    check()
    message: _Message = json.loads(pipe.recv_bytes())
    return message


def work(pipe: Connection) -> None:
    """Do the child's part: take bytes, answer a table piece by piece, or findings."""
    data = pipe.recv_bytes()
    _limit()
    for message in _messages(read_table(data)):
        pipe.send_bytes(json.dumps(message).encode())


def _messages(read: Answer) -> Iterator[object]:
    if isinstance(read, tuple):
        yield [(finding.row, finding.column, finding.message) for finding in read]
        return
    yield {
        "headings": read.headings,
        "heading_row": read.heading_row,
        "separator": read.separator,
    }
    for first in range(0, len(read.records), _RECORDS_A_MESSAGE):
        part = read.records[first : first + _RECORDS_A_MESSAGE]
        yield [(record.row, record.values) for record in part]
    yield []


def _limit() -> None:
    # Windows has no such limits; there the time in the parent is the only one.
    if find_spec("resource") is None:
        return
    resource = import_module("resource")
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
