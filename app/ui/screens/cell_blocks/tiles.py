"""One tile: four short lines about a person or a cell, ready to be drawn and searched."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, IntEnum
from uuid import UUID

from app.domain.access import initials
from app.domain.cell_blocks import CellLine, InmateLine
from app.domain.thresholds import OverviewThresholds
from app.domain.words import language_name, word
from app.foundation.dates import short_date_text
from app.foundation.folding import fold
from app.foundation.translation import _, plural
from app.ui.screens.cell_blocks.filters import Chip, chips_of

_SECONDS_AN_HOUR = 3600
_HOURS_SHOWN_AS_HOURS = 72
_HOURS_A_DAY = 24
# A reader of these needs no interpreter's language on the tile.
_HOME_LANGUAGES = frozenset({"nb", "nn", "no"})


class State(IntEnum):
    """How urgent something is; the greatest of several is the worst."""

    PLAIN = 0
    OK = 1
    WARNING = 2
    DANGER = 3


class TileKind(Enum):
    """What stands on the tile."""

    PERSON = "person"
    FREE = "free"
    OUT_OF_USE = "out_of_use"


@dataclass(frozen=True, slots=True)
class Fact:
    """A few words and how urgent they are."""

    text: str
    state: State = State.PLAIN


@dataclass(frozen=True, slots=True)
class Tile:
    """The four lines, what the chips and the search look at, and what it was made of.

    ``id`` is the person's, or the cell's when nobody is in it. ``crowd`` is ``3 av 2`` when a cell
    holds or may hold several people; ``crowded`` tells that they are more than its maximum.
    """

    id: UUID
    kind: TileKind
    place: str
    crowd: str
    crowded: bool
    legal: str
    officer: str
    has_officer: bool
    name: str
    days: Fact
    thing: Fact
    worst: State
    chips: frozenset[Chip]
    search: str
    line: InmateLine | None
    cell: CellLine | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Who looks, when, and by which numbers the overview is coloured."""

    officer_id: UUID
    today: date
    taken_at: datetime
    thresholds: OverviewThresholds


def person_tile(line: InmateLine, cell: CellLine | None, crowd: int, moment: Moment) -> Tile:
    """Return the tile of a person; ``crowd`` is how many share the cell, the person included."""
    days = days_fact(line, moment.thresholds)
    thing = thing_to_know(line, moment)
    has_officer = bool(line.contact_officer)
    maximum = cell.maximum if cell else 0
    crowded = cell is not None and crowd > maximum
    return Tile(
        id=line.id,
        kind=TileKind.PERSON,
        place=cell_name(cell) if cell else where_text(line),
        crowd=_crowd_text(crowd, maximum) if cell else "",
        crowded=crowded,
        legal=word(line.legal_status),
        officer=initials(line.contact_officer) if line.contact_officer else _("ingen"),
        has_officer=has_officer,
        name=line.name,
        days=days,
        thing=thing,
        worst=worst_state(days, thing, has_officer=has_officer, crowded=crowded),
        chips=chips_of(line, moment.officer_id, moment.thresholds),
        search=_search_text(line, cell),
        line=line,
        cell=cell,
    )


def empty_tile(cell: CellLine) -> Tile:
    """Return the tile of a cell nobody is in: free, or out of use with the reason."""
    out = cell.is_out_of_use
    places = plural("{n} plass", "{n} plasser", cell.working) if cell.working else ""
    first = cell.out_of_use_reason if out else places or _("ingen fast plass")
    second = ready_text(cell) if out else ""
    name = _("Ute av bruk") if out else _("Ledig")
    return Tile(
        id=cell.id,
        kind=TileKind.OUT_OF_USE if out else TileKind.FREE,
        place=cell_name(cell),
        crowd="",
        crowded=False,
        legal="",
        officer="",
        has_officer=True,
        name=name,
        days=Fact(first),
        thing=Fact(second),
        worst=State.PLAIN,
        chips=frozenset(),
        search=fold(f"{cell.path} {cell.label} {name} {first}"),
        line=None,
        cell=cell,
    )


def _crowd_text(crowd: int, maximum: int) -> str:
    if crowd <= 1 and maximum <= 1:
        return ""
    return _("{n} av {maximum}").format(n=crowd, maximum=maximum)


def cell_name(cell: CellLine) -> str:
    """Return what a cell is called; a bare number says too little without its path."""
    return cell.path if cell.label.isdigit() else cell.label


def ready_text(cell: CellLine) -> str:
    """Return when a cell out of use is ready: ``klar 28.11.``, or nothing if nobody knows."""
    if cell.back_in_use_on is None:
        return ""
    return _("klar {date}").format(date=short_date_text(cell.back_in_use_on))


def where_text(line: InmateLine) -> str:
    """Return where a person without a cell is."""
    if line.whereabouts.value != "inside":
        return word(line.whereabouts).capitalize()
    if line.place_path:
        return line.place_path
    return _("Ikke plassert")


def days_fact(line: InmateLine, thresholds: OverviewThresholds) -> Fact:
    """Return days since the last conversation, coloured by the prison's thresholds.

    Somebody new whom nobody has talked to yet is a warning; later on it is an alarm.
    """
    days = line.days_since_conversation
    if days is None:
        return Fact(_("aldri"), State.WARNING if line.is_new else State.DANGER)
    text = _("{n} d").format(n=days) if days else _("i dag")
    if days >= thresholds.alarm_days:
        return Fact(text, State.DANGER)
    return Fact(text, State.WARNING if days >= thresholds.warning_days else State.OK)


def thing_to_know(line: InmateLine, moment: Moment) -> Fact:
    """Return the most pressing thing, and a foreign language beside it."""
    pressing = _pressing_thing(line, moment)
    language = _foreign_language(line)
    if pressing.text:
        beside = f" · {language}" if language else ""
        return Fact(pressing.text + beside, pressing.state)
    if language:
        with_interpreter = f" · {_('tolk')}" if line.interpreter_needed else ""
        return Fact(language.capitalize() + with_interpreter)
    return Fact(_("Tolk")) if line.interpreter_needed else _calm_thing(line)


def _calm_thing(line: InmateLine) -> Fact:
    if line.next_review is not None:
        day = short_date_text(line.next_review)
        return Fact(_("Gjennomgang {date}").format(date=day))
    if line.open_steps:
        return Fact(plural("{n} steg", "{n} steg", line.open_steps))
    return Fact("" if line.has_plan else _("Ingen plan ennå"))


def _pressing_thing(line: InmateLine, moment: Moment) -> Fact:
    reviewed_late = line.next_review is not None and line.next_review < moment.today
    # Made only when it is the one to show: there may be tens of thousands of tiles.
    candidates: tuple[tuple[bool, Callable[[], Fact]], ...] = (
        (
            line.overdue_steps > 0,
            lambda: Fact(_("{n} forfalt").format(n=line.overdue_steps), State.DANGER),
        ),
        (line.next_due == moment.today, lambda: Fact(_("Frist i dag"), State.WARNING)),
        (reviewed_late, lambda: Fact(_("Gjennomgå planen"), State.WARNING)),
        (line.next_review == moment.today, lambda: Fact(_("Gjennomgang i dag"), State.WARNING)),
        (not line.contact_officer, lambda: Fact(_("Ingen kontaktbetj."), State.DANGER)),
        (line.is_new, lambda: Fact(_new_text(line, moment.taken_at))),
    )
    return next((make() for holds, make in candidates if holds), Fact(""))


def _new_text(line: InmateLine, taken_at: datetime) -> str:
    if line.arrived_at is None:
        return _("Ny")
    hours = max(0, int((taken_at - line.arrived_at).total_seconds() // _SECONDS_AN_HOUR))
    if hours > _HOURS_SHOWN_AS_HOURS:
        return _("Ny {n} d").format(n=hours // _HOURS_A_DAY)
    return _("Ny {n} t").format(n=hours)


def _foreign_language(line: InmateLine) -> str:
    first = line.languages[:1]
    return "".join(language_name(code) for code in first if code not in _HOME_LANGUAGES)


def worst_state(days: Fact, thing: Fact, *, has_officer: bool, crowded: bool) -> State:
    """Return what the left edge carries."""
    other = State.OK if has_officer and not crowded else State.DANGER
    return max(days.state, thing.state, other)


def _search_text(line: InmateLine, cell: CellLine | None) -> str:
    """Return everything a typed word may stand in, folded once."""
    parts = [
        line.name,
        line.prison_number,
        line.place_path or "",
        cell.label if cell else where_text(line),
        line.contact_officer or "",
        *(language_name(code) for code in line.languages),
    ]
    return fold("\n".join(parts))
