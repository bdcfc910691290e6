"""The text field the officer is in: there, undo and redo are about the text alone."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit


@dataclass(frozen=True, slots=True)
class EditedField:
    """What undo and redo mean in the field that has the focus."""

    can_undo: bool
    undo: Callable[[], None]
    redo: Callable[[], None]


def edited_field() -> EditedField | None:
    """Return the field that has the focus, None where it is no text that can be changed."""
    focus = QApplication.focusWidget()
    match focus:
        case QLineEdit() if not focus.isReadOnly():
            return EditedField(focus.isUndoAvailable(), focus.undo, focus.redo)
        case QPlainTextEdit() | QTextEdit() if not focus.isReadOnly():
            return EditedField(focus.document().isUndoAvailable(), focus.undo, focus.redo)
        case _:
            return None
