"""The languages a person knows, the one read best first."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.words import language_codes, language_name
from app.foundation.translation import _
from app.ui.appearance.tokens import SPACE
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow_layout import FlowLayout


class LanguagePicker(QWidget):
    """A list to add from, and a button for each language that takes it away again.

    Signals:
        changed: other languages, or another order.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[str, ...] = ()
        self._list = QComboBox()
        self._list.setAccessibleName(_("Legg til språk"))
        self._chosen = QWidget()
        self._flow = FlowLayout(self._chosen, gap=SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._list)
        layout.addWidget(self._chosen)
        self.setFocusProxy(self._list)
        self._list.activated.connect(self._add)
        self._draw()

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the ISO 639 codes in order."""
        return self._codes

    def set_codes(self, codes: tuple[str, ...]) -> None:
        """Show these languages without telling that they changed."""
        self._codes = codes
        self._draw()

    def _add(self, place: int) -> None:
        code = self._list.itemData(place)
        if code:
            self._change((*self._codes, code))

    def _remove(self, code: str) -> None:
        self._list.setFocus()
        self._change(tuple(known for known in self._codes if known != code))

    def _change(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        self._list.clear()
        self._list.addItem(_("Legg til språk"), "")
        for code in language_codes():
            if code not in self._codes:
                self._list.addItem(language_name(code).capitalize(), code)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for code in self._codes:
            name = language_name(code)
            remove = Button(f"{name} ×", partial(self._remove, code))
            remove.setAccessibleName(_("Fjern {language}").format(language=name))
            self._flow.addWidget(remove)
        self._chosen.setVisible(bool(self._codes))
