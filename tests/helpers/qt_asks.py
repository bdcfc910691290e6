"""Hears what Qt asks to have translated and gets no answer to."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

from app.ui.appearance.qt_words import QtWords, teach_qt


class Listener(QTranslator):
    """Asked last of all: what reaches it, our words had no answer to."""

    def __init__(self) -> None:
        super().__init__()
        self.unanswered: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - as Qt calls it
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        self.unanswered.add((context, source))
        return None


@contextmanager
def unanswered(application: QCoreApplication) -> Iterator[set[tuple[str, str]]]:
    """Collect what stays English while the block runs, as (context, text)."""
    listener = Listener()
    forget_words(application)
    application.installTranslator(listener)
    teach_qt(application)
    try:
        yield listener.unanswered
    finally:
        application.removeTranslator(listener)


def forget_words(application: QCoreApplication) -> None:
    """Have Qt speak English again."""
    for words in application.findChildren(QtWords):
        application.removeTranslator(words)
        words.setParent(None)
