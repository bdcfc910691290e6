"""What the columns of people, places and entries are called, and how their values are shown."""

from datetime import date, datetime
from enum import StrEnum

from app.domain.words import language_name, word
from app.foundation.dates import date_text, moment_text
from app.foundation.translation import _, mark

NOTHING = "–"

_WORDS = {
    "prison_number": mark("innsattnummer"),
    "booking_id": mark("oppholdsnummer"),
    "family_name": mark("etternavn"),
    "given_name": mark("fornavn"),
    "birth_date": mark("fødselsdato"),
    "legal_status": mark("juridisk status"),
    "languages": mark("språk"),
    "interpreter_needed": mark("trenger tolk"),
    "arrived_at": mark("innsatt"),
    "release_date": mark("løslatelse"),
    "whereabouts": mark("hvor personen er"),
    "on_roll": mark("på listen"),
    "unit": mark("avdeling"),
    "place_id": mark("celle"),
    "contact_officer_id": mark("kontaktbetjent"),
    "kind": mark("slag"),
    "status": mark("status"),
    "prison": mark("fengsel"),
    "path": mark("sti"),
    "parent_path": mark("ligger under"),
    "code": mark("kode"),
    "local_name": mark("navn"),
    "accommodation": mark("boform"),
    "used_for": mark("brukes til"),
    "special_kinds": mark("spesialcelle"),
    "converted_to": mark("gjort om til"),
    "cell_mark": mark("skilt på døren"),
    "maximum": mark("plasser, høyst"),
    "working": mark("plasser i daglig bruk"),
    "certified": mark("godkjente plasser"),
    "out_of_use_reason": mark("grunn til at det er ute av bruk"),
    "out_of_use_since": mark("ute av bruk fra"),
    "back_in_use_on": mark("i bruk igjen"),
    "text": mark("tekst"),
    "occurred_at": mark("tidspunkt"),
}


def fact_word(column: str) -> str | None:
    """Return what a column is called; None for one that only repeats others."""
    return _(_WORDS[column]) if column in _WORDS else None


def shown_fact(value: object) -> str:
    """Return a value as lists show it, a dash for none."""
    match value:
        case None | "" | ():
            text = NOTHING
        case bool():
            text = _("ja") if value else _("nei")
        case StrEnum():
            text = word(value)
        case datetime():
            text = moment_text(value)
        case date():
            text = date_text(value)
        case tuple():
            text = ", ".join(language_name(str(code)) for code in value)
        case _other:
            text = str(value)
    return text
