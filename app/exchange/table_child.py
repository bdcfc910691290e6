"""Reads a file into a table in a process of its own: a hostile one cannot take the program down.

The table comes over piece by piece, so that a prison's whole log is never in memory twice.
"""

import codecs
import json
import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

from app.exchange.csv_file import Record, Table, read_table
from app.exchange.csv_text import LARGEST_FILE, read_file
from app.exchange.findings import Finding
from app.foundation.progress import Step, no_steps
from app.foundation.translation import _, choose_language, chosen_words

_MEMORY = 1024 * 1024 * 1024
_CPU_SECONDS = 30
_PATIENCE = 60.0
_BETWEEN_LOOKS = 0.05
_RECORDS_A_MESSAGE = 2_000
# Read from the disk when they are first met, which the limits do not allow any more.
_LATE_ENCODINGS = ("cp1252", "cp437", "utf-8-sig", "utf-16-le", "unicode_escape")
_NOT_IN_THERE = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")

Answer = Table | tuple[Finding, ...]
Wanted = bytes | Path
_Message = Any


class ReadingEnded(Exception):
    """The process took too much, or broke, while its table was being handed over."""


def ended_finding() -> Finding:
    """Return what to say of a file that could not be read to its end."""
    text = _(
        "Filen er for stor eller skadet til å leses. Del den, eller lagre den som «CSV UTF-8»."
    )
    return Finding(None, None, text)


@contextmanager
def reading_apart(
    wanted: Wanted, step: Step = no_steps, *, limit: int = LARGEST_FILE
) -> Iterator[Answer]:
    """Open a file, or the bytes of one; ``records`` has the first rows and ``rest`` the others.

    ``step`` is called again and again meanwhile, in the end for every piece; what it raises ends
    the reading. While ``rest`` is read, ``ReadingEnded`` may be raised.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    asked = (wanted, limit, chosen_words().language)
    child = context.Process(target=work, args=(theirs, *asked), daemon=True)
    child.start()
    theirs.close()
    try:
        with closing(_records(ours, step)) as records:
            yield _opened(ours, records, step)
    finally:
        ours.close()
        child.kill()
        child.join()
        child.close()


def read_table_apart(wanted: Wanted, check: Callable[[], object] | None = None) -> Answer:
    """Return what ``read_table`` does, from a process that ends when it takes too much.

    ``check`` is called again and again meanwhile; what it raises ends the reading.
    """

    def step(_done: int, _total: int) -> None:
        if check is not None:
            check()

    with reading_apart(wanted, step) as answer:
        if isinstance(answer, tuple):
            return answer
        try:
            return answer.complete()
        except ReadingEnded:
            return (ended_finding(),)


def _opened(pipe: Connection, records: Generator[Record, None, None], step: Step) -> Answer:
    try:
        head = _next(pipe, lambda: step(0, 1))
        if isinstance(head, list):
            return tuple(Finding(*finding) for finding in head)
        first = tuple(_piece(pipe, step))
    except ReadingEnded:
        return (ended_finding(),)
    return Table(
        tuple(head["headings"]), head["heading_row"], first, head["separator"], rest=records
    )


def _records(pipe: Connection, step: Step) -> Generator[Record, None, None]:
    while piece := _piece(pipe, step):
        yield from piece


def _piece(pipe: Connection, step: Step) -> list[Record]:
    message = _next(pipe, lambda: step(0, 1))
    step(message["done"], message["total"])
    return [Record(row, tuple(values)) for row, values in message["records"]]


def _next(pipe: Connection, check: Callable[[], object]) -> _Message:
    end = monotonic() + _PATIENCE
    try:
        while not pipe.poll(_BETWEEN_LOOKS):
            check()
            if monotonic() > end:
                raise ReadingEnded
        check()
        message: _Message = json.loads(pipe.recv_bytes())
    except (EOFError, OSError) as fault:
        raise ReadingEnded from fault
    return message


def work(pipe: Connection, wanted: Wanted, limit: int, language: str) -> None:
    """Do the child's part: read a file, answer a table piece by piece, or findings."""
    choose_language(language)
    data = read_file(wanted, limit) if isinstance(wanted, Path) else wanted
    be_limited()
    read = (data,) if isinstance(data, Finding) else read_table(data)
    for message in _messages(read):
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
    total = len(read.records)
    for first in range(0, total + _RECORDS_A_MESSAGE, _RECORDS_A_MESSAGE):
        part = read.records[first : first + _RECORDS_A_MESSAGE]
        records = [(record.row, record.values) for record in part]
        yield {"records": records, "done": min(first + len(part), total), "total": max(total, 1)}


def be_limited(cpu_seconds: int = _CPU_SECONDS) -> None:
    """Give up memory, time, network, files and processes, for good.

    Windows knows no such limits: there the parent's patience ends a child, and only what Python
    itself does is refused.
    """
    for encoding in _LATE_ENCODINGS:
        codecs.lookup(encoding)
    # What a broken reader writes there may hold a piece of the file.
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    sys.addaudithook(_refuse)
    if find_spec("resource") is None:
        return
    resource = import_module("resource")
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    # No file and no socket can be opened any more; the pipe is open already.
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(what: str, _arguments: tuple[object, ...]) -> None:
    if what.startswith(_NOT_IN_THERE):
        raise PermissionError(what)
