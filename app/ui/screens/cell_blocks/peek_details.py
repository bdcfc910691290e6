"""What has been read of a person for the panel: badges, last talk, open steps, dates."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.domain.cell_blocks import InmateLine
from app.domain.inmates import age
from app.domain.read_models import ConversationLine, OpenStep, Peek
from app.domain.words import language_name, word
from app.foundation.clock import oslo_date
from app.foundation.dates import date_text, days_text, short_date_text, time_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE, Tone
from app.ui.screens.cell_blocks.tiles import State, Tile
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import Badge, Label, SecondaryLabel, TextLabel

_TEXT_SHOWN = 200
_STEPS_SHOWN = 8
_SOON_DAYS = 7
_ALIGN_TOP = Qt.AlignmentFlag.AlignTop
_TONES = {
    State.PLAIN: Tone.PLAIN,
    State.OK: Tone.OK,
    State.WARNING: Tone.WARNING,
    State.DANGER: Tone.DANGER,
}
_MARKS = {State.PLAIN: "", State.OK: "○ ", State.WARNING: "◐ ", State.DANGER: "● "}


def facts_text(line: InmateLine, today: date | None) -> str:
    """Return legal status, age and languages in one line."""
    parts = [word(line.legal_status)]
    if line.birth_date is not None and today is not None:
        parts.append(_("{n} år").format(n=age(line.birth_date, today)))
    languages = ", ".join(language_name(code) for code in line.languages)
    parts.append(languages[:1].upper() + languages[1:])
    return " · ".join(part for part in parts if part)


def shortened(text: str, limit: int = _TEXT_SHOWN) -> str:
    """Return the beginning of a text, cut between words."""
    plain = " ".join(text.split())
    if len(plain) <= limit:
        return plain
    return plain[:limit].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


class PeekDetails(QWidget):
    """Built anew for each person; a handful of labels costs less than keeping them in step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)

    def clear(self) -> None:
        """Show nothing."""
        _empty(self._layout)

    def show_message(self, text: str) -> None:
        """Show a sentence in place of the details."""
        self.clear()
        self._layout.addWidget(SecondaryLabel(text, wrap=True))
        self._layout.addStretch(1)

    def show_peek(self, peek: Peek, tile: Tile, today: date | None) -> None:
        """Show what was read."""
        self.clear()
        self._layout.addWidget(self._badges(peek, tile, today))
        self._head(_("Kontaktbetjent"))
        self._layout.addWidget(Label(peek.line.contact_officer or _("Ingen ennå"), wrap=True))
        self._show_last(peek.last)
        self._show_steps(peek.open_steps, today)
        if peek.release_date is not None:
            self._head(_("Nøkkeldatoer (beregnet, ikke vedtak)"))
            day = date_text(peek.release_date)
            text = _("Løslatelse ifølge rull {date}").format(date=day)
            self._layout.addWidget(Label(text, wrap=True))
        self._layout.addStretch(1)

    def _head(self, text: str) -> None:
        label = SecondaryLabel(text, wrap=True)
        label.setContentsMargins(0, GAP - SPACE, 0, 0)
        self._layout.addWidget(label)

    def _badges(self, peek: Peek, tile: Tile, today: date | None) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=SPACE)
        flow.addWidget(
            Badge(_MARKS[tile.days.state] + days_badge(peek.line), _TONES[tile.days.state])
        )
        for text, tone in _other_badges(peek, today):
            flow.addWidget(Badge(text, tone))
        return row

    def _show_last(self, last: ConversationLine | None) -> None:
        if last is None:
            self._head(_("Siste samtale"))
            self._layout.addWidget(Label(_("Ingen samtaler ennå."), wrap=True))
            return
        head = _("Siste samtale {date} kl. {time} · {kind}").format(
            date=date_text(oslo_date(last.occurred_at)),
            time=time_text(last.occurred_at),
            kind=word(last.kind).lower(),
        )
        self._head(head)
        self._layout.addWidget(TextLabel(f"«{shortened(last.text)}»"))

    def _show_steps(self, steps: tuple[OpenStep, ...], today: date | None) -> None:
        if not steps:
            return
        self._head(_("Åpne steg ({n})").format(n=len(steps)))
        for step in steps[:_STEPS_SHOWN]:
            self._layout.addLayout(_step_row(step, today))
        left = len(steps) - _STEPS_SHOWN
        if left > 0:
            self._layout.addWidget(SecondaryLabel(_("og {n} til i planen").format(n=left)))


def days_badge(line: InmateLine) -> str:
    """Return days since the last conversation as a badge says it."""
    days = line.days_since_conversation
    if days is None:
        return _("Aldri snakket med")
    return _("{days} siden samtale").format(days=days_text(days)) if days else _("Samtale i dag")


def _other_badges(peek: Peek, today: date | None) -> list[tuple[str, Tone]]:
    line = peek.line
    badges = []
    if line.overdue_steps:
        badges.append((_("{n} forfalt").format(n=line.overdue_steps), Tone.DANGER))
    if any(step.due == today for step in peek.open_steps):
        badges.append((_("Frist i dag"), Tone.WARNING))
    if line.interpreter_needed:
        badges.append((_("Tolk"), Tone.PRIMARY))
    if line.is_new:
        badges.append((_("Ny"), Tone.PRIMARY))
    return badges


def _step_row(step: OpenStep, today: date | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(Label(f"○ {step.title}", wrap=True), 1)
    if step.due is not None:
        text = _("forfalt {date}") if step.overdue else _("frist {date}")
        badge = Badge(text.format(date=short_date_text(step.due)), _due_tone(step, today))
        row.addWidget(badge, 0, _ALIGN_TOP)
    return row


def _due_tone(step: OpenStep, today: date | None) -> Tone:
    if step.overdue:
        return Tone.DANGER
    soon = today is not None and step.due is not None and (step.due - today).days <= _SOON_DAYS
    return Tone.WARNING if soon else Tone.PLAIN


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            _empty(inner)
