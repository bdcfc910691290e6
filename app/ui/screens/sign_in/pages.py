"""The pages of the first window that are not the usual one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.screens.sign_in.form import Form
from app.ui.widgets.labels import HeadingLabel, Label, SecondaryLabel, TextLabel
from app.ui.widgets.push_buttons import Button, PrimaryButton

Do = Callable[[], None]


class RecoveryForm(Form):
    """The recovery code opens the door, and a new password is set."""

    def __init__(self, officer: str = "") -> None:
        super().__init__(_("Bruk gjenopprettingskoden"), _("Sett passordet og logg inn"))
        self.add_field("user_name", _("Brukernavn"))
        self.add_field("code", _("Gjenopprettingskode"), _("Den du skrev ned første gang."))
        self.add_field("password", _("Nytt passord"), _("Minst 8 tegn."), secret=True)
        self.add_field("again", _("Nytt passord en gang til"), secret=True)
        self.finish(_("Tilbake"))
        self.fields["user_name"].setText(officer)


class NewPrisonForm(Form):
    """The first officer of an empty prison, its administrator."""

    def __init__(self) -> None:
        super().__init__(_("Start tomt"), _("Lag fengselet"))
        self.add_field("user_name", _("Brukernavn"), _("Det du logger inn med."))
        self.add_field("display_name", _("Fullt navn"), _("Det andre ser."))
        self.add_field("password", _("Passord"), _("Minst 8 tegn. Gjerne en setning."), secret=True)
        self.add_field("again", _("Passord en gang til"), secret=True)
        self.finish(_("Tilbake"))


class WelcomePage(QWidget):
    """Asks how to begin, the first time.

    Signals:
        empty_asked, example_asked: how.
    """

    empty_asked = Signal()
    example_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Velkommen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.empty = PrimaryButton(_("Start tomt"), self.empty_asked.emit)
        self.example = Button(_("Prøv med eksempeldata"), self.example_asked.emit)
        explained = (
            (self.empty, _("Du blir administrator, og henter inn celler og rull fra fil.")),
            (self.example, _("Et oppdiktet fengsel med 392 innsatte. Ingen av dem finnes.")),
        )
        column.addWidget(HeadingLabel(_("Velkommen")))
        for button, text in explained:
            column.addSpacing(2 * GAP)
            column.addWidget(button)
            column.addWidget(SecondaryLabel(text, wrap=True))
        self._problem = Label("", "problem", wrap=True)
        column.addWidget(self._problem)
        column.addStretch()

    def say(self, problem: str) -> None:
        """Say why it did not go."""
        self._problem.setText(problem)


class ExamplePage(QWidget):
    """Shows how far the example prison has come."""

    def __init__(self, cancel: Do) -> None:
        super().__init__()
        self.setAccessibleName(_("Lager eksempelfengselet"))
        self._bar = QProgressBar()
        self._bar.setAccessibleName(_("Hvor langt det er kommet"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._share = SecondaryLabel(_("Gjør klart …"))
        self.button = Button(_("Avbryt"), cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(HeadingLabel(_("Lager eksempelfengselet")))
        for widget in (self._bar, self._share, self.button):
            column.addWidget(widget)
        column.addStretch()

    def show_progress(self, done: int, total: int) -> None:
        """Move the bar."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._share.setText(_("{0} %").format(done * 100 // max(total, 1)))


class SecretPage(QWidget):
    """Shows once what must be written down, and goes on when that is said to be done."""

    def __init__(self, heading: str, lines: list[tuple[str, str]], verb: str, go_on: Do) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._go_on = go_on
        self._problem = Label("", "problem", wrap=True)
        self.told = SecondaryLabel("")
        self.written_down = QCheckBox(_("Jeg har skrevet ned koden"))
        self.written_down.toggled.connect(lambda: self._problem.setText(""))
        self.button = PrimaryButton(verb, self._press)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(HeadingLabel(heading))
        for name, value in lines:
            column.addSpacing(GAP)
            column.addWidget(SecondaryLabel(name))
            shown = TextLabel(value)
            shown.setProperty("role", "heading")
            shown.setAccessibleName(f"{name}: {value}")
            column.addWidget(shown)
        column.addSpacing(GAP)
        column.addLayout(self._tools)
        for widget in (self.told, self.written_down, self._problem, self.button):
            column.addWidget(widget)
        column.addStretch()

    def add_tool(self, text: str, do: Do) -> None:
        """Offer something to do with what is shown: copy, print."""
        self._tools.addWidget(Button(text, do))

    def finish(self) -> None:
        """Keep the tools to the left."""
        self._tools.addStretch()

    def _press(self) -> None:
        if self.written_down.isChecked():
            self._go_on()
        else:
            self._problem.setText(_("Skriv ned koden først. Den vises bare nå."))
            self.written_down.setFocus()
