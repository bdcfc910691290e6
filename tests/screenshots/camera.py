"""Drives one window of the program and keeps pictures of it."""

import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from app.foundation.settings import Origin, Settings
from app.ui.appearance.theme import Scheme, theme
from app.ui.background.tasks import Tasks
from app.ui.shell.history import Stop
from app.ui.shell.opening import open_window
from app.ui.shell.window import MainWindow
from app.ui.widgets.page import Page
from app.use_cases.office import Office

SIZE = (1366, 768)
_PATIENCE_MILLISECONDS = 60_000
_QUIET_ROUNDS = 12
_GAP = 12


def wait_for(tasks: Tasks) -> None:
    """Let the window fetch and draw until nothing happens any more."""
    deadline = QDeadlineTimer(_PATIENCE_MILLISECONDS)
    quiet = 0
    while quiet < _QUIET_ROUNDS and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QTest.qWait(20)
        quiet = 0 if tasks.running or _shows_progress() else quiet + 1


def _shows_progress() -> bool:
    bars = (
        bar
        for window in QApplication.topLevelWidgets()
        for bar in window.findChildren(QProgressBar)
    )
    return any(bar.isVisible() for bar in bars)


def _chosen(scheme: Scheme) -> Settings:
    """Return the settings of an officer who has chosen a palette."""
    return Settings(scheme=scheme.value, origins={"scheme": Origin.REMEMBERED})


class Camera:
    """One window in one palette; each picture is named after what it shows and the palette."""

    def __init__(
        self, office: Office, folder: Path, scheme: Scheme, size: tuple[int, int] = SIZE
    ) -> None:
        self.office = office
        self.folder = folder
        self.scheme = scheme
        self.ending = ""
        self.tasks = Tasks()
        self.window: MainWindow = open_window(office, self.tasks, _chosen(scheme))
        theme().choose_scheme(scheme)
        self.window.resize(*size)
        self.settle()

    def settle(self) -> None:
        wait_for(self.tasks)

    def go(self, *stop: object) -> Page:
        """Go to a page and return it."""
        self.window.navigator.go(Stop(*stop))
        self.settle()
        page = self.window.frame.page
        assert page is not None
        return page

    def keep(self, name: str, widget: QWidget | None = None) -> None:
        self.settle()
        self.save(name, (widget or self.window).grab())

    def keep_sheet(self, name: str, pictures: list[QPixmap]) -> None:
        """Keep pictures two by two on one sheet."""
        wide, high = pictures[0].width() + _GAP, pictures[0].height() + _GAP
        sheet = QPixmap(wide * 2 + _GAP, high * ((len(pictures) + 1) // 2) + _GAP)
        sheet.fill(QColor("#8a8f98"))
        painter = QPainter(sheet)
        for number, picture in enumerate(pictures):
            row, column = divmod(number, 2)
            painter.drawPixmap(_GAP + column * wide, _GAP + row * high, picture)
        painter.end()
        self.save(name, sheet)

    def save(self, name: str, picture: QPixmap) -> None:
        palette = self.scheme.value.replace("_", "-")
        file = self.folder / f"{name}{self.ending}-{palette}.png"
        picture.save(str(file))
        sys.stdout.write(f"{file}\n")

    def press(self, *keys: str) -> None:
        for key in keys:
            QTest.keySequence(QApplication.focusWidget() or self.window, key)
            self.settle()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.tasks.close()
