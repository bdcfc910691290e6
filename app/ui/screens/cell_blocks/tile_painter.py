"""Draws tiles: what never changes is kept as pixmaps, texts are cut to the width once."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtGui import QFont, QPainter, QPen

from app.ui.screens.cell_blocks.board_colours import BoardColours
from app.ui.screens.cell_blocks.board_layout import Measures
from app.ui.screens.cell_blocks.tile_pixmaps import FrameLook, Outline, TilePixmaps
from app.ui.screens.cell_blocks.tile_texts import INKS, PAD_X, PAD_Y, Cut, Ink, TileTexts
from app.ui.screens.cell_blocks.tiles import State, Tile

_STATE_INK = {State.OK: Ink.OK, State.WARNING: Ink.WARNING, State.DANGER: Ink.DANGER}


@dataclass(frozen=True, slots=True)
class Placed:
    """A tile, where it lies on the viewport, and how it is to look."""

    x: int
    y: int
    tile: Tile
    dimmed: bool
    outline: Outline


class TilePainter:
    """Keeps the fonts, pens and pixmaps of one font size, one palette and one tile width."""

    def __init__(
        self, font: QFont, small: QFont, colours: BoardColours, ratio: float, pad: int = PAD_Y
    ) -> None:
        self.colours = colours
        self.texts = TileTexts(font, small, pad)
        self._pixmaps = TilePixmaps(colours, ratio)
        self._fonts = self.texts.fonts() * 2
        self._inks = (*colours.inks(), *colours.dimmed_inks())
        self._pens = tuple(QPen(ink) for ink in self._inks)
        self._cuts: dict[UUID, Cut] = {}
        self._width = 0

    @property
    def measures(self) -> Measures:
        """Return the sizes the layout works with."""
        return self.texts.measures

    def set_width(self, width: int) -> None:
        """Cut texts to another tile width from now on."""
        if width != self._width:
            self._width = width
            self._cuts.clear()
            self._pixmaps.set_size(width, self.measures.tile_height)

    def forget_texts(self) -> None:
        """Cut every text anew, for another overview."""
        self._cuts.clear()

    def paint(self, painter: QPainter, placed: Sequence[Placed]) -> None:
        """Draw tiles: all grounds first, then the texts ink by ink."""
        runs: list[list[tuple[int, int, str]]] = [[] for _ink in range(2 * INKS)]
        for item in placed:
            cut = self._cut(item.tile)
            self._paint_ground(painter, item, cut)
            shift = INKS if item.dimmed else 0
            x, y = item.x, item.y
            for text in cut.texts:
                runs[text.ink + shift].append((x + text.x, y + text.baseline, text.words))
        draw = painter.drawText
        for ink, run in enumerate(runs):
            if run:
                painter.setFont(self._fonts[ink])
                painter.setPen(self._pens[ink])
                for left, baseline, words in run:
                    draw(left, baseline, words)

    def _cut(self, tile: Tile) -> Cut:
        cut = self._cuts.get(tile.id)
        if cut is None:
            cut = self._cuts[tile.id] = self.texts.cut(tile, self._width)
        return cut

    def _paint_ground(self, painter: QPainter, item: Placed, cut: Cut) -> None:
        tile, x, y = item.tile, item.x, item.y
        look = FrameLook(tile.kind, tile.worst, item.dimmed, item.outline)
        painter.drawPixmap(x, y, self._pixmaps.frame(look))
        if cut.badge_width:
            badge = self._pixmaps.badge(
                cut.badge_width,
                self.texts.small.height(),
                danger=not tile.has_officer,
                dimmed=item.dimmed,
            )
            painter.drawPixmap(x + cut.badge_x, y + self.texts.pad, badge)
        ink = _STATE_INK.get(tile.days.state)
        if ink is not None:
            colour = self._inks[ink + (INKS if item.dimmed else 0)]
            icon = self._pixmaps.icon(self.texts.icon_size, tile.days.state, colour)
            painter.drawPixmap(x + PAD_X, y + self.texts.icon_top, icon)
