"""The people of one prison out of a roll, and what should be looked at among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.exchange.findings import Finding, in_row_order, shown
from app.exchange.prison_choice import PrisonChoice, pick_prison, skipped_row
from app.exchange.roll import ParsedRoll, RollRow
from app.foundation.folding import fold
from app.foundation.translation import _


@dataclass(frozen=True, slots=True)
class ChosenRoll:
    """The active stays in one prison, if nothing is ``rejected``."""

    prison: str
    rows: tuple[RollRow, ...] = ()
    rejected: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()


def choose_prison(
    parsed: ParsedRoll, asked: str | None = None, places_prison: str | None = None
) -> PrisonChoice:
    """Pick the asked prison, else that of the places, else the commonest among active stays."""
    active = (row.prison for row in parsed.rows if row.active)
    return pick_prison(active, asked, places_prison, parsed.heading("prison"))


def choose_roll(
    parsed: ParsedRoll, asked: str | None = None, places_prison: str | None = None
) -> ChosenRoll:
    """Choose a prison and its active stays; every other row is named in a warning.

    A roll without a single active stay in the prison is refused: it would take everybody off.
    """
    choice = choose_prison(parsed, asked, places_prison)
    rows = tuple(
        row if row.prison else replace(row, prison=choice.prison)
        for row in parsed.rows
        if row.active and row.prison in ("", choice.prison)
    )
    rejected = (*parsed.rejected, *choice.rejected)
    if not rows and not rejected:
        rejected = (Finding(None, parsed.heading("prison"), _nobody_text(choice.prison)),)
    if rejected:
        return ChosenRoll(choice.prison, rejected=rejected, warnings=parsed.warnings)
    warnings = in_row_order(_warnings(parsed, choice, places_prison, rows))
    return ChosenRoll(choice.prison, rows, (), warnings)


def _nobody_text(prison: str) -> str:
    if not prison:
        return _("Ingen opphold i filen er aktive.")
    return _("Ingen aktive opphold i filen gjelder for {prison}.").format(prison=shown(prison))


def _warnings(
    parsed: ParsedRoll, choice: PrisonChoice, stored: str | None, rows: tuple[RollRow, ...]
) -> Iterator[Finding]:
    kept = {row.row for row in rows}
    left_out = {row.row for row in parsed.rows} - kept
    if choice.is_other_than_stored:
        message = _("Ingen aktive opphold i filen gjelder for {stored}. {prison} er valgt.")
        text = message.format(stored=shown(stored or ""), prison=shown(choice.prison))
        yield Finding(None, parsed.heading("prison"), text)
    yield from (found for found in parsed.warnings if found.row not in left_out)
    for row in parsed.rows:
        if row.row in left_out:
            yield _skipped(row, choice.prison, parsed)
    yield from _same_number(rows, parsed)
    yield from _other_names(rows, parsed)
    yield from _same_person(rows, parsed)


def _skipped(row: RollRow, prison: str, parsed: ParsedRoll) -> Finding:
    if row.prison not in ("", prison):
        return skipped_row(row.row, parsed.heading("prison"), row.prison, prison)
    message = _("Oppholdet er ikke aktivt. Raden er hoppet over.")
    return Finding(row.row, parsed.heading("active"), message)


def _same_number(rows: Iterable[RollRow], parsed: ParsedRoll) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for row in rows:
        number = row.facts.prison_number
        earlier = first.setdefault(number, row.row)
        if earlier != row.row:
            message = _(
                "Innsattnummeret {number} har også et aktivt opphold i rad {row}. "
                "Begge er hentet inn."
            )
            text = message.format(number=shown(number), row=earlier)
            yield Finding(row.row, parsed.heading("prison_number"), text)


def _other_names(rows: Iterable[RollRow], parsed: ParsedRoll) -> Iterator[Finding]:
    """Warn of people whose number stands under another name in any other row."""
    by_number: dict[str, list[RollRow]] = {}
    for row in parsed.rows:
        by_number.setdefault(row.facts.prison_number, []).append(row)
    for row in rows:
        for other in by_number[row.facts.prison_number]:
            if other.row != row.row and _name(other) != _name(row):
                message = _("Innsattnummeret {number} har et annet navn i rad {row}: {name}.")
                text = message.format(
                    number=shown(row.facts.prison_number),
                    row=other.row,
                    name=shown(other.facts.display_name),
                )
                yield Finding(row.row, parsed.heading("prison_number"), text)


def _same_person(rows: Iterable[RollRow], parsed: ParsedRoll) -> Iterator[Finding]:
    """Warn of two numbers with one name and birth date: perhaps the same person."""
    first: dict[tuple[str, object], RollRow] = {}
    for row in rows:
        if row.facts.birth_date is None:
            continue
        earlier = first.setdefault((_name(row), row.facts.birth_date), row)
        if earlier.facts.prison_number != row.facts.prison_number:
            message = _("Navn og fødselsdato er de samme som i rad {row}. Er det samme person?")
            text = message.format(row=earlier.row)
            yield Finding(row.row, parsed.heading("birth_date"), text)


def _name(row: RollRow) -> str:
    return fold(row.facts.display_name)
