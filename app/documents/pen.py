"""Draw on a page: lines of text, rules, boxes and the few signs no face brings along.

A thin layer over ReportLab's canvas that draws text as it stands and knows no links, no images.
"""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.documents.styles import INK, MUTED, Style
from app.documents.wrapping import Line

_CAPITAL_HEIGHT = 0.714
SIGN_SIZE = 7.0


class Pen:
    """Draws on one canvas. Heights are measured upwards from the foot of the page.

    ``scale`` is how much larger than usual signs are.
    """

    def __init__(self, canvas: Canvas, scale: float = 1.0) -> None:
        self._canvas = canvas
        self._scale = scale

    def lines(self, x: float, top: float, lines: Sequence[Line]) -> None:
        """Draw lines below each other, the first one's leading beginning at ``top``."""
        for style, same in groupby(lines, itemgetter(0)):
            text = self._canvas.beginText(x, top - _baseline(style))
            text.setFont(style.font, style.size, style.leading)
            text.setFillColor(style.colour)
            for _style, line in same:
                text.textLine(line)
                top -= style.leading
            self._canvas.drawText(text)

    def rule(self, x: float, y: float, width: float, colour: Color, weight: float = 0.5) -> None:
        """Draw a level line."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, y, x + width, y)

    def area(self, x: float, y: float, size: tuple[float, float], colour: Color) -> None:
        """Fill a rectangle, ``(x, y)`` being its lower left corner."""
        self._canvas.setFillColor(colour)
        self._canvas.rect(x, y, *size, stroke=0, fill=1)

    def frame(self, x: float, y: float, size: tuple[float, float], colour: Color) -> None:
        """Draw the edges of a rectangle."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(0.8)
        self._canvas.rect(x, y, *size, stroke=1, fill=0)

    def sign(self, x: float, top: float, style: Style, kind: str) -> None:
        """Draw a sign that tells a state without colour, level with a line of the style."""
        middle = top - _baseline(style) + _CAPITAL_HEIGHT * style.size / 2
        size = SIGN_SIZE * self._scale
        if kind in {"box", "ticked"}:
            self._box(x, middle - size / 2, size, ticked=kind == "ticked")
        else:
            self._dot(x + size / 2, middle, kind)

    def _box(self, x: float, y: float, size: float, *, ticked: bool) -> None:
        self.frame(x, y, (size, size), INK)
        if ticked:
            scale = self._scale
            tick = self._canvas.beginPath()
            tick.moveTo(x + 1.3 * scale, y + 3.6 * scale)
            tick.lineTo(x + 3 * scale, y + 1.6 * scale)
            tick.lineTo(x + 5.8 * scale, y + 5.8 * scale)
            self._canvas.setLineWidth(1.4 * scale)
            self._canvas.drawPath(tick)

    def _dot(self, x: float, y: float, kind: str) -> None:
        radius = 2.6 * self._scale
        self._canvas.setStrokeColor(MUTED)
        self._canvas.setFillColor(MUTED)
        self._canvas.setLineWidth(0.8 * self._scale)
        if kind == "none":
            self._canvas.line(x - radius, y, x + radius, y)
            return
        self._canvas.circle(x, y, radius, stroke=1, fill=int(kind == "full"))
        if kind == "half":
            self._canvas.wedge(
                x - radius, y - radius, x + radius, y + radius, 90, 180, stroke=0, fill=1
            )


def _baseline(style: Style) -> float:
    """Return how far below the top of its leading a line stands, so that capitals are centred."""
    return (style.leading + _CAPITAL_HEIGHT * style.size) / 2
