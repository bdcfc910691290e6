"""One thing a file can tell, and the headings it is known by.

The first heading of a field is the one of the public data the program was built on; the Norwegian
ones are those a prison's own lists use. Headings are compared without case, accents, spaces and
signs.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.foundation.translation import mark


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a file can tell of a record.

    ``known`` are headings with commas between them: such a guess is sure. ``shared`` headings mean
    different things in different files and are taken only where the column's values pass ``fits``.
    ``loose`` words may stand inside a longer heading; such a guess is not sure.
    """

    name: str
    word: str
    known: str
    loose: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    fits: Callable[[str], bool] | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings the field is known by."""
        return tuple(heading.strip() for heading in self.known.split(","))


PRISON = Field(
    "prison",
    mark("fengsel"),
    "prison_id, prison, prison_code, agy_loc_id, agency_id, establishment, fengsel, "
    "fengselskode, fengsels-id, anstalt",
)
UNIT = Field(
    "unit",
    mark("avdeling"),
    "unit, wing, housing_unit, avdeling, avd, avdelingsnavn, fløy",
)
BOOKING = Field(
    "booking_id",
    mark("oppholdsnummer"),
    "booking_id, offender_book_id, booking_no, booking_number, booking, oppholdsnummer, "
    "opphold, opphold_id, innsettelsesnummer, bookingnummer, bookingnr, oppholdsnr, "
    "opphold_nr",
)
NUMBER = Field(
    "prison_number",
    mark("innsattnummer"),
    "prisoner_no, prisoner_number, prison_number, prison_no, prisoner_id, offender_no, "
    "offender_id_display, noms_id, noms_number, inmate_number, innsattnummer, innsattnr, "
    "innsatt_nr, innsatt_id, fangenummer, fangenr, innsatt_no, offender_id, inmate_id, "
    "inmate_no, innsattes_nummer",
    loose=("innsattnummer", "prisonernumber"),
)
