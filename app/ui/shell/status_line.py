"""The line below every page: saved or not, where, who, how large, and what goes on behind."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.domain.shifts import USUAL_SHIFTS, Shifts
from app.foundation.clock import OSLO, Clock
from app.foundation.dates import time_text
from app.foundation.translation import _, plural
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, Tone
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Tasks
from app.ui.shell.job_list import JobList, shown_jobs
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.restyle import restyle

_MESSAGE_MS = 8000
_MINUTE_MS = 60_000
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
        self._unit = _State(_("Avdeling og vakt"))
        self._hidden = _State(_("Navn"), Tone.WARNING)
        self._place = ""
        self._shifts = USUAL_SHIFTS
        self._officer = _State(_("Bruker"))
        self._backup = _State(_("Sikkerhetskopi"))
        self._backup.hide()
        self._zoom = _State(_("Størrelse"))
        self._jobs = _State(_("Jobber"))
        self._job_list: JobList | None = None
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
        for state in (self._saved, self._unit, self._officer, self._hidden):
            layout.addWidget(state)
        self._hidden.show_text(_("Navn er skjult"), Tone.WARNING)
        self._hidden.setToolTip(_("Ctrl+Shift+H viser navnene igjen."))
        self._hidden.setVisible(veil().is_on)
        layout.addWidget(self._message)
        layout.addStretch(1)
        layout.addWidget(self._backup)
        layout.addWidget(self._zoom)
        layout.addWidget(self._jobs)
        self._saved.clicked.connect(self.reload_asked)
        self._hidden.clicked.connect(lambda: veil().turn(on=False))
        veil().changed.connect(self._show_veil)
        self._unit.clicked.connect(self.unit_asked)
        self._officer.clicked.connect(self.officer_asked)
        self._backup.clicked.connect(self.backup_asked)
        self._zoom.clicked.connect(self.zoom_asked)
        self._jobs.clicked.connect(self._open_jobs)
        theme().changed.connect(self._show_zoom)
        minutes = QTimer(self, interval=_MINUTE_MS)
        minutes.timeout.connect(self._show_shift)
        minutes.start()
        theme().refused.connect(lambda: self.say(_("IT har låst dette valget.")))

    def show_place(self, unit: str, officer: str, shifts: Shifts) -> None:
        """Show the unit, the shift it is by the clock from now on, and who is signed in."""
        self._place, self._shifts = unit, shifts
        self._officer.show_text(officer)
        self._show_shift()

    def _show_veil(self) -> None:
        self._hidden.setVisible(veil().is_on)

    def _show_shift(self) -> None:
        if self._place:
            shift = self._shifts.at(self._clock().astimezone(OSLO))
            hours = f"{shift.begins:%H:%M}–{shift.ends:%H:%M}"
            self._unit.show_text(f"{self._place} · {_(shift.name)} {hours}")

    @property
    def job_list(self) -> JobList:
        """Return the list of jobs, made when it is first wanted."""
        if self._job_list is None:
            self._job_list = JobList(self._tasks, self)
        return self._job_list

    def note_saved(self) -> None:
        """Show that all is saved, and since when."""
        self._lost = False
        text = _("✓ Lagret {0}").format(time_text(self._clock()))
        self._saved.show_text(text, Tone.OK)

    def note_lost(self, drafts: int = 0) -> None:
        """Show that the database does not answer; what is typed is kept here as drafts."""
        self._lost = True
        text = _("Frakoblet – det du skriver, blir kladd")
        if drafts:
            text = plural("Frakoblet – {n} utkast venter", "Frakoblet – {n} utkast venter", drafts)
        self._saved.show_text(text, Tone.WARNING)

    @property
    def is_lost(self) -> bool:
        """Tell whether the database does not answer."""
        return self._lost

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

    def _show_jobs(self) -> None:
        jobs = shown_jobs(self._tasks)
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
        self.job_list.open_above(self._jobs.mapToGlobal(self._jobs.rect().topRight()))

    def _show_zoom(self) -> None:
        self._zoom.show_text(f"{theme().zoom} %")


def _single_shot(owner: QWidget, milliseconds: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
