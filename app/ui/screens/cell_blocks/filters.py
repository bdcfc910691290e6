"""What the officer looks for: chips that dim or hide, and words typed on the board."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from app.domain.cell_blocks import InmateLine
from app.domain.thresholds import OverviewThresholds
from app.foundation.folding import fold
from app.foundation.translation import _, plural


class Chip(StrEnum):
    """One question asked of everybody on the board."""

    MINE = "mine"
    NOT_TALKED_TO = "not_talked_to"
    OVERDUE = "overdue"
    NO_CONTACT_OFFICER = "no_contact_officer"
    NEW = "new"


def chip_word(chip: Chip, thresholds: OverviewThresholds) -> str:
    """Return what the chip says; the number of days is the prison's own."""
    days = thresholds.not_talked_to_days
    return {
        Chip.MINE: _("Mine"),
        Chip.NOT_TALKED_TO: plural(
            "Ikke snakket med på {n} dag", "Ikke snakket med på {n} dager", days
        ),
        Chip.OVERDUE: _("Forfalt"),
        Chip.NO_CONTACT_OFFICER: _("Uten kontaktbetjent"),
        Chip.NEW: _("Nye"),
    }[chip]


def chips_of(line: InmateLine, officer_id: UUID, thresholds: OverviewThresholds) -> frozenset[Chip]:
    """Return the chips the person answers to."""
    days = line.days_since_conversation
    answers = {
        Chip.MINE: line.contact_officer_id == officer_id,
        Chip.NOT_TALKED_TO: days is None or days > thresholds.not_talked_to_days,
        Chip.OVERDUE: line.overdue_steps > 0,
        Chip.NO_CONTACT_OFFICER: line.contact_officer_id is None and not line.contact_officer,
        Chip.NEW: line.is_new,
    }
    return frozenset(chip for chip, answer in answers.items() if answer)


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for now. Typed words always hide; chips dim, or hide when asked to."""

    text: str = ""
    chips: frozenset[Chip] = frozenset()
    hides: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Return the typed words, folded as the tiles' search text is."""
        return tuple(fold(self.text).split())

    def typed(self, text: str) -> "Filters":
        """Return the filters with other words."""
        return replace(self, text=text)

    def toggled(self, chip: Chip) -> "Filters":
        """Return the filters with the chip pressed or released; without chips nothing hides."""
        chips = self.chips ^ {chip}
        return replace(self, chips=chips, hides=self.hides and bool(chips))

    def hiding(self, chip: Chip) -> "Filters":
        """Return the filters with the chip pressed and what does not match hidden, or back."""
        if chip in self.chips and self.hides:
            return replace(self, hides=False)
        return replace(self, chips=self.chips | {chip}, hides=True)

    def with_hiding(self, *, hides: bool) -> "Filters":
        """Return the filters hiding or dimming; without chips there is nothing to hide by."""
        return replace(self, hides=hides and bool(self.chips))


def is_found(search: str, words: Iterable[str]) -> bool:
    """Tell whether every word stands somewhere in the folded search text."""
    return all(word in search for word in words)
