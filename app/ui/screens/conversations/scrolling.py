"""An area that scrolls where the window is low, and follows the focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.appearance.tokens import GAP

_NO_FRAME = QFrame.Shape.NoFrame
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_QUEUED = Qt.ConnectionType.QueuedConnection


class FollowingArea(QScrollArea):
    """Holds parts below each other; the last takes what room there is."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for part in parts:
            layout.addWidget(part, 1 if part is parts[-1] else 0)
        self.setFrameShape(_NO_FRAME)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(_NEVER)
        self.setFocusPolicy(_NO_FOCUS)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Queued, so that a line that has just opened has its place.
            application.focusChanged.connect(self._reveal_focus, _QUEUED)

    def _reveal_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.ensureWidgetVisible(focus)
