"""What a key press means on the board and in the table, so that both answer alike."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ENTER = (int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter))
_ESCAPE = int(Qt.Key.Key_Escape)
_F10 = int(Qt.Key.Key_F10)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BACKSPACE = int(Qt.Key.Key_Backspace)
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
ERASED = "\b"
_TAKEN = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR = Qt.KeyboardModifier.GroupSwitchModifier


def typed_text(event: QKeyEvent) -> str:
    """Return the letters typed, or nothing for keys that move, open, clear or are shortcuts.

    ``ERASED`` stands for the backspace key.
    """
    if event.key() == _BACKSPACE and event.modifiers() == _NO_MODIFIER:
        return ERASED
    text = event.text()
    if event.modifiers() & _TAKEN and not event.modifiers() & _ALT_GR:
        return ""
    return text if text.strip() and text.isprintable() else ""


def is_opening(event: QKeyEvent) -> bool:
    """Tell whether the key opens what is current."""
    return event.key() in _ENTER and not event.modifiers() & _TAKEN


def is_clearing(event: QKeyEvent) -> bool:
    """Tell whether the key clears the filter."""
    return event.key() == _ESCAPE


def is_menu(event: QKeyEvent) -> bool:
    """Tell whether the key asks for the menu; the menu key itself comes as an event of its own."""
    return event.key() == _F10 and event.modifiers() == _SHIFT
