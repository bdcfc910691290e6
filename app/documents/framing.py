"""What the papers have in common: who made them, when, and the small parts they are built of."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from app.documents.content import (
    Band,
    Column,
    Content,
    Foot,
    Heading,
    RowKind,
    TableRow,
    Text,
    Tone,
)
from app.foundation.dates import moment_text
from app.foundation.translation import Words

FORM = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a paper comes from: its id, the prison, and the moment it was frozen."""

    document_id: UUID
    prison: str
    frozen_at: datetime
    is_example: bool

    @property
    def frozen_text(self) -> str:
        """The moment as it is stored: UTC, whole seconds."""
        return self.frozen_at.astimezone(UTC).replace(microsecond=0).isoformat()


def in_large_print(content: Content, words: Words, *, wanted: bool) -> Content:
    """Return the content as it is, or to be set in large print, upright, and its file named so."""
    if wanted:
        content["large_print"] = True
        content["landscape"] = False
        stem, _under, rest = content["file_name"].partition("_")
        content["file_name"] = f"{stem}-{words('stor-skrift')}_{rest}"
    return content


def example_bands(origin: Origin, words: Words) -> list[Band]:
    """Return the yellow band of example data, or none."""
    if not origin.is_example:
        return []
    return [{"text": words("EKSEMPELDATA – ingen av personene finnes"), "tone": "example"}]


def foot(origin: Origin, version: str, words: Words) -> Foot:
    """Return the foot: page, document, version, digest and time of the freeze, never of print."""
    parts = [
        words("dokument {id}").format(id=origin.document_id),
        version,
        "sha256 {digest}",
        words("fryst {moment}").format(moment=moment_text(origin.frozen_at)),
    ]
    return {
        "page": words("Side {page} av {pages}"),
        "text": " · ".join(part for part in parts if part),
    }


def unit_text(unit: str, words: Words) -> str:
    """Return ``Avdeling B``, also where the unit is called so already."""
    called = words("Avdeling {unit}").format(unit="").strip()
    if unit.casefold().startswith(called.casefold()):
        return unit
    return words("Avdeling {unit}").format(unit=unit)


def heading(text: str) -> Heading:
    """Return a heading."""
    return {"part": "heading", "text": text}


def paragraph(text: str, tone: Tone = "plain", *, leads: bool = False) -> Text:
    """Return running text; one that leads is never the last thing on a page."""
    part: Text = {"part": "text", "text": text, "tone": tone}
    if leads:
        part["leads"] = True
    return part


def column(title: str, share: int, *, signed: bool = False) -> Column:
    """Return a column of a table."""
    return {"heading": title, "share": share, "signed": signed}


def row(kind: RowKind, *cells: str, sign: str = "") -> TableRow:
    """Return a row of a table."""
    return {"kind": kind, "cells": list(cells), "sign": sign}
