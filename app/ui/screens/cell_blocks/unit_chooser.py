"""The list of units above the board."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.cell_choices import UnitChoice
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.screens.cell_blocks.sections import unit_title

_WIDE = 220


class UnitChooser(QComboBox):
    """As wide as the longest name, but not wider than the header has room for.

    Signals:
        chosen: with the path of a unit, None for all of them.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Avdeling"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._tell)

    def offer(self, units: Sequence[UnitChoice], chosen: str | None) -> None:
        """Offer the units, and all of them together."""
        self.clear()
        self.addItem(_("Alle avdelinger"), None)
        for unit in units:
            self.addItem(unit_title(unit.name), unit.path)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def _tell(self, place: int) -> None:
        self.chosen.emit(self.itemData(place))

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest name, up to a point: the title says the whole of it."""
        wanted = min(self.sizeHint().width(), theme().px(_WIDE))
        return QSize(wanted, super().minimumSizeHint().height())
