"""A made-up prison of any size, without a database, and the one the pictures show."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from app.domain.cell_blocks import (
    CellBlockOverview,
    CellLine,
    InmateLine,
    roll_totals,
    unit_lines,
)
from app.domain.inmates import LegalStatus, Whereabouts
from app.domain.places import PlaceKind, PlaceStatus, top_path
from app.domain.thresholds import OverviewThresholds

NOW = datetime(2026, 11, 23, 8, 41, tzinfo=UTC)
TODAY = date(2026, 11, 23)
KARI = UUID(int=1)
ARNE = UUID(int=2)
MARI = UUID(int=3)
OFFICERS = {
    "KL": (KARI, "Kari Lunde"),
    "AR": (ARNE, "Arne Rønning"),
    "MS": (MARI, "Mari Sæther"),
    "": (None, None),
}
_PLAIN = InmateLine(
    id=UUID(int=0),
    version=1,
    name="",
    prison_number="",
    unit=None,
    place_path=None,
    cell=None,
    whereabouts=Whereabouts.INSIDE,
    legal_status=LegalStatus.CONVICTED,
    languages=("nb",),
    interpreter_needed=False,
    birth_date=date(1992, 3, 14),
    arrived_at=NOW - timedelta(days=200),
    contact_officer_id=None,
    contact_officer=None,
    last_conversation_at=None,
    days_since_conversation=None,
    open_steps=0,
    overdue_steps=0,
    next_due=None,
    next_review=None,
    has_plan=True,
    is_new=False,
)


def place(path: str, kind: PlaceKind, label: str = "", **changes: object) -> CellLine:
    """Return a place; its id follows from its path."""
    parent = path.rpartition("-")[0]
    plain = CellLine(
        id=UUID(int=sum(ord(letter) << (8 * n) for n, letter in enumerate(path[:12])) + (1 << 100)),
        path=path,
        unit=top_path(path),
        floor=parent or path,
        label=label or path.rpartition("-")[2],
        kind=kind,
        status=PlaceStatus.ACTIVE,
        maximum=1 if kind is PlaceKind.CELL else 0,
        working=1 if kind is PlaceKind.CELL else 0,
        certified=1 if kind is PlaceKind.CELL else 0,
        converted_to="",
        out_of_use_reason="",
        back_in_use_on=None,
    )
    return replace(plain, **changes)


def person(number: int, name: str, cell: str | None, officer: str, **changes: object) -> InmateLine:
    """Return a person; ``days`` stands for days since the last conversation."""
    days = changes.pop("days", 3)
    officer_id, officer_name = OFFICERS[officer]
    changes.setdefault("unit", top_path(cell) if cell else "B")
    return replace(
        _PLAIN,
        id=UUID(int=(2 << 64) + number),
        name=name,
        prison_number=f"{10_000 + number}",
        place_path=cell,
        cell=cell,
        contact_officer_id=officer_id,
        contact_officer=officer_name,
        days_since_conversation=days,
        last_conversation_at=None if days is None else NOW - timedelta(days=days),
        **changes,
    )


def overview(places: Iterable[CellLine], inmates: Iterable[InmateLine]) -> CellBlockOverview:
    """Put places and people together as the overview's read model does."""
    places, inmates = tuple(places), tuple(inmates)
    return CellBlockOverview(
        prison="OSL",
        is_example=True,
        units=unit_lines(places, inmates),
        totals=roll_totals(inmates),
        places=places,
        inmates=inmates,
        thresholds=OverviewThresholds(),
        today=TODAY,
        taken_at=NOW,
    )


def block_b() -> CellBlockOverview:
    """Return cell block B as the pictures show it: 19 on the roll, 17 in a cell."""
    remand, detention = LegalStatus.REMAND, LegalStatus.PREVENTIVE_DETENTION
    wing = place("B", PlaceKind.WING)
    floors = [place(f"B-{n}", PlaceKind.LANDING) for n in (2, 3)]
    cells = {
        f"B{n}": place(f"B-{n // 100}-B{n}", PlaceKind.CELL, f"B{n}")
        for n in (*range(201, 211), *range(301, 311))
    }
    cells["B209"] = replace(
        cells["B209"],
        status=PlaceStatus.INACTIVE,
        out_of_use_reason="vannskade",
        back_in_use_on=date(2026, 11, 28),
    )
    rows = [
        ("Haugen, Jonas", "B201", "KL", {"days": 3, "open_steps": 2}),
        ("Kowalski, Piotr", "B202", "KL", {"days": 9, "legal_status": remand, **_speaks("pl")}),
        ("Abdi, Yusuf", "B203", "", {"days": 17}),
        ("Berg, Tor Arne", "B204", "MS", {"days": 1, "next_review": date(2026, 12, 14)}),
        ("Petrauskas, Tomas", "B206", "MS", {"days": 12, "legal_status": remand, **_speaks("lt")}),
        ("Nilsen, Erik", "B207", "KL", {"days": 5, "open_steps": 1, "overdue_steps": 1}),
        (
            "Hassan, Omar",
            "B208",
            "AR",
            {"days": 21, "open_steps": 3, "next_due": TODAY, **_speaks("ar")},
        ),
        ("Solberg, Henrik", "B210", "AR", {"days": 6, "legal_status": detention}),
        (
            "Ionescu, Andrei",
            "B301",
            "AR",
            {
                "days": 8,
                "legal_status": remand,
                "is_new": True,
                "arrived_at": NOW - timedelta(hours=24),
                "languages": ("ro",),
            },
        ),
        ("Lie, Sander", "B302", "KL", {"days": 2, "open_steps": 3}),
        ("Moen, Fredrik", "B303", "MS", {"days": 15, "has_plan": False}),
        ("Hoxha, Arben", "B304", "MS", {"days": 4, "legal_status": remand, "languages": ("sq",)}),
        ("Dahl, Magnus", "B305", "AR", {"days": 7}),
        ("Strand, Ole", "B306", "KL", {"days": 10, "open_steps": 1}),
        ("Jensen, Kim", "B307", "AR", {"days": 2}),
        ("Eriksen, Jan", "B309", "KL", {"days": 19, "legal_status": remand}),
        ("Rustad, Pål", "B310", "MS", {"days": 3}),
        ("Karlsen, Per", None, "KL", {"days": 4, "whereabouts": Whereabouts.COURT}),
        ("Ali, Said", None, "AR", {"days": 2, "whereabouts": Whereabouts.HOSPITAL}),
    ]
    people = [
        person(n, name, cells[cell].path if cell else None, officer, **changes)
        for n, (name, cell, officer, changes) in enumerate(rows, start=1)
    ]
    return overview((wing, *floors, *cells.values()), people)


def _speaks(code: str) -> dict[str, object]:
    return {"languages": (code, "nb"), "interpreter_needed": True}


def prison_of(people: int) -> CellBlockOverview:
    """Return a prison of so many people in units of 28 cells, 14 a floor."""
    places, inmates = [], []
    officers = [key for key in OFFICERS if key]
    for number in range(people):
        unit, inside = divmod(number, 28)
        floor = inside // 14 + 1
        wing, landing = f"U{unit:03d}", f"U{unit:03d}-{floor}"
        if inside == 0:
            places.append(place(wing, PlaceKind.WING, f"Avdeling {unit:03d}"))
        if inside % 14 == 0:
            places.append(place(landing, PlaceKind.LANDING))
        path = f"{landing}-{inside:03d}"
        places.append(
            replace(place(path, PlaceKind.CELL, f"{unit:03d}{inside:02d}"), id=UUID(int=number))
        )
        inmates.append(
            person(
                number + 1,
                f"Etternavn{number % 97:02d}, Fornavn{number % 89:02d}",
                path,
                officers[number % 3],
                days=number % 30,
                open_steps=number % 5,
                overdue_steps=1 if number % 11 == 0 else 0,
            )
        )
    return overview(places, inmates)
