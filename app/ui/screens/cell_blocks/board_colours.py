"""The board's colours, worked out from the palette: dimmed text stays readable."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QColor

from app.ui.appearance.tokens import Tokens

_READABLE = 4.6  # a little more than the 4.5 : 1 that is promised, for rounding
_READABLE_IN_CONTRAST = 7.1
_LINEAR_BELOW = 0.04045
_STEPS = 40
_STRIPE_SHARE = 0.3
_BOLD_STRIPE_SHARE = 0.15
# The warning token is made for text; an edge of it would look brown. 3.5 : 1 on both backgrounds.
_AMBER = "#b97900"


@dataclass(frozen=True, slots=True)
class BoardColours:
    """What a tile is drawn with. ``edges`` go from plain to danger, as the states do."""

    background: QColor
    surface: QColor
    line: QColor
    text: QColor
    muted: QColor
    primary: QColor
    primary_soft: QColor
    danger: QColor
    danger_soft: QColor
    warning: QColor
    ok: QColor

    @classmethod
    def of(cls, tokens: Tokens) -> "BoardColours":
        """Return the board's colours for a palette."""
        named = {name: QColor(colour) for name, colour in tokens.colours().items()}
        return cls(**{name: named[name] for name in cls.__slots__})

    @classmethod
    def neutral(cls) -> "BoardColours":
        """Return black on white, until the palette is known."""
        black, white = QColor("#000000"), QColor("#ffffff")
        return replace(cls(**dict.fromkeys(cls.__slots__, black)), background=white, surface=white)

    @property
    def bold(self) -> bool:
        """Tell whether this is high contrast: edges are thicker, where others have soft grounds."""
        return self.primary_soft == self.surface

    @property
    def stripe(self) -> QColor:
        """Return the stripes of a cell out of use: the paper that is hardest to read on."""
        share = _BOLD_STRIPE_SHARE if self.bold else _STRIPE_SHARE
        return mix(self.background, self.line, share)

    def edges(self) -> tuple[QColor, ...]:
        """Return the left edge's colours, from plain to danger."""
        amber = self.warning if self.bold else QColor(_AMBER)
        return (self.line, self.ok, amber, self.danger)

    def inks(self) -> Iterator[QColor]:
        """Yield the colours of the inks in their order."""
        yield from (self.muted, self.text, self.ok, self.warning, self.danger)
        yield from (self.primary, self.danger, self.warning, self.danger)

    def dimmed_inks(self) -> Iterator[QColor]:
        """Yield the same colours as faint as they may be and still be read."""
        least = _READABLE_IN_CONTRAST if self.bold else _READABLE
        for ink in self.inks():
            yield faintest(ink, self.stripe, least)


def faintest(ink: QColor, paper: QColor, least: float = _READABLE) -> QColor:
    """Return the ink mixed into the paper as far as the least contrast allows."""
    return _faintest(ink.rgb(), paper.rgb(), least)


@cache
def _faintest(ink_rgb: int, paper_rgb: int, least: float) -> QColor:
    """Remember the few there are: board, table and painter all ask, at every new size of text."""
    ink, paper = QColor(ink_rgb), QColor(paper_rgb)
    for step in range(_STEPS, 0, -1):
        mixed = mix(ink, paper, step / (_STEPS + 1))
        if contrast(mixed, paper) >= least:
            return mixed
    return ink


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return the first colour with a share (0 to 1) of the second in it."""
    pairs = (
        (first.red(), second.red()),
        (first.green(), second.green()),
        (first.blue(), second.blue()),
    )
    return QColor(*(round(one + (other - one) * share) for one, other in pairs))


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours, 1 to 21. Source: WCAG 2.1, relative luminance."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)
