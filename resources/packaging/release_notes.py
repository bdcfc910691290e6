"""The released versions, read off CHANGELOG.md, the one place where they are told."""

import re
from dataclasses import dataclass
from pathlib import Path

_CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
_HEADING = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) – (?P<day>\d{4}-\d\d-\d\d)$")
_SCHEMA = re.compile(r"^Database schema: (?P<number>\d+)\.$", re.MULTILINE)
_ITEM = re.compile(r"^- (.+(?:\n  .+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    """One released version, its day, its database schema, and what is new in it."""

    version: str
    day: str
    schema: int
    changes: tuple[str, ...]


def releases(changelog: str | None = None) -> list[Release]:
    """Return the releases, the newest first.

    Raises:
        ValueError: a release does not tell its database schema.
    """
    text = _CHANGELOG.read_text(encoding="utf-8") if changelog is None else changelog
    found = []
    for section in re.split(r"(?m)^(?=## )", text)[1:]:
        head, _, body = section.partition("\n")
        heading = _HEADING.match(head)
        if heading is None:
            continue
        schema = _SCHEMA.search(body)
        if schema is None:
            raise ValueError(f"{heading['version']} does not tell its database schema")
        changes = tuple(" ".join(item.split()) for item in _ITEM.findall(body))
        found.append(Release(heading["version"], heading["day"], int(schema["number"]), changes))
    return found
