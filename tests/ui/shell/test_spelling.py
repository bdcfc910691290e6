"""Wavy lines in the editors: never in the way of typing, only what is in sight, off by a click."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import Theme
from app.ui.background.tasks import Tasks
from app.ui.shell.spelling import Spelling, SpellingDesk
from app.use_cases.spelling import SpellerLost

RIGHT = {"samtale", "om", "bolig", "vi"}


@dataclass
class MadeUpSpeller:
    """Knows a few words; notes what it is asked."""

    asked: list[str] = field(default_factory=list)
    learnt: list[str] = field(default_factory=list)
    closed: bool = False
    fault: Exception | None = None

    def unknown(self, words: Sequence[str]) -> frozenset[str]:
        if self.fault is not None:
            raise self.fault
        self.asked += words
        return frozenset(word for word in words if word.lower() not in RIGHT)

    def suggestions(self, word: str) -> Sequence[str]:
        return ["samtale", "samtaler"] if word == "smatale" else []

    def learn(self, word: str) -> None:
        self.learnt.append(word)

    def close(self) -> None:
        self.closed = True


@dataclass
class MadeUpDesk:
    speller: MadeUpSpeller = field(default_factory=MadeUpSpeller)
    choice: str = "nb nn"
    has_dictionary: bool = True
    opened: list[Sequence[str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)

    def open(self, languages: Sequence[str]) -> MadeUpSpeller | None:
        self.opened.append(languages)
        return self.speller if self.has_dictionary else None

    def turn_off(self) -> None:
        self.choice = "off"


@pytest.fixture
def office() -> MadeUpDesk:
    return MadeUpDesk()


@pytest.fixture
def spelling(look: Theme, tasks: Tasks, office: MadeUpDesk) -> Iterator[Spelling]:
    desk = SpellingDesk(lambda: office.choice, office.turn_off, office.open, office.added.append)
    made = Spelling(tasks, desk)
    yield made
    made.close()
    made.deleteLater()


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.editor, self.line = QPlainTextEdit(), QLineEdit()
        self.changes = 0
        self.editor.textChanged.connect(self._count)
        layout = QVBoxLayout(self)
        # First, so that it has the focus when the window is shown.
        layout.addWidget(self.line)
        layout.addWidget(self.editor)
        self.resize(500, 300)

    def _count(self) -> None:
        self.changes += 1


@pytest.fixture
def window(spelling: Spelling, qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def write(window: Window, text: str) -> None:
    window.editor.setPlainText(text)
    window.editor.setFocus()


def marked(window: Window) -> list[str]:
    return [mark.cursor.selectedText() for mark in window.editor.extraSelections()]


def test_wrong_words_are_marked_and_right_ones_are_not(window: Window, qtbot: QtBot) -> None:
    write(window, "vi smatale om bolig")
    qtbot.waitUntil(lambda: marked(window) == ["smatale"])
    mark = window.editor.extraSelections()[0]
    form = mark.format
    assert form.underlineStyle() is form.UnderlineStyle.WaveUnderline


def test_marking_changes_nothing_of_the_text(window: Window, qtbot: QtBot) -> None:
    write(window, "vi smatale om")
    qtbot.waitUntil(lambda: marked(window) == ["smatale"])
    assert window.changes == 1
    assert not window.editor.document().isUndoAvailable()


def test_the_word_being_typed_is_marked_when_it_is_left(
    window: Window, office: MadeUpDesk, qtbot: QtBot
) -> None:
    write(window, "")
    QTest.keyClicks(window.editor, "vi xyz")
    qtbot.waitUntil(lambda: "vi" in office.speller.asked)
    assert "xyz" not in office.speller.asked
    QTest.keyClicks(window.editor, " om")
    qtbot.waitUntil(lambda: marked(window) == ["xyz"])


def test_only_what_is_in_sight_is_looked_at_in_a_megabyte(
    window: Window, office: MadeUpDesk, qtbot: QtBot
) -> None:
    lines = [
        f"linje abc{chr(97 + place % 26)}{'x' * (place // 26 % 40)}" for place in range(60_000)
    ]
    write(window, "\n".join(lines))
    assert len(window.editor.toPlainText()) > 1_000_000
    qtbot.waitUntil(lambda: len(marked(window)) > 0)
    assert len(office.speller.asked) < 60
    window.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: any("xxxx" in word for word in marked(window)))
    assert len(office.speller.asked) < 120


def test_a_paragraph_without_an_end_is_left_alone(
    window: Window, office: MadeUpDesk, qtbot: QtBot
) -> None:
    write(window, "smatale " * 130_000 + "\nfeeil ord")
    qtbot.waitUntil(lambda: office.opened != [])
    window.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: marked(window) == ["feeil"])


def test_it_begins_when_somebody_writes_and_only_then(
    window: Window, office: MadeUpDesk, qtbot: QtBot
) -> None:
    assert office.opened == []
    write(window, "smatale om")
    qtbot.waitUntil(lambda: office.opened == [["nb", "nn"]])


def menu_on(window: Window, qtbot: QtBot, place: int = 1) -> QMenu:
    cursor = window.editor.textCursor()
    cursor.setPosition(place)
    window.editor.setTextCursor(cursor)
    middle = window.editor.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, middle, window.editor.mapToGlobal(middle)
    )
    QApplication.sendEvent(window.editor, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def press(menu: QMenu, text: str) -> None:
    action = next(one for one in menu.actions() if one.text() == text)
    action.trigger()
    menu.close()


def test_the_menu_key_offers_what_it_may_have_meant(window: Window, qtbot: QtBot) -> None:
    write(window, "smatale om bolig")
    qtbot.waitUntil(lambda: marked(window) == ["smatale"])
    menu = menu_on(window, qtbot)
    assert menu.accessibleName() == "Stavekontroll"
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["samtale", "samtaler"]
    assert texts[3:6] == ["Legg til i ordlisten", "Ignorer", "Slå av stavekontrollen"]
    press(menu, "samtale")
    assert window.editor.toPlainText() == "samtale om bolig"
    window.editor.undo()
    assert window.editor.toPlainText() == "smatale om bolig"


def test_a_right_click_on_a_right_word_has_the_usual_menu(window: Window, qtbot: QtBot) -> None:
    write(window, "smatale om bolig")
    qtbot.waitUntil(lambda: marked(window) == ["smatale"])
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse,
        QPoint(480, 200),
        window.editor.mapToGlobal(QPoint(480, 200)),
    )
    filtered = any(
        one.eventFilter(window.editor, event)
        for one in window.editor.children()
        if type(one).__name__ == "SpellingMenu"
    )
    assert not filtered


def test_a_word_is_added_for_good(
    window: Window, office: MadeUpDesk, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    write(window, "blaarasp om bolig")
    qtbot.waitUntil(lambda: marked(window) == ["blaarasp"])
    menu = menu_on(window, qtbot)
    assert menu.actions()[0].text() == "Ingen forslag"
    press(menu, "Legg til i ordlisten")
    settle()
    assert marked(window) == []
    assert (office.added, office.speller.learnt) == (["blaarasp"], ["blaarasp"])


def test_a_word_is_ignored_for_now(window: Window, office: MadeUpDesk, qtbot: QtBot) -> None:
    write(window, "blaarasp om bolig")
    qtbot.waitUntil(lambda: marked(window) == ["blaarasp"])
    press(menu_on(window, qtbot), "Ignorer")
    assert marked(window) == []
    assert office.added == []


def test_it_is_turned_off_by_a_click_and_on_among_the_settings(
    window: Window, office: MadeUpDesk, qtbot: QtBot
) -> None:
    write(window, "smatale om bolig")
    qtbot.waitUntil(lambda: marked(window) == ["smatale"])
    press(menu_on(window, qtbot), "Slå av stavekontrollen")
    assert (marked(window), office.choice) == ([], "off")
    assert office.speller.closed
    office.choice = "nn"
    window.line.setFocus()
    window.editor.setFocus()
    qtbot.waitUntil(lambda: marked(window) == ["smatale"])
    assert office.opened[-1] == ["nn"]


@pytest.mark.parametrize("has_dictionary", [False, True])
def test_without_dictionary_or_process_one_writes_as_before(
    window: Window,
    office: MadeUpDesk,
    qtbot: QtBot,
    settle: Callable[[], None],
    has_dictionary: bool,
) -> None:
    office.has_dictionary = has_dictionary
    office.speller.fault = SpellerLost()
    write(window, "")
    QTest.keyClicks(window.editor, "smatale om bolig")
    qtbot.waitUntil(lambda: office.opened != [])
    settle()
    assert window.editor.toPlainText() == "smatale om bolig"
    assert marked(window) == []


def test_an_editor_that_is_gone_is_let_go(window: Window, spelling: Spelling, qtbot: QtBot) -> None:
    write(window, "smatale om")
    qtbot.waitUntil(lambda: marked(window) == ["smatale"])
    editor = window.editor
    window.layout().removeWidget(editor)
    editor.deleteLater()
    qtbot.waitUntil(lambda: len(spelling._marks) == 0)
