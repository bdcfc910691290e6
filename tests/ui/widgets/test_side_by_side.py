"""Two parts beside each other, below each other where there is little room."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import USUAL_ZOOM, theme
from app.ui.widgets.side_by_side import SideBySide


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    shown = QWidget()
    shown.resize(1000, 400)
    shown.show()
    yield shown
    theme().set_zoom(USUAL_ZOOM)
    shown.close()


def arranged(window: QWidget, width: int) -> tuple[SideBySide, QWidget, QWidget]:
    narrow, wide = QWidget(), QWidget()
    both = SideBySide(narrow, wide, width=300, room=400)
    both.setParent(window)
    both.resize(width, 400)
    both.show()
    return both, narrow, wide


def test_with_room_the_narrow_part_keeps_its_width(qtbot: QtBot, window: QWidget) -> None:
    both, narrow, wide = arranged(window, 1000)
    qtbot.waitUntil(lambda: narrow.width() == 300)
    assert not both.is_stacked
    assert wide.x() > narrow.geometry().right()


def test_with_little_room_they_lie_below_each_other(qtbot: QtBot, window: QWidget) -> None:
    both, narrow, wide = arranged(window, 600)
    qtbot.waitUntil(lambda: wide.y() > narrow.y())
    assert both.is_stacked
    assert wide.width() == narrow.width()


def test_a_larger_zoom_needs_more_room(qtbot: QtBot, window: QWidget) -> None:
    both, narrow, _wide = arranged(window, 1000)
    theme().set_zoom(130)
    qtbot.waitUntil(lambda: narrow.width() == 390)
    theme().set_zoom(200)
    assert both.is_stacked
    theme().set_zoom(USUAL_ZOOM)
    assert not both.is_stacked
