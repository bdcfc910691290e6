"""Cuts a tile's texts to its width, once, and says where each of them stands."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from app.ui.appearance.veil import veil
from app.ui.screens.cell_blocks.board_layout import Measures
from app.ui.screens.cell_blocks.tiles import Tile

PAD_X = 12
PAD_RIGHT = 8
PAD_Y = 5
_BETWEEN = 6
_BADGE_PAD = 5
_TILE_GAP = 8
_HEADING_EXTRA = 10
_LEAST_TILE_EMS = 7.9
_DIVIDER = " · "
_ELIDE_RIGHT = Qt.TextElideMode.ElideRight


class Ink(IntEnum):
    """A font and a colour; the dimmed twin of each comes ``INKS`` later."""

    MUTED = 0
    NAME = 1
    OK = 2
    WARNING = 3
    DANGER = 4
    BADGE = 5
    BADGE_DANGER = 6
    THING_WARNING = 7
    THING_DANGER = 8


INKS = len(Ink)
_DAYS_INKS = (Ink.MUTED, Ink.OK, Ink.WARNING, Ink.DANGER)
_THING_INKS = (Ink.MUTED, Ink.MUTED, Ink.THING_WARNING, Ink.THING_DANGER)


@dataclass(frozen=True, slots=True)
class Text:
    """Some words, where they stand on the tile, and their ink."""

    ink: int
    x: int
    baseline: int
    words: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A tile's texts cut to its width, and where the officer's badge lies (width 0: none)."""

    texts: tuple[Text, ...]
    badge_x: int
    badge_width: int


class TileTexts:
    """The fonts of a tile, its measures, and the cutting."""

    def __init__(self, font: QFont, small: QFont, pad: int = PAD_Y) -> None:
        self.pad = pad
        self.name_font = QFont(font)
        self.name_font.setWeight(QFont.Weight.DemiBold)
        self.small_font = QFont(small)
        self.strong_font = QFont(small)
        self.strong_font.setWeight(QFont.Weight.DemiBold)
        self.name = QFontMetrics(self.name_font)
        self.small = QFontMetrics(self.small_font)
        self._strong = QFontMetrics(self.strong_font)
        self.line_tops = self._line_tops()
        self.measures = Measures(
            least_tile_width=round(self.name.height() * _LEAST_TILE_EMS),
            tile_height=self.line_tops[3] + self.small.height() + pad,
            heading_height=self.name.height() + _HEADING_EXTRA,
            gap=_TILE_GAP,
        )

    def _line_tops(self) -> tuple[int, int, int, int]:
        """Return the tops of the four lines; the second is the name's."""
        small, name = self.small.height(), self.name.height()
        pad = self.pad
        return (pad, pad + small, pad + small + name, pad + 2 * small + name)

    def fonts(self) -> tuple[QFont, ...]:
        """Return the font of each ink."""
        small, strong = self.small_font, self.strong_font
        return (small, self.name_font, strong, strong, strong, small, small, small, small)

    @property
    def icon_size(self) -> int:
        """Return the side of the day icon."""
        return self.small.capHeight() + 1

    @property
    def icon_top(self) -> int:
        """Return where the day icon begins, so that it stands on the line."""
        return self.line_tops[2] + self.small.ascent() - self.icon_size + 1

    def cut(self, tile: Tile, width: int) -> Cut:
        """Cut the texts of a tile to a width in pixels."""
        right = width - PAD_RIGHT
        badge_width = 0
        texts = []
        if tile.officer:
            badge_width = self.small.horizontalAdvance(tile.officer) + 2 * _BADGE_PAD
            ink = Ink.BADGE if tile.has_officer else Ink.BADGE_DANGER
            texts.append(self._text(ink, right - badge_width + _BADGE_PAD, 0, tile.officer))
        badge_x = right - badge_width
        texts += self._first_line(tile, badge_x - _BETWEEN if badge_width else right)
        name = self.name.elidedText(veil().cover(tile.name), _ELIDE_RIGHT, right - PAD_X)
        texts.append(Text(Ink.NAME, PAD_X, self.line_tops[1] + self.name.ascent(), name))
        shift = self.icon_size + _BETWEEN if tile.days.state else 0
        left = PAD_X + shift
        days = self._strong.elidedText(tile.days.text, _ELIDE_RIGHT, right - left)
        texts.append(self._text(_DAYS_INKS[tile.days.state], left, 2, days))
        thing = self._fitting(tile.thing.text, right - PAD_X)
        texts.append(self._text(_THING_INKS[tile.thing.state], PAD_X, 3, thing))
        return Cut(tuple(text for text in texts if text.words), badge_x, badge_width)

    def _first_line(self, tile: Tile, right: int) -> list[Text]:
        """Return the cell, how many are in it, and the legal status against the badge."""
        crowd_width = self._strong.horizontalAdvance(tile.crowd) + _BETWEEN if tile.crowd else 0
        place = self.small.elidedText(tile.place, _ELIDE_RIGHT, right - PAD_X - crowd_width)
        texts = [self._text(Ink.MUTED, PAD_X, 0, place)]
        left = PAD_X + self.small.horizontalAdvance(place) + _BETWEEN
        if tile.crowd:
            ink = Ink.DANGER if tile.crowded else Ink.MUTED
            texts.append(self._text(ink, left, 0, tile.crowd))
            left += crowd_width
        legal = self.small.elidedText(tile.legal, _ELIDE_RIGHT, right - left)
        legal_x = right - self.small.horizontalAdvance(legal)
        texts.append(self._text(Ink.MUTED, legal_x, 0, legal))
        return texts

    def _fitting(self, text: str, room: int) -> str:
        """Leave out what stands last of ``a · b`` until it fits; cut ``a`` alone if it must be."""
        while _DIVIDER in text and self.small.horizontalAdvance(text) > room:
            text = text.rpartition(_DIVIDER)[0]
        return self.small.elidedText(text, _ELIDE_RIGHT, room)

    def _text(self, ink: Ink, x: int, line: int, words: str) -> Text:
        return Text(int(ink), x, self.line_tops[line] + self.small.ascent(), words)
