"""Many broken files through the reader, in one process that lives long under the real limits.

A crash, a process that ends, a file that takes more than two seconds of processor time and a row
that is lost without a word are each told with the number that makes the file again.
"""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from os import sysconf
from pathlib import Path
from typing import Any, TextIO

from app.exchange.table_child import be_limited
from tests.harness.judging import JUDGES
from tests.harness.judging import judged as judged_soundly
from tests.harness.mutating import mutated, sound

LONGEST_SECONDS = 2.0
_CPU_FOR_ALL = 24 * 3600
_BETWEEN_LOOKS = 0.05


@dataclass
class FuzzTally:
    """How the files of one format ended; ``faults`` are (number, what)."""

    name: str
    inputs: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str]] = field(default_factory=list)
    peak_mib: int = 0
    cpu_seconds: float = 0


def fuzz(
    name: str, count: int, judge: str = "judged", *, first: int = 0, most_faults: int = 5
) -> FuzzTally:
    """Read ``count`` files, from number ``first`` on; ends early after a handful of faults."""
    tally = FuzzTally(name)
    number, last = first, first + count
    while number < last and len(tally.faults) < most_faults:
        with _child(name, number, last, judge) as (child, pipe, now):
            number = _follow(child, pipe, now, tally)
    tally.inputs = number - first
    return tally


@contextmanager
def _child(name: str, first: int, last: int, judge: str) -> Iterator[tuple[Any, Connection, Any]]:
    context = get_context("spawn")
    now = context.RawValue("q", first)
    ours, theirs = context.Pipe()
    child = context.Process(target=work, args=(theirs, now, name, last, judge), daemon=True)
    child.start()
    theirs.close()
    try:
        yield child, ours, now
    finally:
        child.kill()
        child.join()
        child.close()
        ours.close()


def _follow(child: Any, pipe: Connection, now: Any, tally: FuzzTally) -> int:
    """Wait for the child's end; return the number to go on with."""
    at, used = -1, 0.0
    while not pipe.poll(_BETWEEN_LOOKS):
        if now.value != at:
            at, used = now.value, _processor_seconds(child.pid)
        elif _processor_seconds(child.pid) - used > LONGEST_SECONDS:
            tally.faults.append((at, "hang"))
            return int(at) + 1
    try:
        ends, fault, peak, seconds = pipe.recv()
    except EOFError:
        tally.faults.append((now.value, "the process ended"))
        return int(now.value) + 1
    tally.ends.update(ends)
    tally.peak_mib = max(tally.peak_mib, peak)
    tally.cpu_seconds += seconds
    if fault is not None:
        tally.faults.append((now.value, fault))
    return int(now.value) + 1


def _processor_seconds(pid: int) -> float:
    """Return the time a process has had, so that a busy machine makes nobody hang."""
    try:
        parts = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return time.monotonic()
    return (int(parts[11]) + int(parts[12])) / sysconf("SC_CLK_TCK")


def work(pipe: Connection, now: Any, name: str, last: int, judge: str) -> None:
    """The child's part: one file after another until the end or a fault."""
    # What judging reads from the disk when it is first met, is met here.
    for kind, data in sound(name):
        judged_soundly(kind, data)
    # Opened while files may still be opened.
    with Path("/proc/self/status").open(encoding="ascii") as status:
        be_limited(_CPU_FOR_ALL)
        ends, fault = _judge_all(now, name, last, judge)
        pipe.send((ends, fault, _peak_mib(status), time.process_time()))


def _judge_all(now: Any, name: str, last: int, judge: str) -> tuple[Counter[str], str | None]:
    ends: Counter[str] = Counter()
    judged = JUDGES[judge]
    while True:
        kind, data = mutated(name, now.value)
        try:
            ends[judged(kind, data)] += 1
        except MemoryError:
            # In the program the process ends here, and the officer is told so.
            ends["limited"] += 1
        except BaseException as error:  # noqa: BLE001 - everything else is what is looked for
            return ends, f"{type(error).__name__}: {error}"[:200]
        if now.value + 1 >= last:
            return ends, None
        now.value += 1


def _peak_mib(status: TextIO) -> int:
    """Return the most memory of this process alone: the usual figure counts its parent's, too."""
    most = next(line for line in status if line.startswith("VmHWM:"))
    return int(most.split()[1]) // 1024
