"""What the palette finds in this window: everybody on the roll, the pages, the actions."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.errors import NotAllowed
from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.background.tasks import Tasks
from app.ui.shell.actions import Actions, key_text
from app.ui.shell.desk import Desk, Person
from app.ui.shell.finder import Findable, Kind
from app.ui.shell.palette import Palette
from app.ui.widgets.failures import is_known

WithPerson = Callable[[UUID], None]


class Search(QObject):
    """Opens the palette, to go anywhere or to choose somebody."""

    def __init__(
        self, host: QWidget, desk: Desk, tasks: Tasks, actions: Actions, open_person: WithPerson
    ) -> None:
        super().__init__(host)
        self._desk = desk
        self._tasks = tasks
        self._actions = actions
        self._open_person = open_person
        self._people: Sequence[Person] | None = None
        self._fresh = False
        self._shown: Callable[[], Sequence[Findable]] = lambda: ()
        self.palette = Palette(host)

    def open(self) -> None:
        """Look for a person, a page or an action."""
        self._open_with(self._everything, _("Finn person, side eller handling"))

    def ask_who(self, question: str, answer: WithPerson) -> None:
        """Look for a person only, and hand the one who is chosen over."""
        self._open_with(partial(self._people_for, answer), question)

    def forget_people(self, topics: frozenset[Topic]) -> None:
        """Fetch the people anew the next time, when they have changed."""
        if topics & {Topic.INMATES, Topic.PLACES}:
            self._fresh = False

    def _open_with(self, things: Callable[[], Sequence[Findable]], name: str) -> None:
        self._shown = things
        self.palette.open(things(), name)
        if not self._fresh:
            fetched_before = self._people is not None
            people = self._desk.people
            self._tasks.read(lambda: people(fetched_before), self, self._take, self._do_without)

    def _take(self, people: Sequence[Person]) -> None:
        self._people, self._fresh = people, True
        if self.palette.isVisible():
            self.palette.set_things(self._shown())

    def _do_without(self, fault: Exception) -> None:
        if not is_known(fault):
            raise fault
        self._fresh = isinstance(fault, NotAllowed)

    def _everything(self) -> Sequence[Findable]:
        return [*self._people_for(self._open_person), *self._actions_found()]

    def _people_for(self, act: WithPerson) -> Sequence[Findable]:
        return [
            Findable(Kind.PERSON, who.name, who.detail, "", partial(act, who.id), who.sought)
            for who in self._people or ()
        ]

    def _actions_found(self) -> Sequence[Findable]:
        return [
            Findable(
                Kind.PAGE if action.objectName().startswith("page_") else Kind.ACTION,
                action.text(),
                "",
                key_text(action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)),
                action.trigger,
            )
            for action in self._actions.all()
            if action.objectName() != "palette"
        ]
