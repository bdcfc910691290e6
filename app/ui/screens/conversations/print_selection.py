"""Choose which entries of a person's log are printed: by days, by kind, and one by one."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.conversations import ConversationKind
from app.domain.read_models import ConversationLine
from app.domain.words import word
from app.foundation.clock import oslo_date
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.appearance.veil import veil
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, LinkButton, PrimaryButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.side_panel import PanelContent

_TICKED = Qt.CheckState.Checked
_BARE = Qt.CheckState.Unchecked
_TICKABLE = Qt.ItemFlag.ItemIsUserCheckable
_LONGEST = 44


class PrintSelection(PanelContent):
    """Every entry is ticked at first; days and kinds narrow the list, ticks choose in it."""

    def __init__(
        self,
        inmate_id: UUID,
        lines: Sequence[ConversationLine],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inmate_id = inmate_id
        self._lines = lines
        self.since = DateField(_("Fra og med"), today)
        self.until = DateField(_("Til og med"), today)
        self.kinds = {kind: _kind_chip(kind) for kind in _kinds_of(lines)}
        self.entries = QListWidget()
        self.entries.setAccessibleName(_("Oppføringer som kan skrives ut"))
        self.entries.setWordWrap(True)
        self.entries.setSpacing(2)
        for line in lines:
            self.entries.addItem(_item(line))
        self._show_texts()
        self.count = SecondaryLabel("")
        self.problem = Label("", "problem", wrap=True)
        self.show_button = PrimaryButton(_("Vis på papir"), self.ask)
        self._lay_out()
        self._listen()
        self._show_count()

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """Return the entries that are ticked and not hidden by days or kinds."""
        return tuple(
            line.id
            for line, item in zip(self._lines, self._items(), strict=True)
            if not item.isHidden() and item.checkState() is _TICKED
        )

    def first_focus(self) -> QWidget:
        """Begin with the days."""
        return self.since.line

    def ask(self) -> None:
        """Show the chosen entries as a paper, or say what is missing."""
        chosen = self.chosen
        if self.since.is_wrong or self.until.is_wrong:
            self._complain(_("Skriv datoen som 23.11.2026, i dag eller +3."))
        elif not chosen:
            self._complain(_("Velg minst én oppføring."))
        else:
            self.entries_print_asked.emit(self._inmate_id, chosen)

    def tick_all(self, *, yes: bool) -> None:
        """Tick every entry in sight, or none."""
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(_TICKED if yes else _BARE)

    def _items(self) -> list[QListWidgetItem]:
        return [self.entries.item(place) for place in range(self.entries.count())]

    def _lay_out(self) -> None:
        days = QGridLayout()
        days.setSpacing(SPACE)
        for column, (label, field) in enumerate(
            ((_("Fra og med"), self.since), (_("Til og med"), self.until))
        ):
            named = SecondaryLabel(label)
            named.setBuddy(field.line)
            days.addWidget(named, 0, column)
            days.addWidget(field, 1, column)
        days.setColumnStretch(2, 1)
        chips, ticks = QWidget(), QWidget()
        kinds = FlowLayout(chips)
        for chip in self.kinds.values():
            kinds.addWidget(chip)
        row = FlowLayout(ticks)
        row.addWidget(LinkButton(_("Velg alle"), lambda: self.tick_all(yes=True)))
        row.addWidget(LinkButton(_("Velg ingen"), lambda: self.tick_all(yes=False)))
        row.addWidget(self.count)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.show_button)
        flow.addWidget(Button(_("Lukk"), self.close_asked.emit))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(HeadingLabel(_("Skriv ut samtaler")))
        layout.addLayout(days)
        layout.addWidget(chips)
        layout.addWidget(ticks)
        layout.addWidget(self.entries, 1)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        self.problem.hide()

    def _show_texts(self) -> None:
        with QSignalBlocker(self.entries):
            for line, item in zip(self._lines, self._items(), strict=True):
                item.setText(veil().cover(_text(line)))

    def _listen(self) -> None:
        veil().changed.connect(self._show_texts)
        self.since.changed.connect(self._narrow)
        self.until.changed.connect(self._narrow)
        for chip in self.kinds.values():
            chip.toggled.connect(self._narrow)
        self.entries.itemChanged.connect(self._show_count)

    def _narrow(self) -> None:
        since, until = self.since.value or date.min, self.until.value or date.max
        for line, item in zip(self._lines, self._items(), strict=True):
            in_time = since <= oslo_date(line.occurred_at) <= until
            item.setHidden(not (in_time and self.kinds[line.kind].isChecked()))
        self._show_count()

    def _show_count(self) -> None:
        self.problem.hide()
        text = _("{n} av {total} valgt").format(n=len(self.chosen), total=len(self._lines))
        self.count.setText(text)
        self.entries.setAccessibleDescription(text)

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        announce(self, text)


def _kinds_of(lines: Sequence[ConversationLine]) -> list[ConversationKind]:
    there = {line.kind for line in lines}
    return [kind for kind in ConversationKind if kind in there]


def _kind_chip(kind: ConversationKind) -> Chip:
    chip = Chip(word(kind))
    chip.setChecked(True)
    return chip


def _text(line: ConversationLine) -> str:
    beginning = " ".join(line.text.split())
    if len(beginning) > _LONGEST:
        beginning = f"{beginning[:_LONGEST].rpartition(' ')[0] or beginning[:_LONGEST]} …"
    return f"{moment_text(line.occurred_at)} · {word(line.kind)}\n{beginning}"


def _item(line: ConversationLine) -> QListWidgetItem:
    item = QListWidgetItem(_text(line))
    item.setFlags(item.flags() | _TICKABLE)
    item.setCheckState(_TICKED)
    return item
