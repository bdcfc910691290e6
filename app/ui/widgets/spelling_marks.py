"""Red wavy lines below words that no dictionary knows, in the part of a text that is in sight.

They are drawn over the text as Qt's extra selections. A syntax highlighter would tell of a changed
text each time a line comes or goes, and a draft would be kept that nobody has typed.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.domain.spelling import WordPlace, words_in
from app.ui.appearance.theme import theme

_WAVY = QTextCharFormat.UnderlineStyle.WaveUnderline
_KEEP = QTextCursor.MoveMode.KeepAnchor
# A paragraph longer than this is not looked at: every key would look at all of it.
_LONGEST_PARAGRAPH = 8_000
_AFTER_A_KEY_MS = 30


class SpellingMarks(QObject):
    """Marks the words of one editor. Never waits: a word nobody has asked for yet counts as right.

    ``verdicts`` holds what is known of words, true for right ones. The word that is being typed is
    marked when the cursor has left it.

    Signals:
        asked: with the words nothing is known of yet.
    """

    asked = Signal(object)

    def __init__(self, editor: QPlainTextEdit, verdicts: Mapping[str, bool]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._verdicts = verdicts
        self._is_on = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_A_KEY_MS)
        self._soon.timeout.connect(self.look)
        for signal in (editor.textChanged, editor.cursorPositionChanged, theme().changed):
            signal.connect(self._soon.start)
        editor.updateRequest.connect(self._note_scrolling)
        self._soon.start()

    def switch(self, *, on: bool) -> None:
        """Mark words, or none."""
        self._is_on = on
        self.look()

    def look(self) -> None:
        """Mark what is in sight by what is known by now, and ask for the rest."""
        marked, unasked = [], []
        typed = self._typed() if self._editor.hasFocus() else -1
        for block in self._in_sight() if self._is_on else ():
            for place in _words(block):
                verdict = self._verdicts.get(place.word)
                if block.position() + place.end == typed:
                    continue
                if verdict is None:
                    unasked.append(place.word)
                elif not verdict:
                    marked.append(self._mark(_selected(block, place)))
        self._editor.setExtraSelections(marked)
        if unasked:
            self.asked.emit(unasked)

    def marked_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return the wrong word a cursor stands in or beside, selected; None without one."""
        block = cursor.block()
        for place in _words(block) if self._is_on else ():
            inside = place.start <= cursor.positionInBlock() <= place.end
            if inside and self._verdicts.get(place.word) is False:
                return _selected(block, place)
        return None

    def _typed(self) -> int:
        cursor = self._editor.textCursor()
        return -1 if cursor.hasSelection() else cursor.position()

    def _in_sight(self) -> Iterator[QTextBlock]:
        block = self._editor.firstVisibleBlock()
        lines = self._editor.viewport().height() // max(1, self._editor.fontMetrics().height())
        for _line in range(lines + 1):
            if not block.isValid():
                return
            yield block
            block = block.next()

    def _note_scrolling(self, _area: object, by: int) -> None:
        if by:
            self._soon.start()

    def _mark(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setUnderlineStyle(_WAVY)
        mark.format.setUnderlineColor(QColor(theme().tokens.danger))
        return mark


def _words(block: QTextBlock) -> tuple[WordPlace, ...]:
    return tuple(words_in(block.text())) if block.length() <= _LONGEST_PARAGRAPH else ()


def _selected(block: QTextBlock, place: WordPlace) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + place.start)
    cursor.setPosition(block.position() + place.end, _KEEP)
    return cursor
