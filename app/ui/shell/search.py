"""What the palette finds in this window: everybody on the roll, the pages, the actions."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import NotAllowed
from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.actions.entries import entry_of, key_text
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Tasks
from app.ui.shell.desk import Desk, Person
from app.ui.shell.finder import Findable, Kind, find
from app.ui.shell.palette import Palette
from app.ui.shell.registry import Actions
from app.ui.widgets.failures import is_known

WithPerson = Callable[[UUID], None]
# With more people than this found, whom an action would be about is anybody's guess.
_FEW = 3
_PAGE = "page_"


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done with a person who is found."""

    person: WithPerson
    conversation: WithPerson
    plan: WithPerson
    paper: WithPerson
    chosen: Callable[[], UUID | None]


class Search(QObject):
    """Opens the palette, to go anywhere or to choose somebody.

    Signals:
        people_known: the people have been fetched, or fetched anew.
    """

    people_known = Signal()

    def __init__(
        self, host: QWidget, desk: Desk, tasks: Tasks, actions: Actions, ways: Ways
    ) -> None:
        super().__init__(host)
        self._desk = desk
        self._tasks = tasks
        self._actions = actions
        self._ways = ways
        self._people: Sequence[Person] | None = None
        self._fresh = False
        self._findable: list[Findable] = []
        self._by_id: dict[UUID, Findable] = {}
        self._host = host
        self._palette: Palette | None = None

    @property
    def palette(self) -> Palette:
        """Return the palette, made when it is first wanted."""
        if self._palette is None:
            self._palette = Palette(self._host)
        return self._palette

    def open(self) -> None:
        """Look for a person, a page or an action."""
        others = [*self._pages(), *self._deeds(self._ways.chosen()), *self._others()]
        self._open_with(partial(self._everything, others), _("Finn person, side eller handling"))

    def ask_who(self, question: str, answer: WithPerson) -> None:
        """Look for a person only, and hand the one who is chosen over."""
        self._open_with(partial(self._people_for, answer), question)

    def forget_people(self, topics: frozenset[Topic]) -> None:
        """Fetch the people anew the next time, when they have changed."""
        if topics & {Topic.INMATES, Topic.PLACES}:
            self._fresh = False

    def _open_with(self, look: Callable[[str], Sequence[Findable]], name: str) -> None:
        self.palette.open(look, name)
        self.know_people()

    @property
    def has_recent(self) -> bool:
        """Tell whether anybody has been looked at lately."""
        return bool(self._desk.recent.people)

    def recent_people(self) -> Sequence[Findable]:
        """Return the last people, newest first, as far as their names are known."""
        return self._recent_people(self._ways.person)

    def know_people(self) -> None:
        """Fetch the people, unless they are known and have not changed."""
        if not self._fresh:
            fetched_before = self._people is not None
            people = self._desk.people
            self._tasks.read(lambda: people(fetched_before), self, self._take, self._do_without)

    def _take(self, people: Sequence[Person]) -> None:
        self._people, self._fresh = people, True
        veil().learn("people", [who.name for who in people])
        self._findable = [self._found(who) for who in people]
        self._by_id = dict(zip((who.id for who in people), self._findable, strict=True))
        if self.palette.isVisible():
            self.palette.look_again()
        self.people_known.emit()

    def _do_without(self, fault: Exception) -> None:
        if not is_known(fault):
            raise fault
        self._fresh = isinstance(fault, NotAllowed)

    # What is found

    def _everything(self, others: Sequence[Findable], typed: str) -> Sequence[Findable]:
        if not typed:
            return [*self._recent_people(self._ways.person), *others]
        hits = find([*self._findable, *others], typed)
        people = [hit for hit in hits if hit.kind is Kind.PERSON]
        if hits and hits[0] in people and len(people) <= _FEW:
            place = len(people)
            hits = [*hits[:place], *self._deeds(hits[0].about), *hits[place:]]
        return _once(hits)

    def _people_for(self, answer: WithPerson, typed: str) -> Sequence[Findable]:
        if not typed:
            return self._recent_people(answer)
        return [_answering(hit, answer) for hit in find(self._findable, typed)]

    def _recent_people(self, answer: WithPerson) -> list[Findable]:
        recent = [self._by_id.get(who) for who in self._desk.recent.people]
        return [_answering(one, answer) for one in recent if one is not None]

    def _found(self, who: Person) -> Findable:
        go = partial(self._ways.person, who.id)
        return Findable(Kind.PERSON, who.name, who.detail, "", go, who.sought, who.id)

    def _deeds(self, inmate_id: UUID | None) -> list[Findable]:
        person = self._by_id.get(inmate_id) if inmate_id is not None else None
        if person is None or person.about is None:
            return []
        ways, who = self._ways, person.about
        deeds = (
            (_("Ny samtale med {0}"), "new_conversation", ways.conversation),
            (_("Åpne planen til {0}"), "open_plan", ways.plan),
            (_("Skriv ut planen til {0}"), "print", ways.paper),
        )
        return [
            Findable(
                Kind.DEED,
                text.format(person.text),
                person.detail,
                _key(entry_of(action_id).keys),
                partial(act, who),
            )
            for text, action_id, act in deeds
        ]

    def _pages(self) -> list[Findable]:
        pages = {
            entry.id.removeprefix(_PAGE): Findable(
                Kind.PAGE, _(entry.text), "", _key(entry.keys), self._actions[entry.id].trigger
            )
            for entry in self._actions.possible()
            if entry.id.startswith(_PAGE)
        }
        recent = [pages.pop(page) for page in self._desk.recent.pages if page in pages]
        return [*recent, *pages.values()]

    def _others(self) -> list[Findable]:
        return [
            Findable(
                Kind.ACTION, _(entry.text), "", _key(entry.keys), self._actions[entry.id].trigger
            )
            for entry in self._actions.possible()
            if entry.id != "palette" and not entry.id.startswith(_PAGE)
        ]


def _key(keys: Sequence[str]) -> str:
    return key_text(keys[0]) if keys else ""


def _answering(hit: Findable, answer: WithPerson) -> Findable:
    """Return a person who is found, for another answer than opening."""
    assert hit.about is not None
    go = partial(answer, hit.about)
    return Findable(hit.kind, hit.text, hit.detail, hit.key, go, hit.sought, hit.about)


def _once(hits: Iterable[Findable]) -> list[Findable]:
    seen: dict[tuple[str, str], Findable] = {}
    for hit in hits:
        seen.setdefault((hit.text, hit.detail), hit)
    return list(seen.values())
