"""What the side panels of a person share: the head, the line for saving, and a notice."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, IconButton, LinkButton, PrimaryButton
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel


class PanelHead(QWidget):
    """What the panel does, about whom, and the way out."""

    def __init__(self, title: str, who: str, close: Callable[[], None]) -> None:
        super().__init__()
        self._who = SecondaryLabel(who, wrap=True)
        self._who.setVisible(bool(who))
        self.kept = SecondaryLabel()
        row = QHBoxLayout()
        row.addWidget(HeadingLabel(title), 1)
        row.addWidget(self.kept)
        row.addWidget(IconButton("close", _("Lukk"), close))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(row)
        layout.addWidget(self._who)


class SaveLine(QWidget):
    """The one button, what it is called when it works, and what Esc does."""

    def __init__(self, verb: str, save: Callable[[], None], hint: str) -> None:
        super().__init__()
        self._verb = verb
        self.button = PrimaryButton(verb, save)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(row)
        layout.addWidget(SecondaryLabel(hint, wrap=True))

    def show_saving(self, *, saving: bool) -> None:
        """Say on the button that a save is on its way."""
        self.button.set_words(_("Lagrer …") if saving else self._verb)


class NoticeFrame(QFrame):
    """A sentence in a coloured frame, perhaps with one thing to do; hidden while it is empty."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self._act: Callable[[], None] | None = None
        self._words = Label("", wrap=True)
        self._link = LinkButton("", self._do)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP + SPACE, GAP, GAP + SPACE, GAP)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say a sentence; an empty one hides the frame."""
        self._act = act
        self._words.setText(text)
        self._link.set_words(action)
        self._link.setVisible(act is not None)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        announce(self, text)

    def _do(self) -> None:
        act, self._act = self._act, None
        self.say("")
        if act is not None:
            act()


def button_row(*buttons: Button) -> QHBoxLayout:
    """Return buttons from the left."""
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
