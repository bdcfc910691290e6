"""What a file would change, and what was found in it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout, QWidget

from app.exchange.findings import Finding
from app.exchange.kinds import ImportKind
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.screens.administration.import_words import (
    counts_text,
    list_headings,
    list_rows,
    list_word,
    verdict_word,
)
from app.ui.screens.administration.rows import RowsTable
from app.ui.widgets.announce import announce
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import Label, SecondaryLabel
from app.use_cases.import_report import ImportReport, Verdict
from app.use_cases.imports import ImportOptions

CHANGES = "changes"
ERRORS = "errors"
WARNINGS = "warnings"
_FINDING_WIDTHS = (60, 170)
_CHANGE_WIDTHS = (150, 240)
_LIST_WIDTHS = (220, 150, 110)
# In the order they are looked for: who comes, moves and goes, then what is corrected.
_LISTS = (
    Verdict.CREATED,
    Verdict.MOVED,
    Verdict.DEPARTED,
    Verdict.CHANGED,
    Verdict.UNCHANGED,
)


class ReportView(QFrame):
    """Counts above, a list below; the errors first when there are any.

    Signals:
        prison_chosen: with the code of a prison of the file.
        create_places_chosen: with whether cells that are missing are to be made.
    """

    prison_chosen = Signal(str)
    create_places_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._report: ImportReport | None = None
        self._summary = Label("", "strong", wrap=True)
        self.prison = QComboBox()
        self.prison.setAccessibleName(_("Fengsel"))
        self._prison_label = SecondaryLabel(_("Filen har flere fengsler. Hent inn"))
        self._prison_label.setBuddy(self.prison)
        self.create_places = QCheckBox(_("Lag celler som mangler"))
        self.create_places.setAccessibleName(_("Lag celler som mangler"))
        self.lists = ChoiceChips(_("Vis"))
        self.table = RowsTable(_("Endringer"))
        self._lay_out()
        self.lists.chosen.connect(lambda _which: self._fill())
        self.prison.activated.connect(lambda: self.prison_chosen.emit(self.prison.currentText()))
        self.create_places.clicked.connect(self.create_places_chosen)

    def show_report(self, report: ImportReport, options: ImportOptions) -> None:
        """Show a report; the list stays the one chosen unless there are errors."""
        self._report = report
        self._summary.setText(_summary(report))
        announce(self, self._summary.text())
        self._show_choices(report, options)
        before = self.lists.value
        self.lists.set_choices(_choices(report))
        self.lists.choose(ERRORS if report.rejected else before or CHANGES)
        if self.lists.value is None or (self.lists.value == ERRORS and not report.rejected):
            self.lists.choose(CHANGES)
        self._fill()

    def show_errors(self) -> None:
        """Lead to the errors."""
        self.lists.choose(ERRORS)
        self._fill()
        self.table.setFocus()

    def _show_choices(self, report: ImportReport, options: ImportOptions) -> None:
        several = len(report.prisons) > 1
        for part in (self._prison_label, self.prison):
            part.setVisible(several)
        with QSignalBlocker(self.prison):
            self.prison.clear()
            self.prison.addItems(list(report.prisons))
            self.prison.setCurrentText(report.prison)
        self.create_places.setVisible(report.kind == ImportKind.ROLL)
        self.create_places.setChecked(options.create_places)

    def _fill(self) -> None:
        report = self._report
        if report is None:
            return
        which = self.lists.value
        if isinstance(which, Verdict):
            self.table.setAccessibleName(list_word(which))
            rows = list_rows(which, report.of(which))
            self.table.show_rows(list_headings(which), rows, _LIST_WIDTHS)
            return
        if which == CHANGES:
            self.table.setAccessibleName(_("Endringer"))
            headings = (_("Hva"), _("Hvem eller hva"), _("Hvordan"))
            every = [
                (verdict_word(change.what), change.subject, change.detail)
                for change in report.changes
            ]
            self.table.show_rows(headings, every, _CHANGE_WIDTHS)
            return
        is_errors = which == ERRORS
        self.table.setAccessibleName(_("Feil") if is_errors else _("Merknader"))
        found = report.rejected if is_errors else report.warnings
        headings = (_("Rad"), _("Kolonne"), _("Melding"))
        self.table.show_rows(headings, _finding_rows(found), _FINDING_WIDTHS)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self._summary)
        choices = QWidget()
        row = FlowLayout(choices)
        for part in (self._prison_label, self.prison, self.create_places):
            row.addWidget(part)
        layout.addWidget(choices)
        layout.addWidget(self.lists)
        layout.addWidget(self.table, 1)
        for part in (self._prison_label, self.prison, self.create_places):
            part.hide()


def _choices(report: ImportReport) -> list[tuple[object, str]]:
    """Return the lists there are: those of the changes that happen, and the findings."""
    choices: list[tuple[object, str]] = [
        (CHANGES, _("Alle endringer {0}").format(len(report.changes)))
    ]
    for verdict in _LISTS:
        number = len(report.of(verdict))
        if number:
            text = _("{what} {number}").format(what=list_word(verdict), number=number)
            choices.append((verdict, text))
    choices.append((ERRORS, _("Feil {0}").format(len(report.rejected))))
    choices.append((WARNINGS, _("Merknader {0}").format(len(report.warnings))))
    return choices


def _summary(report: ImportReport) -> str:
    if report.rejected:
        return _("Filen kan ikke hentes inn slik den er. Ingenting blir endret.")
    if report.changes_nothing:
        return _("Filen sier det samme som før. Samme fil igjen endrer ingenting.")
    return counts_text(report)


def _finding_rows(found: Sequence[Finding]) -> list[tuple[str, str, str]]:
    return [
        ("" if finding.row is None else str(finding.row), finding.column or "", finding.message)
        for finding in found
    ]
