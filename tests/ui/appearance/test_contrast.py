"""What can be read on what, computed for both palettes. Source: WCAG 2.1, relative luminance."""

import pytest
from PySide6.QtGui import QColor

from app.ui.appearance.tokens import DARK, LIGHT, Tokens, Tone

PALETTES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
READABLE = 7.0
STATUS = 4.5
VISIBLE = 3.0


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    seen = QColor(colour)
    red, green, blue = (linear(part) for part in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@PALETTES
@pytest.mark.parametrize("ink", ["text", "muted", "primary"])
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    colours = tokens.colours()
    assert contrast(colours[ink], colours[ground]) >= READABLE


@PALETTES
def test_text_on_chosen_and_hovered_parts_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.text, tokens.primary_soft) >= READABLE
    assert contrast(tokens.text, tokens.hover) >= READABLE
    assert contrast(tokens.on_primary, tokens.primary) >= READABLE
    assert contrast(tokens.on_example, tokens.example) >= READABLE
    assert contrast(tokens.navigation_text, tokens.navigation) >= READABLE
    assert contrast("#ffffff", tokens.navigation_chosen) >= READABLE
    assert contrast(tokens.navigation_muted, tokens.navigation) >= STATUS
    assert contrast(tokens.navigation_muted, tokens.navigation_chosen) >= STATUS


@PALETTES
@pytest.mark.parametrize("tone", list(Tone))
def test_status_can_be_read(tokens: Tokens, tone: Tone) -> None:
    for ground in (tokens.surface, tokens.background, tokens.ground(tone)):
        assert contrast(tokens.ink(tone), ground) >= STATUS


@PALETTES
@pytest.mark.parametrize("edge", ["field", "primary", "danger"])
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_borders_of_fields_and_the_focus_can_be_seen(
    tokens: Tokens, edge: str, ground: str
) -> None:
    colours = tokens.colours()
    assert contrast(colours[edge], colours[ground]) >= VISIBLE


@PALETTES
def test_the_focus_in_the_navigation_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.navigation_text, tokens.navigation_chosen) >= VISIBLE


@PALETTES
def test_words_out_of_reach_can_still_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.muted, tokens.hover) >= STATUS
