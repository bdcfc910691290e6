"""Drafts: what the officer who is signed in has typed on this workstation and not saved yet.

They are the officer's own and never leave the machine, so nothing is written to the access log.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.drafts import Draft, DraftFeature
from app.use_cases.office import Office


def keep_draft(office: Office, draft: Draft) -> datetime:
    """Keep what is typed; return when. On return it is on the disk.

    Raises:
        DatabaseUnavailable: it could not be kept; the code says why.
    """
    now = office.clock()
    office.drafts.keep(replace(draft, saved_at=now))
    return now


def drafts(office: Office, feature: DraftFeature | None = None) -> tuple[Draft, ...]:
    """Read the officer's drafts of one kind, or all of them, the newest first.

    Raises:
        DatabaseUnavailable: the file cannot be read.
    """
    return tuple(
        draft for draft in office.drafts.kept() if feature is None or draft.feature is feature
    )


def discard_draft(office: Office, draft_id: UUID) -> None:
    """Remove a draft that was saved or is not wanted; an unknown id changes nothing.

    Raises:
        DatabaseUnavailable: the file cannot be written.
    """
    office.drafts.discard(draft_id)
