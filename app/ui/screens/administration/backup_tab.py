"""Backups: one now, by themselves, and back again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.access import Officer, Right
from app.domain.backups import SUFFIX, BackupHead, BackupSchedule, KeptBackup
from app.domain.errors import BackupOlder, RuleBroken
from app.foundation.dates import moment_text
from app.foundation.progress import Progress
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Lane, Task, Tasks
from app.ui.screens.administration.backup_cards import KeptCard, MakeCard, PlanCard
from app.ui.screens.administration.backup_desk import BackupDesk
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.questions import ask_yes
from app.ui.widgets.side_by_side import SideBySide
from app.ui.widgets.state_view import StateView
from app.use_cases.backup_plan import BackupState
from app.use_cases.restore import Restore, Restored

_CARDS_WIDTH = 470
_KEPT_WIDTH = 420
_OWN_LOOK = QFileDialog.Option.DontUseNativeDialog
Result = TypeVar("Result")


class BackupTab(QWidget):
    """Cards left, what is kept right. One thing is under way at a time.

    Signals:
        saved: with a sentence for a toast.
        restored: another database is in the place; the officer must sign in anew.
    """

    saved = Signal(str)
    restored = Signal()

    def __init__(
        self, tasks: Tasks, officer: Officer, desk: BackupDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._allowed = officer.may(Right.MANAGE_DATABASE)
        self._running: Task[object] | None = None
        self.ask_folder: Callable[[], Path | None] = self._choose_folder
        self.ask_file: Callable[[bool], Path | None] = self._choose_file
        self.making = MakeCard()
        self.plan = PlanCard()
        self.kept = KeptCard(restores=desk.restores)
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for card in (self.making, self.plan):
            column.addWidget(card)
        column.addStretch()
        parts = SideBySide(cards, self.kept, width=_CARDS_WIDTH, room=_KEPT_WIDTH)
        self._state = StateView(parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.addWidget(self._state)
        self._connect()
        if self._allowed:
            self._state.show_loading()
        else:
            self._state.show_not_allowed()

    @property
    def is_working(self) -> bool:
        """Tell whether something is under way."""
        return self._running is not None

    def reload(self) -> None:
        """Look at the folder anew; what is being typed stays."""
        if self._allowed:
            self._tasks.read(self._desk.state, self, self._show, self._fail)

    def _connect(self) -> None:
        self.making.make.clicked.connect(self._make)
        self.making.make_at.clicked.connect(self._make_elsewhere)
        self.making.cancel.clicked.connect(self._cancel)
        self.plan.folder_asked.connect(self._take_folder)
        self.plan.saved.connect(self._save_plan)
        self.kept.check_asked.connect(self._check)
        self.kept.restore_asked.connect(self._restore)
        self.kept.file_asked.connect(self._restore_other)

    def _show(self, state: BackupState) -> None:
        self.plan.show_schedule(state.schedule)
        self.kept.show_kept(state.kept)
        self.making.newest.setText(_newest_text(state))
        if state.failure and not self.is_working:
            self.making.complain(_("Kopien mislyktes – {0}").format(state.failure))
        self.making.make.setEnabled(state.schedule.folder is not None and not self.is_working)
        self.making.warn(
            _("Mappen ligger på samme disk som databasen. Går disken i stykker, er begge borte.")
            if state.same_disk
            else ""
        )
        self._state.show_content()

    def _make(self) -> None:
        self._run(self._desk.make, self._made, _("Sikkerhetskopi"))

    def _make_elsewhere(self) -> None:
        file = self.ask_file(False)  # noqa: FBT003 - tests answer in its place
        if file is not None:
            target = file if file.suffix else file.with_suffix(SUFFIX)
            self._run(partial(self._desk.make_at, target), self._made, _("Sikkerhetskopi"))

    def _made(self, made: KeptBackup) -> None:
        self.making.say(_("Kopien er laget og kontrollert: {0}").format(made.file.name))
        self.saved.emit(_("Sikkerhetskopien er laget."))
        self.reload()

    def _check(self, file: Path) -> None:
        self._run(partial(self._desk.check, file), self._checked, _("Kontrollerer kopien"))

    def _checked(self, head: BackupHead) -> None:
        made = moment_text(head.made_at)
        self.making.say(_("Kopien fra {0} er hel og kan hentes tilbake.").format(made))

    def _take_folder(self) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self.plan.take_folder(folder)

    def _save_plan(self, schedule: BackupSchedule) -> None:
        save = partial(self._desk.plan, schedule)
        self._tasks.write(save, self, self._plan_saved, self._explain_plan)

    def _plan_saved(self, _nothing: None) -> None:
        self.reload()
        self.saved.emit(_("Planen er lagret."))

    def _explain_plan(self, fault: Exception) -> None:
        if isinstance(fault, RuleBroken):
            self.plan.show_problems(fault.problems)
        else:
            self._complain(fault)

    def _restore_other(self) -> None:
        file = self.ask_file(True)  # noqa: FBT003 - tests answer in its place
        if file is not None:
            self._restore(file)

    def _restore(self, file: Path, *, discard_newer: bool = False) -> None:
        password = self.kept.password.text()
        if not password:
            self.making.complain(_("Skriv passordet til kopien først."))
            self.kept.password.setFocus()
            return
        if not discard_newer and not self._is_wanted():
            return
        wish = Restore(file, self._desk.user_name, password, discard_newer)
        work = partial(self._desk.restore, wish)
        self._run(work, self._restored, _("Henter tilbake kopi"), partial(self._older, file))

    def _is_wanted(self) -> bool:
        return ask_yes(
            self,
            _("Hente tilbake kopien?"),
            _(
                "Kopien tar databasens plass. Databasen slik den er nå, blir lagt til side som en"
                " egen kopi. Du må logge inn på nytt etterpå."
            ),
            _("Hent tilbake kopien"),
            _("Behold databasen"),
        )

    def _older(self, file: Path, fault: Exception) -> None:
        if not isinstance(fault, BackupOlder):
            self._complain(fault)
            return
        consequence = _("{0} De blir borte fra databasen, men er med i kopien som legges til side.")
        if ask_yes(
            self,
            _("Kopien er eldre enn databasen"),
            consequence.format(fault),
            _("Hent den tilbake likevel"),
            _("Behold databasen"),
        ):
            self._restore(file, discard_newer=True)
        else:
            self.making.say(_("Ingenting er endret."))

    def _restored(self, _done: Restored) -> None:
        self.kept.password.clear()
        self.saved.emit(_("Kopien er hentet tilbake. Logg inn på nytt."))
        self.restored.emit()

    def _run(
        self,
        work: Callable[[Progress], Result],
        then: Callable[[Result], None],
        title: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if self._running is not None:
            return

        def done(result: Result) -> None:
            self._stop()
            then(result)

        def fail(fault: Exception) -> None:
            self._stop()
            (failed or self._complain)(fault)

        task = Task(self, work, done, fail, title=title)
        task.progressed = self.making.show_progress
        task.cancelled = self._cancelled
        self._running = task  # type: ignore[assignment]
        self.making.show_working(yes=True)
        self.kept.allow(yes=False)
        # Not in the lane of saves: officers go on writing meanwhile.
        self._tasks.run(task, Lane.READ)

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _cancelled(self) -> None:
        self._stop()
        self.making.say(_("Avbrutt. Ingenting er endret."))

    def _stop(self) -> None:
        self._running = None
        self.making.show_working(yes=False)
        self.kept.allow(yes=True)
        self.reload()

    def _complain(self, fault: Exception) -> None:
        self.making.complain(sentence(fault))
        if not is_known(fault):
            raise fault

    def _fail(self, fault: Exception) -> None:
        self._state.show_failure(fault, self.reload)

    def _choose_folder(self) -> Path | None:
        dialog = QFileDialog(self, _("Velg mappe"))
        dialog.setOption(_OWN_LOOK)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _choose_file(self, is_there: bool) -> Path | None:  # noqa: FBT001 - as above
        dialog = QFileDialog(self, _("Velg fil"))
        dialog.setOption(_OWN_LOOK)
        dialog.setNameFilters([_("Sikkerhetskopier (*{0})").format(SUFFIX), _("Alle filer (*)")])
        if is_there:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def _newest_text(state: BackupState) -> str:
    if state.newest is not None:
        return _("Siste kopi: {0}").format(moment_text(state.newest))
    if state.schedule.folder is None:
        return _("Det tas ingen kopier. Velg en mappe under, eller lagre en kopi et annet sted.")
    return _("Ingen kopi er tatt ennå.")
