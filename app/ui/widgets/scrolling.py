"""A part of a page that scrolls when there is too little room, and looks like its surroundings."""

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

# By number: the Qt namespace alone takes a tenth of the time to the first window.
_NO_FOCUS = 0


def scrolling(content: QWidget, name: str = "") -> QScrollArea:
    """Return a scroll area around content; Tab goes through it, and stops at it only if named."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    area.setAccessibleName(name)
    if not name:
        area.setProperty("focusPolicy", _NO_FOCUS)
    return area
