"""What happens on the search page, without a widget."""

from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from app.domain.cell_choices import UnitChoice
from app.domain.errors import NotAllowed
from app.domain.search import Search, SearchHit
from app.ui.background.tasks import Tasks
from app.ui.widgets.failures import is_known
from app.use_cases.cell_choices import unit_choices
from app.use_cases.office import Office
from app.use_cases.search import search_everything

FIRST = 50
MORE = 300
_SHORTEST = 2
_PAUSE_MS = 250


class SearchView(Protocol):
    """What the presenter asks of the page."""

    def offer_units(self, units: tuple[UnitChoice, ...]) -> None:
        """Offer the units there are."""

    def show_beginning(self) -> None:
        """Say what can be looked for."""

    def show_loading(self) -> None:
        """Say that the answer is on its way."""

    def show_hits(self, hits: tuple[SearchHit, ...], *, more: bool) -> None:
        """Show what was found; ``more`` when there may be older hits."""

    def show_no_hit(self) -> None:
        """Say that nothing was found."""

    def show_not_allowed(self) -> None:
        """Say that the account may not read what is searched."""

    def show_failure(self, fault: Exception) -> None:
        """Say what went wrong."""


class SearchPresenter(QObject):
    """Keeps what is looked for; an answer to an earlier question is thrown away."""

    def __init__(self, office: Office, tasks: Tasks, view: SearchView, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._wanted = Search(limit=FIRST)
        self._question = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Fetch the units, and look anew for what was looked for."""
        read = partial(unit_choices, self._office)
        self._tasks.read(read, self, self._view.offer_units, self._explain)
        self.look()

    def want(self, wanted: Search) -> None:
        """Look for something else, after a pause in the typing."""
        wanted = replace(wanted, limit=FIRST)
        if wanted != self._wanted:
            self._wanted = wanted
            self._timer.start()

    def want_more(self) -> None:
        """Show older hits too."""
        self._wanted = replace(self._wanted, limit=MORE)
        self.look()

    def look(self) -> None:
        """Look now."""
        self._timer.stop()
        self._question += 1
        question, wanted = self._question, self._wanted
        if wanted.is_empty or 0 < len(wanted.query.strip()) < _SHORTEST:
            self._view.show_beginning()
            return
        self._view.show_loading()

        def answer(hits: tuple[SearchHit, ...]) -> None:
            if question == self._question:
                self._show(hits, wanted)

        def explain(fault: Exception) -> None:
            if question == self._question:
                self._explain(fault)

        self._tasks.read(partial(search_everything, self._office, wanted), self, answer, explain)

    def _show(self, hits: tuple[SearchHit, ...], wanted: Search) -> None:
        if hits:
            full = len(hits) == wanted.limit
            self._view.show_hits(hits, more=full and wanted.limit < MORE)
        else:
            self._view.show_no_hit()

    def _explain(self, fault: Exception) -> None:
        if isinstance(fault, NotAllowed):
            self._view.show_not_allowed()
            return
        self._view.show_failure(fault)
        if not is_known(fault):
            raise fault
