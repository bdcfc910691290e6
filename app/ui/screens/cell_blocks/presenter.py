"""What the overview does, without widgets: read, filter, choose, look closer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from app.domain.cell_choices import UnitChoice
from app.domain.errors import NotAllowed
from app.domain.read_models import Peek
from app.domain.topics import Topic
from app.ui.background.tasks import Tasks
from app.ui.screens.cell_blocks.board_ahead import BoardAhead, read_board
from app.ui.screens.cell_blocks.filters import Chip, Filters
from app.ui.screens.cell_blocks.sections import Board, Shown, shown_sections
from app.ui.screens.cell_blocks.tiles import Tile
from app.use_cases.cell_choices import unit_choices
from app.use_cases.inmates import peek
from app.use_cases.office import Office

PEEK_AFTER_MS = 120

TOPICS = frozenset(
    {Topic.PLACES, Topic.INMATES, Topic.CONVERSATIONS, Topic.PLANS, Topic.OFFICERS, Topic.SETTINGS}
)


@dataclass(frozen=True, slots=True)
class Showing:
    """Everything the view draws; the board is the same one as long as only filters change."""

    board: Board
    shown: tuple[Shown, ...]
    filters: Filters

    @property
    def others(self) -> int:
        """Return how many tiles the pressed chips dim or hide."""
        if not self.filters.chips:
            return 0
        if not self.filters.hides:
            return sum(part.dimmed.count(True) for part in self.shown)
        dimming = shown_sections(self.board, self.filters.with_hiding(hides=False))
        return sum(part.dimmed.count(True) for part in dimming)

    @property
    def found(self) -> tuple[Tile, ...]:
        """Return the people who answer to what is looked for."""
        return tuple(
            tile
            for part in self.shown
            for tile, dimmed in zip(part.tiles, part.dimmed, strict=True)
            if not dimmed and tile.line is not None
        )

    def chosen_of(self, unit: str) -> tuple[UUID, ...] | None:
        """Return who of a unit answers to what is looked for; None while nothing is."""
        if not self.filters.words and not self.filters.chips:
            return None
        return tuple(
            tile.id for tile in self.found if tile.line is not None and tile.line.unit == unit
        )

    @property
    def hits(self) -> int:
        """Return how many tiles answer to what is looked for."""
        return sum(part.dimmed.count(False) for part in self.shown)


class OverviewView(Protocol):
    """What the presenter asks of the page."""

    def show_loading(self) -> None:
        """Show that the overview is on its way; called the first time only."""

    def show_board(self, showing: Showing) -> None:
        """Show tiles, chips and totals."""

    def show_empty(self) -> None:
        """Show that there are no places yet, and how to bring them in."""

    def show_refused(self) -> None:
        """Show that this account may not see the overview."""

    def show_failure(self, error: Exception) -> None:
        """Show what went wrong and how to try again; what was shown stays."""

    def show_units(self, units: Sequence[UnitChoice], chosen: str | None) -> None:
        """Offer the units."""

    def show_selected(self, tile: Tile | None) -> None:
        """Show at once who is chosen, from what the board knows."""

    def show_peek(self, peek: Peek) -> None:
        """Show the panel beside the board."""

    def show_peek_failure(self, error: Exception) -> None:
        """Show in the panel that it could not be read."""


class OverviewPresenter(QObject):
    """Keeps unit, filters and selection; a late answer to an old question is thrown away."""

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        view: OverviewView,
        parent: QObject | None = None,
        ahead: BoardAhead | None = None,
    ) -> None:
        super().__init__(parent)
        self._ahead = ahead
        self._office = office
        self._tasks = tasks
        self._view = view
        self._unit = office.officer.unit
        self._filters = Filters()
        self._board: Board | None = None
        self._selected: UUID | None = None
        self._peeked: UUID | None = None
        self._question = 0
        self._units_wanted = False
        self._peek_question = 0
        self._peek_soon = QTimer(self)
        self._peek_soon.setSingleShot(True)
        self._peek_soon.setInterval(PEEK_AFTER_MS)
        self._peek_soon.timeout.connect(self._ask_peek)

    @property
    def unit(self) -> str | None:
        """Return the unit that is shown, None for all of them."""
        return self._unit

    @property
    def selected(self) -> Tile | None:
        """Return the chosen tile."""
        return self._tile(self._selected)

    # Reading

    def load(self) -> None:
        """Read the overview and the units for the first time."""
        self._view.show_loading()
        self._units_wanted = True
        self._ask(refresh=False)

    def reload(self, topics: frozenset[Topic] = TOPICS) -> None:
        """Read again because somebody saved: selection, filter and place stay."""
        if self._board is None:
            self.load()
            return
        self._ask(refresh=True)
        if Topic.PLACES in topics:
            self._ask_units()
        if self._peeked is not None:
            self._ask_peek(refresh=True)

    def choose_unit(self, unit: str | None) -> None:
        """Show another unit, or all of them."""
        if unit == self._unit:
            return
        self._unit = unit
        self._ask(refresh=False)

    def _ask(self, *, refresh: bool) -> None:
        self._question += 1
        question, unit, office = self._question, self._unit, self._office

        def answer(board: Board) -> None:
            if question == self._question:
                self._take(board)

        failed = self._only_newest(question, self._fail)
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.hand_to(answer, failed)
            return
        read = partial(read_board, office, unit, refresh=refresh)
        self._tasks.read(read, self, answer, failed)

    def _only_newest(
        self, question: int, failed: Callable[[Exception], None]
    ) -> Callable[[Exception], None]:
        def fail(error: Exception) -> None:
            if question == self._question:
                failed(error)

        return fail

    def _ask_units(self) -> None:
        office = self._office
        self._tasks.read(lambda: unit_choices(office), self, self._take_units, self._keep_units)

    def _take_units(self, units: tuple[UnitChoice, ...]) -> None:
        known = {unit.path for unit in units}
        if self._unit is not None and self._unit not in known:
            self.choose_unit(None)
        self._view.show_units(units, self._unit)

    def _keep_units(self, _error: Exception) -> None:
        """Leave the chooser as it is: the overview's own answer tells what went wrong."""

    def _take(self, board: Board) -> None:
        self._board = board
        self._show_taken(board)
        self._ask_units_behind()

    def _show_taken(self, board: Board) -> None:
        if not board.sections and not board.overview.units:
            self._view.show_empty()
            return
        if self._tile(self._selected) is None and self._selected is not None:
            self._set_selected(None)
        self._show()

    def _ask_units_behind(self) -> None:
        """Ask for the units once the board has been answered, which comes first."""
        if self._units_wanted:
            self._units_wanted = False
            self._ask_units()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotAllowed):
            self._view.show_refused()
        else:
            self._view.show_failure(error)
        self._ask_units_behind()

    # Filtering

    def look_for(self, text: str) -> None:
        """Hide what does not hold the typed words."""
        self._filter(self._filters.typed(text))

    def toggle(self, chip: Chip) -> None:
        """Press or release a chip: what does not match is dimmed."""
        self._filter(self._filters.toggled(chip))

    def hide_by(self, chip: Chip) -> None:
        """Hide what does not match a chip, or only dim it again."""
        self._filter(self._filters.hiding(chip))

    def set_hiding(self, *, hides: bool) -> None:
        """Hide or only dim what does not match the pressed chips."""
        self._filter(self._filters.with_hiding(hides=hides))

    def clear_filters(self) -> bool:
        """Show everybody again; tell whether anything was filtered."""
        was_filtered = self._filters != Filters()
        self._filter(Filters())
        return was_filtered

    def _filter(self, filters: Filters) -> None:
        if filters != self._filters:
            self._filters = filters
            self._show()

    def _show(self) -> None:
        board = self._board
        if board is None:
            return
        shown = shown_sections(board, self._filters)
        self._view.show_board(Showing(board, shown, self._filters))

    # Choosing

    @property
    def unit_in_hand(self) -> str | None:
        """Return the unit that is shown, or the chosen person's."""
        line = self.selected.line if self.selected is not None else None
        return self.unit or (line.unit if line is not None else None)

    def choose(self, tile_id: UUID | None) -> None:
        """Make a tile the chosen one on board and table; the panel follows when keys rest."""
        if tile_id != self._selected:
            self._set_selected(tile_id)

    def _set_selected(self, tile_id: UUID | None) -> None:
        self._selected = tile_id
        self._peeked = None
        tile = self._tile(tile_id)
        self._view.show_selected(tile)
        self._peek_question += 1
        if tile is not None and tile.line is not None:
            self._peek_soon.start()
        else:
            self._peek_soon.stop()

    def _tile(self, tile_id: UUID | None) -> Tile | None:
        if self._board is None or tile_id is None:
            return None
        return self._board.by_id.get(tile_id)

    def _ask_peek(self, *, refresh: bool = False) -> None:
        inmate_id = self._selected
        if inmate_id is None:
            return
        self._peeked = inmate_id
        self._peek_question += 1
        question, office = self._peek_question, self._office

        def answer(answered: Peek) -> None:
            if question == self._peek_question:
                self._view.show_peek(answered)

        def fail(error: Exception) -> None:
            if question == self._peek_question:
                self._view.show_peek_failure(error)

        self._tasks.read(lambda: peek(office, inmate_id, refresh=refresh), self, answer, fail)
