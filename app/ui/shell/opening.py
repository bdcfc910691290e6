"""Opens the main window on an office. Importing it imports everything the window needs."""

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from app.foundation.settings import Settings
from app.ui.appearance.qt_words import teach_qt
from app.ui.appearance.stillness import be_still
from app.ui.appearance.theme import theme
from app.ui.appearance.veil import veil
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks
from app.ui.screens.cell_blocks.board_ahead import BoardAhead
from app.ui.shell.desk import desk_for
from app.ui.shell.pages import connect_pages, make_book, offer_drafts
from app.ui.shell.spelling import Spelling, spelling_desk
from app.ui.shell.window import MainWindow
from app.ui.shell.windows import Windows
from app.use_cases.office import Office

_PRINT_DPI = 300


def open_windows(office: Office, tasks: Tasks, settings: Settings | None = None) -> Windows:
    """Return the windows of the officer who has signed in: shown, the first at its first page."""
    # First of all: while it is being read the window is made.
    ahead = BoardAhead(office, tasks)
    theme().dress_for_work()
    be_still()
    veil().forget()
    teach_qt(QApplication.instance())
    watch = ChangeWatch(tasks, desk_for(office).revisions)
    windows = Windows(_maker(office, tasks, settings, watch, ahead), watch)
    ahead.setParent(windows)
    spelling = Spelling(tasks, spelling_desk(office, settings or Settings()), windows)
    windows.closed.connect(spelling.close)
    windows.open_as_left()
    return windows


def open_window(office: Office, tasks: Tasks, settings: Settings | None = None) -> MainWindow:
    """Return one window alone, shown and at its first page: for a picture."""
    theme().dress_for_work()
    be_still()
    teach_qt(QApplication.instance())
    window = _maker(office, tasks, settings)(0)
    window.show()
    window.start()
    return window


def _maker(
    office: Office,
    tasks: Tasks,
    settings: Settings | None,
    watch: ChangeWatch | None = None,
    ahead: BoardAhead | None = None,
) -> Callable[[int], MainWindow]:
    """Return what makes a window by its number; the first offers drafts back."""
    # One desk for all of them: what the officer has been at lately is known in every window.
    desk = desk_for(office, settings)

    def make(number: int) -> MainWindow:
        # The first window alone begins at the board.
        book = make_book(office, tasks, settings, None if number else ahead)
        window = MainWindow(desk, tasks, book, watch, number)
        connect_pages(book, window, office, tasks)
        if not number:
            offer_drafts(book, window, office, tasks)
        return window

    return make


def print_lines(title: str, text: str) -> bool:
    """Print a few lines on the usual printer; False where there is none."""
    if QPrinterInfo.defaultPrinter().isNull():
        return False
    printer = QPrinter(QPrinterInfo.defaultPrinter())
    printer.setResolution(_PRINT_DPI)
    printer.setDocName(title)
    page = QTextDocument()
    page.setPlainText(f"{title}\n\n{text}")
    page.print_(printer)
    return True
