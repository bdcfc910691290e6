"""A date typed as people write it, echoed in words below; no calendar to click through."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.foundation.dates import date_text, read_date, weekday_text
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.restyle import restyle

_WIDTH = 150


class _Line(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DateField(QWidget):
    """Takes ``23.11.2026``, ``231126``, ``23/11``, ``i dag``, ``i går``, ``+3``.

    Signals:
        changed: the date is another (also none, or one that cannot be read).
    """

    changed = Signal()

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.line = _Line(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(_("dd.mm.åååå"))
        self._echo = SecondaryLabel("", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self._echo)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._read)
        self.line.left.connect(self._judge)
        self._fit()
        theme().changed.connect(self._fit)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return not self.line.text().strip()

    @property
    def is_wrong(self) -> bool:
        """Tell whether something is typed that is no date."""
        return not self.is_empty and self.value is None

    @property
    def value(self) -> date | None:
        """Return the date; None when nothing is typed, or what is no date."""
        try:
            return read_date(self.line.text(), self._today())
        except ValueError:
            return None

    def set_value(self, day: date | None) -> None:
        """Put a date into the field."""
        self.line.setText("" if day is None else date_text(day))

    def set_name(self, name: str) -> None:
        """Tell screen readers what the date is of."""
        self.line.setAccessibleName(name)

    def _fit(self) -> None:
        self.line.setFixedWidth(theme().px(_WIDTH))

    def _read(self) -> None:
        day = self.value
        self._set_echo("" if day is None else f"{weekday_text(day)} {date_text(day)}", wrong=False)
        self.changed.emit()

    def _judge(self) -> None:
        # Never while typing; on leaving only what is there.
        if self.is_wrong:
            self._set_echo(_("Skriv datoen som 23.11.2026, i dag eller +3."), wrong=True)

    def _set_echo(self, text: str, *, wrong: bool) -> None:
        self._echo.setText(text)
        self._echo.setProperty("role", "problem" if wrong else "secondary")
        self.line.setProperty("invalid", "true" if wrong else "false")
        self.line.setAccessibleDescription(text)
        restyle(self._echo)
        restyle(self.line)
