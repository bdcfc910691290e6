"""What was brought in before, and a way to take one of it back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.errors import RuleBroken
from app.foundation.dates import moment_text
from app.foundation.progress import Progress
from app.foundation.translation import _, plural
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Lane, Task, Tasks
from app.ui.screens.administration.desk import AdministrationDesk
from app.ui.screens.administration.import_words import kind_word
from app.ui.screens.administration.rows import RowsTable
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, DangerButton
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.labels import Label
from app.ui.widgets.questions import ask_yes
from app.ui.widgets.state_view import StateView
from app.use_cases.past_imports import PastImport

_WIDTHS = (140, 150, 100, 190, 60, 60, 70, 120)


class PastImportsTab(QWidget):
    """A list, newest first, and the button that undoes the chosen one.

    Signals:
        undone: with a sentence for a toast.
    """

    undone = Signal(str)

    def __init__(
        self, tasks: Tasks, desk: AdministrationDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._imports: Sequence[PastImport] = ()
        self._running: Task[None] | None = None
        self.table = RowsTable(_("Hentet inn før"))
        self.undo_button = DangerButton(_("Angre innhentingen"), self._ask)
        self.cancel_button = Button(_("Avbryt"), self._cancel)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(_("Fremdrift"))
        self._progress.setTextVisible(False)
        self.problem = Label("", "problem", wrap=True)
        self._state = StateView(self._everything())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.addWidget(self._state)
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        if desk.officer.may(Right.IMPORT):
            self._state.show_loading()
        else:
            self._state.show_not_allowed()

    def reload(self) -> None:
        """Fetch the list anew."""
        if self._desk.officer.may(Right.IMPORT) and self._running is None:
            self._tasks.read(self._desk.past_imports, self, self._show, self._fail)

    def _show(self, imports: Sequence[PastImport]) -> None:
        before = self._chosen()
        self._imports = imports
        if not imports:
            text = _("Alt som hentes inn, blir stående her og kan angres.")
            self._state.show_empty(_("Ingenting er hentet inn ennå"), text)
            return
        headings = (
            _("Når"),
            _("Av"),
            _("Hva"),
            _("Fil"),
            _("Nye"),
            _("Endret"),
            _("Av listen"),
            _("Angret"),
        )
        self.table.show_rows(headings, [_row(past) for past in imports], _WIDTHS[:-1])
        places = [place for place, past in enumerate(imports) if before and past.id == before.id]
        self.table.selectRow(places[0] if places else 0)
        self._state.show_content()
        self._follow()

    def _chosen(self) -> PastImport | None:
        row = self.table.chosen_row
        return None if row is None or row >= len(self._imports) else self._imports[row]

    def _follow(self) -> None:
        chosen = self._chosen()
        can = chosen is not None and chosen.undone_at is None and self._running is None
        self.undo_button.setEnabled(can)

    def _ask(self) -> None:
        past = self._chosen()
        if past is None:
            return
        what = _("{what} fra {when}").format(
            what=kind_word(past.kind).lower(), when=moment_text(past.at)
        )
        if ask_yes(
            self,
            _("Skal innhentingen av {0} angres?").format(what),
            _consequence(past),
            _("Angre innhentingen"),
            _("La den stå"),
        ):
            self._undo(past)

    def _undo(self, past: PastImport) -> None:
        self._say("")

        def work(progress: Progress) -> None:
            self._desk.undo_import(past.id, progress)

        task = Task(self, work, partial(self._done, past), self._refused, title=_("Angrer"))
        task.progressed = self._show_progress
        task.cancelled = self._cancelled
        self._running = self._tasks.run(task, Lane.WRITE)
        self._show_working(yes=True)

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _done(self, past: PastImport, _nothing: None) -> None:
        self._end()
        text = _("Innhentingen av {0} er angret. Alt er som før den.")
        self.undone.emit(text.format(kind_word(past.kind).lower()))
        self.reload()

    def _refused(self, fault: Exception) -> None:
        self._end()
        if isinstance(fault, RuleBroken):
            self._say("\n".join(problem.message for problem in fault.problems))
            return
        self._say(sentence(fault))
        if not is_known(fault):
            raise fault

    def _cancelled(self) -> None:
        self._end()
        self._say(_("Avbrutt. Ingenting er endret."))

    def _end(self) -> None:
        self._running = None
        self._show_working(yes=False)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show_working(self, *, yes: bool) -> None:
        self._progress.setRange(0, 0)
        for part in (self._progress, self.cancel_button):
            part.setVisible(yes)
        self.table.setEnabled(not yes)
        self._follow()

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        announce(self.problem, text)

    def _everything(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table, 1)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.undo_button)
        row.addWidget(self.cancel_button)
        row.addWidget(self._progress)
        row.addStretch()
        column.addLayout(row)
        for hidden in (self.problem, self._progress, self.cancel_button):
            hidden.hide()
        return content

    def _fail(self, fault: Exception) -> None:
        self._state.show_failure(fault, self.reload)


def _consequence(past: PastImport) -> str:
    made = plural(
        "{n} som ble lagt til, blir fjernet.", "{n} som ble lagt til, blir fjernet.", past.created
    )
    return _("{made} Det som ble endret, får tilbake det som sto før.").format(made=made)


def _row(past: PastImport) -> tuple[str, ...]:
    undone = ""
    if past.undone_at is not None:
        undone = _("{when} av {who}").format(when=moment_text(past.undone_at), who=past.undone_by)
    return (
        moment_text(past.at),
        past.officer,
        kind_word(past.kind),
        past.file_name,
        str(past.created),
        str(past.changed),
        str(past.departed),
        undone,
    )
