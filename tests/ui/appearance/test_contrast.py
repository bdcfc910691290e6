"""What can be read on what, computed for every palette. Source: WCAG 2.1, relative luminance."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor

from app.ui.appearance.tokens import BLACK_ON_WHITE, DARK, LIGHT, WHITE_ON_BLACK, Tokens, Tone

PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    "black on white": BLACK_ON_WHITE,
    "white on black": WHITE_ON_BLACK,
}
EVERY_PALETTE = pytest.mark.parametrize("tokens", PALETTES.values(), ids=PALETTES)
BOTH_OF_HIGH_CONTRAST = pytest.mark.parametrize(
    "tokens", [BLACK_ON_WHITE, WHITE_ON_BLACK], ids=["black on white", "white on black"]
)
READABLE, STATUS, VISIBLE = 7.0, 4.5, 3.0
IN_HIGH_CONTRAST = {READABLE: 10.0, STATUS: 10.0, VISIBLE: 4.5}
PAGES = ("background", "surface")


def text_pairs() -> Iterator[tuple[str, str, float]]:
    """Every ink with every ground it stands on, and the least contrast."""
    for ground in (*PAGES, "hover"):
        yield "text", ground, READABLE
        yield "primary", ground, READABLE if ground in PAGES else STATUS
        yield "muted", ground, READABLE if ground in PAGES else STATUS
        for tone in ("danger", "warning", "ok"):
            yield tone, ground, STATUS
    for soft in ("primary_soft", "danger_soft", "warning_soft", "ok_soft"):
        yield "text", soft, READABLE
        yield soft.removesuffix("_soft"), soft, STATUS
    yield "on_chosen", "chosen", READABLE
    yield "on_primary", "primary", READABLE
    yield "on_example", "example", READABLE
    yield "navigation_text", "navigation", READABLE
    yield "navigation_text", "navigation_chosen", READABLE
    yield "navigation_muted", "navigation", STATUS
    yield "navigation_muted", "navigation_chosen", STATUS


def line_pairs() -> Iterator[tuple[str, str, float]]:
    """Every border and ring that has to be found, on what lies around it."""
    for ground in PAGES:
        for edge in ("field", "primary", "danger"):
            yield edge, ground, VISIBLE
    yield "navigation_text", "navigation", VISIBLE
    yield "navigation_text", "navigation_chosen", VISIBLE
    yield "primary", "desk", VISIBLE
    yield "on_primary", "primary", VISIBLE


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    seen = QColor(colour)
    red, green, blue = (linear(part) for part in (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def too_faint(tokens: Tokens) -> list[str]:
    """Return the pairs of a palette that keep less than they promise."""
    colours = tokens.colours()
    faint = []
    for ink, ground, least in (*text_pairs(), *line_pairs()):
        wanted = IN_HIGH_CONTRAST.get(least, least) if tokens.is_contrast else least
        found = contrast(colours[ink], colours[ground])
        if found < wanted:
            faint.append(f"{ink} on {ground}: {found:.1f} of {wanted}")
    return faint


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@EVERY_PALETTE
def test_everything_can_be_read_and_every_edge_be_seen(tokens: Tokens) -> None:
    assert too_faint(tokens) == []


def test_a_pair_that_is_too_faint_is_found() -> None:
    assert any("muted on background" in pair for pair in too_faint(LIGHT._replace(muted="#808890")))


@EVERY_PALETTE
def test_every_colour_stands_in_a_pair_or_only_decorates(tokens: Tokens) -> None:
    paired = {name for pair in (*text_pairs(), *line_pairs()) for name in pair[:2]}
    assert set(tokens.colours()) - paired == {"line"}


@EVERY_PALETTE
@pytest.mark.parametrize("tone", list(Tone))
def test_status_can_be_read(tokens: Tokens, tone: Tone) -> None:
    least = 10.0 if tokens.is_contrast else STATUS
    for ground in (tokens.surface, tokens.background, tokens.ground(tone)):
        assert contrast(tokens.ink(tone), ground) >= least


@BOTH_OF_HIGH_CONTRAST
def test_high_contrast_has_no_ground_behind_a_status_and_lines_that_are_seen(
    tokens: Tokens,
) -> None:
    assert {tokens.ground(tone) for tone in Tone} == {tokens.surface}
    assert contrast(tokens.line, tokens.background) >= STATUS
