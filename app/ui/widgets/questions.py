"""The few questions that stop the officer: only before what cannot be taken back.

Everything goes through ``ask``, so that tests can answer in its place (``answer_with``).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox, QWidget  # noqa: TID251 - the one place that may

from app.foundation.translation import _


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. The last button is the safe answer: Esc and Enter give it.

    Attributes:
        text: the question, short.
        consequence: what follows, in one or two sentences.
        buttons: a verb on each, what does it first.
    """

    text: str
    consequence: str
    buttons: Sequence[str]


Answerer = Callable[[Question], int]


class _Answering:
    by: Answerer | None = None


def ask(parent: QWidget, question: Question) -> int:
    """Ask, and return the place of the button that was pressed, 0 for the first."""
    if _Answering.by is not None:
        return _Answering.by(question)
    box = QMessageBox(parent)
    box.setWindowTitle(_("Mulighet"))
    box.setText(question.text)
    box.setInformativeText(question.consequence)
    # Reset roles have no order of their own on any platform.
    role = QMessageBox.ButtonRole.ResetRole
    buttons = [box.addButton(text, role) for text in question.buttons]
    box.setDefaultButton(buttons[-1])
    box.setEscapeButton(buttons[-1])
    box.exec()
    pressed = box.clickedButton()
    # None at all when the screen was locked over the question.
    return next(
        (place for place, button in enumerate(buttons) if button is pressed), len(buttons) - 1
    )


def ask_yes(parent: QWidget, text: str, consequence: str, act: str, stay: str) -> bool:
    """Return whether the officer presses ``act`` and not ``stay``, the safe answer."""
    return ask(parent, Question(text, consequence, (act, stay))) == 0


@contextmanager
def answer_with(answerer: Answerer) -> Iterator[None]:
    """Let tests answer every question."""
    before, _Answering.by = _Answering.by, answerer
    try:
        yield
    finally:
        _Answering.by = before
