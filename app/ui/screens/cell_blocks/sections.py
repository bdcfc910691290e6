"""The board's order: units, floors with their headings, and those without a cell last."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from app.domain.cell_blocks import CellBlockOverview, CellLine, InmateLine
from app.domain.places import PlaceKind
from app.domain.words import word
from app.foundation.folding import sort_key
from app.foundation.translation import _, plural
from app.ui.screens.cell_blocks.filters import Chip, Filters
from app.ui.screens.cell_blocks.tiles import Moment, Tile, empty_tile, person_tile


@dataclass(frozen=True, slots=True)
class Section:
    """A floor, or the people without a cell: a heading and its tiles.

    ``ids`` and ``search`` are the tiles' own together, so that a section without what is looked
    for costs one look.
    """

    title: str
    note: str
    tiles: tuple[Tile, ...]
    ids: frozenset[UUID] = field(init=False, repr=False, compare=False, default=frozenset())
    search: str = field(init=False, repr=False, compare=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", frozenset(tile.id for tile in self.tiles))
        object.__setattr__(self, "search", "\n".join(tile.search for tile in self.tiles))


@dataclass(frozen=True, slots=True)
class Board:
    """Everything board and table show of one overview; ``whole`` is all of it, unfiltered."""

    overview: CellBlockOverview
    sections: tuple[Section, ...]
    counts: dict[Chip, int]
    by_id: dict[UUID, Tile]
    whole: "tuple[Shown, ...]"

    @property
    def tiles(self) -> Iterable[Tile]:
        """Return every tile in the board's order."""
        return self.by_id.values()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is left of a section after filtering; ``dimmed`` goes beside ``tiles``."""

    section: Section
    tiles: tuple[Tile, ...]
    dimmed: tuple[bool, ...]


def build_board(overview: CellBlockOverview, officer_id: UUID) -> Board:
    """Lay the overview out in sections. Slow enough at 4,000 people to be done in a task."""
    moment = Moment(officer_id, overview.today, overview.taken_at, overview.thresholds)
    in_cell: dict[str, list[InmateLine]] = {}
    for line in overview.inmates:
        if line.cell is not None:
            in_cell.setdefault(line.cell, []).append(line)
    sections = [*_floors(overview, in_cell, moment), *_astray(overview, in_cell, moment)]
    without = sorted(
        (line for line in overview.inmates if line.cell is None), key=lambda x: sort_key(x.name)
    )
    if without:
        tiles = tuple(person_tile(line, None, 0, moment) for line in without)
        sections.append(Section(_("Uten celle"), str(len(without)), tiles))
    by_id = {tile.id: tile for section in sections for tile in section.tiles}
    counts = Counter(chip for tile in by_id.values() for chip in tile.chips)
    return Board(
        overview,
        tuple(sections),
        {chip: counts[chip] for chip in Chip},
        by_id,
        tuple(Shown(part, part.tiles, (False,) * len(part.tiles)) for part in sections),
    )


def _floors(
    overview: CellBlockOverview, in_cell: dict[str, list[InmateLine]], moment: Moment
) -> list[Section]:
    """Return one section a floor, floors in the order their first cell has."""
    named = {place.path: place for place in overview.places}
    floors: dict[str, list[CellLine]] = {}
    for cell in overview.cells:
        if cell.counts or cell.is_out_of_use or cell.path in in_cell:
            floors.setdefault(cell.floor, []).append(cell)
    several = len(overview.units) > 1
    return [
        Section(
            _floor_title(named.get(floor), named.get(cells[0].unit), floor, with_unit=several),
            floor_note(cells, in_cell),
            _cell_tiles(cells, in_cell, moment),
        )
        for floor, cells in floors.items()
    ]


def _astray(
    overview: CellBlockOverview, in_cell: dict[str, list[InmateLine]], moment: Moment
) -> list[Section]:
    """Return those whose cell is not on the board (archived, say), so that totals add up."""
    on_board = {cell.path for cell in overview.cells}
    known = {place.path: place for place in overview.places}
    tiles = [
        person_tile(line, known.get(path), len(lines), moment)
        for path, lines in in_cell.items()
        if path not in on_board
        for line in lines
    ]
    return [Section(_("Andre celler"), str(len(tiles)), tuple(tiles))] if tiles else []


def _cell_tiles(
    cells: Sequence[CellLine], in_cell: dict[str, list[InmateLine]], moment: Moment
) -> tuple[Tile, ...]:
    tiles = []
    for cell in cells:
        lines = in_cell.get(cell.path, ())
        tiles += [person_tile(line, cell, len(lines), moment) for line in lines]
        if not lines:
            tiles.append(empty_tile(cell))
    return tuple(tiles)


def floor_note(cells: Sequence[CellLine], in_cell: dict[str, list[InmateLine]]) -> str:
    """Return ``8 av 10 plasser · 1 ledig · 1 ute av bruk``; the parts add up to the places."""
    taken = {cell.path: len(in_cell.get(cell.path, ())) for cell in cells}
    counting = [cell for cell in cells if cell.counts]
    people = sum(taken.values())
    free = sum(max(0, cell.working - taken[cell.path]) for cell in counting)
    out = sum(cell.maximum for cell in cells if cell.is_out_of_use)
    over = sum(max(0, taken[cell.path] - cell.maximum) for cell in cells)
    places = sum(cell.working for cell in counting) + out
    parts = [
        _("{n} av {places}").format(n=people, places=plural("{n} plass", "{n} plasser", places))
    ]
    if free:
        parts.append(plural("{n} ledig", "{n} ledige", free))
    if out:
        parts.append(_("{n} ute av bruk").format(n=out))
    if over:
        parts.append(plural("{n} over kapasiteten", "{n} over kapasiteten", over))
    return " · ".join(parts)


def _floor_title(
    floor: CellLine | None, unit: CellLine | None, path: str, *, with_unit: bool
) -> str:
    own = _place_title(floor) if floor else path
    if not with_unit or unit is None or floor is unit:
        return own
    return f"{unit_title(unit.label)} · {own}"


def _place_title(place: CellLine) -> str:
    if place.kind is PlaceKind.WING:
        return unit_title(place.label)
    if place.kind is PlaceKind.LANDING and place.label.isdigit():
        return _("{n}. etasje").format(n=place.label)
    if len(place.label) <= _SHORT_LABEL:
        return f"{word(place.kind)} {place.label}"
    return place.label


_SHORT_LABEL = 3


def unit_title(label: str) -> str:
    """Return ``Celleblokk B`` for a letter or number; a name of its own stands alone."""
    if len(label) <= _SHORT_LABEL:
        return _("Celleblokk {name}").format(name=label)
    return label


def shown_sections(board: Board, filters: Filters) -> tuple[Shown, ...]:
    """Return what is left when typed words hide and chips dim, or hide when asked to."""
    shown: Iterable[Shown] = board.whole
    for word_ in filters.words:
        shown = [left for part in shown for left in _with_word(part, word_)]
    if filters.chips:
        hides, chips = filters.hides, filters.chips
        shown = [left for part in shown for left in _by_chips(part, chips, hides=hides)]
    return tuple(shown)


def _with_word(part: Shown, word_: str) -> tuple[Shown, ...]:
    """Return what is left of a part, without touching tiles where there is nothing to find."""
    if word_ not in part.section.search:
        return ()
    tiles = [tile for tile in part.tiles if word_ in tile.search]
    if len(tiles) == len(part.tiles):
        return (part,)
    return (Shown(part.section, tuple(tiles), (False,) * len(tiles)),) if tiles else ()


def _by_chips(part: Shown, chips: frozenset[Chip], *, hides: bool) -> tuple[Shown, ...]:
    tiles = part.tiles
    if hides:
        tiles = tuple(tile for tile in tiles if chips <= tile.chips)
    dimmed = tuple(not chips <= tile.chips for tile in tiles)
    return (Shown(part.section, tiles, dimmed),) if tiles else ()


def totals(board: Board) -> tuple[tuple[str, int], ...]:
    """Return the numbers above the board. Roll is always those in a cell and those without."""
    overview = board.overview
    roll = overview.totals
    free = sum(unit.free for unit in overview.units)
    out = sum(unit.out_of_use for unit in overview.units)
    over = sum(unit.overcrowded for unit in overview.units)
    parts = [
        (_("Rull"), roll.roll),
        (_("i celle"), roll.placed),
        (_("uten celle"), roll.without_cell),
        (_("ledig"), free),
        (_("ute av bruk"), out),
    ]
    if over:
        parts.append((_("over kapasiteten"), over))
    return tuple(parts)
