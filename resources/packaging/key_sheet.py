"""The keys on one sheet of A4, from the guide's page of keys, drawn as the program's papers are."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from app.documents.content import Content, Part, TableRow
from app.documents.drawing import render
from app.documents.framing import FORM, column, row
from app.documents.frozen import freeze
from app.foundation.program import program_version
from resources.packaging.source_date import source_date

_ROW = re.compile(r"^\| *(?P<what>[^|]+?) *\| *(?P<keys>[^|]+?) *\|$")
_NOT_A_KEY = {"Handling", "---"}
# The face of our papers has no arrows.
_ARROWS = str.maketrans({"←": "pil venstre", "→": "pil høyre", "↑": "pil opp", "↓": "pil ned"})

Keys = dict[str, list[tuple[str, str]]]


def keys_of(page: str) -> Keys:
    """Return what each key does, by the headings of the page."""
    found: Keys = {}
    heading = ""
    for line in page.splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif (match := _ROW.match(line)) and match["what"] not in _NOT_A_KEY:
            found.setdefault(heading, []).append((match["what"], match["keys"].translate(_ARROWS)))
    return found


def key_sheet(page: str) -> bytes:
    """Return the sheet as PDF."""
    return render(freeze("key_sheet", _content(keys_of(page)))).data


def write_key_sheet(guide: Path, file: Path) -> None:
    """Draw the sheet from the guide's page of keys."""
    file.write_bytes(key_sheet((guide / "tastatur.md").read_text(encoding="utf-8")))


def _content(keys: Keys) -> Content:
    moment = datetime.fromtimestamp(source_date(), UTC).replace(microsecond=0)
    version = program_version()
    return {
        "form": FORM,
        "language": "nb",
        "document_id": str(uuid5(NAMESPACE_URL, f"mulighet-tastatur-{version}")),
        "frozen_at": moment.isoformat(),
        "file_name": "tastatur.pdf",
        "title": "Alle snarveier",
        "landscape": False,
        "bands": [],
        "head": {
            "left": "Mulighet",
            "name": "Alle snarveier",
            "behind_name": "",
            "right": f"Mulighet {version}",
            "right_below": "Ctrl+/ viser dem i vinduet",
        },
        "foot": {"page": "Side {page} av {pages}", "text": f"Mulighet {version}"},
        "parts": list(_parts(keys)),
    }


def _parts(keys: Keys) -> Iterator[Part]:
    """Yield one dense table: two keys side by side, group by group."""
    yield {
        "part": "table",
        "continued": "(fortsetter)",
        "dense": True,
        "columns": [
            column("Handling", 160),
            column("Tast", 90),
            column("Handling", 160),
            column("Tast", 90),
        ],
        "rows": list(_rows(keys)),
    }


def _rows(keys: Keys) -> Iterator[TableRow]:
    for heading, pairs in keys.items():
        yield row("group", heading, "")
        half = (len(pairs) + 1) // 2
        for left in range(half):
            right = pairs[left + half] if left + half < len(pairs) else ("", "")
            yield row("row", *pairs[left], *right)
