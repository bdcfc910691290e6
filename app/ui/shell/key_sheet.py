"""Ctrl+/: every key there is, in the side panel."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.shell.actions import ActionEntry, key_text
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import HeadingLabel, Label
from app.ui.widgets.scrolling import scrolling
from app.ui.widgets.side_panel import PanelContent

_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight


class KeySheet(PanelContent):
    """The list, in the order of the menus."""

    def __init__(self, entries: Iterable[ActionEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._close = Button(_("Lukk"), self.close_asked.emit)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, MARGIN, 0)
        grid.setVerticalSpacing(GAP)
        keyed = [entry for entry in entries if entry.keys]
        for row, entry in enumerate(keyed):
            grid.addWidget(Label(_(entry.text)), row, 0)
            keys = " · ".join(key_text(key) for key in entry.keys)
            grid.addWidget(Label(keys, "key"), row, 1, _RIGHT)
        grid.setRowStretch(len(keyed), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(HeadingLabel(_("Alle snarveier")))
        layout.addWidget(scrolling(rows, _("Alle snarveier")), 1)
        layout.addWidget(self._close)

    def first_focus(self) -> QWidget:
        """Return the button that closes."""
        return self._close
