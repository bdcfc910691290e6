"""Who works here, a new account, and a new password for somebody who forgot the old one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.access import Right, Role
from app.domain.cell_choices import UnitChoice
from app.domain.errors import AlreadyThere, Problem
from app.domain.read_models import OfficerLine
from app.domain.words import word
from app.foundation.translation import _
from app.ui.actions.action_menu import Answers
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.desk import AdministrationDesk
from app.ui.screens.administration.form import Form, password_line, unequal
from app.ui.screens.administration.rows import RowsTable
from app.ui.widgets.side_by_side import SideBySide
from app.ui.widgets.state_view import StateView
from app.use_cases.administration import NewOfficer

_FORMS_WIDTH = 470
_TABLE_WIDTH = 400
_WIDTHS = (190, 110, 130, 90)


class OfficersTab(QWidget):
    """The accounts left, the forms right.

    Signals:
        saved: with a sentence for a toast.
    """

    saved = Signal(str)

    def __init__(
        self, tasks: Tasks, desk: AdministrationDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._officers: Sequence[OfficerLine] = ()
        self.table = RowsTable(_("Brukere"))
        self.role = QComboBox()
        self.unit = QComboBox()
        for role in Role:
            self.role.addItem(word(role), role)
        self.new = self._new_form()
        self.reset = self._reset_form()
        forms = self._both_forms()
        self._state = StateView(
            SideBySide(forms, self.table, width=_FORMS_WIDTH, room=_TABLE_WIDTH, narrow_first=False)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.addWidget(self._state)
        self.table.row_answers = self._row_answers
        self.table.selectionModel().currentRowChanged.connect(self._show_reset)
        if desk.officer.may(Right.MANAGE_OFFICERS):
            self._show_units(())
            self._state.show_loading()
        else:
            self._state.show_not_allowed()

    def reload(self) -> None:
        """Fetch the accounts and the units anew."""
        if self._desk.officer.may(Right.MANAGE_OFFICERS):
            self._tasks.read(self._desk.officers, self, self._show, self._fail)
            self._tasks.read(self._desk.units, self, self._show_units, self._fail)

    def _show(self, officers: Sequence[OfficerLine]) -> None:
        chosen = self.table.chosen_row
        self._officers = officers
        headings = (_("Navn"), _("Brukernavn"), _("Rolle"), _("Avdeling"), _("Konto"))
        self.table.show_rows(headings, [_row(line) for line in officers], _WIDTHS)
        if chosen is not None and chosen < len(officers):
            self.table.selectRow(chosen)
        self._show_reset()
        self._state.show_content()

    def _show_units(self, units: Sequence[UnitChoice]) -> None:
        before = self.unit.currentData()
        self.unit.clear()
        self.unit.addItem(_("ingen"), None)
        for unit in units:
            self.unit.addItem(unit.name or unit.path, unit.path)
        self.unit.setCurrentIndex(max(0, self.unit.findData(before)))

    def _add(self) -> None:
        fields = self.new.fields
        password, again = _text(fields["password"]), _text(fields["again"])
        problem = unequal(password, again)
        self.new.problems.clear()
        if problem is not None:
            self.new.show_problems(problem)
            return
        officer = NewOfficer(
            _text(fields["user_name"]),
            _text(fields["display_name"]),
            self.role.currentData(),
            password,
            self.unit.currentData(),
        )
        add = partial(self._desk.add_officer, officer)
        self._tasks.write(add, self, partial(self._added, officer), self._explain_new)

    def _added(self, officer: NewOfficer, _id: object) -> None:
        self.new.clear()
        self.new.fields["user_name"].setFocus()
        self.reload()
        self.saved.emit(_("{0} kan logge inn nå.").format(officer.display_name))

    def _explain_new(self, fault: Exception) -> None:
        if isinstance(fault, AlreadyThere):
            message = _("Brukernavnet er i bruk. Velg et annet.")
            self.new.show_problems(Problem("user_name", message))
        else:
            self.new.explain(fault)

    def _reset(self) -> None:
        line = self._chosen()
        if line is None:
            return
        password, again = (_text(field) for field in self.reset.fields.values())
        problem = unequal(password, again)
        self.reset.problems.clear()
        if problem is not None:
            self.reset.show_problems(problem)
            return
        reset = partial(self._desk.reset_password, line.id, password)
        self._tasks.write(reset, self, partial(self._was_reset, line), self.reset.explain)

    def _was_reset(self, line: OfficerLine, _nothing: None) -> None:
        self.reset.clear()
        self.saved.emit(_("{0} har fått nytt passord.").format(line.display_name))

    def _chosen(self) -> OfficerLine | None:
        row = self.table.chosen_row
        return None if row is None or row >= len(self._officers) else self._officers[row]

    def _row_answers(self, _row: int) -> Answers:
        if self.reset.isHidden():
            return {}
        return {"reset_password": self.reset.fields["password"].setFocus}

    def _show_reset(self) -> None:
        line = self._chosen()
        own = line is not None and line.id == self._desk.officer.id
        self.reset.setVisible(line is not None and not own)
        if line is not None:
            text = _("Nytt passord til {0}").format(line.display_name)
            self.reset.heading.setText(text)

    def _new_form(self) -> Form:
        return Form(
            _("Legg til bruker"),
            {
                "user_name": (_("Brukernavn"), QLineEdit()),
                "display_name": (_("Fullt navn"), QLineEdit()),
                "role": (_("Rolle"), self.role),
                "unit": (_("Avdeling (valgfritt)"), self.unit),
                "password": (_("Første passord"), password_line()),
                "again": (_("Første passord en gang til"), password_line()),
            },
            (_("Legg til bruker"), self._add),
        )

    def _reset_form(self) -> Form:
        return Form(
            "",
            {
                "password": (_("Nytt passord"), password_line()),
                "again": (_("Nytt passord en gang til"), password_line()),
            },
            (_("Gi nytt passord"), self._reset),
            primary=False,
        )

    def _both_forms(self) -> QWidget:
        both = QWidget()
        forms = QVBoxLayout(both)
        forms.setContentsMargins(0, 0, 0, 0)
        forms.setSpacing(GAP)
        forms.addWidget(self.new)
        forms.addWidget(self.reset)
        forms.addStretch()
        self.reset.hide()
        return both

    def _fail(self, fault: Exception) -> None:
        self._state.show_failure(fault, self.reload)


def _row(line: OfficerLine) -> tuple[str, str, str, str, str]:
    return (
        line.display_name,
        line.user_name,
        word(line.role),
        line.unit or "",
        _("i bruk") if line.active else _("stengt"),
    )


def _text(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else ""
