"""How the page `Celleblokk` is laid out: chips above board or table, and the panel beside them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.screens.cell_blocks.filter_bar import FilterBar
from app.ui.screens.cell_blocks.peek_panel import PeekPanel
from app.ui.screens.cell_blocks.sectioned_view import INSET
from app.ui.screens.cell_blocks.views import Views

_ROOM_FOR_PEEK = 760


class OverviewParts(QWidget):
    """The board has all the width when there is too little for both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Views()
        self.filter_bar = FilterBar()
        self.filter_bar.setContentsMargins(INSET, 0, INSET, 0)
        self.peek = PeekPanel()
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.filter_bar)
        left.addWidget(self.views, 1)
        row = QHBoxLayout(self)
        # The board keeps room for the ring around it, so its tiles stand below the chips.
        row.setContentsMargins(MARGIN - INSET, GAP + 2, MARGIN, 0)
        row.setSpacing(MARGIN - INSET)
        row.addWidget(self._left, 1)
        row.addWidget(self.peek)

    def least_size(self) -> QSize:
        """Return the room the board needs alone: the panel gives way."""
        left = self._left.minimumSizeHint()
        return QSize(left.width() + 2 * MARGIN, left.height())

    def make_room(self, width: int) -> None:
        """Show the panel beside the board on a page that is wide enough."""
        self.peek.setVisible(width >= theme().px(_ROOM_FOR_PEEK))
