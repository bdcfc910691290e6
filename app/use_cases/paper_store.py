"""Papers as they are kept: what was frozen and the bytes, sealed under the prison's key."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select

from app.database.records.printed_document import PrintedDocumentRecord
from app.database.sealing import derived_key, seal, unseal
from app.documents.drawing import render
from app.documents.frozen import FrozenDocument
from app.domain.access import Access, Right, Verb
from app.domain.topics import Topic
from app.foundation.progress import Progress
from app.use_cases.office import Office

_FEATURE = "documents"
_PURPOSE = "documents"


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper. ``version`` is the plan's number; ``reprint`` tells it was kept before."""

    document_id: UUID
    kind: str
    inmate_id: UUID | None
    version: int
    sha256: str
    pages: int
    data: bytes
    file_name: str
    frozen_at: datetime
    reprint: bool


@dataclass(frozen=True, slots=True)
class WantedPaper:
    """What a paper is kept by."""

    kind: str
    inmate_id: UUID | None
    unit: str | None
    number: int
    copy: str
    language: str
    source_digest: str


def find_paper(office: Office, wanted: WantedPaper) -> Paper | None:
    """Return the newest paper that was kept for this content, copy and language."""
    record = PrintedDocumentRecord
    with office.reading() as connection:
        row = connection.execute(
            select(record.__table__)
            .where(
                record.kind == wanted.kind,
                record.inmate_id == wanted.inmate_id,
                record.source_digest == wanted.source_digest,
                record.number == wanted.number,
                record.copy == wanted.copy,
                record.language == wanted.language,
            )
            .order_by(record.created_at.desc(), record.id.desc())
            .limit(1)
        ).first()
    if row is None:
        return None
    key = derived_key(office.data_key, _PURPOSE)
    return Paper(
        document_id=row.id,
        kind=row.kind,
        inmate_id=row.inmate_id,
        version=row.number,
        sha256=row.file_digest,
        pages=row.pages,
        data=unseal(row.file, key, f"file|{row.id}"),
        file_name=row.file_name,
        frozen_at=row.created_at,
        reprint=True,
    )


def keep_paper(
    office: Office, wanted: WantedPaper, made: tuple[FrozenDocument, UUID, datetime]
) -> Paper:
    """Draw what was frozen and keep both, sealed under the prison's key on either engine."""
    frozen, document_id, now = made
    drawn = render(frozen, Progress())
    digest = hashlib.sha256(drawn.data).hexdigest()
    file_name = str(frozen.content["file_name"])
    key = derived_key(office.data_key, _PURPOSE)
    with office.work(Right.PRINT, _FEATURE) as work:
        row = {
            "id": document_id,
            "kind": wanted.kind,
            "inmate_id": wanted.inmate_id,
            "unit": wanted.unit,
            "number": wanted.number,
            "copy": wanted.copy,
            "language": wanted.language,
            "source_digest": wanted.source_digest,
            "frozen": seal(frozen.canonical(), key, f"frozen|{document_id}"),
            "frozen_digest": frozen.digest,
            "file": seal(drawn.data, key, f"file|{document_id}"),
            "file_digest": digest,
            "file_name": file_name,
            "pages": drawn.pages,
            "created_at": now,
            "created_by_id": office.officer.id,
        }
        work.session.execute(insert(PrintedDocumentRecord), [row])
        work.log(
            Access(
                Verb.COLLECT,
                _FEATURE,
                inmate_id=wanted.inmate_id,
                unit=wanted.unit,
                record_id=document_id,
            )
        )
        work.changed(Topic.DOCUMENTS)
    return Paper(
        document_id,
        wanted.kind,
        wanted.inmate_id,
        wanted.number,
        digest,
        drawn.pages,
        drawn.data,
        file_name,
        now,
        reprint=False,
    )
