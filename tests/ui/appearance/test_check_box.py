"""A box to tick can be seen in every palette, ticked and not."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.appearance.theme import Scheme, Theme
from app.ui.screens.cell_blocks.board_colours import contrast

SCHEMES = [Scheme.LIGHT, Scheme.DARK, Scheme.BLACK_ON_WHITE, Scheme.WHITE_ON_BLACK]
SIDE = 24


@pytest.mark.parametrize("ticked", [False, True])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_box_stands_out_from_the_card(
    qtbot: QtBot, look: Theme, scheme: Scheme, ticked: bool
) -> None:
    look.dress_for_work()
    look.choose_scheme(scheme)
    card = QWidget()
    qtbot.addWidget(card)
    card.setAutoFillBackground(True)
    box = QCheckBox("Ta med", card)
    box.setChecked(ticked)
    QVBoxLayout(card).addWidget(box)
    card.resize(200, 60)
    image = box.grab().toImage()
    ground = QColor(look.tokens.surface)
    row = image.height() // 2
    seen = [contrast(image.pixelColor(x, row), ground) for x in range(SIDE)]
    assert max(seen) >= 3
