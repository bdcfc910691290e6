"""What cells, officers and places out of the cell are called in lists to choose from."""

from collections.abc import Sequence
from uuid import UUID

from app.domain.cell_choices import CellChoice
from app.domain.inmates import Whereabouts
from app.domain.read_models import OfficerLine
from app.domain.words import word
from app.foundation.translation import _, plural
from app.ui.screens.inmates.choice_list import Choice

WHEREABOUTS = (
    Whereabouts.COURT,
    Whereabouts.HOSPITAL,
    Whereabouts.LEAVE,
    Whereabouts.RECEPTION,
    Whereabouts.OUT,
)


def cell_choice(cell: CellChoice) -> Choice:
    """Return a cell with the room in it; a full one may be chosen and says what follows."""
    if cell.free:
        room = plural("{n} ledig plass", "{n} ledige plasser", cell.free)
    else:
        room = _("{n} av {places} plasser er tatt").format(n=cell.occupied, places=cell.maximum)
    warning = ""
    if cell.is_full:
        warning = _("{cell} er full. Velger du den, viser tavla at cella er overfylt.").format(
            cell=cell.label
        )
    name = cell.label if cell.path.endswith(cell.label) else f"{cell.path} {cell.label}"
    text = f"{cell.path if cell.label.isdigit() else name} · {room}"
    return Choice(cell.id, text, f"{cell.path} {cell.label}", warning)


def cell_choices(cells: Sequence[CellChoice], unit: str | None) -> list[Choice]:
    """Return the cells, those with room first, and of these those of the unit."""
    ordered = sorted(cells, key=lambda cell: (cell.free == 0, cell.unit != unit))
    return [cell_choice(cell) for cell in ordered]


def officer_choices(officers: Sequence[OfficerLine], own_id: UUID) -> list[Choice]:
    """Return nobody, oneself, and then the others by name."""
    ordered = sorted(officers, key=lambda line: line.id != own_id)
    return [Choice(None, _("Ingen ennå"))] + [
        Choice(line.id, _officer_text(line), f"{line.display_name} {line.user_name}")
        for line in ordered
    ]


def _officer_text(line: OfficerLine) -> str:
    parts = [line.display_name, word(line.role).lower(), line.unit or ""]
    return " · ".join(part for part in parts if part)


def whereabouts_choices() -> list[tuple[object, str]]:
    """Return where somebody who is taken out of a cell may be."""
    return [(place, word(place).capitalize()) for place in WHEREABOUTS]
