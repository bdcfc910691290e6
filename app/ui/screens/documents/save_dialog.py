"""Ask where papers are to be written. Everything goes through these functions, as questions do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.foundation.translation import _

_SUFFIX = ".pdf"
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
_SAVE = QFileDialog.AcceptMode.AcceptSave
_ANY_FILE = QFileDialog.FileMode.AnyFile
_OWN_LOOK = QFileDialog.Option.DontUseNativeDialog
_WE_ASK = QFileDialog.Option.DontConfirmOverwrite
_LABELS = QFileDialog.DialogLabel

_FOLDER = QFileDialog.FileMode.Directory
_FOLDERS_ALONE = QFileDialog.Option.ShowDirsOnly
_TAKE = QFileDialog.AcceptMode.AcceptOpen

Chooser = Callable[[str], Path | None]


class _Choosing:
    by: Chooser | None = None
    folder: Path | None = None


def ask_for_file(parent: QWidget, suggested: str) -> Path | None:
    """Return the file the officer chose, with ``.pdf`` at its end; None for none.

    The folder chosen last is offered again as long as the program runs.
    """
    if _Choosing.by is not None:
        return _Choosing.by(suggested)
    folder = _Choosing.folder or Path(QStandardPaths.writableLocation(_DOCUMENTS))
    dialog = save_dialog(parent, folder, suggested)
    if not dialog.exec():
        return None
    file = Path(dialog.selectedFiles()[0])
    _Choosing.folder = file.parent
    return file if file.suffix.lower() == _SUFFIX else file.with_name(file.name + _SUFFIX)


def ask_for_folder(parent: QWidget) -> Path | None:
    """Return the folder the officer chose for many files; None for none."""
    if _Choosing.by is not None:
        return _Choosing.by("")
    folder = _Choosing.folder or Path(QStandardPaths.writableLocation(_DOCUMENTS))
    dialog = folder_dialog(parent, folder)
    if not dialog.exec():
        return None
    _Choosing.folder = Path(dialog.selectedFiles()[0])
    return _Choosing.folder


def folder_dialog(parent: QWidget, folder: Path) -> QFileDialog:
    """Return the dialog that asks for a folder, in our words."""
    dialog = QFileDialog(parent, _("Velg mappe"), str(folder))
    dialog.setOption(_OWN_LOOK)
    dialog.setOption(_FOLDERS_ALONE)
    dialog.setAcceptMode(_TAKE)
    dialog.setFileMode(_FOLDER)
    dialog.setLabelText(_LABELS.LookIn, _("Mappe"))
    dialog.setLabelText(_LABELS.FileName, _("Mappenavn"))
    dialog.setLabelText(_LABELS.FileType, _("Type"))
    dialog.setLabelText(_LABELS.Accept, _("Lagre her"))
    dialog.setLabelText(_LABELS.Reject, _("Avbryt"))
    return dialog


def save_dialog(parent: QWidget, folder: Path, suggested: str) -> QFileDialog:
    """Return the dialog, in our words."""
    dialog = QFileDialog(parent, _("Lagre som PDF"), str(folder))
    dialog.setOption(_OWN_LOOK)
    dialog.setOption(_WE_ASK)
    dialog.setAcceptMode(_SAVE)
    dialog.setFileMode(_ANY_FILE)
    dialog.setNameFilter(_("PDF-filer (*.pdf)"))
    dialog.selectFile(suggested)
    dialog.setLabelText(_LABELS.LookIn, _("Mappe"))
    dialog.setLabelText(_LABELS.FileName, _("Filnavn"))
    dialog.setLabelText(_LABELS.FileType, _("Type"))
    dialog.setLabelText(_LABELS.Accept, _("Lagre filen"))
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
