"""Writes down faults of ours: what failed and where, and nothing of anybody.

A report holds types, file names, line numbers and versions. It holds no messages (they may quote
what was typed), no values of variables, no SQL parameters, no texts of windows.
"""

import faulthandler
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import IO

from app.foundation.clock import Clock, system_clock
from app.startup.loading import module

_ROOT = Path(__file__).resolve().parents[2]
_MOST_REPORTS = 20

Tell = Callable[[Path | None], None]


class CrashReport:
    """Writes reports into a folder, and tells the window of each."""

    def __init__(self, folder: Path, clock: Clock = system_clock) -> None:
        self._folder = folder
        self._clock = clock
        self._tell: Tell | None = None
        self._fatal: IO[str] | None = None
        self._was_watched = False

    def tell(self, tell: Tell | None) -> None:
        """Have somebody told of each report; called in the thread in which it happened."""
        self._tell = tell

    def install(self) -> None:
        """Take over what nobody else has caught, in Python and in its threads."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._fatal = (self._folder / "fatal.txt").open("w", encoding="utf-8")
        self._was_watched = faulthandler.is_enabled()
        faulthandler.enable(self._fatal)

    def remove(self) -> None:
        """Give everything back as it was."""
        sys.excepthook = sys.__excepthook__
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
            file.write_text("\n".join([*head_lines(now), *lines]) + "\n", encoding="utf-8")
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
            self.write(arguments.exc_value)


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
        part = part.__cause__ or part.__context__
        if part is not None:
            yield "etter:"


def _short(file_name: str) -> str:
    file = Path(file_name)
    if file.is_relative_to(_ROOT / "app"):
        return str(file.relative_to(_ROOT))
    # Other paths may hold the user's name.
    return "/".join(file.parts[-2:])


def _version_of(package: str) -> str:
    # Imported when it is needed: it brings a fifth of what is imported before it.
    metadata = module("importlib.metadata")
    try:
        return str(metadata.version(package))
    except metadata.PackageNotFoundError:
        return "fra kildekode"
