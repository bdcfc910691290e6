"""Locking and unlocking one window: what is hidden, and what comes back as it was."""

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.domain.errors import WrongPassword
from app.foundation.translation import _
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import Desk
from app.ui.shell.lock import IdleWatch, LockView, clear_other_windows
from app.ui.shell.registry import Actions
from app.ui.widgets.failures import is_known, sentence

_WORK = 0
_BACK = Qt.FocusReason.OtherFocusReason


class Locking(QObject):
    """Puts the lock in the place of the work, in a stack of the two.

    Signals:
        change_asked: another officer wants to sign in.
        locking: the screen is about to be locked; drafts are kept now.
        locked: nothing can be seen any more.
        opened: the officer is back.
    """

    change_asked = Signal()
    locking = Signal()
    locked = Signal()
    opened = Signal()

    def __init__(
        self, window: QMainWindow, stack: QStackedWidget, desk: Desk, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._desk = desk
        self._tasks = tasks
        self._view: LockView | None = None
        self._focus: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._actions: Actions | None = None
        self.idle = IdleWatch(desk.lock_seconds(), parent=self)
        self.idle.idle.connect(self.lock)
        self.idle.lock_asked.connect(self.lock)

    def guard(self, actions: Actions) -> None:
        """Stop these actions while the screen is locked."""
        self._actions = actions

    def take_up_time(self) -> None:
        """Lock after the time the prison has chosen by now."""
        self.idle.set_seconds(self._desk.lock_seconds())

    @property
    def is_locked(self) -> bool:
        """Tell whether the lock is shown."""
        return self._view is not None and self._stack.currentWidget() is self._view

    def lock(self) -> None:
        """Hide everything at once; the log is written behind."""
        if self.is_locked:
            return
        self.cover()
        # A lost network does not keep the screen open.
        self._tasks.write(self._desk.lock, self, None, lambda _fault: None)

    def cover(self) -> None:
        """Hide everything, and write nothing to the log: this window or another one is locked."""
        if self.is_locked:
            return
        self.idle.stop()
        self.locking.emit()
        self._focus = self._window.focusWidget()
        self._hidden = clear_other_windows(self._window)
        if self._actions is not None:
            self._actions.allow(yes=False)
        self._window.menuBar().hide()
        view = self._lock_view()
        self._stack.setCurrentWidget(view)
        view.open()
        self.locked.emit()

    def _lock_view(self) -> LockView:
        """Return what stands in for the work, made at the first time."""
        if self._view is None:
            self._view = LockView(self._desk.officer_line)
            self._view.unlock_asked.connect(self._try)
            self._view.change_asked.connect(self.change_asked)
            self._stack.addWidget(self._view)
        return self._view

    def _try(self, password: str) -> None:
        unlock = self._desk.unlock
        self._tasks.write(
            lambda: unlock(password), self, lambda _nothing: self.uncover(), self._refuse
        )

    def _refuse(self, fault: Exception) -> None:
        view = self._lock_view()
        if isinstance(fault, WrongPassword):
            view.refuse(_("Passordet er feil."))
        elif is_known(fault):
            view.refuse(sentence(fault))
        else:
            view.refuse(sentence(fault))
            raise fault

    def uncover(self) -> None:
        """Show everything as it was."""
        if not self.is_locked:
            return
        self._stack.setCurrentIndex(_WORK)
        self._window.menuBar().show()
        if self._actions is not None:
            self._actions.allow(yes=True)
        for window in self._hidden:
            if shiboken6.isValid(window):
                window.show()
        focus, self._focus = self._focus, None
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus(_BACK)
        self.idle.start()
        self.opened.emit()
