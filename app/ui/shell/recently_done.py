"""`Nylig gjort`: what was done in this window and can still be taken back, in the side panel."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.foundation.dates import time_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.shell.undoing import Done, Undoing
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.scrolling import scrolling
from app.ui.widgets.side_panel import PanelContent


class RecentlyDone(PanelContent):
    """A line for each thing, newest first, with the time and `Angre`."""

    def __init__(self, undoing: Undoing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undoing = undoing
        self.links: list[LinkButton] = []
        self.close_button = Button(_("Lukk"), self.close_asked.emit)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, MARGIN, 0)
        self._rows.setSpacing(GAP)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(HeadingLabel(_("Nylig gjort")))
        said = _("Samtaler kan ikke angres. De rettes med en ny versjon.")
        layout.addWidget(SecondaryLabel(said, wrap=True))
        layout.addWidget(scrolling(rows, _("Nylig gjort")), 1)
        layout.addWidget(self.close_button)
        undoing.changed.connect(self._show)
        self._show()

    def first_focus(self) -> QWidget:
        """Return what takes the newest back, or the button that closes."""
        return self.links[0] if self.links else self.close_button

    def _show(self) -> None:
        had_focus = any(link.hasFocus() for link in self.links)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.links = []
        for done in self._undoing.possible:
            self._rows.addWidget(self._row(done))
        if not self.links:
            self._rows.addWidget(Label(_("Det er ingenting å angre."), "muted", wrap=True))
        if had_focus:
            self.first_focus().setFocus()

    def _row(self, done: Done) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        link = LinkButton(
            _("Angre"),
            lambda: self._undoing.take_back(done),
            name=_("Angre: {0}").format(done.text),
        )
        self.links.append(link)
        line.addWidget(SecondaryLabel(time_text(done.at)))
        line.addWidget(Label(done.text, wrap=True), 1)
        line.addWidget(link)
        return row
