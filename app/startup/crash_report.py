"""Writes down faults of ours: what failed and where, and nothing of anybody.

A report holds types, file names, line numbers, versions, and the ids of what was done last. It
holds no messages (they may quote what was typed), no values of variables, no SQL parameters, no
texts of windows, and no folder that may hold a user's name.
"""

import faulthandler
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import IO

from app.foundation.clock import Clock, system_clock
from app.startup.loading import module

_ROOT = Path(__file__).resolve().parents[2]
_MOST_REPORTS = 20
_FATAL = "fatal.txt"
# What faulthandler writes when the interpreter itself falls: its words, and where each thread was.
_FALLEN = re.compile(r'^ *File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>\S+)$')
_FATAL_WORDS = re.compile(r"^(Fatal Python error: [A-Za-z ]+|Windows fatal exception: [A-Za-z ]+)")

Tell = Callable[[Path | None], None]


class CrashReport:
    """Writes reports into a folder, and tells the window of each."""

    def __init__(self, folder: Path, clock: Clock = system_clock) -> None:
        self._folder = folder
        self._clock = clock
        self._tell: Tell | None = None
        self._done: Callable[[], Iterable[str]] = tuple
        self._fatal: IO[str] | None = None
        self._was_watched = False

    def tell(self, tell: Tell | None) -> None:
        """Have somebody told of each report; called in the thread in which it happened."""
        self._tell = tell

    def know_what_was_done(self, ids: Callable[[], Iterable[str]]) -> None:
        """Have each report tell the ids of the last actions."""
        self._done = ids

    def install(self) -> Path | None:
        """Take over what nobody else has caught, in Python and in its threads.

        Returns:
            A report of how the last run fell, when it did.
        """
        sys.excepthook = self._take
        sys.unraisablehook = self._take_unraisable
        threading.excepthook = self._take_from_thread
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        left = self._read_fatal()
        self._fatal = (self._folder / _FATAL).open("w", encoding="utf-8")
        self._was_watched = faulthandler.is_enabled()
        faulthandler.enable(self._fatal)
        return self.write_lines(*left) if left else None

    def remove(self) -> None:
        """Give everything back as it was."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        if self._fatal is not None:
            faulthandler.disable()
            if self._was_watched:
                faulthandler.enable()
            self._fatal.close()
            self._fatal = None

    def write(self, fault: BaseException) -> Path | None:
        """Write a report and return its file; None when even that is impossible."""
        return self.write_lines(*report_lines(fault))

    def write_lines(self, *lines: str) -> Path | None:
        """Write a report of these lines, which hold nothing of anybody."""
        now = self._clock()
        file = self._folder / f"feil-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            written = [*head_lines(now), *lines, *self._done_lines()]
            file.write_text("\n".join(written) + "\n", encoding="utf-8")
            for old in sorted(self._folder.glob("feil-*.txt"))[:-_MOST_REPORTS]:
                old.unlink()
        except OSError:
            return None
        return file

    def _take(
        self, _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(fault, KeyboardInterrupt):
            return
        file = self.write(fault)
        if self._tell is not None:
            self._tell(file)

    def _take_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._take(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _take_unraisable(self, arguments: "sys.UnraisableHookArgs") -> None:
        # Nothing has stopped: it is written down, and nobody is disturbed.
        if arguments.exc_value is not None:
            self.write(arguments.exc_value)

    def _done_lines(self) -> list[str]:
        done = ", ".join(self._done())
        return ["", f"gjort: {done}"] if done else []

    def _read_fatal(self) -> list[str]:
        """Return what the last run left when it fell, folders taken out."""
        try:
            text = (self._folder / _FATAL).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
        lines: list[str] = []
        for line in text.splitlines():
            words, place = _FATAL_WORDS.match(line), _FALLEN.match(line)
            if words:
                lines.append(words[0])
            elif place:
                lines.append(f"  {_short(place['file'])}:{place['line']} {place['name']}")
        return lines


def head_lines(now: datetime) -> list[str]:
    """Return what a report begins with."""
    return [
        f"Mulighet {module('app.foundation.program').program_version()}",
        f"{now:%Y-%m-%dT%H:%M:%SZ}",
        f"Python {sys.version.split()[0]}, PySide6 {_version_of('PySide6-Essentials')}",
        sys.platform,
        "",
    ]


def report_lines(fault: BaseException) -> Iterator[str]:
    """Yield type and places of a fault, and of the faults that led to it."""
    seen: set[int] = set()
    part: BaseException | None = fault
    while part is not None and id(part) not in seen:
        seen.add(id(part))
        yield f"{type(part).__module__}.{type(part).__qualname__}"
        for frame in extract_tb(part.__traceback__):
            yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        if isinstance(part, BaseExceptionGroup):
            yield from (f"  med {type(one).__qualname__}" for one in part.exceptions)
        part = part.__cause__ or part.__context__
        if part is not None:
            yield "etter:"


def _short(file_name: str) -> str:
    file = Path(file_name)
    if file.is_relative_to(_ROOT / "app"):
        return str(file.relative_to(_ROOT))
    if "site-packages" in file.parts:
        place = file.parts.index("site-packages")
        return "/".join(file.parts[place + 1 :])
    # Other folders may hold the user's name.
    return file.name


def _version_of(package: str) -> str:
    # Imported when it is needed: it brings a fifth of what is imported before it.
    metadata = module("importlib.metadata")
    try:
        return str(metadata.version(package))
    except metadata.PackageNotFoundError:
        return "fra kildekode"
