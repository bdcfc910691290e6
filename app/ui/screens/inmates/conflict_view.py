"""Two versions of a person side by side: what another officer saved, and what was typed here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.inmates.form_differences import Difference
from app.ui.screens.inmates.panel_parts import button_row
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, SecondaryLabel, TextLabel


class ConflictView(QFrame):
    """Shows the fields that differ. Nothing is written over until the officer says so.

    Signals:
        keep_mine: save what was typed here in place of the other version.
        take_theirs: throw what was typed away and show the other version.
    """

    keep_mine = Signal()
    take_theirs = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._heading = Label("", "strong", wrap=True)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP + SPACE)
        self.keep = Button(_("Lagre min versjon"), self._keep)
        self.take = Button(_("Bruk den andres"), self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP + SPACE, GAP, GAP + SPACE, GAP)
        layout.addWidget(self._heading)
        layout.addWidget(self._table)
        layout.addLayout(button_row(self.keep, self.take))
        self.hide()

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show what differs, the other officer's to the left."""
        text = _("En annen har lagret i mellomtiden. Ingenting er skrevet over.")
        self._heading.setText(text)
        self.setAccessibleName(text)
        self._clear()
        for column, head in enumerate(("", _("Lagret av en annen"), _("Det du skrev"))):
            self._grid.addWidget(SecondaryLabel(head), 0, column)
        for row, one in enumerate(differences, start=1):
            self._grid.addWidget(SecondaryLabel(one.label), row, 0)
            self._grid.addWidget(TextLabel(one.theirs), row, 1)
            self._grid.addWidget(TextLabel(one.mine), row, 2)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        self.show()
        announce(self, text)
        self.keep.setFocus()

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _keep(self) -> None:
        self.hide()
        self.keep_mine.emit()

    def _take(self) -> None:
        self.hide()
        self.take_theirs.emit()
