"""Builders of what papers are frozen from, and readers of the finished PDFs."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from pypdf import PdfReader

from app.documents.cell_block_sheet import SheetCell, SheetPerson, UnitListSource
from app.documents.conversation_sheet import ConversationsSource
from app.documents.copies import PaperCopy
from app.documents.drawing import render
from app.documents.framing import Origin
from app.documents.frozen import FrozenDocument
from app.documents.plan import PlanSource, freeze_plan
from app.domain.conversations import ConversationKind
from app.domain.inmates import Inmate, InmateFacts, LegalStatus, Whereabouts
from app.domain.plans import (
    Actor,
    Agreement,
    Declined,
    Goal,
    GoalStatus,
    Plan,
    PlanContent,
    PlanStatus,
    Step,
    StepStatus,
    StopReason,
    Theme,
)
from app.domain.read_models import ConversationLine
from app.domain.thresholds import OverviewThresholds
from app.foundation.translation import words_for

NB = words_for("nb")
ORIGIN = Origin(
    document_id=UUID("019aafc2-7b1e-7c3d-8e21-0f3a9c21be44"),
    prison="Oslo fengsel",
    frozen_at=datetime(2026, 11, 23, 8, 44, tzinfo=UTC),
    is_example=True,
)
INMATE = Inmate(
    id=UUID(int=1),
    version=1,
    facts=InmateFacts(
        prison_number="N4821",
        family_name="Hassan",
        given_name="Omar",
        birth_date=date(1992, 5, 12),
        legal_status=LegalStatus.CONVICTED,
        languages=("ar", "nb"),
        interpreter_needed=True,
    ),
    on_roll=True,
    unit="B",
    place_id=UUID(int=2),
    place_path="B208",
    in_cell=True,
    contact_officer_id=UUID(int=3),
    contact_officer_name="Anne Rønning",
)


def step(number: int, title: str, who: Actor = Actor.INMATE, **more: object) -> Step:
    return replace(Step(UUID(int=1000 + number), title, who), **more)


def goal(number: int, theme: Theme, title: str, *steps: Step, **more: object) -> Goal:
    return replace(Goal(UUID(int=number), theme, title, steps=steps), **more)


GOALS = (
    goal(
        1,
        Theme.WORK_AND_EDUCATION,
        "Få fagbrev som sveiser",
        step(1, "Levere søknad til sveisekurset", due=date(2026, 11, 25), status=StepStatus.DONE),
        step(
            2,
            "Finne arabisk ordliste for verkstedet",
            Actor.CONTACT_OFFICER,
            due=date(2026, 11, 27),
            status=StepStatus.IN_PROGRESS,
        ),
        step(
            3,
            "Avtale praksisplass etter løslatelsen",
            Actor.PARTNER,
            due=date(2027, 2, 1),
            partner="NAV Grünerløkka",
        ),
        target=date(2027, 6, 30),
        note="Verksleder er skeptisk, ta det opp på tverrfaglig møte.",
    ),
    goal(
        2,
        Theme.HOUSING,
        "Ha et sted å bo når jeg kommer ut",
        step(4, "Samtykke til at kommunen får opplysninger", due=date(2026, 12, 1)),
        step(
            5,
            "Søke om kommunal bolig",
            Actor.PRISON,
            partner="Oslo kommune, bydel Gamle Oslo",
            status=StepStatus.CANNOT_BE_DONE_YET,
        ),
    ),
    goal(
        3,
        Theme.FAMILY_AND_NETWORK,
        "Ringe barna hver uke",
        step(6, "Sette opp fast ringetid sammen med Anne Rønning", status=StepStatus.IN_PROGRESS),
    ),
    goal(4, Theme.ECONOMY, "Gjeldsrådgivning", status=GoalStatus.FUTURE),
    goal(5, Theme.HEALTH, "Time hos tannlege", status=GoalStatus.ACHIEVED),
    goal(
        6,
        Theme.LEISURE,
        "Spille fotball i fellesskapet",
        status=GoalStatus.STOPPED,
        stop_reason=StopReason.NOT_OFFERED_HERE,
    ),
)
CONTENT = PlanContent(
    goals=GOALS,
    own_words="Jeg vil jobbe med hendene og klare meg selv. Jeg vil at barna skal være stolte av"
    " meg når jeg kommer ut.",
    agreement=Agreement.YES,
    declined=(
        Declined("Program mot rusmisbruk", "Har sluttet på egen hånd", date(2027, 1, 15)),
        Declined("Norskkurs"),
    ),
    next_review=date(2027, 1, 4),
    internal_note="Søskenbarnet sitter på avdeling C. Vurder dette før arbeid i felles verksted.",
)


def plan(content: PlanContent = CONTENT, status: PlanStatus = PlanStatus.FINISHED) -> Plan:
    finished = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
    return Plan(
        id=UUID(int=9),
        inmate_id=INMATE.id,
        version=7,
        number=3,
        status=status,
        content=content,
        changed_at=finished,
        changed_by="Kari Lunde",
        finished_at=finished,
    )


def source(
    content: PlanContent = CONTENT,
    copy: PaperCopy = PaperCopy.INMATE,
    status: PlanStatus = PlanStatus.FINISHED,
) -> PlanSource:
    return PlanSource(ORIGIN, copy, INMATE, plan(content, status))


def frozen_plan(
    content: PlanContent = CONTENT,
    copy: PaperCopy = PaperCopy.INMATE,
    status: PlanStatus = PlanStatus.FINISHED,
) -> FrozenDocument:
    return freeze_plan(source(content, copy, status), NB)


def read(document: FrozenDocument) -> PdfReader:
    return PdfReader(io.BytesIO(render(document).data))


def page_texts(document: FrozenDocument) -> list[str]:
    return [page.extract_text() for page in read(document).pages]


def whole_text(document: FrozenDocument) -> str:
    """The text of all pages, in one line, however it was broken."""
    return " ".join(" ".join(page_texts(document)).split())


OFFICERS = ("Anne Rønning", "Kari Lunde", "Per Sæther-Knutsen", None)
NAMES = (
    "Hassan, Omar",
    "Kowalski, Grzegorz",
    "Nguyễn, Văn Minh",
    "Žukauskas, Povilas",
    "Abdi Warsame, Cabdiraxmaan Maxamed",
    "Nordmann, Ola",
    "Popescu, Ștefan",
)
STATUSES = tuple(LegalStatus)
LANGUAGES = (("ar",), ("pl",), ("vi",), ("lt",), ("so",), ("nb",), ("ro",))


def sheet_person(number: int, whereabouts: Whereabouts = Whereabouts.INSIDE) -> SheetPerson:
    return SheetPerson(
        name=NAMES[number % len(NAMES)],
        legal_status=STATUSES[number % len(STATUSES)],
        contact_officer=OFFICERS[number % len(OFFICERS)],
        days_since_conversation=None if number % 11 == 5 else number * 5 % 27,
        open_steps=number % 4,
        overdue_steps=1 if number % 4 > 1 and number % 3 == 0 else 0,
        next_review=date(2026, 12, 1 + number % 28) if number % 3 else None,
        languages=LANGUAGES[number % len(LANGUAGES)],
        interpreter_needed=number % 7 in {0, 3},
        whereabouts=whereabouts,
    )


def sheet_cell(number: int, floor: str) -> SheetCell:
    label = f"B{number}"
    if number % 100 == 7:
        return SheetCell(
            floor, label, places=1, in_use=False, note="Vannlekkasje, ventes 14.12.2026"
        )
    if number % 100 == 9:
        return SheetCell(floor, label, places=1, in_use=True)
    shared = (sheet_person(number), sheet_person(number + 1)) if number % 100 == 4 else ()
    return SheetCell(
        floor,
        label,
        places=max(1, len(shared)),
        in_use=True,
        people=shared or (sheet_person(number),),
    )


def unit_list_source(cells_on_a_floor: int = 14, without: int = 2) -> UnitListSource:
    return UnitListSource(
        origin=ORIGIN,
        unit="B",
        cells=tuple(
            sheet_cell(floor * 100 + number, f"Etasje {floor}")
            for floor in (1, 2)
            for number in range(1, cells_on_a_floor + 1)
        ),
        without_cell=tuple(
            sheet_person(number, Whereabouts.COURT if number % 2 else Whereabouts.RECEPTION)
            for number in range(without)
        ),
        thresholds=OverviewThresholds(),
    )


def entry(
    number: int,
    text: str,
    kind: ConversationKind = ConversationKind.CONTACT_OFFICER,
    **more: object,
) -> ConversationLine:
    """An entry of the log; the higher the number, the later."""
    at = datetime(2026, 11, number, 9, 30, tzinfo=UTC)
    line = ConversationLine(
        id=UUID(int=500 + number),
        inmate_id=INMATE.id,
        version=1,
        kind=kind,
        is_conversation=kind is not ConversationKind.NOTE,
        occurred_at=at,
        written_at=at,
        author_id=UUID(int=3),
        author="Anne Rønning",
        text=text,
        minutes=25,
        place="Samtalerom 2",
        interpreter_used=False,
        next_on=None,
        correction_reason="",
    )
    return replace(line, **more)


ENTRIES = (
    entry(
        20,
        "Omar hadde snakket med Kari Lunde om verkstedet.\n> Anne ringer NAV før fredag\n"
        "Han gleder seg til besøk på lørdag, sammen med Berg, Tor.",
        next_on=date(2026, 11, 27),
        interpreter_used=True,
    ),
    entry(12, "Virket sliten ved innlåsing.", ConversationKind.NOTE, author="Kari Lunde"),
    entry(
        5,
        "Første samtale. Vi gikk gjennom planen og hva han vil bruke tiden til. " * 6,
        ConversationKind.INTAKE,
        version=2,
        written_at=datetime(2026, 11, 6, 8, 0, tzinfo=UTC),
        correction_reason="Feil dato.",
        author="Kari Lunde",
    ),
)


def conversations_source(copy: PaperCopy = PaperCopy.INMATE) -> ConversationsSource:
    return ConversationsSource(
        ORIGIN, copy, INMATE, ENTRIES, ("Anne Rønning", "Kari Lunde"), ("Berg, Tor",)
    )
