"""What the person has said no to, and when to ask again."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.plans import Declined
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.plans.fields import DayField, TextField
from app.ui.screens.plans.problems import Spot
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.deeds import Deed
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.page import Notice
from app.ui.widgets.problem_bar import FieldProblem


class DeclinedRow(QWidget):
    """One offer that was declined.

    Signals:
        edited, removed, next_asked: a field changed; the button; Enter.
    """

    edited = Signal()
    removed = Signal()
    next_asked = Signal()

    def __init__(
        self, item: Declined, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.what = TextField(_("Takket nei til"), hint=_("Hva"))
        self.reason = TextField(_("Grunn, hvis den ble gitt"), hint=_("Grunn, hvis den ble gitt"))
        self.ask_again = DayField(_("Spør igjen"), today)
        self.remove = IconButton("close", _("Fjern tilbudet"), self.removed.emit)
        self.remove.setProperty("role", "quiet")
        self.what_problem = FieldProblem(self.what)
        self.day_problem = FieldProblem(self.ask_again)
        self.what.show_text(item.what)
        self.reason.show_text(item.reason)
        self.ask_again.set_value(item.ask_again_on)
        label = SecondaryLabel(_("Spør igjen"))
        label.setBuddy(self.ask_again)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE)
        grid.addWidget(self.what, 0, 0, 1, 2)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.what_problem, 1, 0, 1, 3)
        grid.addWidget(self.reason, 2, 0, 1, 3)
        grid.addWidget(label, 3, 0)
        grid.addWidget(self.ask_again, 3, 1, 1, 2)
        grid.addWidget(self.day_problem, 4, 0, 1, 3)
        for field in (self.what, self.reason, self.ask_again):
            field.textChanged.connect(self.edited)
            field.entered.connect(self.next_asked)

    @property
    def item(self) -> Declined:
        """Return what the fields say."""
        return Declined(self.what.text(), self.reason.text(), self.ask_again.value)

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is typed."""
        fields = (self.what, self.reason, self.ask_again)
        return not any(field.text().strip() for field in fields)

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown."""
        return {
            "what": Spot(self.what, self.what_problem, self.what.text),
            "ask_again_on": Spot(self.ask_again, self.day_problem, self.ask_again.said),
        }

    def focus_chain(self) -> Sequence[QWidget]:
        """Return the fields as Tab goes through them."""
        return (self.what, self.remove, self.reason, self.ask_again)


class DeclinedList(QWidget):
    """The declined offers; a removed one can be brought back.

    Signals:
        edited: something is said otherwise.
        rows_changed: rows came or went.
        notice: with a ``Notice`` that offers to bring a row back.
    """

    edited = Signal()
    rows_changed = Signal()
    notice = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[DeclinedRow] = []
        self._owner: object = None
        self.new = LinkButton(_("Skriv hva det er takket nei til"), self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.new)

    @property
    def items(self) -> tuple[Declined, ...]:
        """Return what the rows say; blank ones are left out."""
        return tuple(row.item for row in self._filled)

    @property
    def _filled(self) -> list[DeclinedRow]:
        return [row for row in self._rows if not row.is_blank]

    def show_items(self, items: Sequence[Declined], owner: object) -> None:
        """Show these and no others."""
        self._owner = owner
        for row in tuple(self._rows):
            self._take_out(row)
        for item in items:
            self._put_in(item, len(self._rows))
        self.rows_changed.emit()

    def add(self) -> None:
        """Begin a row, unless one is blank, and move the focus there."""
        blank = next((row for row in self._rows if row.is_blank), None)
        row = blank or self._put_in(Declined(""), len(self._rows))
        self.rows_changed.emit()
        row.what.setFocus()

    def spots(self) -> dict[str, Spot]:
        """Return where problems are shown, by ``declined.<place>.<field>``."""
        return {
            f"declined.{place}.{name}": spot
            for place, row in enumerate(self._filled)
            for name, spot in row.spots().items()
        }

    def focus_chain(self) -> list[QWidget]:
        """Return the fields as Tab goes through them."""
        return [*(field for row in self._rows for field in row.focus_chain()), self.new]

    def _put_in(self, item: Declined, place: int) -> DeclinedRow:
        row = DeclinedRow(item, self._today)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        # Not left to the layout, which waits for an event: the next key may be Tab.
        row.show()
        row.edited.connect(self.edited)
        row.next_asked.connect(self.add)
        row.removed.connect(lambda: self._remove(row))
        return row

    def _take_out(self, row: DeclinedRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: DeclinedRow) -> None:
        place, item, is_blank, owner = self._rows.index(row), row.item, row.is_blank, self._owner
        self._take_out(row)
        self.new.setFocus()
        self.rows_changed.emit()
        self.edited.emit()
        if not is_blank:
            bring_back = Deed(partial(self._bring_back, item, place, owner))
            self.notice.emit(Notice(_("Tilbudet er fjernet."), deed=bring_back))

    def _bring_back(self, item: Declined, place: int, owner: object) -> None:
        if shiboken6.isValid(self) and owner == self._owner:
            self._put_in(item, min(place, len(self._rows)))
            self.rows_changed.emit()
            self.edited.emit()
