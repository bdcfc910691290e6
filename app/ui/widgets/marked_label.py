"""What people wrote, with marks in it. Apart from the other labels: the first window has none."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QWidget

from app.ui.widgets.labels import TextLabel

_RICH = 1


class MarkedLabel(TextLabel):
    """What people wrote, with the places emphasised where a searched word was found.

    ``marks`` are (start, length). The text is escaped: it is shown, never read as markup.
    """

    def __init__(
        self,
        text: str,
        marks: Sequence[tuple[int, int]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent=parent)
        parts: list[str] = []
        done = 0
        for start, length in marks:
            parts += (escape(text[done:start]), _marked(text[start : start + length]))
            done = start + length
        self.setProperty("textFormat", _RICH)
        self.setText("".join([*parts, escape(text[done:])]))
        self.setAccessibleName(text)


def _marked(text: str) -> str:
    # The weight of emphasis there is a face for: <b> would thicken it once more.
    return f'<span style="font-weight:600">{escape(text)}</span>'
