"""Fills the small style sheets with a palette, a zoom and a density."""

import re
from functools import lru_cache
from string import Template

from app.foundation.paths import resource
from app.ui.appearance.fonts import points
from app.ui.appearance.tokens import Tokens

_TYPE = re.compile(r"font-size:\s*(\d+(?:\.\d+)?)px")
_LENGTH = re.compile(r"\b(\d+)px")
# A length that follows the density is written ``@5px``.
_AIRY_LENGTH = re.compile(r"@(\d+)px")
_LINE = re.compile(r"(border(?:-\w+)?:\s*)([12])px")
# Lines and focus rings stay as thin as they are.
_THINNEST = 2


def style_sheet(names: tuple[str, ...], tokens: Tokens, percent: int, air: int = 0) -> str:
    """Return the sheets ``resources/styles/<name>.qss`` in a palette, at a zoom in per cent.

    ``air`` is what the density adds above and below a line, in pixels at 100 % zoom. A palette of
    high contrast has a sheet of its own after the others, and lines a pixel thicker.
    """
    if tokens.is_contrast:
        names = (*names, "contrast")
    text = "\n".join(_template(name) for name in names)
    text = _AIRY_LENGTH.sub(lambda found: f"{max(0, int(found[1]) + air)}px", text)
    text = _TYPE.sub(lambda found: _type_size(float(found[1]), percent), text)
    text = _LENGTH.sub(lambda found: _length(int(found[1]), percent), text)
    if tokens.is_contrast:
        text = _LINE.sub(lambda found: f"{found[1]}{int(found[2]) + 1}px", text)
    return Template(text).substitute(tokens.colours(), **_pictures(tokens))


def _pictures(tokens: Tokens) -> dict[str, str]:
    # A style sheet takes its pictures from files, and cannot colour them.
    kind = "dark" if tokens.is_dark else "light"
    names = {"arrow_up": "arrow-up", "arrow_down": "arrow-down", "tick": "tick"}
    return {
        name: resource("icons", f"{file}-{kind}.svg").as_posix() for name, file in names.items()
    }


def scaled(pixels: float, percent: int) -> int:
    """Return a length at a zoom."""
    return round(pixels * percent / 100)


def _type_size(pixels: float, percent: int) -> str:
    return f"font-size: {points(pixels * percent / 100):.2f}pt"


def _length(pixels: int, percent: int) -> str:
    return f"{pixels if pixels <= _THINNEST else scaled(pixels, percent)}px"


@lru_cache(maxsize=8)
def _template(name: str) -> str:
    return resource("styles", f"{name}.qss").read_text(encoding="utf-8")
