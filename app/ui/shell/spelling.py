"""Spelling in every editor of every window: attached when the officer begins to write in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from app.foundation.settings import Settings
from app.ui.appearance.remembered import remember_setting, setting_in_force
from app.ui.background.tasks import Tasks
from app.ui.shell.spelling_menu import SpellingMenu
from app.ui.widgets.failures import is_known
from app.ui.widgets.spelling_marks import SpellingMarks
from app.use_cases.office import Office
from app.use_cases.spelling import Speller, SpellerLost, add_word, open_speller

_OFF = "off"
_TOGETHER_MS = 40


@dataclass(frozen=True, slots=True)
class SpellingDesk:
    """What spelling asks for. ``open`` and ``add_word`` wait for the database or a disk.

    Attributes:
        choice: the languages, or that it is off; answers at once.
        turn_off: remembers that it is off.
    """

    choice: Callable[[], str]
    turn_off: Callable[[], None]
    open: Callable[[Sequence[str]], Speller | None]
    add_word: Callable[[str], None]


def spelling_desk(office: Office, settings: Settings) -> SpellingDesk:
    """Return the real ones, for the officer who is signed in."""
    return SpellingDesk(
        choice=partial(setting_in_force, settings, "spelling"),
        turn_off=partial(remember_setting, "spelling", _OFF),
        open=partial(open_speller, office),
        add_word=partial(add_word, office),
    )


class Spelling(QObject):
    """Follows the focus, gathers words, asks behind, and offers what a word may have meant."""

    def __init__(self, tasks: Tasks, desk: SpellingDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._speller: Speller | None = None
        self._chosen = _OFF
        self._is_closed = False
        self._verdicts: dict[str, bool] = {}
        self._marks: dict[int, SpellingMarks] = {}
        self._waiting: set[str] = set()
        self._together = QTimer(self)
        self._together.setSingleShot(True)
        self._together.setInterval(_TOGETHER_MS)
        self._together.timeout.connect(self._ask)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @property
    def verdicts(self) -> Mapping[str, bool]:
        """Return what is known of words by now, true for right ones."""
        return self._verdicts

    def close(self) -> None:
        """End the process behind; nothing is attached any more."""
        self._is_closed = True
        self._together.stop()
        self._let_go()

    def take_up_choice(self) -> None:
        """Check in the languages that are chosen by now, or not at all."""
        chosen = self._desk.choice()
        if chosen == self._chosen or self._is_closed:
            return
        self._chosen = chosen
        self._verdicts.clear()
        self._let_go()
        for marks in self._marks.values():
            marks.switch(on=chosen != _OFF)
        if chosen != _OFF:
            begin = partial(self._desk.open, chosen.split())
            self._tasks.read(begin, self, partial(self._take, chosen), self._give_up)

    def _follow(self, _before: QWidget | None, focus: QWidget | None) -> None:
        if not isinstance(focus, QPlainTextEdit) or focus.isReadOnly() or self._is_closed:
            return
        self.take_up_choice()
        if self._chosen != _OFF and id(focus) not in self._marks:
            self._attach(focus)

    def _attach(self, editor: QPlainTextEdit) -> None:
        place = id(editor)
        marks = self._marks[place] = SpellingMarks(editor, self._verdicts)
        editor.destroyed.connect(lambda: self._marks.pop(place, None))
        marks.asked.connect(self._gather)
        menu = SpellingMenu(editor, marks)
        menu.asked.connect(self._suggest)
        menu.right.connect(self._count_as_right)
        menu.added.connect(self._add)
        menu.turned_off.connect(self._turn_off)

    def _take(self, chosen: str, speller: Speller | None) -> None:
        if self._is_closed or chosen != self._chosen:
            if speller is not None:
                speller.close()
            return
        self._speller = speller
        self._ask()

    def _let_go(self) -> None:
        speller, self._speller = self._speller, None
        if speller is not None:
            speller.close()

    def _gather(self, words: Sequence[str]) -> None:
        self._waiting |= set(words)
        self._together.start()

    def _ask(self) -> None:
        if self._speller is not None and self._waiting:
            words = tuple(self._waiting)
            self._waiting.clear()
            ask = partial(self._speller.unknown, words)
            self._tasks.read(ask, self, partial(self._learn, self._speller, words), self._give_up)

    def _learn(self, speller: Speller, words: Sequence[str], unknown: frozenset[str]) -> None:
        if speller is self._speller:
            self._verdicts.update({word: word not in unknown for word in words})
            self._look_again()

    def _look_again(self) -> None:
        for marks in self._marks.values():
            marks.look()

    def _suggest(self, menu: SpellingMenu, found: QTextCursor, place: QPoint) -> None:
        if self._speller is None:
            menu.offer(found, (), place)
            return
        self._tasks.read(
            partial(self._speller.suggestions, found.selectedText()),
            menu,
            lambda words: menu.offer(found, words, place),
            lambda _fault: menu.offer(found, (), place),
        )

    def _count_as_right(self, word: str) -> None:
        self._verdicts[word] = True
        self._look_again()

    def _add(self, word: str) -> None:
        self._count_as_right(word)
        self._tasks.write(partial(self._desk.add_word, word), self, None, self._give_up)
        if self._speller is not None:
            self._tasks.read(partial(self._speller.learn, word), self, None, self._give_up)

    def _turn_off(self) -> None:
        self._desk.turn_off()
        self.take_up_choice()

    def _give_up(self, fault: Exception) -> None:
        # Whoever writes goes on writing; without lines.
        if not isinstance(fault, SpellerLost) and not is_known(fault):
            raise fault
