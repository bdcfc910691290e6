"""Opens the main window on an office. Importing it imports everything the window needs."""

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from app.foundation.settings import Settings
from app.ui.appearance.qt_words import teach_qt
from app.ui.appearance.theme import theme
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import desk_for
from app.ui.shell.pages import connect_pages, make_book
from app.ui.shell.window import MainWindow
from app.use_cases.office import Office

_PRINT_DPI = 300


def open_window(office: Office, tasks: Tasks, settings: Settings | None = None) -> MainWindow:
    """Return the main window of the officer who has signed in, shown and at its first page."""
    theme().dress_for_work()
    teach_qt(QApplication.instance())
    book = make_book(office, tasks, settings)
    window = MainWindow(desk_for(office), tasks, book)
    connect_pages(book, window, office, tasks)
    window.show()
    window.start()
    return window


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
