"""The page of one person, without widgets: read it, and read it again when somebody saves."""

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from app.domain.errors import NotAllowed, NotFound
from app.domain.read_models import InmatePage
from app.domain.topics import Topic
from app.ui.background.tasks import Tasks
from app.use_cases.inmates import open_inmate
from app.use_cases.office import Office

TOPICS = frozenset({Topic.PLACES, Topic.INMATES, Topic.CONVERSATIONS, Topic.PLANS, Topic.OFFICERS})


class PersonView(Protocol):
    """What the presenter asks of the page."""

    def show_nobody(self) -> None:
        """Show that nobody is chosen, and how to find somebody."""

    def show_loading(self) -> None:
        """Show that a person is on the way."""

    def show_person(self, page: InmatePage) -> None:
        """Show the banner."""

    def show_refused(self) -> None:
        """Show that this account may not see the person."""

    def show_missing(self) -> None:
        """Show that there is no such person."""

    def show_failure(self, error: Exception) -> None:
        """Show what went wrong and how to try again."""


class PersonPresenter(QObject):
    """Keeps who is shown; an answer about somebody else is thrown away."""

    def __init__(
        self, office: Office, tasks: Tasks, view: PersonView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tasks = tasks
        self._view = view
        self._inmate_id: UUID | None = None
        self._question = 0
        self.page: InmatePage | None = None

    @property
    def inmate_id(self) -> UUID | None:
        """Return who is shown."""
        return self._inmate_id

    def open(self, inmate_id: UUID | None) -> None:
        """Show a person, or nobody."""
        if inmate_id != self._inmate_id:
            self.page = None
        self._inmate_id = inmate_id
        if inmate_id is None:
            self._question += 1
            self._view.show_nobody()
            return
        if self.page is None:
            self._view.show_loading()
        self._ask(inmate_id, refresh=False)

    def reload(self) -> None:
        """Read the same person again because somebody saved."""
        if self._inmate_id is not None:
            self._ask(self._inmate_id, refresh=self.page is not None)

    def _ask(self, inmate_id: UUID, *, refresh: bool) -> None:
        self._question += 1
        question, office = self._question, self._office

        def answer(page: InmatePage) -> None:
            if question == self._question:
                self.page = page
                self._view.show_person(page)

        def fail(error: Exception) -> None:
            if question == self._question:
                self._explain(error)

        self._tasks.read(
            lambda: open_inmate(office, inmate_id, refresh=refresh), self, answer, fail
        )

    def _explain(self, error: Exception) -> None:
        match error:
            case NotAllowed():
                self._view.show_refused()
            case NotFound():
                self._view.show_missing()
            case _:
                self._view.show_failure(error)
