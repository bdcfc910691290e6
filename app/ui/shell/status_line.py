"""The line below every page: saved or not, where, who, how large, and what goes on behind."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from app.foundation.clock import Clock
from app.foundation.dates import time_text
from app.foundation.translation import _, plural
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, Tone
from app.ui.background.tasks import AnyTask, Tasks
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.restyle import restyle

_MESSAGE_MS = 8000
# Jobs that are done within this time are not shown at all.
_PATIENCE_MS = 300


class _State(QPushButton):
    def __init__(self, name: str, tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setProperty("role", "state")
        self.setProperty("tone", tone.value)
        self.setAutoDefault(False)
        self._name = name

    def show_text(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            restyle(self)


class StatusLine(QFrame):
    """Every part is a button with a name.

    Signals:
        reload_asked, unit_asked, officer_asked, backup_asked, zoom_asked: what was pressed.
    """

    reload_asked = Signal()
    unit_asked = Signal()
    officer_asked = Signal()
    backup_asked = Signal()
    zoom_asked = Signal()

    def __init__(self, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setAccessibleName(_("Statuslinje"))
        self._tasks = tasks
        self._clock = clock
        self._lost = False
        self._saving = False
        self._saved = _State(_("Lagring"), Tone.OK)
        self._unit = _State(_("Avdeling"))
        self._officer = _State(_("Bruker"))
        self._backup = _State(_("Sikkerhetskopi"))
        self._backup.hide()
        self._zoom = _State(_("Størrelse"))
        self._jobs = _State(_("Jobber"))
        self._message = ElidedLabel("", "secondary")
        self._build()
        self._patience = _single_shot(self, _PATIENCE_MS)
        self._patience.timeout.connect(self._show_jobs)
        self._fading = _single_shot(self, _MESSAGE_MS)
        self._fading.timeout.connect(lambda: self._message.setText(""))
        tasks.listen(self, self._look_at_tasks)
        self._show_zoom()
        self._show_jobs()
        self.note_saved()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP - 2, 1, GAP - 2, 1)
        layout.setSpacing(GAP)
        for state in (self._saved, self._unit, self._officer):
            layout.addWidget(state)
        layout.addWidget(self._message)
        layout.addStretch(1)
        layout.addWidget(self._backup)
        layout.addWidget(self._zoom)
        layout.addWidget(self._jobs)
        self._saved.clicked.connect(self.reload_asked)
        self._unit.clicked.connect(self.unit_asked)
        self._officer.clicked.connect(self.officer_asked)
        self._backup.clicked.connect(self.backup_asked)
        self._zoom.clicked.connect(self.zoom_asked)
        self._jobs.clicked.connect(self._open_jobs)
        theme().changed.connect(self._show_zoom)
        theme().refused.connect(lambda: self.say(_("IT har låst dette valget.")))

    def show_place(self, unit: str, officer: str) -> None:
        """Show the unit and who is signed in."""
        self._unit.show_text(unit)
        self._officer.show_text(officer)

    def note_saved(self) -> None:
        """Show that all is saved, and since when."""
        self._lost = False
        text = _("✓ Lagret {0}").format(time_text(self._clock()))
        self._saved.show_text(text, Tone.OK)

    def note_lost(self) -> None:
        """Show that the database does not answer; what is typed is kept here."""
        self._lost = True
        self._saved.show_text(_("Frakoblet – det du skriver, blir kladd"), Tone.WARNING)

    def show_backup(self, text: str, tone: Tone) -> None:
        """Show when the last backup was made, or why there is none; nothing without a text."""
        self._backup.show_text(text, tone)
        self._backup.setToolTip(text)
        self._backup.setVisible(bool(text))

    def say(self, text: str) -> None:
        """Show a sentence for a while."""
        self._message.setText(text)
        self._fading.start()

    def first_focus(self) -> QWidget:
        """Return the first part."""
        return self._saved

    def officer_corner(self) -> QWidget:
        """Return the part that tells who is signed in, for a menu to open at."""
        return self._officer

    def _look_at_tasks(self) -> None:
        saving = self._tasks.saving
        if self._saving and not saving and not self._lost:
            self.note_saved()
        elif saving and not self._saving and not self._lost:
            self._saved.show_text(_("Lagrer …"))
        self._saving = saving
        if not self._patience.isActive():
            self._patience.start()

    def _shown_jobs(self) -> list[AnyTask]:
        return [task for task in self._tasks.running if task.title]

    def _show_jobs(self) -> None:
        jobs = self._shown_jobs()
        if not jobs:
            self._jobs.show_text(_("Ingen jobber"))
            return
        first = jobs[0]
        share = f" {first.done * 100 // first.total} %" if first.total else ""
        text = f"{first.title}{share}"
        if len(jobs) > 1:
            text = plural("{n} jobb", "{n} jobber", len(jobs)) + f" · {text}"
        self._jobs.show_text(text, Tone.PRIMARY)

    def _open_jobs(self) -> None:
        jobs = self._shown_jobs()
        if not jobs:
            return
        menu = QMenu(self)
        for task in jobs:
            menu.addAction(_("Avbryt {0}").format(task.title)).triggered.connect(
                lambda _on=False, task=task: task.cancel()
            )
        menu.popup(self._jobs.mapToGlobal(self._jobs.rect().topLeft()))

    def _show_zoom(self) -> None:
        self._zoom.show_text(f"{theme().zoom} %")


def _single_shot(owner: QWidget, milliseconds: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
