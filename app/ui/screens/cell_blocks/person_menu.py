"""What can be done with the person a tile or row is about. Nothing is to be had here alone."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.foundation.translation import _
from app.ui.screens.cell_blocks.tiles import Tile


class PersonMenu(QMenu):
    """Holds the actions; those that do not fit the tile are left out when it opens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Handlinger"))
        # They belong to the page: a menu that is cleared deletes the actions that are its own.
        self.open_person = QAction(_("Åpne"), parent)
        self.new_conversation = QAction(_("Ny samtale"), parent)
        self.open_plan = QAction(_("Plan"), parent)
        self.print_plan = QAction(_("Skriv ut planen"), parent)
        self.print_unit_list = QAction(_("Skriv ut avdelingslista"), parent)
        self.place = QAction(_("Sett i celle"), parent)
        self.take_out = QAction(_("Ta ut av celle"), parent)
        self.contact_officer = QAction(_("Sett kontaktbetjent"), parent)
        self.add_person = QAction(_("Ny innsatt"), parent)

    def open_for(self, tile: Tile, place: QPoint, extra: Callable[[], QMenu | None]) -> None:
        """Open for a tile at a place on the screen; ``extra`` gives a menu to put last."""
        self.fill_for(tile)
        more = extra()
        if more is not None:
            self.addSeparator()
            self.addMenu(more)
        self.popup(place)

    def fill_for(self, tile: Tile) -> None:
        """Offer what fits the tile."""
        self.clear()
        line = tile.line
        if line is None:
            self.addAction(self.add_person)
            return
        self.addActions([self.open_person, self.new_conversation, self.open_plan, self.print_plan])
        self.addSeparator()
        in_cell = line.cell is not None
        self.place.setText(_("Flytt til en annen celle") if in_cell else _("Sett i celle"))
        self.addAction(self.place)
        if in_cell:
            self.addAction(self.take_out)
        self.addAction(self.contact_officer)
