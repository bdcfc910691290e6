"""The circumstances of one entry: when, who, where, and what its blanks are filled with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.conversations import ConversationKind
from app.example_data.chance import Chance
from app.example_data.lives import Life
from app.example_data.log_days import Planned
from app.example_data.officers import Staff
from app.example_data.phrases import clock, lately, weekday
from app.example_data.shapes import ExampleOfficer
from app.example_data.texts import Slots, table
from app.foundation.clock import oslo_date

_PLACES = (("cell", 46), ("room", 28), ("yard", 12), ("common", 8), ("work", 6))
_PLACE_NAMES = {
    "cell": "",
    "room": "samtalerommet",
    "yard": "luftegården",
    "common": "fellesskapet",
    "work": "verkstedet",
}
_MEETINGS = (ConversationKind.PLAN_MEETING, ConversationKind.OTHER, ConversationKind.RELEASE)
_BY_CONTACT_OFFICER = 78  # of a hundred talks
_NOTES_BY_CONTACT_OFFICER = 25  # of a hundred notes
_INTERPRETED = 72  # of a hundred talks with somebody who needs one
_AWAY_ON_LEAVE = 60  # days


@dataclass(frozen=True, slots=True)
class Scene:
    """One entry's circumstances. ``place`` is a kind of place, ``place_name`` what is stored."""

    planned: Planned
    moment: datetime
    day: date
    author: ExampleOfficer
    is_deputy: bool
    place: str
    place_name: str
    interpreted: bool
    slots: Slots


class SceneMaker:
    """Draws the circumstances of one person's entries."""

    def __init__(self, life: Life, cell: str, staff: Staff, chance: Chance) -> None:
        inmate = life.person.inmate
        self._inmate = inmate
        self._cell = cell
        self._colleagues = staff.at_work(inmate.unit)
        self._staff = staff
        self._contact = staff.by_id(inmate.contact_officer_id)
        self._chance = chance
        self._pools = table("people")["pools"]

    def make(self, planned: Planned, moment: datetime, slots: Slots) -> Scene:
        """Draw one entry's circumstances."""
        day = oslo_date(moment)
        author = self._author(planned)
        place = self._place(planned, moment, day)
        return Scene(
            planned=planned,
            moment=moment,
            day=day,
            author=author,
            is_deputy=self._contact is not None and author is not self._contact,
            place=place,
            place_name=self._place_name(planned, place),
            interpreted=self._interpreted(planned),
            slots=slots.with_more(self._passing(moment, day)),
        )

    def _author(self, planned: Planned) -> ExampleOfficer:
        if planned.given:
            return self._staff.named(planned.given.author) or self._colleagues[0]
        if planned.version:
            return self._staff.by_id(planned.version.author_id) or self._colleagues[0]
        is_note = planned.kind is ConversationKind.NOTE
        share = _NOTES_BY_CONTACT_OFFICER if is_note else _BY_CONTACT_OFFICER
        contact = self._contact
        is_here = contact and (not contact.on_leave or planned.ago > _AWAY_ON_LEAVE)
        if contact and is_here and self._chance.yes(share):
            return contact
        return self._chance.pick(self._colleagues)

    def _place(self, planned: Planned, moment: datetime, day: date) -> str:
        if planned.kind in _MEETINGS:
            return "room"
        place = self._chance.weighted(_PLACES)
        if place == "cell" and not (self._cell and moment > self._inmate.placed_at):
            return "room"
        at_work = day.weekday() < 5 and 8 <= moment.hour <= 13  # noqa: PLR2004 - UTC, workdays
        return place if place != "work" or at_work else "common"

    def _place_name(self, planned: Planned, place: str) -> str:
        if planned.kind is ConversationKind.NOTE:
            return ""
        return _PLACE_NAMES[place] or self._cell

    def _interpreted(self, planned: Planned) -> bool:
        if planned.given:
            return planned.given.interpreter
        needed = self._inmate.facts.interpreter_needed
        return (
            needed
            and planned.kind is not ConversationKind.NOTE
            and (planned.kind is ConversationKind.INTAKE or self._chance.yes(_INTERPRETED))
        )

    def _passing(self, moment: datetime, day: date) -> dict[str, str]:
        """Return what changes from entry to entry."""
        chance, pools = self._chance, self._pools
        return {
            "bok": chance.pick(pools["bok"]),
            "mat": chance.pick(pools["mat"]),
            "vare": chance.pick(pools["vare"]),
            "n": str(chance.number(3, 9)),
            "kl": clock(moment - timedelta(minutes=5 * chance.number(0, 8))),
            "natt": f"0{chance.number(1, 5)}.{5 * chance.number(0, 11):02d}",
            "ago": lately(day, chance),
            "dag": weekday(day + timedelta(days=chance.number(1, 6))),
        }
