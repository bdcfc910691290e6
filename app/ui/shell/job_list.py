"""What goes on behind, opened from the status line: how far each job has come, and its end."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import AnyTask, Tasks
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, SecondaryLabel

_POPUP = Qt.WindowType.Popup
_BAR_WIDTH = 180
_BY_KEY = Qt.FocusReason.PopupFocusReason


class _Job:
    """The widgets of one job."""

    def __init__(self, task: AnyTask) -> None:
        self.task = task
        self.label = Label(task.title)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(theme().px(_BAR_WIDTH))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(task.title)
        self.count = SecondaryLabel("")
        self.cancel = Button(_("Avbryt"), self._cancel, name=_("Avbryt {0}").format(task.title))
        self.show()

    def show(self) -> None:
        """Show how far the job has come."""
        done, total = self.task.done, self.task.total
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(_("{0} av {1}").format(done, total) if total else "")
        self.bar.setAccessibleDescription(self.count.text())

    def widgets(self) -> tuple[QWidget, ...]:
        """Return them from the left."""
        return (self.label, self.bar, self.count, self.cancel)

    def _cancel(self) -> None:
        self.task.cancel()
        self.cancel.setEnabled(False)


class JobList(QFrame):
    """Lies above the button it was opened from; Esc, or a press beside it, closes it.

    Signals:
        closed: it is gone, by the officer or because no job is left.
    """

    closed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent, _POPUP)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Jobber"))
        self._tasks = tasks
        self.jobs: list[_Job] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GAP, GAP, GAP, GAP)
        self._grid.setSpacing(GAP)
        tasks.listen(self, self._follow)

    def open_above(self, corner: QPoint) -> None:
        """Open with the lower right corner at a place on the screen."""
        self._fill()
        if not self.jobs:
            return
        self.adjustSize()
        self.move(corner - QPoint(self.width(), self.height()))
        self.show()
        self.jobs[0].cancel.setFocus(_BY_KEY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        if not self.isVisible():
            return
        if [job.task for job in self.jobs] != shown_jobs(self._tasks):
            self._fill()
            if not self.jobs:
                self._leave()
            return
        for job in self.jobs:
            job.show()

    def _fill(self) -> None:
        for job in self.jobs:
            for widget in job.widgets():
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.jobs = [_Job(task) for task in shown_jobs(self._tasks)]
        for row, job in enumerate(self.jobs):
            for column, widget in enumerate(job.widgets()):
                self._grid.addWidget(widget, row, column)

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()


def shown_jobs(tasks: Tasks) -> list[AnyTask]:
    """Return the jobs an officer is told of, oldest first."""
    return [task for task in tasks.running if task.title]
