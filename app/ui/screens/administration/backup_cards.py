"""The parts of the page of backups: make one now, the plan, and what is kept."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.domain.backups import LONGEST_MINUTES, MOST_KEPT, BackupSchedule, KeptBackup
from app.domain.errors import Problem
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.screens.administration.form import password_line
from app.ui.screens.administration.rows import RowsTable
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.problem_bar import ProblemBar

_WIDTHS = (150, 90)
_MEGABYTE = 1_000_000


class Card(QFrame):
    """A card with a heading and its parts below each other."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        self.column.setSpacing(SPACE)
        self.column.addWidget(HeadingLabel(heading))


class MakeCard(Card):
    """When the newest was made, a button for one more, how far it has come, and how it went."""

    def __init__(self) -> None:
        super().__init__(_("Kopi nå"))
        self.newest = Label("", wrap=True)
        self.warning = Label("", "problem", wrap=True)
        self.make = PrimaryButton(_("Lag kopi nå"))
        self.make_at = Button(_("Lagre kopi et annet sted"))
        self.cancel = Button(_("Avbryt"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Fremdrift"))
        self.bar.setTextVisible(False)
        self.result = Label("", "ok", wrap=True)
        self.problem = Label("", "problem", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.make, self.make_at):
            buttons.addWidget(button)
        buttons.addStretch()
        working = QHBoxLayout()
        working.setSpacing(GAP)
        working.addWidget(self.bar, 1)
        working.addWidget(self.cancel)
        for part in (self.newest, self.warning):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addLayout(working)
        for part in (self.result, self.problem):
            self.column.addWidget(part)
        for hidden in (self.warning, self.bar, self.cancel, self.result, self.problem):
            hidden.hide()

    def show_working(self, *, yes: bool) -> None:
        """Show that something is under way, with a way to stop it."""
        self.bar.setRange(0, 0)
        for part in (self.bar, self.cancel):
            part.setVisible(yes)
        for button in (self.make, self.make_at):
            button.setEnabled(not yes)
        if yes:
            self.say("")
            self.complain("")

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it has come."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def say(self, text: str) -> None:
        """Say how it went."""
        _tell(self.result, text)

    def complain(self, text: str) -> None:
        """Say why it did not go."""
        _tell(self.problem, text)

    def warn(self, text: str) -> None:
        """Say what is unwise about the plan."""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))


class PlanCard(Card):
    """Where, how often and how many.

    Signals:
        folder_asked: the officer wants to choose the folder.
        saved: with the ``BackupSchedule``.
    """

    folder_asked = Signal()
    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Kopier av seg selv"))
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(_("Ingen mappe: ingen kopier"))
        self.choose = Button(_("Velg mappe"), self.folder_asked.emit)
        self.minutes = _number(_("Minutter mellom kopiene"), LONGEST_MINUTES)
        self.keep = _number(_("Antall kopier som beholdes"), MOST_KEPT)
        self.problems = ProblemBar()
        self.save = Button(_("Lagre planen"), self._save)
        self._stored = BackupSchedule()
        self._show(self._stored)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        self._line(grid, 0, _("Mappe"), self.folder)
        grid.addWidget(self.choose, 0, 2)
        self._line(grid, 1, _("Hvert"), self.minutes)
        grid.addWidget(SecondaryLabel(_("minutter")), 1, 2)
        self._line(grid, 2, _("Behold"), self.keep)
        grid.addWidget(SecondaryLabel(_("kopier")), 2, 2)
        text = _("Velg en annen disk enn den databasen ligger på. Kopiene er kryptert.")
        self.column.addWidget(SecondaryLabel(text, wrap=True))
        self.column.addLayout(grid)
        self.column.addWidget(self.problems)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch()
        self.column.addLayout(row)

    def show_schedule(self, schedule: BackupSchedule) -> None:
        """Show a schedule, unless another is being typed."""
        if self.schedule() == self._stored:
            self._show(schedule)
        self._stored = schedule

    def take_folder(self, folder: Path) -> None:
        """Fill in a folder the officer chose."""
        self.folder.setText(str(folder))

    def schedule(self) -> BackupSchedule:
        """Return what is typed."""
        typed = self.folder.text().strip()
        folder = Path(typed).expanduser() if typed else None
        return BackupSchedule(folder, self.minutes.value(), self.keep.value())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what must be put right."""
        fields: dict[str, QWidget] = {
            "folder": self.folder,
            "minutes": self.minutes,
            "keep": self.keep,
        }
        self.problems.show_problems(tuple(problems), fields)

    def _show(self, schedule: BackupSchedule) -> None:
        self.folder.setText(str(schedule.folder or ""))
        self.minutes.setValue(schedule.minutes)
        self.keep.setValue(schedule.keep)

    def _save(self) -> None:
        self.problems.clear()
        self.saved.emit(self.schedule())

    @staticmethod
    def _line(grid: QGridLayout, row: int, text: str, field: QWidget) -> None:
        label = SecondaryLabel(text)
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)


class KeptCard(Card):
    """The backups of the folder, and what can be done with the chosen one.

    Signals:
        check_asked, restore_asked: with the file.
        file_asked: the officer wants to restore one from elsewhere.
    """

    check_asked = Signal(object)
    restore_asked = Signal(object)
    file_asked = Signal()

    def __init__(self, *, restores: bool) -> None:
        super().__init__(_("Kopier som er tatt vare på"))
        self.empty = SecondaryLabel(_("Ingen kopier i mappen ennå."), wrap=True)
        self.table = RowsTable(_("Sikkerhetskopier"))
        self.password = password_line()
        self.check = Button(_("Kontroller kopien"), self._check)
        self.restore = DangerButton(_("Hent tilbake kopien"), self._restore)
        self.other = Button(_("Hent tilbake fra en fil"), self.file_asked.emit)
        self._kept: Sequence[KeptBackup] = ()
        self.column.addWidget(self.empty)
        self.column.addWidget(self.table, 1)
        if restores:
            self.column.addWidget(self._password_label())
            self.column.addWidget(self.password)
        else:
            text = _("En kopi hentes tilbake til en tom database på serveren. IT gjør det.")
            self.column.addWidget(SecondaryLabel(text, wrap=True))
        row = FlowLayout()
        row.addWidget(self.check)
        if restores:
            row.addWidget(self.restore)
            row.addWidget(self.other)
        self.column.addLayout(row)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        self._offer()

    def show_kept(self, kept: Sequence[KeptBackup]) -> None:
        """Show the backups, the newest first; the choice stays on its file."""
        before = self.chosen
        self._kept = kept
        self.empty.setVisible(not kept)
        self.table.setVisible(bool(kept))
        headings = (_("Laget"), _("Størrelse"), _("Tilstand"))
        self.table.show_rows(headings, [_row(backup) for backup in kept], _WIDTHS)
        for number, backup in enumerate(kept):
            if before is not None and backup.file == before.file:
                self.table.selectRow(number)
        self._offer()

    @property
    def chosen(self) -> KeptBackup | None:
        """Return the backup that is chosen."""
        row = self.table.chosen_row
        return None if row is None or row >= len(self._kept) else self._kept[row]

    def allow(self, *, yes: bool) -> None:
        """Offer what can be done, or nothing while something is under way."""
        self.setEnabled(yes)

    def _offer(self) -> None:
        for button in (self.check, self.restore):
            button.setEnabled(self.chosen is not None)

    def _check(self) -> None:
        if self.chosen is not None:
            self.check_asked.emit(self.chosen.file)

    def _restore(self) -> None:
        if self.chosen is not None:
            self.restore_asked.emit(self.chosen.file)

    def _password_label(self) -> SecondaryLabel:
        text = _("Passordet ditt da kopien ble laget, eller gjenopprettingskoden")
        label = SecondaryLabel(text, wrap=True)
        label.setBuddy(self.password)
        self.password.setAccessibleName(text)
        return label


def _row(backup: KeptBackup) -> tuple[str, str, str]:
    return (moment_text(backup.head.made_at), size_text(backup.size), _("kontrollert"))


def size_text(size: int) -> str:
    """Return a size in MB with one decimal, as ``3,4 MB``."""
    return _("{0} MB").format(f"{size / _MEGABYTE:.1f}".replace(".", ","))


def _number(name: str, most: int) -> NumberField:
    box = NumberField(name)
    box.setRange(1, most)
    return box


def _tell(label: Label, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
    announce(label, text)
