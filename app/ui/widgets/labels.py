"""Words on a page, each in its place in the hierarchy. Plain text only: what people wrote."""

from PySide6 import QtWidgets
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.appearance.tokens import Tone
from app.ui.appearance.veil import veil
from app.ui.widgets.restyle import restyle

# By number: the Qt namespace alone takes a tenth of the time to the first window.
_PLAIN = 0
_SELECTABLE_BY_MOUSE = 1


class Label(QLabel):
    """A line of text; with ``wrap`` as many lines as it needs. Names in it are hidden on wish."""

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(veil().cover(text), parent)
        self._said = text
        self.setProperty("textFormat", _PLAIN)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        # Qt would indent what has a border of its own.
        self.setIndent(0)

    def setText(self, text: str) -> None:
        """Say something else."""
        self._said = text
        super().setText(veil().cover(text))

    def show_veiled(self) -> None:
        """Say the same, names hidden or shown."""
        super().setText(veil().cover(self._said))


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
        self.setProperty("textInteractionFlags", _SELECTABLE_BY_MOUSE)


class Badge(Label):
    """A word in a coloured field. The word alone must tell it; the colour only helps."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.PRIMARY, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "badge", parent=parent)
        small = QtWidgets.QSizePolicy.Policy.Maximum
        self.setSizePolicy(small, small)
        self.setProperty("tone", tone.value)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        self.setProperty("tone", tone.value)
        restyle(self)
