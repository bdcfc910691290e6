from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from app.foundation.translation import choose_language
from app.ui.appearance.qt_words import QtWords, teach_qt
from tests.helpers.qt_asks import forget_words, unanswered

# Asked for as keys are: every program says them alike.
KEYS = {("QFileDialog", "Alt+Left"), ("QFileDialog", "Alt+Right"), ("QFileDialog", "Alt+Up")}
# A question in the shape of a text: which way a language is written.
DIRECTION = {("QGuiApplication", "QT_LAYOUT_DIRECTION")}
BY_MOUSE = QContextMenuEvent.Reason.Mouse


@pytest.fixture(autouse=True)
def _bokmaal_again(qapp: QApplication) -> Iterator[None]:
    yield
    choose_language("nb")
    teach_qt(qapp)


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("nb", ["Navn", "Størrelse", "Type", "Endret"]),
        ("nn", ["Namn", "Storleik", "Type", "Endra"]),
        ("en", ["Name", "Size", "Type", "Date Modified"]),
    ],
)
def test_the_file_dialog_speaks_the_chosen_language(
    qapp: QApplication, tmp_path: Path, language: str, titles: list[str]
) -> None:
    choose_language(language)
    teach_qt(qapp)
    dialog = file_dialog(tmp_path)
    header = dialog.findChild(QHeaderView)
    assert header is not None
    model = header.model()
    found = [model.headerData(place, header.orientation()) for place in range(4)]
    assert found == titles
    dialog.deleteLater()


def file_dialog(folder: Path) -> QFileDialog:
    dialog = QFileDialog(None, "Velg fil", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


def menu_words(menu: QMenu) -> list[str]:
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    return [text.replace("&", "") for text in texts if text]


def test_the_menu_of_a_field_is_norwegian(qapp: QApplication) -> None:
    teach_qt(qapp)
    field = QLineEdit("tekst")
    menu = field.createStandardContextMenu()
    wanted = ["Angre", "Gjør om", "Klipp ut", "Kopier", "Lim inn", "Slett", "Velg alt"]
    assert menu_words(menu) == wanted
    menu.deleteLater()
    field.deleteLater()


def test_a_menu_has_each_letter_once(qapp: QApplication) -> None:
    for language in ("nb", "nn"):
        choose_language(language)
        teach_qt(qapp)
        field = QTextBrowser()
        field.setReadOnly(False)
        field.setHtml("<a href='x'>y</a>")
        menu = field.createStandardContextMenu()
        letters = [
            action.text().partition("&")[2][:1].lower()
            for action in menu.actions()
            if "&" in action.text()
        ]
        assert len(letters) > 4
        assert len(set(letters)) == len(letters)
        menu.deleteLater()
        field.deleteLater()


def test_what_is_not_listed_stays_and_it_is_taught_once(qapp: QApplication) -> None:
    teach_qt(qapp)
    teach_qt(qapp)
    assert len(qapp.findChildren(QtWords)) == 1
    assert QCoreApplication.translate("X", "Something else") == "Something else"


def test_another_language_takes_the_place_of_the_first(qapp: QApplication) -> None:
    for language, word in (("nb", "Lagre alle"), ("nn", "Lagre alle"), ("en", "Save All")):
        choose_language(language)
        teach_qt(qapp)
        assert QCoreApplication.translate("QPlatformTheme", "Save All") == word
        assert len(qapp.findChildren(QtWords)) == 1
        assert QLocale().name() == {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}[language]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_qt_asks_for_nothing_we_have_no_word_for(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.csv").write_text("a")
    choose_language(language)
    with unanswered(qapp) as asked:
        meet_everything(tmp_path, qtbot)
    # Reading a key, Qt asks for the name of every key there is.
    left = {(context, text) for context, text in asked if context != "QShortcut"}
    assert left - KEYS - DIRECTION == set()


def test_a_word_we_lack_is_heard(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.csv").write_text("a")
    choose_language("en")
    with unanswered(qapp) as asked:
        meet_everything(tmp_path, qtbot)
    forget_words(qapp)
    assert {("QLineEdit", "&Undo"), ("QFileSystemModel", "Date Modified")} <= asked


def meet_everything(folder: Path, qtbot: QtBot) -> None:
    """Open what our windows use of Qt's own: dialogs, buttons, menus of fields and bars."""
    dialog = file_dialog(folder)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    wait_for_files(dialog, qtbot)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton(0x0FFFFF00))
    text = QPlainTextEdit("tekst")
    browser = QTextBrowser()
    browser.setHtml("<a href='x'>y</a>")
    number, field, bar = QSpinBox(), QLineEdit("a"), QScrollBar()
    menus = [part.createStandardContextMenu() for part in (field, text, browser)]
    for opened in (number, bar):
        opened.show()
        QTimer.singleShot(0, close_menu)
        QApplication.sendEvent(opened, QContextMenuEvent(BY_MOUSE, QPoint(2, 2), QPoint(2, 2)))
    for widget in (QComboBox(), QTabBar(), buttons, *menus, text, browser, number, field, bar):
        widget.deleteLater()
    dialog.deleteLater()


def wait_for_files(dialog: QFileDialog, qtbot: QtBot) -> None:
    files = dialog.findChild(QTreeView)
    assert files is not None
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 2)
    for row in range(2):
        for column in range(4):
            files.model().index(row, column, files.rootIndex()).data()


def close_menu() -> None:
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_the_keys_of_a_keyboard_have_our_names(qapp: QApplication) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    for language, wanted in (("nb", "Ctrl+Høyre pil"), ("nn", "Ctrl+Høgre pil")):
        choose_language(language)
        teach_qt(qapp)
        assert QKeySequence("Ctrl+Right").toString(native) == wanted


KEYS_OF_THE_PROGRAM = (
    "Ctrl+S Ctrl+Shift+Enter Ctrl+Return Enter Return F5 Shift+F6 Alt+Left Alt+Right Alt+Up "
    "Ctrl+PgDown Ctrl+PgUp Ctrl+Home Ctrl+End Del Esc Backspace Tab Space Ctrl++ Ctrl+- Ctrl+0 F1 "
    "Ctrl+Shift+P Alt+1"
)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_keys_are_read_alike_whatever_they_are_called(qapp: QApplication, language: str) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    native = QKeySequence.SequenceFormat.NativeText
    choose_language(language)
    teach_qt(qapp)
    for key in KEYS_OF_THE_PROGRAM.split():
        wanted = QKeySequence.fromString(key, portable)
        assert QKeySequence(key) == wanted
        assert QKeySequence.fromString(wanted.toString(native), native) == wanted
