"""The board's own colours keep the promises of the palette, light and dark."""

import pytest
from PySide6.QtGui import QColor

from app.ui.appearance.tokens import BLACK_ON_WHITE, DARK, LIGHT, WHITE_ON_BLACK
from app.ui.screens.cell_blocks.board_colours import BoardColours, contrast, faintest, mix


@pytest.fixture(
    params=[LIGHT, DARK, BLACK_ON_WHITE, WHITE_ON_BLACK],
    ids=["light", "dark", "black on white", "white on black"],
)
def colours(request, qapp):
    return BoardColours.of(request.param)


def test_dimmed_text_is_still_read(colours):
    for ink in colours.dimmed_inks():
        least = 7 if colours.bold else 4.5
        assert contrast(ink, colours.background) >= least
        assert contrast(ink, colours.stripe) >= least
        assert contrast(ink, colours.stripe) >= 4.5


def test_dimmed_text_is_fainter_than_what_is_looked_for(colours):
    inks, dimmed = list(colours.inks()), list(colours.dimmed_inks())
    for ink, faint in zip(inks, dimmed, strict=True):
        assert contrast(faint, colours.background) < contrast(ink, colours.background)


def test_text_is_read_on_every_ground_it_stands_on(colours):
    grounds = (colours.surface, colours.background, colours.primary_soft, colours.stripe)
    for ink in colours.inks():
        for ground in grounds:
            assert contrast(ink, ground) >= 4.5


def test_edges_and_outline_are_seen(colours):
    for edge in (*colours.edges()[1:], colours.primary):
        assert contrast(edge, colours.surface) >= 3
        assert contrast(edge, colours.background) >= 3


def test_the_arithmetic_of_contrast():
    black, white = QColor("#000000"), QColor("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert mix(black, white, 0.5).red() == 128
    assert faintest(QColor("#777777"), QColor("#808080")) == QColor("#777777")
