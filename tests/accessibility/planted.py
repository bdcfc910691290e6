"""A window with the faults the accessibility tests look for: they must find every one."""

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)


def main() -> int:
    application = QApplication(["planted"])
    window = QWidget()
    window.setWindowTitle("Plantet")
    column = QVBoxLayout(window)
    named = QLineEdit()
    named.setAccessibleName("Navngitt felt")
    only_icon = QToolButton()
    only_icon.setIcon(QIcon())
    only_icon.setToolTip("Et hint er ikke et navn")
    trap = QTextEdit()
    trap.setAccessibleName("Felle")
    for part in (named, only_icon, trap, QPushButton("Lagre")):
        column.addWidget(part)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
