"""The page `Celleblokk`: chips and totals above, board or table below, the panel beside them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.cell_choices import UnitChoice
from app.domain.errors import NotAllowed
from app.domain.read_models import Peek
from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.appearance.remembered import keep_numbers, kept_numbers
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Tasks
from app.ui.screens.cell_blocks.board_ahead import BoardAhead
from app.ui.screens.cell_blocks.parts import OverviewParts
from app.ui.screens.cell_blocks.person_menu import open_tile_menu, tile_answers
from app.ui.screens.cell_blocks.presenter import TOPICS, OverviewPresenter, Showing
from app.ui.screens.cell_blocks.sections import unit_title
from app.ui.screens.cell_blocks.tiles import Tile
from app.ui.screens.cell_blocks.unit_chooser import UnitChooser
from app.ui.widgets.chip import Segments
from app.ui.widgets.failures import sentence
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.office import Office

_BOARD, _TABLE = 0, 1
_VIEW = "cell_blocks/view"
_TAB = Qt.FocusReason.TabFocusReason


class CellBlocksPage(Page):
    """Shows who is where and who needs somebody.

    Signals:
        unit_list_asked: with the path of a unit whose list is to be printed, and with those who are
            found in it while the overview is filtered.
        unit_plans_asked: with the path of a unit whose plans are to be printed, or nothing yet.
        import_asked: places and roll are to be brought in.
        add_asked: somebody is to be put on the roll by hand.
        place_asked, take_out_asked, contact_officer_asked: with the ``InmateLine`` of a person
            to put into a cell, to take out of it, or to choose a contact officer for.
    """

    unit_list_asked = Signal(str, object)
    unit_plans_asked = Signal(str)
    import_asked = Signal()
    add_asked = Signal()
    place_asked = Signal(object)
    take_out_asked = Signal(object)
    contact_officer_asked = Signal(object)

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        parent: QWidget | None = None,
        ahead: BoardAhead | None = None,
    ) -> None:
        super().__init__(_("Celleblokk"), parent)
        self._may_import = office.may(Right.IMPORT)
        self._showing: Showing | None = None
        self._parts = OverviewParts()
        self._views, self._peek = self._parts.views, self._parts.peek
        self._filter_bar = self._parts.filter_bar
        self._switch = Segments(_("Visning"), (_("Tavle"), _("Tabell")))
        self._units = UnitChooser()
        self._print_plan = QAction(_("Skriv ut planen"), self)
        self._print_unit_list = QAction(_("Skriv ut avdelingslista"), self)
        self._print_unit_plans = QAction(_("Skriv ut alle planene"), self)
        self._state = StateView(self._parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._state)
        self._presenter = OverviewPresenter(office, tasks, self, self, ahead)
        self._connect()
        self.show_view(_TABLE if kept_numbers(_VIEW) == [_TABLE] else _BOARD)

    def _connect(self) -> None:
        presenter, bar = self._presenter, self._filter_bar
        views = self._views
        views.chosen.connect(presenter.choose)
        views.open_asked.connect(self.inmate_asked)
        views.menu_asked.connect(self._open_menu)
        views.typed.connect(bar.type)
        views.clear_asked.connect(self.escape)
        bar.text_changed.connect(presenter.look_for)
        bar.chip_pressed.connect(presenter.toggle)
        bar.chip_hides.connect(presenter.hide_by)
        bar.hiding_asked.connect(lambda hides: presenter.set_hiding(hides=hides))
        bar.left.connect(views.enter)
        bar.entered.connect(self._open_only_hit)
        bar.add_asked.connect(self.add_asked)
        self._switch.chosen.connect(self.show_view)
        self._units.chosen.connect(presenter.choose_unit)
        self._peek.conversation_asked.connect(lambda: self._ask(self.conversation_asked))
        self._peek.plan_asked.connect(lambda: self._ask(self.plan_asked))
        self._peek.print_asked.connect(lambda: self._ask(self.print_asked))
        self._print_plan.triggered.connect(partial(self._ask, self.print_asked))
        self._print_unit_list.triggered.connect(self._ask_unit_list)
        self._print_unit_plans.triggered.connect(self._ask_unit_plans)
        self._wishes = {
            "open_person": self.inmate_asked,
            "new_conversation": self.conversation_asked,
            "open_plan": self.plan_asked,
            "print_plan": self.print_asked,
            "place": self.place_asked,
            "take_out": self.take_out_asked,
            "contact_officer": self.contact_officer_asked,
            "add_person": self.add_asked,
        }

    # What the shell asks

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the switch between board and table, and the units."""
        return (self._switch, self._units)

    def print_actions(self) -> Sequence[QAction]:
        """Return printing the chosen person's plan, the list of the unit, and all its plans."""
        return (self._print_plan, self._print_unit_list, self._print_unit_plans)

    def topics(self) -> frozenset[Topic]:
        """Return everything the tiles are made of."""
        return TOPICS

    def activate(self) -> None:
        """Read the overview the first time."""
        if self._showing is None:
            self._presenter.load()

    def reload(self) -> None:
        """Read again, quietly."""
        self._presenter.reload()

    def first_focus(self) -> QWidget:
        """Return the board, or the table."""
        return self._views.view

    def focus_search(self) -> bool:
        """Go to the field that filters."""
        self._filter_bar.go_to_field()
        return True

    def current_inmate(self) -> UUID | None:
        """Return who is chosen."""
        tile = self._presenter.selected
        return tile.id if tile is not None and tile.line is not None else None

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done with whoever is chosen, and with the board."""
        tile = self._presenter.selected
        answers = tile_answers(tile, self._wishes)
        answers["add_person"] = self.add_asked.emit
        answers["print_unit_list"] = self._ask_unit_list
        answers["print_unit_plans"] = self._ask_unit_plans
        answers["close"] = self.escape
        if tile is not None:
            answers["menu"] = self._views.ask_menu
        if tile is not None and tile.line is not None:
            answers["open"] = answers["open_person"]
        return answers

    def help(self) -> str:
        """Return where the guide tells of board and table."""
        return "se-avdelingen.md"

    def escape(self) -> bool:
        """Show everybody again."""
        was_filtered = self._presenter.clear_filters()
        self._filter_bar.clear_text()
        return was_filtered

    def go_to_next(self, inmate_id: UUID) -> UUID | None:
        """Choose whoever comes after a person among those who are looked for, and return who."""
        following = self._views.next_after(inmate_id)
        if following is not None:
            self._presenter.choose(following)
        return following

    # What the presenter asks

    def show_loading(self) -> None:
        """Show that the overview is on its way."""
        self._state.show_loading()

    def show_board(self, showing: Showing) -> None:
        """Show tiles, chips and totals; the view that is not seen waits until it is."""
        if self._showing is None or self._showing.board is not showing.board:
            inmates = showing.board.overview.inmates
            veil().learn("overview", (line.name for line in inmates))
        self._showing = showing
        self._filter_bar.show_state(showing)
        self._views.show_board(showing)
        unit = self._presenter.unit
        names = {line.unit: line.name for line in showing.board.overview.units}
        self.set_title(unit_title(names.get(unit, unit)) if unit else _("Alle avdelinger"))
        self._peek.show_tile(self._presenter.selected, showing.board.overview.today)
        self._state.show_content()

    def show_empty(self) -> None:
        """Show that there are no places yet; who may import is offered to."""
        act = Act(_("Hent inn fra fil"), self.import_asked.emit) if self._may_import else None
        text = _("Hent inn steder og rull fra fil.")
        if act is None:
            text = _("En administrator henter inn steder og rull fra fil.")
        self._state.show_empty(_("Ingen steder ennå"), text, act)

    def show_refused(self) -> None:
        """Show that this account may not see the overview."""
        self._state.show_not_allowed()

    def show_failure(self, error: Exception) -> None:
        """Show what went wrong; a board that is there stays, and says that it is old."""
        if self._showing is None:
            self._state.show_failure(error, self._presenter.load)
            return
        self._state.show_content()
        self.notice.emit(Notice(sentence(error), _("Prøv igjen"), self._presenter.reload))

    def show_units(self, units: Sequence[UnitChoice], chosen: str | None) -> None:
        """Offer the units, and all of them together."""
        self._units.offer(units, chosen)

    def show_selected(self, tile: Tile | None) -> None:
        """Mark the chosen tile on board and table, and begin to show who it is."""
        self._views.select(tile.id if tile is not None else None)
        today = self._showing.board.overview.today if self._showing else None
        self._peek.show_tile(tile, today)

    def show_peek(self, peek: Peek) -> None:
        """Show what was read of the chosen person."""
        self._peek.show_peek(peek)

    def show_peek_failure(self, error: Exception) -> None:
        """Say in the panel why there is no more to see."""
        if isinstance(error, NotAllowed):
            self._peek.show_message(_("Du har ikke tilgang til mer om denne personen."))
        else:
            self._peek.show_message(sentence(error))

    # Inside the page

    def show_view(self, place: int) -> None:
        """Show the board (0) or the table (1)."""
        if kept_numbers(_VIEW) != [place]:
            keep_numbers(_VIEW, [place])
        self._switch.choose(place)
        self._views.turn_to(place)

    def _open_only_hit(self) -> None:
        """Open the person who is found, or go on to the board when there are several."""
        hits = self._showing.found if self._showing else ()
        if len(hits) == 1:
            self._presenter.choose(hits[0].id)
            self._ask(self.inmate_asked)
        else:
            self._views.enter()

    def _open_menu(self, tile_id: UUID, place: QPoint) -> None:
        self._presenter.choose(tile_id)
        tile = self._presenter.selected
        if tile is not None:
            open_tile_menu(self, tile, self._wishes, self._views.sort_menu, place)

    def _ask(self, signal: SignalInstance, _checked: object = None) -> None:
        inmate_id = self.current_inmate()
        if inmate_id is not None:
            signal.emit(inmate_id)

    def _ask_unit_list(self) -> None:
        """Ask for the list of the unit that is shown, or of the chosen person's."""
        unit = self._presenter.unit_in_hand
        found = self._showing.chosen_of(unit) if self._showing is not None and unit else None
        if not unit:
            self.notice.emit(Notice(_("Velg en avdeling først.")))
        elif found == ():
            self.notice.emit(Notice(_("Ingen på avdelingen passer med det du ser etter.")))
        else:
            self.unit_list_asked.emit(unit, found or ())

    def _ask_unit_plans(self) -> None:
        self.unit_plans_asked.emit(self._presenter.unit_in_hand or "")

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the board alone: the panel gives way."""
        return self._parts.least_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the board all the room when there is too little for both."""
        super().resizeEvent(event)
        self._parts.make_room(self.width())
