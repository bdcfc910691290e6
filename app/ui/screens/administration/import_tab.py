"""Bring a file in: choose it, look, correct, then all or nothing."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.exchange.kinds import ImportKind
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.columns_form import ColumnsForm
from app.ui.screens.administration.desk import AdministrationDesk
from app.ui.screens.administration.file_field import FileField
from app.ui.screens.administration.import_presenter import ImportPresenter
from app.ui.screens.administration.import_words import kind_word
from app.ui.screens.administration.profile_bar import ProfileBar
from app.ui.screens.administration.report_view import ReportView
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.side_by_side import SideBySide
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.import_report import ImportReport
from app.use_cases.imports import ImportOptions

_COLUMNS_WIDTH = 480
_REPORT_WIDTH = 420


class ImportTab(QWidget):
    """Shows an import; ``ImportPresenter`` leads it.

    Signals:
        brought_in: with a sentence for a toast.
    """

    brought_in = Signal(str)

    def __init__(
        self, tasks: Tasks, desk: AdministrationDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kinds = ChoiceChips(
            _("Filen inneholder"), [(kind, kind_word(kind)) for kind in ImportKind]
        )
        self.kinds.choose(ImportKind.PLACES)
        self.file = FileField()
        self.columns = ColumnsForm()
        self.profiles = ProfileBar()
        self.report = ReportView()
        self._columns_card = self._column_card()
        parts = SideBySide(
            self._columns_card, self.report, width=_COLUMNS_WIDTH, room=_REPORT_WIDTH
        )
        self._found = StateView(parts)
        self.run_button = PrimaryButton(_("Hent inn"))
        self.cancel_button = Button(_("Avbryt"))
        self._progress = QProgressBar()
        self._progress.setAccessibleName(_("Fremdrift"))
        self._progress.setTextVisible(False)
        self.result = Label("", "ok", wrap=True)
        self.problem = Label("", "problem", wrap=True)
        self._state = StateView(self._everything())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._state)
        self.presenter = ImportPresenter(self, self.profiles, tasks, desk, self)
        self._connect()
        self.show_no_file()

    # What the presenter needs.

    def show_file(self, file: Path) -> None:
        """Name the file that is being read."""
        self.file.show_file(file)
        self._found.show_loading()

    def show_no_file(self) -> None:
        """Say what to choose, and that nothing changes before it is seen."""
        text = _(
            "Velg en CSV-fil eller et regneark med steder, innsatte eller samtaler. Du ser hva som"
            " vil bli endret,"
            " før noe blir det."
        )
        act = Act(_("Velg fil"), self.file.button.click)
        self._found.show_empty(_("Ingen fil er valgt"), text, act)

    def show_kind(self, kind: ImportKind) -> None:
        """Press the chip of a kind in."""
        self.kinds.choose(kind)

    def show_report(
        self,
        report: ImportReport,
        samples: Mapping[str, tuple[str, ...]],
        options: ImportOptions,
    ) -> None:
        """Show columns, counts, changes and findings."""
        self.columns.show_columns(report.columns, samples)
        self._columns_card.setVisible(bool(report.columns))
        self.report.show_report(report, options)
        self._found.show_content()

    def show_looking(self, *, yes: bool) -> None:
        """Show that the file is being read, with a way to stop it."""
        self._progress.setRange(0, 0)
        for part in (self._progress, self.cancel_button):
            part.setVisible(yes)

    def show_working(self, *, yes: bool) -> None:
        """Show that the file is being brought in, with a way to stop it."""
        self.show_looking(yes=yes)
        for chosen in (self.kinds, self.file, self._found):
            chosen.setEnabled(not yes)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it has come."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def show_result(self, text: str) -> None:
        """Say how it went."""
        _say(self.result, text)

    def show_problem(self, text: str) -> None:
        """Say why nothing was brought in."""
        _say(self.problem, text)

    def show_not_allowed(self) -> None:
        """Say that the account may not bring files in."""
        self._state.show_not_allowed()

    def focus_file(self) -> None:
        """Lead to where a file is chosen."""
        self.file.button.setFocus()

    def focus_errors(self) -> None:
        """Lead to the errors."""
        self.report.show_errors()

    def _connect(self) -> None:
        presenter = self.presenter
        self.kinds.chosen.connect(lambda kind: presenter.choose_kind(ImportKind(kind)))
        self.file.chosen.connect(presenter.choose_file)
        self.columns.chosen.connect(presenter.choose_column)
        self.report.prison_chosen.connect(presenter.choose_prison)
        self.report.create_places_chosen.connect(
            lambda yes: presenter.choose_create_places(create=yes)
        )
        self.run_button.clicked.connect(presenter.run)
        self.cancel_button.clicked.connect(presenter.cancel)
        presenter.brought_in.connect(self.brought_in)
        presenter.profiles.told.connect(self.show_result)
        self.profiles.chosen.connect(presenter.choose_profile)
        self.profiles.save_asked.connect(presenter.save_profile)
        self.profiles.delete_asked.connect(presenter.profiles.delete)

    def _everything(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(SecondaryLabel(_("Filen inneholder")))
        top.addWidget(self.kinds, 1)
        column.addLayout(top)
        column.addWidget(self.file)
        column.addWidget(self._found, 1)
        column.addWidget(self.problem)
        column.addLayout(self._bottom())
        for hidden in (self.problem, self.result, self._progress, self.cancel_button):
            hidden.hide()
        return content

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.run_button)
        row.addWidget(self.cancel_button)
        row.addWidget(self._progress)
        row.addWidget(self.result, 1)
        row.addStretch()
        return row

    def _column_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        column.setSpacing(GAP)
        column.addWidget(HeadingLabel(_("Kolonner")))
        column.addWidget(self.profiles)
        column.addWidget(self.columns, 1)
        return card


def _say(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
    announce(label, text)
