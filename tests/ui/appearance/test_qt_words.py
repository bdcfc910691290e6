from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QHeaderView, QLineEdit

from app.ui.appearance.qt_words import QtWords, teach_qt


def test_qt_speaks_norwegian_in_its_file_dialog(qapp: QApplication, tmp_path: Path) -> None:
    teach_qt(qapp)
    dialog = QFileDialog(None, "Velg fil", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    header = dialog.findChild(QHeaderView)
    assert header is not None
    model = header.model()
    titles = [model.headerData(place, header.orientation()) for place in range(4)]
    assert titles == ["Navn", "Størrelse", "Type", "Endret"]
    dialog.deleteLater()


def test_the_menu_of_a_field_is_norwegian(qapp: QApplication) -> None:
    teach_qt(qapp)
    field = QLineEdit("tekst")
    menu = field.createStandardContextMenu()
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["Angre", "Gjør om", "Klipp ut", "Kopier", "Lim inn", "Slett", "Velg alt"]
    menu.deleteLater()
    field.deleteLater()


def test_what_is_not_listed_stays_and_it_is_taught_once(qapp: QApplication) -> None:
    teach_qt(qapp)
    teach_qt(qapp)
    assert len(qapp.findChildren(QtWords)) == 1
    assert QCoreApplication.translate("X", "Something else") == "Something else"
