"""Who the page is about, beside the title: cell, status, who follows up, what presses."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.cell_blocks import InmateLine
from app.domain.places import door_name
from app.domain.thresholds import OverviewThresholds
from app.domain.words import language_name, word
from app.foundation.dates import days_text, short_date_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, Tone
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.labels import Badge

_SOON_DAYS = 7
_HOME_LANGUAGES = frozenset({"nb", "nn", "no"})
_MARKS = {Tone.OK: "○ ", Tone.WARNING: "◐ ", Tone.DANGER: "● "}


class Banner(QWidget):
    """Stands in the header as long as a person is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = Badge()
        self._facts = ElidedLabel("", "secondary")
        self._days = Badge()
        self._due = Badge()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for widget in (self._cell, self._facts, self._days, self._due):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_line(self, line: InmateLine, thresholds: OverviewThresholds, today: date) -> None:
        """Show a person."""
        self._cell.setText(where_text(line))
        self._facts.setText(facts_text(line))
        days, tone = days_badge(line, thresholds)
        self._days.setText(_MARKS[tone] + days)
        self._days.set_tone(tone)
        due, tone = due_badge(line, today)
        self._due.setText(due)
        self._due.set_tone(tone)
        self._due.setVisible(bool(due))
        self.setAccessibleName(
            ", ".join(part for part in (where_text(line), facts_text(line), days, due) if part)
        )


def where_text(line: InmateLine) -> str:
    """Return the cell, or where the person is instead."""
    if line.cell is not None:
        return door_name(line.cell)
    if line.whereabouts.value != "inside":
        return word(line.whereabouts)
    return door_name(line.place_path) or _("uten celle")


def facts_text(line: InmateLine) -> str:
    """Return ``Dom · kontaktbetjent A. Rønning · Arabisk, tolk``."""
    officer = line.contact_officer
    parts = [
        word(line.legal_status),
        _("kontaktbetjent {name}").format(name=officer) if officer else _("ingen kontaktbetjent"),
        _language_text(line),
    ]
    return " · ".join(part for part in parts if part)


def _language_text(line: InmateLine) -> str:
    first = [language_name(code) for code in line.languages[:1] if code not in _HOME_LANGUAGES]
    parts = first + ([_("tolk")] if line.interpreter_needed else [])
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def days_badge(line: InmateLine, thresholds: OverviewThresholds) -> tuple[str, Tone]:
    """Return days since the last conversation, and how much that presses."""
    days = line.days_since_conversation
    if days is None:
        return _("aldri snakket med"), Tone.WARNING if line.is_new else Tone.DANGER
    if days >= thresholds.alarm_days:
        return days_text(days), Tone.DANGER
    text = days_text(days) if days else _("i dag")
    return text, Tone.WARNING if days >= thresholds.warning_days else Tone.OK


def due_badge(line: InmateLine, today: date) -> tuple[str, Tone]:
    """Return the deadline that presses most, or nothing."""
    if line.overdue_steps:
        return _("{n} forfalt").format(n=line.overdue_steps), Tone.DANGER
    if line.next_due == today:
        return _("Frist i dag"), Tone.WARNING
    if line.next_due is not None and (line.next_due - today).days <= _SOON_DAYS:
        return _("Frist {date}").format(date=short_date_text(line.next_due)), Tone.WARNING
    return "", Tone.PLAIN
