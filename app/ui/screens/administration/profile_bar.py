"""Profiles of columns: chosen, saved under a name, deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, SPACE
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, SecondaryLabel
from app.ui.widgets.questions import ask_yes

_LETTERS = 12


class ProfileBar(QWidget):
    """A box to choose a name in or to type a new one, and two buttons.

    Signals:
        chosen: with the name of a profile, empty for none.
        save_asked: with a name; what it replaces has been asked about.
        delete_asked: with the name of a profile.
    """

    chosen = Signal(str)
    save_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = QComboBox()
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setAccessibleName(_("Profil"))
        self.names.setMinimumContentsLength(_LETTERS)
        self.save_button = Button(_("Lagre"), self._save, name=_("Lagre profilen"))
        self.delete_button = Button(_("Slett"), self._delete, name=_("Slett profilen"))
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        label = SecondaryLabel(_("Profil"))
        label.setBuddy(self.names)
        line = self.names.lineEdit()
        assert line is not None
        line.setPlaceholderText(_("navn på profilen"))
        line.textChanged.connect(self._follow)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label)
        row.addWidget(self.names, 1)
        row.addWidget(self.save_button)
        row.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(row)
        column.addWidget(self.problem)
        self.names.activated.connect(lambda: self.chosen.emit(self.names.currentData() or ""))
        self._follow()

    def show_profiles(self, names: Sequence[str], chosen: str) -> None:
        """Offer these profiles, one of them chosen, or none."""
        with QSignalBlocker(self.names):
            self.names.clear()
            self.names.addItem("", "")
            for name in names:
                self.names.addItem(name, name)
            self.names.setCurrentIndex(max(0, self.names.findData(chosen)))
        self.show_problem("")
        self._follow()

    def show_problem(self, text: str) -> None:
        """Say what is wrong with a name, or with the disk."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    @property
    def _name(self) -> str:
        return self.names.currentText().strip()

    def _is_known(self) -> bool:
        return bool(self._name) and self.names.findData(self._name) > 0

    def _follow(self) -> None:
        self.delete_button.setEnabled(self._is_known())

    def _save(self) -> None:
        if not self._name:
            self.show_problem(_("Skriv et navn på profilen først."))
            self.names.setFocus()
            return
        if self._is_known() and not ask_yes(
            self,
            _("Profilen {0} finnes. Skal den erstattes?").format(self._name),
            _("Kolonnene slik de står nå, blir lagret i stedet."),
            _("Erstatt profilen"),
            _("Behold den gamle"),
        ):
            return
        self.save_asked.emit(self._name)

    def _delete(self) -> None:
        if ask_yes(
            self,
            _("Skal profilen {0} slettes?").format(self._name),
            _("Det som er hentet inn med den, blir ikke berørt."),
            _("Slett profilen"),
            _("Behold den"),
        ):
            self.delete_asked.emit(self._name)
