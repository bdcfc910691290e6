"""A roll: what each row says of one person's stay in prison."""

from dataclasses import dataclass
from datetime import date

from app.domain.inmates import NAME_LIMIT, NUMBER_LIMIT, InmateFacts, LegalStatus, Whereabouts
from app.exchange.languages import read_languages
from app.exchange.names import split_name, tidy_name
from app.exchange.parsed import Parsed, Seen, Sheet
from app.exchange.paths import PATH_LIMIT, PRISON_LIMIT, UNIT_LIMIT
from app.exchange.roll_cells import read_cell
from app.exchange.roll_words import legal_status, whereabouts
from app.exchange.rows import Row, one_line
from app.foundation.translation import _

BOOKING_LIMIT = 60


@dataclass(frozen=True, slots=True)
class RollRow:
    """One stay of one person.

    ``cell`` is a path without the prison before it, a landing's too; who is not ``INSIDE`` is not
    in it, but belongs to its unit. ``cell_as_written`` is for messages. ``unit`` is stated apart.
    ``cell_capacity`` is 0 where the file does not tell. ``key_worker`` is a name as the file
    writes it, to be matched with officers.
    """

    row: int
    facts: InmateFacts
    prison: str = ""
    active: bool = True
    cell: str | None = None
    cell_as_written: str = ""
    cell_capacity: int = 0
    unit: str | None = None
    key_worker: str | None = None

    @property
    def key(self) -> str:
        """Return what tells this stay from all others: the booking, else the prison number."""
        return self.facts.booking_id or self.facts.prison_number


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedRoll(Parsed):
    """All rows of a roll, those of other prisons and ended stays too."""

    rows: tuple[RollRow, ...] = ()


def take_roll(sheet: Sheet, today: date | None) -> ParsedRoll:
    """Turn the rows of a file into stays; ``today`` rules out birth dates to come."""
    by_booking = sheet.is_filled("booking_id")
    key_field = "booking_id" if by_booking else "prison_number"
    if not sheet.has("prison_number"):
        message = _("Filen har ingen innsattnumre. Oppholdsnumrene er brukt i stedet.")
        sheet.findings.warn(None, None, message)
    prisons = frozenset(row.line("prison", PRISON_LIMIT) for row in sheet)
    seen = Seen()
    rows = []
    for row in sheet:
        key = row.key(key_field, BOOKING_LIMIT if by_booking else NUMBER_LIMIT)
        if key is not None and seen.is_new(key, row, key_field):
            rows.append(_stay(row, key if by_booking else "", prisons, today))
    return ParsedRoll(
        rows=tuple(rows),
        columns=sheet.columns.guesses,
        ignored_columns=sheet.columns.ignored,
        rejected=sheet.findings.rejected,
        warnings=sheet.findings.warnings,
    )


def _stay(row: Row, booking_id: str, prisons: frozenset[str], today: date | None) -> RollRow:
    prison = row.line("prison", PRISON_LIMIT)
    if not prison and row.has("prison"):
        message = _("Fengselet mangler. Raden regnes til fengselet du henter inn for.")
        row.warn("prison", message)
    cell, instead = read_cell(row, prison, prisons)
    stated = _whereabouts(row)
    where = instead if stated is Whereabouts.INSIDE else stated
    if cell is not None and where is not Whereabouts.INSIDE:
        row.warn("in_out", _("Personen er ikke inne. Han eller hun kommer inn uten celle."))
    return RollRow(
        row=row.number,
        facts=_facts(row, booking_id, where, today),
        prison=prison,
        active=row.yes("active", otherwise=True),
        cell=cell,
        cell_as_written=row.line("cell", PATH_LIMIT),
        cell_capacity=row.whole_number("cell_capacity"),
        unit=row.line("unit", UNIT_LIMIT) or None,
        key_worker=row.line("key_worker", NAME_LIMIT) or None,
    )


def _facts(row: Row, booking_id: str, where: Whereabouts, today: date | None) -> InmateFacts:
    family_name, given_name = _names(row)
    return InmateFacts(
        prison_number=_number(row, booking_id),
        family_name=family_name,
        given_name=given_name,
        birth_date=_birth_date(row, today),
        legal_status=_legal_status(row),
        languages=read_languages(row, "languages"),
        interpreter_needed=row.yes("interpreter_needed", otherwise=False),
        arrived_at=row.moment("arrived_at"),
        release_date=row.day("release_date"),
        whereabouts=where,
        booking_id=booking_id,
    )


def _number(row: Row, booking_id: str) -> str:
    number = row.line("prison_number", NUMBER_LIMIT)
    if not number and row.has("prison_number"):
        message = _("Innsattnummeret mangler. Oppholdsnummeret er brukt i stedet.")
        row.warn("prison_number", message)
    return number or booking_id[:NUMBER_LIMIT]


def _names(row: Row) -> tuple[str, str]:
    """Return family and given name; who has no family name gets the other one as that."""
    family = row.line("last_name", NAME_LIMIT)
    given = " ".join(
        part for field in ("first_name", "middle_name") if (part := row.line(field, NAME_LIMIT))
    )
    if not family and not given:
        family, given = split_name(row.line("full_name", NAME_LIMIT))
    name_field = "last_name" if row.has("last_name") else "full_name"
    if not family and given:
        row.warn(name_field, _("Etternavnet mangler. Fornavnet er brukt i stedet."))
        family, given = given, ""
    if not family and row.has(name_field):
        row.warn(name_field, _("Navnet mangler. Nummeret er brukt i stedet."))
        family = one_line(row.text("prison_number") or row.text("booking_id"))
    return tidy_name(family, family=True)[:NAME_LIMIT], tidy_name(given)[:NAME_LIMIT]


def _birth_date(row: Row, today: date | None) -> date | None:
    born = row.day("birth_date")
    if born is not None and today is not None and born > today:
        row.reject(
            "birth_date",
            _("Fødselsdatoen {value} er ikke kommet ennå. Rett den."),
            value=row.text("birth_date"),
        )
    return born


def _legal_status(row: Row) -> LegalStatus:
    word = row.text("legal_status")
    status = legal_status(word) if word else LegalStatus.UNKNOWN
    if status is None:
        message = _("Den juridiske statusen {value} er ukjent. Den er satt til ikke oppgitt.")
        row.warn("legal_status", message, value=word)
    return status or LegalStatus.UNKNOWN


def _whereabouts(row: Row) -> Whereabouts:
    word = row.text("in_out")
    where = whereabouts(word) if word else Whereabouts.INSIDE
    if where is None:
        row.warn("in_out", _("{value} er et ukjent sted å være. Det er lest som inne."), value=word)
    return where or Whereabouts.INSIDE
