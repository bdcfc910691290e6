"""PySide6 6.12.0 loses a reference to None in every void call and aborts on Python 3.11.

This must pass before the pin in pyproject.toml is lifted.
"""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
# Others in the process come and go; a lost one each call would be 1,000.
SLACK = 100


class Speaker(QObject):
    said = Signal(bool)


def test_void_calls_give_back_what_they_take(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    picture = QImage(16, 16, QImage.Format.Format_RGB32)
    colour = QColor("#123456")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        label.setVisible(False)
        picture.fill(colour)
        QApplication.processEvents()
    assert sys.getrefcount(None) > before - SLACK


def test_painting_gives_back_what_it_takes(qapp: QApplication) -> None:
    picture = QImage(16, 16, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    colour = QColor("#123456")
    before = sys.getrefcount(None)
    for _number in range(CALLS):
        painter.save()
        painter.setPen(colour)
        painter.fillRect(0, 0, 4, 4, colour)
        painter.restore()
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - SLACK


@pytest.mark.parametrize("value", [True, False])
def test_signals_give_back_what_they_carry(qapp: QApplication, *, value: bool) -> None:
    speaker = Speaker()
    heard: list[bool] = []
    speaker.said.connect(heard.append)
    before = sys.getrefcount(value)
    for _number in range(CALLS):
        speaker.said.emit(value)
        heard.clear()
    assert sys.getrefcount(value) > before - SLACK
