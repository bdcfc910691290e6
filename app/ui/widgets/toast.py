"""Says what happened, for eight seconds, with one way to put it right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.labels import Label

_SHOWN_MS = 8000
_ABOVE_EDGE = 40


class Toast(QFrame):
    """Lies at the bottom of the widget it is given; waits while the mouse is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setProperty("role", "toast")
        self._act: Callable[[], None] | None = None
        self._words = Label()
        self._link = LinkButton("", self._do)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, GAP, GAP)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._words)
        layout.addWidget(self._link)
        layout.addWidget(IconButton("close", _("Lukk meldingen"), self.hide))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._leave_unless_used)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, and read it aloud; with ``act``, a link that does it."""
        self._act = act
        self._words.setText(text)
        self._link.set_words(action)
        self._link.setVisible(act is not None)
        self.setAccessibleName(text)
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def place(self) -> None:
        """Lie in the middle of the parent's lower edge."""
        x = (self._host.width() - self.width()) // 2
        self.move(max(0, x), self._host.height() - self.height() - theme().px(_ABOVE_EDGE))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is looked at."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Begin to wait again."""
        super().leaveEvent(event)
        self._timer.start()

    def _leave_unless_used(self) -> None:
        if self._link.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
