"""A column of named fields and the button below. Problems are added when there are any."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel
from app.ui.widgets.push_buttons import LinkButton, PrimaryButton

_PASSWORD = QLineEdit.EchoMode.Password


class Form(QWidget):
    """Enter in any field presses the button.

    Signals:
        submitted: the button was pressed.
        left: the link below was pressed.
    """

    submitted = Signal()
    left = Signal()

    def __init__(self, heading: str, verb: str) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.fields: dict[str, QLineEdit] = {}
        self.button = PrimaryButton(verb, self._press)
        self.working = SecondaryLabel("")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE)
        self.column.addWidget(HeadingLabel(heading))
        self.column.addSpacing(GAP)

    def add_field(self, field_id: str, label: str, hint: str = "", *, secret: bool = False) -> None:
        """Add a field with its label above."""
        field = QLineEdit()
        field.setAccessibleName(label)
        if secret:
            field.setEchoMode(_PASSWORD)
        words = Label(label)
        words.setBuddy(field)
        self.fields[field_id] = field
        self.column.addWidget(words)
        if hint:
            field.setAccessibleDescription(hint)
            self.column.addWidget(SecondaryLabel(hint, wrap=True))
        self.column.addWidget(field)
        self.column.addSpacing(SPACE)
        field.returnPressed.connect(self._press)

    def finish(self, link: str) -> None:
        """Put the button last, and a link below it."""
        self.column.addWidget(self.button)
        self.column.addWidget(self.working)
        self.column.addSpacing(GAP)
        self.column.addWidget(LinkButton(link, self.left.emit))
        self.column.addStretch()

    def text(self, field_id: str) -> str:
        """Return what is typed in a field."""
        return self.fields[field_id].text()

    def set_busy(self, text: str) -> None:
        """Say what is going on, and take no more presses until it is done."""
        self.working.setText(text)
        self.button.setEnabled(not text)
        for field in self.fields.values():
            field.setReadOnly(bool(text))

    def empty_secrets(self) -> None:
        """Forget what was typed in the secret fields."""
        for field in self.fields.values():
            if field.echoMode() == _PASSWORD:
                field.clear()

    def first_field(self) -> QLineEdit:
        """Return the first field that is empty."""
        fields = list(self.fields.values())
        return next((field for field in fields if not field.text()), fields[0])

    def _press(self) -> None:
        if self.button.isEnabled():
            self.submitted.emit()


class SignInForm(Form):
    """User name and password, both typed."""

    def __init__(self, officer: str = "") -> None:
        super().__init__(_("Logg inn"), _("Logg inn"))
        self.add_field("user_name", _("Brukernavn"))
        self.add_field("password", _("Passord"), secret=True)
        self.finish(_("Glemt passordet? Bruk gjenopprettingskode"))
        self.fields["user_name"].setText(officer)
