"""Log that papers leave the program: to a printer or to a file, a row for each person in them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from app.database.records.printed_document import PrintedDocumentRecord
from app.domain.access import Access, Verb
from app.domain.errors import NotFound
from app.use_cases.office import Office
from app.use_cases.paper_store import FEATURE, load_frozen

# One file with the plans of many; its content tells which papers are in it.
PLANS = "plans"


def note_printed(office: Office, document_id: UUID, printer: str, copies: int) -> None:
    """Note that a paper was handed to a printer, and every plan in it.

    Raises:
        NotFound: no such paper.
    """
    office.note(*_rows(office, [document_id], Verb.PRINT, copies, printer))


def note_exported(office: Office, *document_ids: UUID) -> None:
    """Note that papers were written to files, and every plan in them, in one transaction.

    Raises:
        NotFound: no such paper.
    """
    office.note(*_rows(office, document_ids, Verb.EXPORT, 1, ""))


def _rows(
    office: Office, document_ids: Sequence[UUID], verb: Verb, copies: int, reason: str
) -> Iterable[Access]:
    record = PrintedDocumentRecord
    with office.reading() as connection:
        rows = connection.execute(
            select(record.id, record.kind, record.inmate_id, record.unit).where(
                record.id.in_(document_ids)
            )
        ).all()
    missing = set(document_ids) - {row.id for row in rows}
    if missing:
        raise NotFound(str(missing.pop()))
    accesses = []
    for row in rows:
        accesses.append(_access(verb, row.id, (row.inmate_id, row.unit), copies, reason))
        if row.kind == PLANS:
            accesses += [
                _access(verb, UUID(inside["id"]), (UUID(inside["inmate"]), None), copies, reason)
                for inside in load_frozen(office, row.id).content["papers"]
            ]
    return accesses


def _access(
    verb: Verb,
    document_id: UUID,
    whose: tuple[UUID | None, str | None],
    copies: int,
    reason: str,
) -> Access:
    inmate_id, unit = whose
    return Access(
        verb,
        FEATURE,
        inmate_id=inmate_id,
        unit=unit,
        record_id=document_id,
        count=copies,
        reason=reason,
    )
