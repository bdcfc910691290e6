"""Parts of the panel: its first lines, the text box, and the reason for a correction."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.conversations import REASON_LIMIT, TEXT_LIMIT
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.conversations.entry import Person
from app.ui.screens.conversations.spoken_times import number_text
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Badge, HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.problem_bar import FieldProblem
from app.ui.widgets.restyle import restyle

_LINES = 6
_TOP = Qt.AlignmentFlag.AlignTop


class TopLine(QWidget):
    """What is written and about whom; at the right, when the draft was kept.

    Signals:
        close_pressed: the cross was pressed.
    """

    close_pressed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Label("", "ok")
        self._trouble = Label("", "problem", wrap=True)
        self._trouble.hide()
        self._name = Label("", "strong")
        self._place = Badge()
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(HeadingLabel(title))
        first.addStretch()
        first.addWidget(self._state)
        close = IconButton("close", _("Lukk – kladden beholdes"), self.close_pressed.emit)
        close.setProperty("role", "state")
        first.addWidget(close)
        second.setSpacing(GAP)
        second.addWidget(self._name)
        second.addWidget(self._place)
        second.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self._trouble)

    @property
    def state(self) -> str:
        """Return what is said of the draft."""
        return self._state.text()

    def show_person(self, person: Person) -> None:
        """Show whom it is about."""
        self._name.setText(person.name)
        self._place.setText(person.place)
        self._place.setVisible(bool(person.place))

    def show_kept(self, text: str) -> None:
        """Say when the draft was committed."""
        self._say(text, "ok")
        self._trouble.hide()

    def show_trouble(self, text: str) -> None:
        """Say that the draft is not on the disk; read aloud once."""
        if self._trouble.isHidden():
            announce(self, text)
        self._say(_("Kladden er ikke lagret"), "problem")
        self._trouble.setText(text)
        self._trouble.show()

    def _say(self, text: str, role: str) -> None:
        self._state.setText(text)
        if self._state.property("role") != role:
            self._state.setProperty("role", role)
            restyle(self._state)


class _Edit(QPlainTextEdit):
    """As high as a few lines; it grows with the room there is."""

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().lineSpacing() * _LINES + 2 * self.frameWidth() + 2 * GAP
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TextBox(QWidget):
    """Plain text; Tab leaves it. Below it a hint and how much has been written.

    Signals:
        changed: the officer has typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Edit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(_("Hva dere snakket om"))
        self._hint = SecondaryLabel("", wrap=True)
        self._counter = SecondaryLabel()
        self.problem = FieldProblem(self.edit)
        below = QHBoxLayout()
        below.addWidget(self._hint, 1)
        below.addWidget(self._counter, 0, _TOP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.problem)
        layout.addLayout(below)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._tell)
        self._count()

    @property
    def text(self) -> str:
        """Return what stands in the box."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text into the box; the same text leaves the cursor where it is."""
        if text != self.text:
            self.edit.setPlainText(text)
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def set_hint(self, text: str) -> None:
        """Say how to write."""
        self._hint.setText(text)
        self.edit.setAccessibleDescription(text)

    @property
    def counter(self) -> str:
        """Return how much has been written, in words."""
        return self._counter.text()

    def _count(self) -> None:
        written = len(self.text)
        text = _("{n} av {most} tegn").format(n=number_text(written), most=number_text(TEXT_LIMIT))
        self._counter.setText(text)
        role = "problem" if written > TEXT_LIMIT else "secondary"
        if self._counter.property("role") != role:
            self._counter.setProperty("role", role)
            restyle(self._counter)

    def _tell(self) -> None:
        self._count()
        self.problem.set_problem("")
        self.changed.emit()


class ReasonBox(QWidget):
    """Why a saved entry is corrected.

    Signals:
        changed: the officer has typed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(REASON_LIMIT)
        self.line.setAccessibleName(_("Hvorfor retter du?"))
        label = Label(_("Hvorfor retter du?"), "strong")
        label.setBuddy(self.line)
        self.problem = FieldProblem(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(label)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        layout.addWidget(
            SecondaryLabel(_("Den gamle teksten blir stående og kan leses av alle."), wrap=True)
        )
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._tell)

    @property
    def text(self) -> str:
        """Return the reason."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put a reason into the field."""
        if text != self.text:
            self.line.setText(text)

    def _tell(self) -> None:
        self.problem.set_problem("")
        self.changed.emit()
