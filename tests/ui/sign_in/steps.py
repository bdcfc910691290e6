"""What an officer does in the first window."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.ui.screens.sign_in.form import Form


def fill(form: Form, **values: str) -> None:
    """Type into fields by their ids."""
    for field_id, value in values.items():
        form.fields[field_id].setText(value)


def press(window: QWidget, text: str) -> None:
    """Press the visible button with these words."""
    button = next(
        button
        for button in window.findChildren(QPushButton)
        if button.text() == text and button.isVisibleTo(window)
    )
    button.click()


def words(window: QWidget) -> list[str]:
    """Return all the words that can be seen."""
    parts = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    return [part.text() for part in parts if part.isVisibleTo(window)]
