"""What is printed, and where: data on stdout, messages on stderr."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID

from app.foundation.progress import Progress
from app.foundation.translation import _

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
_EVERY_TENTH = 10


def print_json(value: object) -> None:
    """Print one JSON document; letters outside what stdout can write are escaped."""
    escape = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(plain(value), ensure_ascii=escape, indent=2))


def plain(value: object) -> Json:
    """Return the value as JSON writes it: ids in lower case, days in ISO form, times with Z."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    return text_of(value)


def text_of(value: object) -> str:
    """Return one value as text, the same in JSON and elsewhere."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if isinstance(value, UUID) else f"{value}"


def print_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under their headings, numbers to the right."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [
        max(len(heading), *(len(row[column]) for row in cells)) if cells else len(heading)
        for column, heading in enumerate(headings)
    ]
    numbers = [bool(rows) and isinstance(rows[0][column], int) for column in range(len(headings))]
    for line in ([*headings], *cells):
        parts = [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(line, widths, numbers, strict=True)
        ]
        print("  ".join(parts).rstrip())


def say(message: str) -> None:
    """Tell the person something that is no data."""
    print(message, file=sys.stderr)


def progress_on_stderr() -> Progress:
    """Return a progress that counts on stderr: on one line for a person, else now and then."""
    if sys.stderr.isatty():
        return Progress(_rewrite)
    return Progress(_now_and_then)


def _rewrite(done: int, total: int) -> None:
    end = "\n" if done >= total else ""
    print("\r" + _("{0} av {1}").format(done, total), end=end, file=sys.stderr, flush=True)


def _now_and_then(done: int, total: int) -> None:
    tenth = max(1, total // _EVERY_TENTH)
    if done % tenth == 0 or done == total:
        say(_("{0} av {1}").format(done, total))
