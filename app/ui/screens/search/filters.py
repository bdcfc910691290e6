"""Where, what sort, by whom and when: the filters below the search field."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.cell_choices import UnitChoice
from app.domain.conversations import ConversationKind
from app.domain.plans import PlanPart
from app.domain.search import EVERY_CONVERSATION, Kind, Search
from app.domain.words import word
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import SecondaryLabel

_TOP = Qt.AlignmentFlag.AlignTop
_AUTHOR_WIDTH = 170


class Filters(QWidget):
    """Tells what is chosen; empty fields filter nothing.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unit = QComboBox()
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.unit.addItem(_("Hele fengselet"), None)
        self.kind = QComboBox()
        for text, kinds in _kinds():
            self.kind.addItem(text, kinds)
        self.author = QLineEdit()
        self.since = DateField(_("Fra og med"), today)
        self.until = DateField(_("Til og med"), today)
        row = FlowLayout(self, MARGIN)
        for text, field in (
            (_("Avdeling"), self.unit),
            (_("Slag"), self.kind),
            (_("Skrevet av"), self.author),
            (_("Fra og med"), self.since),
            (_("Til og med"), self.until),
        ):
            row.addWidget(_named(text, field))
        self.unit.currentIndexChanged.connect(self._tell)
        self.kind.currentIndexChanged.connect(self._tell)
        self.author.textChanged.connect(self._tell)
        self.since.changed.connect(self._tell)
        self.until.changed.connect(self._tell)
        self._fit()
        theme().changed.connect(self._fit)

    def search(self, query: str) -> Search:
        """Return what is looked for with these filters."""
        return Search(
            query,
            unit=self.unit.currentData(),
            kinds=self.kind.currentData(),
            author=self.author.text(),
            since=self.since.value,
            until=self.until.value,
        )

    def offer_units(self, units: Sequence[UnitChoice]) -> None:
        """Offer these units; what was chosen stays chosen while it is there."""
        chosen = self.unit.currentData()
        with QSignalBlocker(self.unit):
            while self.unit.count() > 1:
                self.unit.removeItem(1)
            for unit in units:
                self.unit.addItem(unit.name, unit.path)
            self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))
        if chosen != self.unit.currentData():
            self._tell()

    @property
    def are_set(self) -> bool:
        """Tell whether anything is filtered away."""
        wanted = self.search("")
        return wanted != Search()

    def clear(self) -> None:
        """Filter nothing."""
        self.unit.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.author.clear()
        self.since.set_value(None)
        self.until.set_value(None)

    def _tell(self) -> None:
        self.changed.emit()

    def _fit(self) -> None:
        self.author.setFixedWidth(theme().px(_AUTHOR_WIDTH))


def _kinds() -> list[tuple[str, frozenset[Kind]]]:
    plans: frozenset[Kind] = frozenset(PlanPart)
    talks: frozenset[Kind] = frozenset(EVERY_CONVERSATION)
    single: list[Kind] = [*ConversationKind, *PlanPart]
    return [
        (_("Alt"), frozenset()),
        (_("Samtaler og notater"), talks),
        (_("Planer"), plans),
        *((_kind_name(kind), frozenset({kind})) for kind in single),
    ]


def _kind_name(kind: Kind) -> str:
    return _("Plan: {0}").format(word(kind)) if isinstance(kind, PlanPart) else word(kind)


def _named(text: str, field: QWidget) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GAP // 4)
    label = SecondaryLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(text)
    layout.addWidget(label, 0, _TOP)
    layout.addWidget(field, 0, _TOP)
    layout.addStretch()
    return part
