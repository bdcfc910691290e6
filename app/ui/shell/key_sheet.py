"""Ctrl+/: every key there is, menu by menu, in the side panel."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.actions.entries import ActionEntry, keys_text
from app.ui.actions.key_page import by_menu
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import HeadingLabel, Label
from app.ui.widgets.scrolling import scrolling
from app.ui.widgets.side_panel import PanelContent

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class KeySheet(PanelContent):
    """The list, in the order of the menus."""

    def __init__(self, entries: Iterable[ActionEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._close = Button(_("Lukk"), self.close_asked.emit)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, MARGIN, 0)
        grid.setVerticalSpacing(GAP)
        for word, keyed in by_menu(entries):
            place = grid.rowCount()
            grid.addWidget(HeadingLabel(word), place, 0)
            for row, entry in enumerate(keyed, place + 1):
                grid.addWidget(Label(_(entry.text), wrap=True), row, 0)
                grid.addWidget(Label(keys_text(entry), "key"), row, 1, _RIGHT)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(HeadingLabel(_("Alle snarveier")))
        layout.addWidget(scrolling(rows, _("Alle snarveier")), 1)
        layout.addWidget(self._close)

    def first_focus(self) -> QWidget:
        """Return the button that closes."""
        return self._close

    def help(self) -> str:
        """Return the sheet of the guide."""
        return "tastatur.md"
