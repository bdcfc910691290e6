"""Where a file is chosen: a button, and a place to drop one on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QWidget

from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, SecondaryLabel

_OWN_LOOK = QFileDialog.Option.DontUseNativeDialog
_ONE_FILE = QFileDialog.FileMode.ExistingFile
_LABELS = QFileDialog.DialogLabel

Chooser = Callable[[], Path | None]


class _Choosing:
    by: Chooser | None = None
    folder: Path | None = None


class FileField(QFrame):
    """Names the chosen file.

    Signals:
        chosen: with the path of a file, chosen or dropped.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.button = Button(_("Velg fil"), self._choose)
        self._name = Label(_("Ingen fil er valgt"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(MARGIN)
        row.addWidget(self.button)
        row.addWidget(self._name)
        row.addStretch()
        row.addWidget(SecondaryLabel(_("Du kan også slippe en fil her.")))

    def show_file(self, file: Path) -> None:
        """Name the file; its folder is in the hint."""
        self._name.setText(file.name)
        self._name.setToolTip(str(file))
        self.button.set_words(_("Velg en annen fil"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file."""
        file = dropped_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.chosen.emit(file)

    def _choose(self) -> None:
        file = ask_for_file(self)
        if file is not None:
            self.chosen.emit(file)


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the first local file of what is dragged."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if files else None


def ask_for_file(parent: QWidget) -> Path | None:
    """Return the file the officer chose; None for none. Tests answer with ``choose_with``."""
    if _Choosing.by is not None:
        return _Choosing.by()
    dialog = open_dialog(parent, _Choosing.folder or Path.home())
    if not dialog.exec():
        return None
    file = Path(dialog.selectedFiles()[0])
    _Choosing.folder = file.parent
    return file


def open_dialog(parent: QWidget, folder: Path) -> QFileDialog:
    """Return the dialog, in our words."""
    dialog = QFileDialog(parent, _("Velg fil"), str(folder))
    dialog.setOption(_OWN_LOOK)
    dialog.setFileMode(_ONE_FILE)
    dialog.setNameFilters([_("Lister (*.csv *.txt *.xlsx *.ods)"), _("Alle filer (*)")])
    dialog.setLabelText(_LABELS.LookIn, _("Mappe"))
    dialog.setLabelText(_LABELS.FileName, _("Filnavn"))
    dialog.setLabelText(_LABELS.FileType, _("Type"))
    dialog.setLabelText(_LABELS.Accept, _("Velg filen"))
    dialog.setLabelText(_LABELS.Reject, _("Avbryt"))
    return dialog


@contextmanager
def choose_with(chooser: Chooser) -> Iterator[None]:
    """Let tests choose the file."""
    before, _Choosing.by = _Choosing.by, chooser
    try:
        yield
    finally:
        _Choosing.by = before
