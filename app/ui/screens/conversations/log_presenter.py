"""One person's log, without widgets: read it, filter and search it, read older versions."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import NotAllowed
from app.domain.read_models import ConversationLine
from app.domain.search import Search, SearchHit
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.log_texts import Shown, count_text, found_text, shown_lines
from app.ui.widgets.failures import is_known
from app.use_cases.conversations import (
    conversation_log,
    conversation_versions,
)
from app.use_cases.inmates import peek
from app.use_cases.office import Office
from app.use_cases.search import search_conversations

SHORTEST_SEARCH = 2
_PAUSE_MS = 250
_MOST_OF_PERSON = 1000
_MOST_OF_UNIT = 50


class LogView(Protocol):
    """What the presenter asks of the tab."""

    def show_loading(self) -> None:
        """Show that the log is on the way."""

    def show_entries(self, lines: Sequence[ConversationLine], count: str) -> None:
        """Show these entries, newest first, and say how many there are in all."""

    def show_nothing(self) -> None:
        """Say that nothing has been written yet, and how to begin."""

    def show_no_hit(self) -> None:
        """Say that nothing was found, or nothing of the chosen sort is there."""

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show what was found in the unit, with the person's name."""

    def show_versions(self, conversation_id: UUID, versions: Sequence[ConversationLine]) -> None:
        """Show the older versions below an entry."""

    def show_refused(self) -> None:
        """Say that this account may not see the log."""

    def show_failure(self, fault: Exception) -> None:
        """Say what went wrong and how to try again."""


class LogPresenter(QObject):
    """Keeps what is looked for; an answer to an earlier question is thrown away."""

    def __init__(
        self, office: Office, tasks: Tasks, view: LogView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._lines: tuple[ConversationLine, ...] | None = None
        self._shown = Shown.ALL
        self._query = ""
        self._in_unit = False
        self._question = 0
        self.inmate_id: UUID | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)

    @property
    def has_entries(self) -> bool:
        """Tell whether a log has been read."""
        return self._lines is not None

    @property
    def lines(self) -> tuple[ConversationLine, ...]:
        """Return the whole log as it was read last, newest first."""
        return self._lines or ()

    def open(self, inmate_id: UUID) -> None:
        """Read a person's log."""
        self.inmate_id = inmate_id
        self._lines = None
        self._query = ""
        self._question += 1
        self._view.show_loading()
        self._read(inmate_id, refresh=False)

    def reload(self) -> None:
        """Read the same log again because somebody saved."""
        if self.inmate_id is not None:
            self._read(self.inmate_id, refresh=self._lines is not None)

    def _read(self, inmate_id: UUID, *, refresh: bool) -> None:
        def take(lines: tuple[ConversationLine, ...]) -> None:
            if inmate_id == self.inmate_id:
                self._lines = lines
                self.look()

        read = partial(conversation_log, self._office, inmate_id, refresh=refresh)
        self._tasks.read(read, self, take, self._explain)

    def filter(self, shown: Shown) -> None:
        """Show conversations, notes, or both."""
        self._shown = shown
        self.look()

    def search(self, query: str) -> None:
        """Look for words, after a pause in the typing."""
        if query != self._query:
            self._query = query
            self._timer.start()

    def search_in_unit(self, *, in_unit: bool) -> None:
        """Look among the people of the unit, or in this person's log alone."""
        self._in_unit = in_unit
        self.look()

    def look(self) -> None:
        """Show what is asked for now."""
        self._timer.stop()
        self._question += 1
        if self._lines is None or self.inmate_id is None:
            return
        if len(self._query) >= SHORTEST_SEARCH:
            self._ask(self.inmate_id)
        elif self._lines:
            self._show(self._lines)
        else:
            self._view.show_nothing()

    def read_versions(self, conversation_id: UUID) -> None:
        """Read the older versions of an entry."""
        office = self._office
        self._tasks.read(
            lambda: conversation_versions(office, conversation_id),
            self,
            lambda versions: self._view.show_versions(conversation_id, versions[1:]),
            self._explain,
        )

    def _show(self, lines: Sequence[ConversationLine]) -> None:
        wanted = shown_lines(lines, self._shown)
        if wanted:
            searched = len(self._query) >= SHORTEST_SEARCH
            count = count_text(self._lines or (), self._office.clock())
            self._view.show_entries(wanted, found_text(wanted) if searched else count)
        else:
            self._view.show_no_hit()

    def _ask(self, inmate_id: UUID) -> None:
        question, in_unit = self._question, self._in_unit
        find = partial(_in_unit_of if in_unit else _in_log_of, self._office, inmate_id, self._query)

        def answer(hits: tuple[SearchHit, ...]) -> None:
            if question == self._question:
                self._show_found(hits, in_unit=in_unit)

        self._tasks.read(find, self, answer, self._explain)

    def _show_found(self, hits: tuple[SearchHit, ...], *, in_unit: bool) -> None:
        if in_unit and hits:
            self._view.show_hits(hits)
            return
        found = {hit.id for hit in hits}
        self._show([line for line in self._lines or () if line.id in found])

    def _explain(self, fault: Exception) -> None:
        if isinstance(fault, NotAllowed):
            self._view.show_refused()
            return
        self._view.show_failure(fault)
        if not is_known(fault):
            raise fault


def _in_log_of(office: Office, inmate_id: UUID, query: str) -> tuple[SearchHit, ...]:
    wanted = Search(query, inmate_id=inmate_id, limit=_MOST_OF_PERSON)
    return search_conversations(office, wanted)


def _in_unit_of(office: Office, inmate_id: UUID, query: str) -> tuple[SearchHit, ...]:
    # The unit alone is used of what is read here, so it is no second look at the person.
    unit = peek(office, inmate_id, refresh=True).line.unit
    return search_conversations(office, Search(query, unit=unit, limit=_MOST_OF_UNIT))
