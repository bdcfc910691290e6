"""Run in a process of its own: the screens of the offscreen platform are fixed at its start.

``python -m tests.ui.shell.two_screens_child FILE leave|return``: two windows are left on two
screens, or opened again. Prints, as JSON, where each is and whether all of it can be seen.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.appearance.remembered import forget_file, remember_in
from app.ui.background.change_watch import ChangeWatch
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import Desk
from app.ui.shell.window import MainWindow
from app.ui.shell.windows import Windows
from tests.ui.shell.conftest import HASSAN, MadeUpOffice, MadeUpWriter, made_up_book, made_up_desk


def windows_on(tasks: Tasks, desk: Desk) -> Windows:
    watch = ChangeWatch(tasks, desk.revisions)

    def make(number: int) -> MainWindow:
        return MainWindow(desk, tasks, made_up_book(MadeUpWriter()), watch, number)

    windows = Windows(make, watch)
    windows.open_as_left()
    return windows


def is_in_sight(window: MainWindow) -> bool:
    frame = window.geometry()
    edge = QRect(frame.x(), frame.y(), frame.width(), 40)
    screens = QGuiApplication.screens()
    return any(screen.availableGeometry().intersects(edge) for screen in screens)


def main() -> None:
    file, what = Path(sys.argv[1]), sys.argv[2]
    application = QApplication(["mulighet"])
    remember_in(file)
    tasks = Tasks()
    windows = windows_on(tasks, made_up_desk(MadeUpOffice()))
    if what == "leave":
        windows.open_person(HASSAN)
        first, second = windows.all
        first.setGeometry(30, 60, 1200, 700)
        second.setGeometry(1500, 80, 1100, 690)
    application.processEvents()
    told = [
        {
            "screen": QGuiApplication.screens().index(window.screen()),
            "place": list(window.geometry().getRect()),
            "page": window.navigator.here.page,
            "subject": str(window.navigator.here.subject),
            "in_sight": is_in_sight(window),
        }
        for window in windows.all
    ]
    windows.close()
    tasks.close()
    forget_file()
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
