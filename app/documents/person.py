"""What papers about one person have in common: who it is, and whose names stay off the copy."""

from collections.abc import Iterable, Iterator

from app.documents.copies import PaperCopy, copy_name
from app.documents.framing import unit_text
from app.documents.names import Hidden
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


def hidden_names(
    inmate: Inmate, staff: Iterable[str], others: Iterable[str], words: Words
) -> Iterator[Hidden]:
    """Yield the names that give way on the inmate's copy, and what stands in their place."""
    facts = inmate.facts
    own = {spoken_name(facts.family_name, facts.given_name), facts.display_name}
    if inmate.contact_officer_name:
        yield Hidden(inmate.contact_officer_name, words("kontaktbetjenten"))
    for name in staff:
        yield Hidden(name, words("en ansatt"))
    for name in others:
        if name not in own:
            yield Hidden(name, words("en annen innsatt"))
