"""The menu on a word that no dictionary knows: what it may have meant, and what to do with it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from app.foundation.translation import _
from app.ui.widgets.spelling_marks import SpellingMarks

_BY_MOUSE = QContextMenuEvent.Reason.Mouse
_GONE_WHEN_CLOSED = Qt.WidgetAttribute.WA_DeleteOnClose


class SpellingMenu(QObject):
    """Stands in for an editor's own menu on a marked word, and holds what that one holds too.

    Signals:
        asked: with this menu, the word selected by a cursor, and where the menu is to open.
        right: with a word that is right for now. added: with one that is right from now on.
        turned_off: nothing is to be marked any more.
    """

    asked = Signal(object, object, QPoint)
    right = Signal(str)
    added = Signal(str)
    turned_off = Signal()

    def __init__(self, editor: QPlainTextEdit, marks: SpellingMarks) -> None:
        super().__init__(editor)
        self._editor = editor
        self._marks = marks
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Answer to a right click and to the menu key on a marked word."""
        if not isinstance(event, QContextMenuEvent):
            return False
        by_mouse = event.reason() is _BY_MOUSE
        cursor = self._editor.textCursor()
        place = self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())
        if by_mouse:
            cursor = self._editor.cursorForPosition(event.pos())
            place = event.globalPos()
        found = self._marks.marked_at(cursor)
        if found is not None:
            self.asked.emit(self, found, place)
        return found is not None

    def offer(self, found: QTextCursor, words: Sequence[str], place: QPoint) -> None:
        """Open the menu with what the word may have meant."""
        menu = self._editor.createStandardContextMenu()
        menu.setAccessibleName(_("Stavekontroll"))
        menu.setAttribute(_GONE_WHEN_CLOSED)
        first = menu.actions()[0]
        wrong = found.selectedText()
        ways: list[tuple[str, Callable[[], object]]] = [
            (word, partial(self._put, found, word)) for word in words
        ]
        if not words:
            self._insert(menu, first, _("Ingen forslag"), None)
        for text, act in ways:
            self._insert(menu, first, text, act)
        menu.insertSeparator(first)
        self._insert(menu, first, _("Legg til i ordlisten"), partial(self.added.emit, wrong))
        self._insert(menu, first, _("Ignorer"), partial(self.right.emit, wrong))
        self._insert(menu, first, _("Slå av stavekontrollen"), self.turned_off.emit)
        menu.insertSeparator(first)
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    @staticmethod
    def _insert(menu: QMenu, before: QAction, text: str, act: Callable[[], object] | None) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        if act is None:
            action.setEnabled(False)
        else:
            action.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would hand `checked` over
        menu.insertAction(before, action)

    def _put(self, found: QTextCursor, word: str) -> None:
        found.insertText(word)
        self._editor.setFocus()
