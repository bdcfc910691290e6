"""The page `Innsatt`: one person, with what the other screens know of him or her in tabs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.places import door_name
from app.domain.read_models import InmatePage
from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.actions.entries import entry_of
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Tasks
from app.ui.screens.inmates.banner import Banner
from app.ui.screens.inmates.presenter import TOPICS, PersonPresenter
from app.ui.screens.inmates.tabs import TabEntry, Tabs
from app.ui.widgets.buttons import MenuButton
from app.ui.widgets.failures import sentence
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.office import Office

PLAN_TAB = "plan"
_INSIDE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_PASSED_ON = (
    "header_changed",
    "inmate_asked",
    "plan_asked",
    "print_asked",
    "entry_asked",
    "conversation_asked",
    "correction_asked",
    "panel_asked",
    "message",
    "notice",
    "saved",
)


class InmatesPage(Page):
    """Shows one person at a time.

    Signals:
        find_asked: somebody is to be found (the palette).
        correct_asked: with the ``Inmate`` whose facts are to be corrected.
        place_asked, take_out_asked, contact_officer_asked: with the ``InmateLine`` of the person
            to put into a cell, to take out of it, or to choose a contact officer for.
    """

    find_asked = Signal()
    correct_asked = Signal(object)
    place_asked = Signal(object)
    take_out_asked = Signal(object)
    contact_officer_asked = Signal(object)

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        tabs: Iterable[TabEntry] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Innsatt"), parent)
        self._office = office
        self._may_write = office.may(Right.WRITE_INMATES)
        self._banner = Banner()
        self._change = MenuButton(_("Endre"))
        self._print_plan = QAction(_("Skriv ut planen"), self)
        self._print_plan.triggered.connect(self._ask_print)
        self._tabs = Tabs(self._change)
        self._state = StateView(self._lay_out())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._state)
        self._presenter = PersonPresenter(office, tasks, self, self)
        self._make_actions()
        self._tabs.made.connect(self._take_in)
        self._tabs.turned.connect(self.header_changed)
        for entry in tabs:
            self.add_tab(entry)
        self.show_nobody()

    def _lay_out(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, 0)
        layout.addWidget(self._tabs)
        return content

    def _make_actions(self) -> None:
        self._correct = QAction(_("Rett opplysninger"), self)
        self._place = QAction(_("Sett i celle"), self)
        self._take_out = QAction(_("Ta ut av celle"), self)
        self._officer = QAction(_("Sett kontaktbetjent"), self)
        self._correct.triggered.connect(self._ask_correct)
        for action, signal in (
            (self._place, self.place_asked),
            (self._take_out, self.take_out_asked),
            (self._officer, self.contact_officer_asked),
        ):
            action.triggered.connect(partial(self._ask_with_line, signal))
        for tab, by in (("next_tab", 1), ("previous_tab", -1)):
            keys = entry_of(tab).keys[0]
            QShortcut(QKeySequence(keys), self, partial(self._tabs.step, by), context=_INSIDE)

    # What the shell asks

    def add_tab(self, entry: TabEntry) -> None:
        """Add a tab; its page is made when it is first looked at."""
        self._tabs.add(entry)

    def show_inmate(self, inmate_id: UUID) -> None:
        """Show a person in the tab that is in front."""
        self._presenter.open(inmate_id)
        self._tabs.show_inmate(inmate_id)

    def show_tab(self, tab_id: str, inmate_id: UUID) -> None:
        """Show a person in a certain tab."""
        self._tabs.choose(tab_id)
        self.show_inmate(inmate_id)

    def show_plan(self, inmate_id: UUID) -> None:
        """Show a person's plan."""
        self.show_tab(PLAN_TAB, inmate_id)

    def show_record(self, record_id: UUID) -> None:
        """Show one record in the tab that is in front."""
        page = self._tabs.page
        if page is not None:
            page.show_record(record_id)

    @property
    def place(self) -> str:
        """Return the person's cell; `Innsatt` where there is none, or nobody is shown."""
        page = self._presenter.page
        return (door_name(page.line.cell) if page is not None else "") or _("Innsatt")

    def header_widgets(self) -> Sequence[QWidget]:
        """Return who it is, as soon as that has been read."""
        return (self._banner,) if self._presenter.page is not None else ()

    def print_actions(self) -> Sequence[QAction]:
        """Return printing the plan, and what the tab prints."""
        if self._presenter.page is None:
            return ()
        page = self._tabs.page
        return (self._print_plan, *(page.print_actions() if page is not None else ()))

    def topics(self) -> frozenset[Topic]:
        """Return what banner and tabs are made of."""
        return TOPICS | self._tabs.topics()

    def reload(self) -> None:
        """Read banner and tab again, quietly."""
        self._presenter.reload()
        self._tabs.reload()

    def first_focus(self) -> QWidget:
        """Return what the tab wants, or the one button there is."""
        page = self._tabs.page
        message = self._state.message
        if message is not None and message.button is not None:
            return message.button
        return page.first_focus() if page is not None else self._tabs.bar

    def focus_search(self) -> bool:
        """Go to the tab's search, if it has one."""
        page = self._tabs.page
        return page is not None and page.focus_search()

    def find_next(self) -> bool:
        """Go to the next hit of the tab's search."""
        page = self._tabs.page
        return page is not None and page.find_next()

    def current_inmate(self) -> UUID | None:
        """Return who is shown."""
        return self._presenter.inmate_id

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done with the person, and with what the tab shows."""
        page, tab = self._presenter.page, self._tabs.page
        answers: dict[str, Callable[[], object]] = {
            "next_tab": partial(self._tabs.step, 1),
            "previous_tab": partial(self._tabs.step, -1),
            **(tab.answers() if tab is not None else {}),
        }
        if page is None:
            return answers
        answers["open_plan"] = partial(self._tabs.choose, PLAN_TAB)
        answers["print_plan"] = self._ask_print
        if self._may_write:
            answers["correct_person"] = self._correct.trigger
            answers["place"] = self._place.trigger
            answers["contact_officer"] = self._officer.trigger
            if page.line.cell is not None:
                answers["take_out"] = self._take_out.trigger
        return answers

    def help(self) -> str:
        """Return where the guide tells of the tab in front."""
        page = self._tabs.page
        return page.help() if page is not None else "se-avdelingen.md"

    def makes_room_for_panel(self) -> bool:
        """Stay readable beside what is being written."""
        return True

    def escape(self) -> bool:
        """Close one thing in the tab."""
        page = self._tabs.page
        return page is not None and page.escape()

    # What the presenter asks

    def show_nobody(self) -> None:
        """Show that nobody is chosen."""
        self.set_title(_("Innsatt"))
        text = _("Skriv navn, celle eller nummer, eller velg noen på tavla.")
        act = Act(_("Finn person"), self.find_asked.emit)
        self._state.show_empty(_("Ingen valgt"), text, act)
        self.header_changed.emit()

    def show_loading(self) -> None:
        """Show that a person is on the way."""
        self.set_title(_("Innsatt"))
        self._state.show_loading()
        self.header_changed.emit()

    def show_person(self, page: InmatePage) -> None:
        """Show the banner, and what can be changed."""
        veil().learn("person", (page.line.name,))
        self._banner.show_line(page.line, self._office.thresholds, self._office.today())
        self._state.show_content()
        in_cell = page.line.cell is not None
        self._place.setText(_("Flytt til en annen celle") if in_cell else _("Sett i celle"))
        out = [self._take_out] if in_cell else []
        self._change.set_actions([self._correct, self._place, *out, self._officer])
        self._change.setVisible(self._may_write)
        self.set_title(page.line.name)
        self.header_changed.emit()

    def show_refused(self) -> None:
        """Show that this account may not see the person."""
        self._state.show_not_allowed()

    def show_missing(self) -> None:
        """Show that there is no such person."""
        act = Act(_("Finn person"), self.find_asked.emit)
        text = _("Personen finnes ikke lenger i databasen.")
        self._state.show_empty(_("Ingen å vise"), text, act)

    def show_failure(self, error: Exception) -> None:
        """Show what went wrong; a person who is there stays."""
        if self._presenter.page is None:
            self._state.show_failure(error, self.reload)
        else:
            self.notice.emit(Notice(sentence(error), _("Prøv igjen"), self.reload))

    # Inside the page

    def _take_in(self, page: Page) -> None:
        """Pass on what a tab's page wishes, as if it were this page's own."""
        for name in _PASSED_ON:
            getattr(page, name).connect(getattr(self, name))

    def _ask_print(self) -> None:
        if self._presenter.inmate_id is not None:
            self.print_asked.emit(self._presenter.inmate_id)

    def _ask_correct(self) -> None:
        if self._presenter.page is not None:
            self.correct_asked.emit(self._presenter.page.inmate)

    def _ask_with_line(self, signal: SignalInstance, _checked: object = None) -> None:
        if self._presenter.page is not None:
            signal.emit(self._presenter.page.line)
