"""What can be done with the person a tile or row is about, in the words of the list of actions."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from app.foundation.translation import _
from app.ui.actions.action_menu import ActionMenu
from app.ui.screens.cell_blocks.tiles import Tile

_MOVES = frozenset({"place", "take_out", "contact_officer"})
_BY_LINE = ("place", "take_out", "contact_officer")
_BY_ID = ("open_person", "new_conversation", "open_plan", "print_plan")

Wishes = Mapping[str, SignalInstance]
"""The page's signals, by the ids of the list."""


def tile_answers(tile: Tile | None, wishes: Wishes) -> dict[str, Callable[[], object]]:
    """Return what fits a tile: a person, an empty cell, or nothing chosen."""
    if tile is None or tile.line is None:
        return {"add_person": wishes["add_person"].emit}
    answers: dict[str, Callable[[], object]] = {
        name: partial(wishes[name].emit, tile.id) for name in _BY_ID
    }
    for name in _BY_LINE:
        if name != "take_out" or tile.line.cell is not None:
            answers[name] = partial(wishes[name].emit, tile.line)
    return answers


def tile_menu(
    parent: QWidget, tile: Tile, wishes: Wishes, extra: Callable[[], QMenu | None]
) -> ActionMenu:
    """Return the menu of a tile; ``extra`` gives a menu to put last."""
    in_cell = tile.line is not None and tile.line.cell is not None
    words = {"place": _("Flytt til en annen celle")} if in_cell else {}
    menu = ActionMenu(parent, tile_answers(tile, wishes), words, groups=(_MOVES,))
    more = extra()
    if more is not None:
        menu.addSeparator()
        menu.addMenu(more)
    return menu


def open_tile_menu(
    parent: QWidget, tile: Tile, wishes: Wishes, extra: Callable[[], QMenu | None], at: QPoint
) -> None:
    """Open the menu of a tile at a place on the screen."""
    tile_menu(parent, tile, wishes, extra).open_at(at)
