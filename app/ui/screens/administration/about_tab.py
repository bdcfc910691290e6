"""Which program this is: the versions IT asks for, and the licence."""

import platform

import PySide6
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.foundation.program import program_version
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.labels import HeadingLabel, SecondaryLabel, TextLabel
from app.ui.widgets.scrolling import scrolling
from app.use_cases.upkeep import schema_version


def _value(name: str, text: str) -> QWidget:
    """Return a text that can be marked; in a field, where it is one long word such as a path."""
    if " " in text:
        return TextLabel(text)
    field = QLineEdit(text)
    field.setReadOnly(True)
    field.setFrame(False)
    field.setProperty("role", "cell")
    field.setAccessibleName(name)
    field.setCursorPosition(0)
    field.setToolTip(text)
    return field


class AboutTab(QWidget):
    """For everybody; the texts can be marked and copied."""

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(HeadingLabel(_("Mulighet")), 0, 0, 1, 2)
        for row, (label, text) in enumerate(self.facts(place), start=1):
            grid.addWidget(SecondaryLabel(label), row, 0)
            grid.addWidget(_value(label, text), row, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.addWidget(scrolling(inside))

    @staticmethod
    def facts(place: str) -> tuple[tuple[str, str], ...]:
        """Return what is told, label and text."""
        return (
            (_("Program"), program_version()),
            (_("Databasens form"), str(schema_version())),
            (_("Qt"), PySide6.__version__),
            (_("Python"), platform.python_version()),
            (_("Data"), place),
            (_("Lisens"), _("EUPL-1.2. Skriftene Noto Sans har SIL Open Font License 1.1.")),
        )
