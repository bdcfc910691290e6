"""Papers as they are kept: what was frozen and the bytes, sealed under the prison's key."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select

from app.database.records.printed_document import PrintedDocumentRecord
from app.database.sealing import derived_key, seal, unseal
from app.documents.drawing import Rendered, render
from app.documents.fonts import missing_glyphs
from app.documents.frozen import FrozenDocument
from app.domain.access import Access, Right, Verb
from app.domain.errors import NotFound
from app.domain.topics import Topic
from app.foundation.progress import Progress
from app.use_cases.office import Office

FEATURE = "documents"
_PURPOSE = "documents"


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper. ``version`` is the plan's number; ``reprint`` tells it was kept before.

    ``lacking`` holds the letters of its text that the faces cannot draw, in order.
    """

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
    lacking: str = ""


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


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper that lies in the store, without its bytes."""

    document_id: UUID
    file_name: str


@dataclass(frozen=True, slots=True)
class FrozenPaper:
    """What is to be drawn, under which number, and when it was frozen."""

    wanted: WantedPaper
    document: FrozenDocument
    document_id: UUID
    frozen_at: datetime

    @property
    def file_name(self) -> str:
        """Return the name a file of it gets."""
        return str(self.document.content["file_name"])


def find_kept(connection: Connection, wanted: WantedPaper) -> KeptPaper | None:
    """Return the newest paper that was kept for this content, copy and language."""
    record = PrintedDocumentRecord
    row = connection.execute(
        select(record.id, record.file_name)
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
    return None if row is None else KeptPaper(row.id, row.file_name)


def find_kept_of(
    connection: Connection, papers: Sequence[WantedPaper]
) -> dict[UUID | None, KeptPaper]:
    """Return by person what ``find_kept`` answers for papers of one kind, copy and language."""
    record = PrintedDocumentRecord
    wanted = {(paper.inmate_id, paper.source_digest, paper.number) for paper in papers}
    rows = connection.execute(
        select(record.id, record.file_name, record.inmate_id, record.source_digest, record.number)
        .where(
            record.kind == papers[0].kind,
            record.inmate_id.in_([paper.inmate_id for paper in papers]),
            record.source_digest.in_([paper.source_digest for paper in papers]),
            record.copy == papers[0].copy,
            record.language == papers[0].language,
        )
        .order_by(record.created_at, record.id)
    )
    # The newest comes last and stays.
    return {
        row.inmate_id: KeptPaper(row.id, row.file_name)
        for row in rows
        if (row.inmate_id, row.source_digest, row.number) in wanted
    }


def find_paper(office: Office, wanted: WantedPaper) -> Paper | None:
    """Return the newest paper that was kept for this content, copy and language, whole."""
    with office.reading() as connection:
        kept = find_kept(connection, wanted)
    return None if kept is None else load_paper(office, kept.document_id)


def load_paper(office: Office, document_id: UUID) -> Paper:
    """Return a paper that was kept.

    Raises:
        NotFound: no such paper.
    """
    row = _row(office, document_id)
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
        lacking=_lacking(_frozen(office, row)),
    )


def load_frozen(office: Office, document_id: UUID) -> FrozenDocument:
    """Return what a kept paper was drawn from.

    Raises:
        NotFound: no such paper.
    """
    return _frozen(office, _row(office, document_id))


def _row(office: Office, document_id: UUID) -> Row[*tuple[Any, ...]]:
    record = PrintedDocumentRecord
    with office.reading() as connection:
        row = connection.execute(
            select(record.__table__).where(record.id == document_id)
        ).one_or_none()
    if row is None:
        raise NotFound(str(document_id))
    return row


def _frozen(office: Office, row: Row[*tuple[Any, ...]]) -> FrozenDocument:
    key = derived_key(office.data_key, _PURPOSE)
    return FrozenDocument.from_json(unseal(row.frozen, key, f"frozen|{row.id}"))


def _lacking(document: FrozenDocument) -> str:
    return "".join(sorted(missing_glyphs(document)))


def keep_paper(office: Office, frozen: FrozenPaper) -> Paper:
    """Draw what was frozen and keep both, sealed under the prison's key on either engine."""
    drawn = render(frozen.document, Progress())
    return keep_papers(office, [(frozen, drawn)])[0]


def keep_papers(
    office: Office, made: Sequence[tuple[FrozenPaper, Rendered]], *, shown: bool = False
) -> list[Paper]:
    """Keep papers that have been drawn, in one transaction with the rows of the access log.

    ``shown`` logs as well that they are about to be shown, or handed out.
    """
    with office.work(Right.PRINT, FEATURE) as work:
        key = derived_key(office.data_key, _PURPOSE)
        rows = [_new_row(office, key, frozen, drawn) for frozen, drawn in made]
        # Past the session: nobody loads these rows as records here.
        work.session.connection().execute(insert(PrintedDocumentRecord), rows)
        verbs = (Verb.COLLECT, Verb.CONSULT) if shown else (Verb.COLLECT,)
        work.log(*(access_to(verb, frozen) for frozen, _drawn in made for verb in verbs))
        work.changed(Topic.DOCUMENTS)
    return [
        _paper(frozen, drawn, str(row["file_digest"]))
        for (frozen, drawn), row in zip(made, rows, strict=True)
    ]


def _new_row(office: Office, key: bytes, frozen: FrozenPaper, drawn: Rendered) -> dict[str, object]:
    document_id, wanted = frozen.document_id, frozen.wanted
    return {
        "id": document_id,
        "kind": wanted.kind,
        "inmate_id": wanted.inmate_id,
        "unit": wanted.unit,
        "number": wanted.number,
        "copy": wanted.copy,
        "language": wanted.language,
        "source_digest": wanted.source_digest,
        "frozen": seal(frozen.document.canonical(), key, f"frozen|{document_id}"),
        "frozen_digest": frozen.document.digest,
        "file": seal(drawn.data, key, f"file|{document_id}"),
        "file_digest": hashlib.sha256(drawn.data).hexdigest(),
        "file_name": frozen.file_name,
        "pages": drawn.pages,
        "created_at": frozen.frozen_at,
        "created_by_id": office.officer.id,
    }


def _paper(frozen: FrozenPaper, drawn: Rendered, digest: str) -> Paper:
    return Paper(
        frozen.document_id,
        frozen.wanted.kind,
        frozen.wanted.inmate_id,
        frozen.wanted.number,
        digest,
        drawn.pages,
        drawn.data,
        frozen.file_name,
        frozen.frozen_at,
        reprint=False,
        lacking=_lacking(frozen.document),
    )


def access_to(verb: Verb, paper: FrozenPaper) -> Access:
    """Return the row of the access log for what is done with a paper."""
    return Access(
        verb,
        FEATURE,
        inmate_id=paper.wanted.inmate_id,
        unit=paper.wanted.unit,
        record_id=paper.document_id,
    )


def note_shown(office: Office, papers: Iterable[Paper]) -> None:
    """Log that papers are about to be shown, a row each."""
    rows = [
        Access(Verb.CONSULT, FEATURE, inmate_id=paper.inmate_id, record_id=paper.document_id)
        for paper in papers
    ]
    if rows:
        office.note(*rows)
