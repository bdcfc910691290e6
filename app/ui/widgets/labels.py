"""Words on a page, each in its place in the hierarchy. Plain text only: what people wrote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.appearance.tokens import Tone
from app.ui.widgets.restyle import restyle

_PLAIN = Qt.TextFormat.PlainText
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class Label(QLabel):
    """A line of text; with ``wrap`` as many lines as it needs."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(_PLAIN)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


class TitleLabel(Label):
    """The page's own title, 18 px."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "title", parent=parent)


class HeadingLabel(Label):
    """A heading inside a page or a card."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "heading", parent=parent)


class SecondaryLabel(Label):
    """Smaller and muted: what explains."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(text, "secondary", wrap=wrap, parent=parent)


class TextLabel(Label):
    """What people wrote: wraps, and can be marked and copied."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, wrap=True, parent=parent)
        self.setTextInteractionFlags(_SELECTABLE)


class Badge(Label):
    """A word in a coloured field. The word alone must tell it; the colour only helps."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.PRIMARY, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "badge", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setProperty("tone", tone.value)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        self.setProperty("tone", tone.value)
        restyle(self)
