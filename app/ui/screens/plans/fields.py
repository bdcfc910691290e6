"""The fields a plan is typed into. None of them traps Tab, none changes by a passing wheel."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.domain.plans import StepStatus
from app.foundation.dates import date_text, read_date, weekday_text
from app.foundation.translation import _
from app.ui.actions.action_menu import action_for, answers_around
from app.ui.appearance.theme import theme

V = TypeVar("V", bound=StrEnum)

_STRONG_FOCUS = Qt.FocusPolicy.StrongFocus
_ENTER = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))
_STATUS_KEYS = {
    "1": StepStatus.NOT_STARTED,
    "2": StepStatus.IN_PROGRESS,
    "3": StepStatus.DONE,
}
_DIGITS = frozenset(ord(key) for key in _STATUS_KEYS)
_NOTE_HEIGHT = 68
_SENT_HERE = (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason)
_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TextField(QLineEdit):
    """One line of text. Enter tells, and never does anything by itself.

    Signals:
        entered: Enter was pressed.
        focused: with whether the field has the focus now.
    """

    entered = Signal()
    focused = Signal(bool)

    def __init__(
        self, name: str, *, role: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def show_text(self, text: str) -> None:
        """Put text into the field, its beginning in sight."""
        self.setText(text)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter; leave the rest, and Enter with Ctrl, to Qt and the window."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what Qt does with a text, and below what can be done with the step or goal."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        for action_id, act in answers_around(self).items():
            menu.addAction(action_for(menu, action_id, act))
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the field has the focus."""
        super().focusInEvent(event)
        if event.reason() in _SENT_HERE:
            self.end(False)  # noqa: FBT003 - Qt's own
        self.focused.emit(True)  # noqa: FBT003 - a signal's argument

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field has lost the focus."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.setCursorPosition(0)
        self.focused.emit(False)  # noqa: FBT003 - a signal's argument


class DayField(TextField):
    """A date as people write it, put right when the field is left; the weekday is the hint."""

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        *,
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        # A narrow cell has its heading above it, and no room for more.
        hint = "" if role else _("dd.mm.åååå")
        super().__init__(name, role=role, hint=hint, parent=parent)
        self._today = today
        self.textChanged.connect(self._say_weekday)

    @property
    def value(self) -> date | None:
        """Return the date; None when nothing is typed, or what is no date."""
        try:
            return read_date(self.text(), self._today())
        except ValueError:
            return None

    def said(self) -> object:
        """Return the date, or what is typed instead; the same however the date is written."""
        return self.value or self.text()

    @property
    def is_wrong(self) -> bool:
        """Tell whether something is typed that is no date."""
        return bool(self.text().strip()) and self.value is None

    def set_value(self, day: date | None) -> None:
        """Put a date into the field."""
        self.show_text("" if day is None else date_text(day))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the date out, so that ``+3`` is seen as the day it is."""
        super().focusOutEvent(event)
        day = self.value
        if day is not None and self.text() != date_text(day):
            self.set_value(day)

    def _say_weekday(self) -> None:
        day = self.value
        self.setToolTip("" if day is None else f"{weekday_text(day)} {date_text(day)}")


class Choice(QComboBox, Generic[V]):
    """One of a few values, each with its word.

    Signals:
        chosen: the officer chose; not sent by ``choose``.
    """

    chosen = Signal()

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[V, str]],
        *,
        role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setFocusPolicy(_STRONG_FOCUS)
        self.setMinimumContentsLength(1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._values: list[V] = []
        for value, text in choices:
            self._values.append(value)
            self.addItem(text)
        self.currentIndexChanged.connect(self._tell)

    @property
    def value(self) -> V:
        """Return what is chosen."""
        return self._values[self.currentIndex()]

    def choose(self, value: V) -> None:
        """Choose without telling of it."""
        before = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setCurrentIndex(self._values.index(value))
        self.blockSignals(before)
        self.setToolTip(self.currentText())

    def pick(self, value: V) -> None:
        """Choose as the officer does, and tell of it."""
        self.setCurrentIndex(self._values.index(value))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the step or goal around the field."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: what is written must not change under a passing wheel."""
        event.ignore()

    def _tell(self) -> None:
        self.setToolTip(self.currentText())
        self.chosen.emit()


class StatusChoice(Choice[StepStatus]):
    """How far a step is. 1, 2 and 3 are: not started, in progress, done.

    Signals:
        note_asked: Alt was held, so the officer wants to write why.
    """

    note_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by 1, 2 or 3; with Alt, go on to the note."""
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        # With Alt some systems send no text.
        typed = chr(event.key()) if with_alt and event.key() in _DIGITS else event.text()
        status = _STATUS_KEYS.get(typed)
        if status is None:
            super().keyPressEvent(event)
            return
        self.pick(status)
        if with_alt:
            self.note_asked.emit()


class NoteField(QPlainTextEdit):
    """Some lines of plain text; Tab goes on to the next field."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._measure()
        theme().changed.connect(self._measure)

    def set_text(self, text: str) -> None:
        """Put text into the field, unless it is what stands there."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(_NOTE_HEIGHT))
