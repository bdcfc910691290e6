"""What papers about one person have in common: who it is, and whose names stay off the copy."""

from dataclasses import dataclass

from app.documents.copies import PaperCopy, copy_name
from app.documents.framing import unit_text
from app.documents.names import Hidden, NameKeeper
from app.domain.inmates import Inmate, spoken_name
from app.foundation.dates import date_text
from app.foundation.translation import Words


def place_text(inmate: Inmate, words: Words) -> str:
    """Return unit and cell, as far as they are known."""
    unit = unit_text(inmate.unit, words) if inmate.unit else ""
    cell = ""
    if inmate.in_cell and inmate.place_path:
        cell = words("celle {cell}").format(cell=inmate.place_path)
    return " · ".join(part for part in (unit, cell) if part)


def behind_name(inmate: Inmate, words: Words) -> str:
    """Return what tells namesakes apart: day of birth and number."""
    facts = inmate.facts
    text = " · " + words("nr. {number}").format(number=facts.prison_number)
    if facts.birth_date is not None:
        text = " · " + words("f. {day}").format(day=date_text(facts.birth_date)) + text
    return text


def copy_text(copy: PaperCopy, words: Words) -> str:
    """Return which copy it is; the internal one says that it is confidential."""
    name = copy_name(copy, words)
    return f"{name} – {words('taushetsbelagt')}" if copy is PaperCopy.INTERNAL else name


@dataclass(frozen=True, slots=True)
class OtherNames:
    """Whose names stay off an inmate's copy.

    ``authors`` are who wrote what is on this paper; ``staff`` and ``inmates`` everybody the program
    knows, the inmate himself perhaps among them.
    """

    authors: tuple[str, ...]
    staff: tuple[str, ...]
    inmates: tuple[str, ...]


def name_keeper(inmate: Inmate, names: OtherNames, words: Words) -> NameKeeper:
    """Return what takes the names of others off the inmate's copy; his own name stays."""
    facts = inmate.facts
    officer = inmate.contact_officer_name
    an_employee = words("en ansatt")
    return NameKeeper(
        [
            Hidden((officer,) if officer else (), words("kontaktbetjenten")),
            Hidden(names.authors, an_employee),
            Hidden(names.staff, an_employee),
            Hidden(names.inmates, words("en annen innsatt")),
        ],
        (spoken_name(facts.family_name, facts.given_name), facts.display_name),
    )
