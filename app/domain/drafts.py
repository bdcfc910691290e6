"""What an officer has typed and not saved yet, kept on the workstation it was typed on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DraftFeature(StrEnum):
    """What a draft will become."""

    CONVERSATION = "conversation"
    CORRECTION = "correction"
    PLAN = "plan"
    INMATE = "inmate"


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsaved text, field by field.

    ``id`` is made at the first key press and becomes the id of a new entry. ``subject_id`` is the
    person, or the entry that is corrected. ``base_version`` is the version it was begun on, 0 for
    something new.
    """

    id: UUID
    feature: DraftFeature
    subject_id: UUID
    base_version: int
    fields: Mapping[str, str]
    saved_at: datetime
