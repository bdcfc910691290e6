"""Names for exported papers: they tell the paper, never the person."""

import re
from datetime import date
from uuid import UUID

_ODD = re.compile(r"[^a-z0-9-]+")
_NORWEGIAN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_LONGEST = 60


def safe_file_name(stem: str, document_id: UUID, day: date) -> str:
    """Return ``plan-v3-innsattes-eksemplar_2026-11-23_0f3a9c21be44.pdf``.

    The stem comes from our own words; anything but small letters, digits and dashes in it goes.
    The last twelve digits of the id are its random ones, so two papers of a minute differ.
    """
    plain = _ODD.sub("-", stem.casefold().translate(_NORWEGIAN)).strip("-")[:_LONGEST] or "dokument"
    return f"{plain}_{day.isoformat()}_{document_id.hex[-12:]}.pdf"
