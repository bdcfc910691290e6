"""Says what happened, for eight seconds, with one way to put it right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import IconButton, LinkButton
from app.ui.widgets.labels import Label

_SHOWN_MS = 8000
_ABOVE_EDGE = 40


class Toast(QFrame):
    """Lies at the bottom of the widget it is given; waits while the mouse or the focus is on it.

    Signals:
        left: it went away while it had the focus.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setProperty("role", "toast")
        self._act: Callable[[], None] | None = None
        self._words = Label()
        self._link = LinkButton("", self._do)
        self._close = IconButton("close", _("Lukk meldingen"), self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, GAP, GAP)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._link)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._leave_unless_used)
        theme().changed.connect(self.place)
        self.hide()

    def say(
        self,
        text: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        hint: str = "",
    ) -> None:
        """Show a sentence, and read it aloud; with ``act``, a link that does it.

        ``hint`` tells of the key that does the same; it is read aloud after the sentence.
        """
        self._act = act
        self._words.setText(text)
        self._link.set_words(action)
        self._link.setToolTip(hint)
        self._link.setVisible(act is not None)
        self.setAccessibleName(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, f"{text} {hint}".rstrip())

    def leave(self) -> None:
        """Go away."""
        had_focus = self._has_focus()
        self._timer.stop()
        self.hide()
        if had_focus:
            self.left.emit()

    def first_focus(self) -> QWidget:
        """Return the link, or the button that closes."""
        return self._close if self._link.isHidden() else self._link

    def place(self) -> None:
        """Lie in the middle of the parent's lower edge, in as many lines as are needed."""
        widest = self._host.width() - 2 * MARGIN
        self._words.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > widest:
            self._words.setWordWrap(True)
            size.setWidth(widest)
            size.setHeight(self.heightForWidth(widest))
        self.resize(size)
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

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _leave_unless_used(self) -> None:
        if self._has_focus() or self.underMouse():
            self._timer.start()
        else:
            self.leave()

    def _do(self) -> None:
        act, self._act = self._act, None
        self.leave()
        if act is not None:
            act()
