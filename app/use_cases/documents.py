"""Papers: freeze, draw, keep; a reprint gives the very bytes that were kept.

A plan's paper is found again by the plan's number, the digest of its content, the copy and the
language. Other content is another paper, frozen anew.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from app.database.records.inmate import InmateRecord
from app.database.records.officer import OfficerRecord
from app.database.records.place import PlaceRecord
from app.database.records.printed_document import PrintedDocumentRecord
from app.documents.cell_block_sheet import (
    SheetCell,
    SheetPerson,
    UnitListSource,
    freeze_unit_list,
)
from app.documents.copies import PaperCopy
from app.documents.framing import Origin
from app.documents.frozen import FrozenDocument
from app.documents.plan import PlanSource, freeze_plan
from app.domain.access import Access, Right, Verb
from app.domain.cell_blocks import CellBlockOverview, CellLine, InmateLine
from app.domain.errors import NotFound
from app.domain.inmates import Inmate, display_name
from app.domain.plan_text import plan_to_json
from app.domain.plans import Plan
from app.foundation.dates import short_date_text
from app.foundation.translation import SOURCE_LANGUAGE, words_for
from app.overviews.cell_blocks import Moment, read_overview
from app.overviews.inmates import read_inmate
from app.overviews.plans import read_plan
from app.use_cases.office import Office
from app.use_cases.paper_store import Paper, WantedPaper, find_paper, keep_paper
from app.use_cases.plans import content_digest

__all__ = ["Paper"]
PLAN = "plan"
UNIT_LIST = "unit_list"
_FEATURE = "documents"


def plan_paper(
    office: Office,
    inmate_id: UUID,
    *,
    language: str = SOURCE_LANGUAGE,
    copy: PaperCopy = PaperCopy.INMATE,
    new: bool = False,
) -> Paper:
    """Return the paper of a person's plan: the one kept for this version, copy and language.

    Whoever may print may; ``new`` freezes anew even so. Logged before it is shown.

    Raises:
        NotFound: there is no plan, or nobody with that id.
    """
    office.demand(Right.PRINT, _FEATURE, inmate_id)
    with office.reading() as connection:
        plan = read_plan(connection, inmate_id)
    if plan is None:
        raise NotFound(str(inmate_id))
    digest = content_digest(f"{plan.status.value}\n{plan_to_json(plan.content)}")
    wanted = WantedPaper(PLAN, inmate_id, None, plan.number, copy.value, language, digest)
    kept = None if new else find_paper(office, wanted)
    if kept is None:
        kept = keep_paper(office, wanted, _frozen_plan(office, plan, copy, language))
    office.note(Access(Verb.CONSULT, _FEATURE, inmate_id=inmate_id, record_id=kept.document_id))
    return kept


def _frozen_plan(
    office: Office, plan: Plan, copy: PaperCopy, language: str
) -> tuple[FrozenDocument, UUID, datetime]:
    document_id, now = office.new_id(), office.clock()
    with office.reading() as connection:
        inmate = read_inmate(connection, plan.inmate_id)
        if inmate is None:
            raise NotFound(str(plan.inmate_id))
        source = PlanSource(
            Origin(document_id, office.about_prison.on_paper, now, office.is_example),
            copy,
            replace(inmate, place_path=_place_name(connection, inmate)),
            plan,
            _staff_names(connection),
            _other_inmates(connection, plan.inmate_id, inmate.unit),
        )
    return freeze_plan(source, words_for(language)), document_id, now


def _place_name(connection: Connection, inmate: Inmate) -> str | None:
    """Return what the cell is called on the door, as people know it."""
    place = PlaceRecord
    name = connection.execute(select(place.local_name).where(place.id == inmate.place_id)).scalar()
    return name or inmate.place_path


def _staff_names(connection: Connection) -> tuple[str, ...]:
    return tuple(connection.execute(select(OfficerRecord.display_name)).scalars())


def _other_inmates(connection: Connection, inmate_id: UUID, unit: str | None) -> tuple[str, ...]:
    rows = connection.execute(
        select(InmateRecord.family_name, InmateRecord.given_name).where(
            InmateRecord.on_roll, InmateRecord.unit == unit, InmateRecord.id != inmate_id
        )
    )
    return tuple(display_name(row.family_name, row.given_name) for row in rows)


def unit_list_paper(office: Office, unit: str, *, language: str = SOURCE_LANGUAGE) -> Paper:
    """Return the list of a unit as it is now: cells, people, last talks, what waits.

    Raises:
        NotFound: no such unit.
    """
    office.demand(Right.PRINT, _FEATURE)
    moment = Moment(office.clock(), office.thresholds)
    with office.reading() as connection:
        overview = read_overview(connection, moment, unit, (office.prison, office.is_example))
    if not overview.units:
        raise NotFound(unit)
    document_id, now = office.new_id(), office.clock()
    origin = Origin(document_id, office.about_prison.on_paper, now, office.is_example)
    source = _unit_list_source(origin, overview)
    frozen = freeze_unit_list(source, words_for(language))
    wanted = WantedPaper(
        UNIT_LIST, None, unit, 0, PaperCopy.INTERNAL.value, language, frozen.digest
    )
    paper = keep_paper(office, wanted, (frozen, document_id, now))
    office.note(
        Access(
            Verb.CONSULT,
            _FEATURE,
            unit=unit,
            record_id=paper.document_id,
            count=len(overview.inmates),
        )
    )
    return paper


def _unit_list_source(origin: Origin, overview: CellBlockOverview) -> UnitListSource:
    unit = overview.units[0]
    labels = {place.path: place.label for place in overview.places}
    people: dict[str, list[InmateLine]] = {}
    for line in overview.inmates:
        people.setdefault(line.cell or "", []).append(line)
    shown = [
        cell for cell in overview.places if cell.counts or cell.is_out_of_use or cell.path in people
    ]
    return UnitListSource(
        origin,
        unit.name,
        tuple(_sheet_cell(cell, labels, people.get(cell.path, [])) for cell in shown),
        tuple(_sheet_person(line) for line in people.get("", [])),
        overview.thresholds,
    )


def _sheet_cell(cell: CellLine, labels: dict[str, str], people: list[InmateLine]) -> SheetCell:
    note = cell.out_of_use_reason
    if cell.back_in_use_on is not None:
        note = f"{note} – {short_date_text(cell.back_in_use_on)}".strip(" –")
    return SheetCell(
        floor=labels.get(cell.floor, cell.floor),
        label=cell.label,
        places=cell.working,
        in_use=not cell.is_out_of_use,
        people=tuple(_sheet_person(line) for line in people),
        note=note,
    )


def _sheet_person(line: InmateLine) -> SheetPerson:
    return SheetPerson(
        name=line.name,
        legal_status=line.legal_status,
        contact_officer=line.contact_officer,
        days_since_conversation=line.days_since_conversation,
        open_steps=line.open_steps,
        overdue_steps=line.overdue_steps,
        next_review=line.next_review,
        languages=line.languages,
        interpreter_needed=line.interpreter_needed,
        whereabouts=line.whereabouts,
        place="" if line.cell else line.place_path or "",
    )


def note_printed(office: Office, document_id: UUID, printer: str, copies: int) -> None:
    """Note that a paper was handed to a printer.

    Raises:
        NotFound: no such paper.
    """
    _note_handed_over(office, Verb.PRINT, document_id, copies, printer)


def note_exported(office: Office, document_id: UUID) -> None:
    """Note that a paper was written to a file.

    Raises:
        NotFound: no such paper.
    """
    _note_handed_over(office, Verb.EXPORT, document_id, 1, "")


def _note_handed_over(
    office: Office, verb: Verb, document_id: UUID, copies: int, reason: str
) -> None:
    record = PrintedDocumentRecord
    with office.reading() as connection:
        row = connection.execute(
            select(record.inmate_id, record.unit).where(record.id == document_id)
        ).first()
    if row is None:
        raise NotFound(str(document_id))
    office.note(
        Access(
            verb,
            _FEATURE,
            inmate_id=row.inmate_id,
            unit=row.unit,
            record_id=document_id,
            count=copies,
            reason=reason,
        )
    )
