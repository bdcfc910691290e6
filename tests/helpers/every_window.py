"""A walk through all windows of the program on the example prison, as an officer might go."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget

from app.domain.cell_blocks import InmateLine
from app.ui.screens.administration.page import AdministrationPage
from app.ui.screens.cell_blocks.screen import CellBlocksPage
from app.ui.screens.inmates.screen import InmatesPage
from app.ui.screens.search.page import SearchPage
from app.ui.screens.sign_in.form import SignInForm
from app.ui.screens.sign_in.pages import (
    ExamplePage,
    NewPrisonForm,
    RecoveryForm,
    SecretPage,
    WelcomePage,
)
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.shell.history import Stop
from app.ui.shell.window import MainWindow

Settle = Callable[[], None]
ROLL = Path(__file__).resolve().parents[1] / "data" / "roll" / "roll_75.csv"
# What ends the walk, leaves the program, asks with a dialog, or only changes the looks.
_NOT_PRESSED = (
    "quit",
    "lock",
    "change_officer",
    "scheme_",
    "density_",
    "zoom",
    "print",
    "back",
    "hide_names",
)


def first_pages() -> Iterator[tuple[str, QWidget]]:
    """Yield each page of the first window."""
    window = SignInWindow()
    pages = (
        SignInForm(),
        WelcomePage(),
        NewPrisonForm(),
        RecoveryForm(),
        ExamplePage(lambda: None),
        SecretPage("", [], "", lambda: None),
    )
    for page in pages:
        window.show_page(page, page, languages=False)
        window.show()
        yield type(page).__name__, window
    window.close()
    window.deleteLater()


class Walk:
    """Goes from sight to sight; yields the name of each when it is there to be looked at."""

    def __init__(self, window: MainWindow, settle: Settle, line: InmateLine) -> None:
        self.window = window
        self.settle = settle
        self.line = line

    def sights(self) -> Iterator[str]:
        """Yield every page, every part of it, every panel."""
        for go in (self._pages, self._people, self._panels, self._actions, self._papers):
            for name in go():
                self.rest()
                yield name
        self.window.locking.lock()
        self.rest()
        yield "lock"

    def rest(self) -> None:
        """Let everything that was asked for be shown."""
        for _round in range(2):
            self.settle()
            QApplication.processEvents()

    def _pages(self) -> Iterator[str]:
        for entry in self.window._book.listed:
            self.window.navigator.go(Stop(entry.id))
            yield entry.id
            page = self.window.frame.page
            assert page is not None
            for bar in page.findChildren(QTabBar):
                for place in range(bar.count()):
                    bar.setCurrentIndex(place)
                    yield f"{entry.id}, {bar.tabText(place)}"
            yield from self._inside(page)

    def _inside(self, page: QWidget) -> Iterator[str]:
        if isinstance(page, CellBlocksPage):
            page._presenter.choose(self.line.id)
            yield "peek"
            page.show_view(1)
            yield "table"
            page.show_view(0)
            page.show_empty()
            yield "no places"
            page.show_refused()
            yield "refused"
            page.reload()
        if isinstance(page, SearchPage):
            for words in ("NAV", "zzxxqq"):
                page.words.setText(words)
                QTest.keyClick(page.words, Qt.Key.Key_Return)
                yield f"search for {words}"
        if isinstance(page, AdministrationPage):
            page.show_import(ROLL)
            yield "import"

    def _people(self) -> Iterator[str]:
        self.window.show_inmate(self.line.id)
        yield "log"
        self.window.show_plan(self.line.id)
        yield "plan"

    def _panels(self) -> Iterator[str]:
        self.window.write_conversation(self.line.id)
        yield "conversation"
        self.window.show_inmate(self.line.id)
        self.rest()
        page = self.window.frame.page
        assert isinstance(page, InmatesPage)
        for asked in (page.place_asked, page.take_out_asked, page.contact_officer_asked):
            asked.emit(self.line)
            yield str(asked)
        self.window.navigator.go(Stop("cell_blocks"))
        self.rest()
        board = self.window.frame.page
        assert isinstance(board, CellBlocksPage)
        board.add_asked.emit()
        yield "new inmate"

    def _actions(self) -> Iterator[str]:
        for action in self.window.registry.everywhere():
            if action.objectName().startswith(_NOT_PRESSED) or not action.isEnabled():
                continue
            action.trigger()
            yield action.objectName()
            self._close_what_opened()

    def _close_what_opened(self) -> None:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            popup.close()
        self.window.search.palette.close()
        self.window.frame.panel.close_panel()

    def _papers(self) -> Iterator[str]:
        self.window.print_plan(self.line.id)
        yield "plan on paper"
        self.window.navigator.go(Stop("documents", self.line.unit or ""))
        yield "unit list on paper"
