"""A narrow part and a wide one beside each other; below each other where the window is small."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import MARGIN
from app.ui.widgets.scrolling import scrolling

_ROW = QBoxLayout.Direction.LeftToRight
_COLUMN = QBoxLayout.Direction.TopToBottom
_STACKED_HEIGHT = 380


class SideBySide(QWidget):
    """``narrow`` keeps its width beside ``wide``, which takes the rest.

    ``room`` is what the wide part needs, ``width`` what the narrow one has, both at 100 % zoom;
    with less than the two together the parts lie below each other and scroll.
    """

    def __init__(
        self,
        narrow: QWidget,
        wide: QWidget,
        *,
        width: int,
        room: int,
        narrow_first: bool = True,
    ) -> None:
        super().__init__()
        self._narrow = narrow
        self._wide = wide
        self._width = width
        self._room = room
        self._content = QWidget()
        self._parts = QBoxLayout(_ROW, self._content)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(MARGIN)
        for part in (narrow, wide) if narrow_first else (wide, narrow):
            self._parts.addWidget(part, 1 if part is wide else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(self._content))
        theme().changed.connect(self._arrange)
        self._arrange()

    @property
    def is_stacked(self) -> bool:
        """Tell whether the parts lie below each other."""
        return self._parts.direction() == _COLUMN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie beside or below, as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = theme()
        stacked = self.width() < look.px(self._width + self._room + MARGIN)
        self._parts.setDirection(_COLUMN if stacked else _ROW)
        if stacked:
            self._narrow.setMinimumWidth(0)
            self._narrow.setMaximumWidth(self.width())
        else:
            self._narrow.setFixedWidth(look.px(self._width))
        self._wide.setMinimumHeight(look.px(_STACKED_HEIGHT) if stacked else 0)
