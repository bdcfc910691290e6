"""A panel that slides in over the right of any page. Never a modal dialog; Esc closes it."""

from collections.abc import Callable, Mapping

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.remembered import keep_numbers, kept_numbers
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN, SIDE_PANEL_WIDTH

_ESCAPE = Qt.Key.Key_Escape
_KEPT = "panel/width"
# Pixels at 100 % zoom.
_NARROWEST, _WIDEST = 380, 900


class PanelContent(QWidget):
    """What a side panel shows. What is written in it is kept as a draft, so it may always close.

    Signals:
        close_asked: done, or left.
        saved: something was saved, so that pages look for changes at once.
        notice: with a ``Notice`` to show as a toast.
        message: with a sentence for the status line (``Kladd lagret 09:41``).
        inmate_asked, print_asked: with the UUID of a person to show, or whose plan to print.
        entries_print_asked: with the UUID of a person and those of the entries to print.
    """

    close_asked = Signal()
    saved = Signal()
    notice = Signal(object)
    message = Signal(str)
    inmate_asked = Signal(object)
    print_asked = Signal(object)
    entries_print_asked = Signal(object, object)

    def first_focus(self) -> QWidget:
        """Return what has the focus when the panel opens."""
        return self

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done here now, by the ids of the list of actions."""
        return {}

    def help(self) -> str:
        """Return where the guide tells of it: ``page.md#heading``."""
        return ""

    def keep_draft(self) -> None:
        """Keep what is typed at once: the screen is being locked."""

    def closing(self) -> None:
        """Do what is to be done before the panel closes: keep the draft."""

    def escape(self) -> bool:
        """Close one thing inside (Esc). Return False to let the panel close."""
        return False


class PanelGrip(QWidget):
    """The panel's left edge, to drag it wider. By key the actions of the menu do the same.

    Signals:
        dragged: with where on the screen the edge is to be.
        reset_asked: a double click; the usual width is wanted.
    """

    dragged = Signal(int)
    reset_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setToolTip(_("Dra for å gjøre panelet bredere"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(round(event.globalPosition().x()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Ask for the usual width."""
        self.reset_asked.emit()


class SidePanel(QFrame):
    """Lies over the right of ``host`` and follows its size.

    Signals:
        opened, closed: the panel came, or went.
        widened: it has another width.
    """

    opened = Signal()
    closed = Signal()
    widened = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("Sidepanel"))
        self._host = host
        self._content: PanelContent | None = None
        self._before: QWidget | None = None
        kept = kept_numbers(_KEPT) or [SIDE_PANEL_WIDTH]
        self._width = min(_WIDEST, max(_NARROWEST, kept[0]))
        self._grip = PanelGrip(self)
        self._grip.dragged.connect(self._drag_to)
        self._grip.reset_asked.connect(lambda: self._set_width(SIDE_PANEL_WIDTH))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        host.installEventFilter(self)
        theme().changed.connect(self._place)
        self.hide()

    @property
    def content(self) -> PanelContent | None:
        """Return what the panel shows now."""
        return self._content

    @property
    def wanted_width(self) -> int:
        """Return the width the officer has given the panel, in pixels of this zoom."""
        return theme().px(self._width)

    def widen(self, by: int) -> None:
        """Make the panel wider, or narrower; remembered on this machine. Pixels at 100 %."""
        self._set_width(self._width + by)

    def open(self, content: PanelContent, title: str) -> None:
        """Show content, which the panel deletes when it closes; what was open is closed first."""
        self._before = self._before or QApplication.focusWidget()
        self._drop()
        self._content = content
        self.setAccessibleName(title)
        self._layout.addWidget(content)
        content.close_asked.connect(self.close_panel)
        self._place()
        self.show()
        self.raise_()
        content.show()
        content.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_panel(self) -> None:
        """Close, and give the focus back to where it was."""
        if self._content is None:
            return
        self._drop()
        self.hide()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() != _ESCAPE:
            super().keyPressEvent(event)
        elif self._content is None or not self._content.escape():
            self.close_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _drag_to(self, x: int) -> None:
        """Let the left edge be at a place on the screen."""
        right = self.mapToGlobal(self.rect().topRight()).x()
        self._set_width(round((right - x) * 100 / theme().px(100)))

    def _set_width(self, width: int) -> None:
        self._width = min(_WIDEST, max(_NARROWEST, width))
        keep_numbers(_KEPT, [self._width])
        self._place()
        self.widened.emit()

    def _drop(self) -> None:
        content, self._content = self._content, None
        if content is not None:
            content.closing()
            self._layout.removeWidget(content)
            content.hide()
            content.deleteLater()

    def _place(self) -> None:
        gap = theme().px(GAP)
        width = min(self.wanted_width, self._host.width() - 2 * gap)
        left = self._host.width() - width - theme().px(MARGIN)
        self.setGeometry(left, gap, width, self._host.height() - 2 * gap)
        self._grip.setGeometry(0, 0, MARGIN // 2, self.height())
        self._grip.raise_()
