"""Papers: freeze, draw, keep; a reprint gives the very bytes that were kept.

A plan's paper is found again by the plan's number, the digest of its content, the copy and the
language. Other content is another paper, frozen anew.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from app.documents.cell_block_sheet import (
    SheetCell,
    SheetPerson,
    UnitListSource,
    freeze_unit_list,
)
from app.documents.conversation_sheet import ConversationsSource, freeze_conversations
from app.documents.copies import PaperCopy
from app.documents.framing import Origin
from app.domain.access import Access, Right, Verb
from app.domain.cell_blocks import CellBlockOverview, CellLine, InmateLine
from app.domain.errors import NotFound
from app.domain.read_models import ConversationLine
from app.foundation.dates import short_date_text
from app.foundation.translation import words_for
from app.overviews.cell_blocks import Moment, read_overview
from app.overviews.conversations import read_log
from app.overviews.plans import read_plan
from app.use_cases.office import Office
from app.use_cases.paper_store import (
    FEATURE,
    FrozenPaper,
    Paper,
    WantedPaper,
    find_paper,
    keep_paper,
    note_shown,
)
from app.use_cases.plan_freezing import (
    KnownNames,
    PaperForm,
    frozen_plan,
    new_origin,
    read_for_paper,
    source_digest,
    wanted_plan,
)

__all__ = ["Paper", "PaperForm"]
UNIT_LIST = "unit_list"
CONVERSATIONS = "conversations"


def plan_paper(
    office: Office, inmate_id: UUID, form: PaperForm | None = None, *, new: bool = False
) -> Paper:
    """Return the paper of a person's plan: the one kept for this version, copy and language.

    Whoever may print may; ``new`` freezes anew even so. Logged before it is shown.

    Raises:
        NotFound: there is no plan, or nobody with that id.
    """
    office.demand(Right.PRINT, FEATURE, inmate_id)
    form = form or PaperForm()
    with office.reading() as connection:
        plan = read_plan(connection, inmate_id)
    if plan is None:
        raise NotFound(str(inmate_id))
    wanted = wanted_plan(plan, form)
    kept = None if new else find_paper(office, wanted)
    if kept is None:
        kept = keep_paper(office, frozen_plan(office, plan, form, wanted))
    note_shown(office, [kept])
    return kept


def conversations_paper(
    office: Office, inmate_id: UUID, chosen: Iterable[UUID], form: PaperForm | None = None
) -> Paper:
    """Return the paper of some entries of a person's log, in their newest version.

    The same entries in the same versions give the paper kept before. Logged before it is shown.

    Raises:
        NotFound: nobody with that id, or none of the entries is in the log.
    """
    office.demand(Right.PRINT, FEATURE, inmate_id)
    form = form or PaperForm()
    wanted_ids = set(chosen)
    with office.reading() as connection:
        log = read_log(connection, inmate_id)
    entries = tuple(line for line in log if line.id in wanted_ids)
    if not entries:
        raise NotFound(str(inmate_id))
    digest = source_digest("\n".join(f"{line.id} {line.version}" for line in entries), form)
    wanted = WantedPaper(CONVERSATIONS, inmate_id, None, 0, form.copy.value, form.language, digest)
    paper = find_paper(office, wanted)
    if paper is None:
        paper = keep_paper(office, _frozen_conversations(office, wanted, entries, form))
    note_shown(office, [paper])
    return paper


def _frozen_conversations(
    office: Office, wanted: WantedPaper, entries: tuple[ConversationLine, ...], form: PaperForm
) -> FrozenPaper:
    origin, names = new_origin(office), KnownNames()
    with office.reading() as connection:
        inmate = read_for_paper(connection, entries[0].inmate_id)
        source = ConversationsSource(
            origin,
            form.copy,
            inmate,
            entries,
            names.staff(connection),
            names.of_unit(connection, inmate.unit),
        )
    words = words_for(form.language)
    document = freeze_conversations(source, words, large_print=form.large_print)
    return FrozenPaper(wanted, document, origin.document_id, origin.frozen_at)


def unit_list_paper(
    office: Office,
    unit: str,
    form: PaperForm | None = None,
    only: Collection[UUID] = (),
) -> Paper:
    """Return the list of a unit as it is now: cells, people, last talks, what waits.

    There is one copy of it, the internal one. ``only`` are the people an officer has chosen, such
    as by a filter; the list says then of how many.

    Raises:
        NotFound: no such unit.
    """
    office.demand(Right.PRINT, FEATURE)
    form = form or PaperForm()
    moment = Moment(office.clock(), office.thresholds)
    with office.reading() as connection:
        overview = read_overview(connection, moment, unit, (office.prison, office.is_example))
    if not overview.units:
        raise NotFound(unit)
    origin = new_origin(office)
    source = _unit_list_source(origin, overview, only)
    people = sum(len(cell.people) for cell in source.cells) + len(source.without_cell)
    words = words_for(form.language)
    document = freeze_unit_list(source, words, large_print=form.large_print)
    copy = PaperCopy.INTERNAL.value
    wanted = WantedPaper(UNIT_LIST, None, unit, 0, copy, form.language, document.digest)
    paper = keep_paper(office, FrozenPaper(wanted, document, origin.document_id, origin.frozen_at))
    office.note(
        Access(
            Verb.CONSULT,
            FEATURE,
            unit=unit,
            record_id=paper.document_id,
            count=people,
        )
    )
    return paper


def _unit_list_source(
    origin: Origin, overview: CellBlockOverview, only: Collection[UUID]
) -> UnitListSource:
    unit = overview.units[0]
    labels = {place.path: place.label for place in overview.places}
    people: dict[str, list[InmateLine]] = {}
    for line in overview.inmates:
        if not only or line.id in only:
            people.setdefault(line.cell or "", []).append(line)
    shown = [
        cell
        for cell in overview.places
        if cell.path in people or (not only and (cell.counts or cell.is_out_of_use))
    ]
    return UnitListSource(
        origin,
        unit.name,
        tuple(_sheet_cell(cell, labels, people.get(cell.path, [])) for cell in shown),
        tuple(_sheet_person(line) for line in people.get("", [])),
        overview.thresholds,
        len(overview.inmates) if only else None,
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
