"""Units and cells to choose from, on both engines."""

from collections.abc import Callable

import pytest

from app.domain.access import Role
from app.domain.errors import NotAllowed
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.cell_choices import cell_choices, unit_choices
from app.use_cases.office import Office
from tests.helpers.prison import PASSWORD, admit, build_places


def test_units_are_named_and_cells_with_room_come_first(office: Office) -> None:
    cells = build_places(office).cells
    admit(office, 1, cells["B-2-B201"])
    assert [(unit.path, unit.name) for unit in unit_choices(office)] == [("B", "Avdeling B")]
    choices = cell_choices(office)
    assert [choice.label for choice in choices] == ["B202", "B203", "B301", "B302", "B201"]
    assert [choice.free for choice in choices] == [1, 1, 1, 1, 0]
    assert choices[-1].is_full


def test_an_auditor_chooses_nothing(
    embedded_office: Office, open_office: Callable[..., Office]
) -> None:
    add_officer(embedded_office, NewOfficer("rev", "Rev Isor", Role.AUDITOR, PASSWORD))
    auditor = open_office(embedded_office.place, "rev", PASSWORD)
    with pytest.raises(NotAllowed):
        unit_choices(auditor)
    with pytest.raises(NotAllowed):
        cell_choices(auditor)
