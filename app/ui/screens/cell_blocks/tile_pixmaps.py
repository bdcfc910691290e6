"""The parts of tiles that hold no text, drawn once each: frames, badges, day icons."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from app.ui.screens.cell_blocks.board_colours import BoardColours, mix
from app.ui.screens.cell_blocks.tiles import State, TileKind

_RADIUS = 6.0
_BADGE_RADIUS = 4.0
_EDGE = 4.0
_BOLD_EDGE = 6.0
_STRIPE_EVERY = 14
_STRIPE_WIDTH = 5.0
_FAINT = 0.55
_NO_PEN = Qt.PenStyle.NoPen
_NO_BRUSH = Qt.BrushStyle.NoBrush
_DASHED = Qt.PenStyle.DashLine
_TRANSPARENT = Qt.GlobalColor.transparent
_SMOOTH = QPainter.RenderHint.Antialiasing
_FULL_CIRCLE = 360 * 16
_HALF_CIRCLE = 180 * 16
_FROM_TOP = 90 * 16


class Outline(Enum):
    """How a tile is marked: not at all, selected, or selected and holding the keyboard."""

    NONE = 0
    SELECTED = 1
    FOCUSED = 2


@dataclass(frozen=True, slots=True)
class FrameLook:
    """Everything that makes one frame differ from another."""

    kind: TileKind
    worst: State
    dimmed: bool
    outline: Outline


class TilePixmaps:
    """Keeps pixmaps of one palette, one pixel ratio and one tile size."""

    def __init__(self, colours: BoardColours, ratio: float) -> None:
        self._colours = colours
        self._ratio = ratio
        self._size = (1, 1)
        self._kept: dict[object, QPixmap] = {}

    def set_size(self, width: int, height: int) -> None:
        """Draw frames of another size from now on."""
        if (width, height) != self._size:
            self._size = (width, height)
            self._kept.clear()

    def frame(self, look: FrameLook) -> QPixmap:
        """Return the tile's ground, edge and outline."""
        pixmap = self._kept.get(look)
        if pixmap is None:
            width, height = self._size
            pixmap = self._draw(width, height, lambda painter: self._draw_frame(painter, look))
            self._kept[look] = pixmap
        return pixmap

    def badge(self, width: int, height: int, *, danger: bool, dimmed: bool) -> QPixmap:
        """Return the ground of the contact officer's initials."""
        key = (width, height, danger, dimmed)
        pixmap = self._kept.get(key)
        if pixmap is None:
            colour = self._colours.danger_soft if danger else self._colours.primary_soft
            if dimmed:
                colour = self._colours.background
            outline = self._colours.danger if danger else self._colours.primary
            edge = outline if self._colours.bold else None
            pixmap = self._draw(
                width, height, lambda painter: _fill(painter, width, height, colour, edge)
            )
            self._kept[key] = pixmap
        return pixmap

    def icon(self, side: int, state: State, ink: QColor) -> QPixmap:
        """Return the day icon: an empty, a half and a full circle, so that shape tells as well."""
        key = (side, state, ink.rgb())
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = self._draw(side, side, lambda painter: _circle(painter, side, state, ink))
            self._kept[key] = pixmap
        return pixmap

    def _draw(self, width: int, height: int, draw: Callable[[QPainter], None]) -> QPixmap:
        pixmap = QPixmap(round(width * self._ratio), round(height * self._ratio))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(_TRANSPARENT)
        painter = QPainter(pixmap)
        painter.setRenderHint(_SMOOTH)
        draw(painter)
        painter.end()
        return pixmap

    def _draw_frame(self, painter: QPainter, look: FrameLook) -> None:
        width, height = self._size
        path = QPainterPath()
        path.addRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), _RADIUS, _RADIUS)
        painter.fillPath(path, self._ground(look))
        painter.setClipPath(path)
        if look.kind is TileKind.OUT_OF_USE:
            self._draw_stripes(painter)
        if look.worst is not State.PLAIN:
            edge = _BOLD_EDGE if self._colours.bold else _EDGE
            painter.fillRect(QRectF(0, 0, edge + 0.5, height), self._edge(look))
        painter.setClipping(False)
        painter.setBrush(_NO_BRUSH)
        painter.setPen(self._border(look))
        if look.outline is Outline.FOCUSED:
            rect = QRectF(1, 1, width - 2, height - 2)
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
            return
        painter.drawPath(path)

    def _ground(self, look: FrameLook) -> QColor:
        if look.outline is not Outline.NONE:
            return self._colours.primary_soft
        plain = look.dimmed or look.kind is not TileKind.PERSON
        return self._colours.background if plain else self._colours.surface

    def _edge(self, look: FrameLook) -> QColor:
        edge = self._colours.edges()[look.worst]
        return mix(edge, self._colours.background, _FAINT) if look.dimmed else edge

    def _border(self, look: FrameLook) -> QPen:
        thicker = 1.0 if self._colours.bold else 0.0
        if look.outline is not Outline.NONE:
            focused = 2.0 if look.outline is Outline.FOCUSED else 1.0
            return QPen(self._colours.primary, focused + thicker)
        colour = self._colours.line
        if look.kind is TileKind.FREE:
            strong = mix(colour, self._colours.muted, 0.0 if look.dimmed else 0.5)
            return QPen(strong, 1.0, _DASHED)
        return QPen(colour, 1.0)

    def _draw_stripes(self, painter: QPainter) -> None:
        width, height = self._size
        painter.setPen(QPen(self._colours.stripe, _STRIPE_WIDTH))
        for start in range(-height, width, _STRIPE_EVERY):
            painter.drawLine(start, height + 4, start + height + 8, -4)


def _fill(painter: QPainter, width: int, height: int, colour: QColor, edge: QColor | None) -> None:
    painter.setPen(_NO_PEN)
    painter.setBrush(colour)
    if edge is not None:
        painter.setPen(QPen(edge, 1.0))
        painter.drawRoundedRect(
            QRectF(0.5, 0.5, width - 1, height - 1), _BADGE_RADIUS, _BADGE_RADIUS
        )
        return
    painter.drawRoundedRect(QRectF(0, 0, width, height), _BADGE_RADIUS, _BADGE_RADIUS)


def _circle(painter: QPainter, side: int, state: State, ink: QColor) -> None:
    rect = QRectF(1.0, 1.0, side - 2.0, side - 2.0)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(_NO_BRUSH)
    painter.drawEllipse(rect)
    if state is State.OK:
        return
    painter.setBrush(ink)
    span = _FULL_CIRCLE if state is State.DANGER else _HALF_CIRCLE
    painter.drawPie(rect, _FROM_TOP, span)
