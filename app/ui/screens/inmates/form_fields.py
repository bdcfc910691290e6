"""The fields of the form: a label for each, whether it must be filled, and what is wrong."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.access import Officer
from app.domain.cell_choices import CellChoice
from app.domain.errors import Problem
from app.domain.inmates import LegalStatus
from app.domain.read_models import OfficerLine
from app.domain.words import word
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.inmates.choice_list import Choice, ChoiceList
from app.ui.screens.inmates.choices import cell_choices, officer_choices
from app.ui.screens.inmates.form_values import LABELS, REQUIRED, FormValues
from app.ui.screens.inmates.language_picker import LanguagePicker
from app.ui.screens.inmates.panel_parts import NoticeFrame
from app.ui.widgets.date_field import DateField
from app.ui.widgets.labels import Label, SecondaryLabel
from app.ui.widgets.problem_bar import FieldProblem

_LIST_LINES = 5
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_TEXT_FIELDS = ("family_name", "given_name", "prison_number", "birth_date")
_DAY_FIELDS = ("arrived_on", "release_date")
_ROWS = (
    ("family_name", "given_name"),
    ("prison_number", "birth_date"),
    ("legal_status",),
    ("languages",),
    ("interpreter_needed",),
    ("arrived_on", "release_date"),
)


class FormFields(QScrollArea):
    """Holds what is typed. ``widgets`` are the fields by the names the rules use.

    Signals:
        changed: with the name of the field the officer changed.
    """

    changed = Signal(str)

    def __init__(self, today: Callable[[], date], officer: Officer, *, is_new: bool) -> None:
        super().__init__()
        self._own_id = officer.id
        self._unit = officer.unit
        self._is_new = is_new
        self._filling = False
        self._texts = {name: QLineEdit() for name in _TEXT_FIELDS}
        self._days = {name: DateField(_(LABELS[name]), today) for name in _DAY_FIELDS}
        self._legal = QComboBox()
        for status in LegalStatus:
            # Qt keeps the plain text of a status, not the status.
            self._legal.addItem(word(status), status.value)
        self._languages = LanguagePicker()
        self._interpreter = QCheckBox(_(LABELS["interpreter_needed"]))
        self._interpreter.setAccessibleName(_(LABELS["interpreter_needed"]))
        self._cells = ChoiceList(_("Celle"), _("Filtrer celler"))
        self._full = NoticeFrame("notice")
        self._officers = ChoiceList(_("Kontaktbetjent"), _("Filtrer betjenter"))
        self.widgets: dict[str, QWidget] = {
            **self._texts,
            **self._days,
            "legal_status": self._legal,
            "languages": self._languages,
            "interpreter_needed": self._interpreter,
            "place": self._cells,
            "contact_officer": self._officers,
        }
        self._wrong: dict[str, FieldProblem] = {}
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Opplysninger"))
        self.setFocusPolicy(_NO_FOCUS)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, GAP, 0)
        layout.setSpacing(GAP)
        for names in _ROWS:
            row = QHBoxLayout()
            row.setSpacing(GAP + SPACE)
            for name in names:
                row.addWidget(self._labelled(name), 1)
            layout.addLayout(row)
        if self._is_new:
            for name, choices in (("place", self._cells), ("contact_officer", self._officers)):
                choices.show_lines(_LIST_LINES)
                layout.addWidget(self._labelled(name))
            layout.insertWidget(layout.count() - 1, self._full)
        layout.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def _labelled(self, name: str) -> QWidget:
        """Return a field below its label, and below that the room for what is wrong with it."""
        field = self.widgets[name]
        block = QWidget()
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        if field is not self._interpreter:
            layout.addLayout(self._label_row(name, field))
        layout.addWidget(field)
        inner = field.line if isinstance(field, DateField) else field
        self._wrong[name] = FieldProblem(inner)
        layout.addWidget(self._wrong[name])
        layout.addStretch(1)
        return block

    def _label_row(self, name: str, field: QWidget) -> QHBoxLayout:
        text = _(LABELS[name])
        label = Label(text)
        label.setBuddy(field)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label)
        if name in REQUIRED:
            row.addWidget(SecondaryLabel(_("Må fylles ut")))
            text = f"{text}, {_('må fylles ut')}"
        row.addStretch(1)
        if not isinstance(field, DateField | ChoiceList | LanguagePicker):
            field.setAccessibleName(text)
        return row

    def _listen(self) -> None:
        self._texts["birth_date"].setPlaceholderText(_("dd.mm.åååå"))
        for name, line in self._texts.items():
            line.textEdited.connect(partial(self._tell, name))
        for name, day in self._days.items():
            day.changed.connect(partial(self._tell, name))
        self._legal.activated.connect(partial(self._tell, "legal_status"))
        self._languages.changed.connect(partial(self._tell, "languages"))
        self._interpreter.clicked.connect(partial(self._tell, "interpreter_needed"))
        self._cells.chosen.connect(self._warn_of_full_cell)
        self._cells.chosen.connect(partial(self._tell, "place"))
        self._officers.chosen.connect(partial(self._tell, "contact_officer"))

    def _tell(self, name: str, *_what: object) -> None:
        if self._filling:
            return
        self._wrong[name].set_problem("")
        self.changed.emit(name)

    def _warn_of_full_cell(self, choice: Choice) -> None:
        self._full.say(choice.warning)

    @property
    def values(self) -> FormValues:
        """Return what stands in the form."""
        place, officer = self._cells.value, self._officers.value
        return FormValues(
            family_name=self._texts["family_name"].text(),
            given_name=self._texts["given_name"].text(),
            prison_number=self._texts["prison_number"].text(),
            birth_date=self._texts["birth_date"].text(),
            legal_status=LegalStatus(self._legal.currentData()),
            languages=self._languages.codes,
            interpreter_needed=self._interpreter.isChecked(),
            arrived_on=self._days["arrived_on"].line.text(),
            release_date=self._days["release_date"].line.text(),
            place_id=place if isinstance(place, UUID) else None,
            contact_officer_id=officer if isinstance(officer, UUID) else None,
        )

    def set_values(self, values: FormValues) -> None:
        """Fill the form without telling that it was typed in."""
        self._filling = True
        for name, line in self._texts.items():
            line.setText(getattr(values, name))
        for name, day in self._days.items():
            day.line.setText(getattr(values, name))
        self._legal.setCurrentIndex(self._legal.findData(values.legal_status.value))
        self._languages.set_codes(values.languages)
        self._interpreter.setChecked(values.interpreter_needed)
        self._cells.choose(values.place_id)
        self._officers.choose(values.contact_officer_id)
        self.show_problems(())
        self._filling = False

    def offer_cells(self, cells: Sequence[CellChoice]) -> None:
        """Offer the cells, those with room first, and going without one."""
        self._filling = True
        without = Choice(None, _("Uten celle"))
        self._cells.set_choices([without, *cell_choices(cells, self._unit)])
        self._filling = False

    def offer_officers(self, officers: Sequence[OfficerLine]) -> None:
        """Offer the contact officers, oneself first."""
        self._filling = True
        self._officers.set_choices(officer_choices(officers, self._own_id))
        self._filling = False

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say below each field what is wrong with it."""
        said = {problem.field: problem.message for problem in problems}
        for name, wrong in self._wrong.items():
            wrong.set_problem(said.get(name, ""))
