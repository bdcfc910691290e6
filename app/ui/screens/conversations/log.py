"""The tab `Samtaler`: one person's conversations and notes, newest first."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.read_models import ConversationLine
from app.domain.search import SearchHit
from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Tasks
from app.ui.screens.conversations.entry_list import EntryList
from app.ui.screens.conversations.log_presenter import LogPresenter
from app.ui.screens.conversations.log_texts import Shown
from app.ui.screens.conversations.print_selection import PrintSelection
from app.ui.widgets.announce import announce
from app.ui.widgets.chip import Chip, ChoiceChips
from app.ui.widgets.failures import sentence
from app.ui.widgets.hit_list import HitList
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.office import Office

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConversationLog(Page):
    """Shows one person's log. Nothing is edited in it: a correction is a new version."""

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(_("Samtaler"), parent)
        self._may_write = office.may(Right.WRITE_CONVERSATIONS)
        self._anew = True
        self._sought: UUID | None = None
        self.sorts = ChoiceChips(
            _("Vis"),
            (
                (Shown.ALL, _("Alle")),
                (Shown.CONVERSATIONS, _("Samtaler")),
                (Shown.NOTES, _("Notater")),
            ),
        )
        self.sorts.choose(Shown.ALL)
        self.count = SecondaryLabel(wrap=True)
        self.count.setAlignment(_RIGHT)
        self.search = SearchBox(_("Søk i samtalene"))
        self.in_unit = Chip(_("Søk i avdelingen"))
        self.entries = EntryList(may_correct=self._may_write)
        self._print = QAction(_("Skriv ut samtaler …"), self)
        self._print.triggered.connect(self._choose_what_to_print)
        self._office = office
        self.hits = HitList(_("Treff i avdelingen"))
        self._lists = QStackedWidget()
        self.state = StateView(self._lists)
        self._lay_out()
        self._presenter = LogPresenter(office, tasks, self, self)
        self._listen()

    def _lay_out(self) -> None:
        self._lists.addWidget(self.entries)
        self._lists.addWidget(self.hits)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self.sorts)
        first.addWidget(self.count, 1)
        second.setSpacing(GAP)
        second.addWidget(self.search, 1)
        second.addWidget(self.in_unit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.state, 1)

    def _listen(self) -> None:
        self.sorts.chosen.connect(self._filter)
        self.search.searched.connect(self._presenter.search)
        self.search.returnPressed.connect(self._presenter.look)
        self.search.down_pressed.connect(self._go_to_list)
        self.in_unit.toggled.connect(lambda on: self._presenter.search_in_unit(in_unit=on))
        self.entries.correct_asked.connect(self.correction_asked)
        self.entries.versions_asked.connect(self._presenter.read_versions)
        self.hits.entry_asked.connect(self.entry_asked)
        self.hits.inmate_asked.connect(self.inmate_asked)
        self.hits.plan_asked.connect(self.plan_asked)

    # What the shell asks

    def show_inmate(self, inmate_id: UUID) -> None:
        """Show a person's log."""
        self._anew = True
        self._sought = None
        self.search.clear()
        self.in_unit.setChecked(False)
        self._presenter.open(inmate_id)

    def show_record(self, record_id: UUID) -> None:
        """Bring an entry into view and focus, as soon as the log is there."""
        self._sought = record_id
        self._show_all()

    def print_actions(self) -> Sequence[QAction]:
        """Offer to choose conversations to print."""
        return (self._print,)

    def reload(self) -> None:
        """Read the same log again, quietly."""
        self._presenter.reload()

    def topics(self) -> frozenset[Topic]:
        """Return what the log is made of."""
        return frozenset({Topic.CONVERSATIONS})

    def current_inmate(self) -> UUID | None:
        """Return whose log it is."""
        return self._presenter.inmate_id

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done with the current entry."""
        card = self.entries.current_card()
        shown = self._lists.currentWidget() is self.entries
        answers = card.answers() if card is not None and shown else {}
        return {**answers, "print_conversations": self._choose_what_to_print}

    def help(self) -> str:
        """Return where the guide tells of conversations."""
        return "skrive-samtale.md"

    def first_focus(self) -> QWidget:
        """Return the current entry; while the log is on its way, the list it will be in."""
        message = self.state.message
        if message is not None and message.button is not None:
            return message.button
        return self.entries.current_card() or self.entries

    def focus_search(self) -> bool:
        """Go to the search."""
        self.search.setFocus()
        self.search.selectAll()
        return True

    def find_next(self) -> bool:
        """Go to the next entry that was found, or the next hit in the unit."""
        if not self.search.text() or self.state.currentWidget() is not self.state.content:
            return False
        if self._lists.currentWidget() is self.hits:
            return self.hits.focus_next() is not None
        return self.entries.focus_next()

    def escape(self) -> bool:
        """Empty the search; return False if it is empty."""
        if not self.search.text():
            return False
        self.search.clear()
        self._presenter.look()
        return True

    # What the presenter asks

    def show_loading(self) -> None:
        """Show that the log is on the way."""
        self.count.setText("")
        self.state.show_loading()

    def show_entries(self, lines: Sequence[ConversationLine], count: str) -> None:
        """Show these entries."""
        self.count.setText(count)
        self.entries.show_lines(lines, anew=self._anew)
        self._anew = False
        self._lists.setCurrentWidget(self.entries)
        self.state.show_content()
        if self._sought is not None:
            self.entries.go_to(self._sought)
            self._sought = None

    def show_nothing(self) -> None:
        """Say that nothing has been written yet."""
        self.count.setText("")
        if not self._may_write:
            self.state.show_empty(_("Ingen samtaler ennå"), "")
            return
        text = _("Trykk Ctrl+N for å skrive den første.")
        act = Act(
            _("Skriv en samtale"), lambda: self.conversation_asked.emit(self.current_inmate())
        )
        self.state.show_empty(_("Ingen samtaler ennå"), text, act)

    def show_no_hit(self) -> None:
        """Say that nothing was found."""
        self.count.setText("")
        text = _("Prøv et annet ord, eller vis alle.")
        self.state.show_empty(_("Ingen treff"), text, Act(_("Vis alle"), self._show_all))
        announce(self, _("Ingen treff"))

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show what was found in the unit."""
        text = _("{n} treff i avdelingen").format(n=len(hits))
        self.count.setText(text)
        self.hits.show_hits(hits)
        self._lists.setCurrentWidget(self.hits)
        self.state.show_content()
        announce(self, text)

    def show_versions(self, conversation_id: UUID, versions: Sequence[ConversationLine]) -> None:
        """Show the older versions below an entry."""
        card = self.entries.card_of(conversation_id)
        if card is not None:
            card.show_older(versions)

    def show_refused(self) -> None:
        """Say that this account may not see the log."""
        self.state.show_not_allowed()

    def show_failure(self, fault: Exception) -> None:
        """Say what went wrong; entries that are there stay."""
        if self._presenter.has_entries:
            self.notice.emit(Notice(sentence(fault), _("Prøv igjen"), self.reload))
        else:
            self.state.show_failure(fault, self.reload)

    # Inside the page

    def _filter(self, shown: object) -> None:
        if isinstance(shown, Shown):
            self._presenter.filter(shown)

    def _choose_what_to_print(self) -> None:
        lines, inmate_id = self._presenter.lines, self._presenter.inmate_id
        if inmate_id is None or not lines:
            self.notice.emit(Notice(_("Det er ingen samtaler å skrive ut ennå.")))
            return
        panel = PrintSelection(inmate_id, lines, self._office.today)
        self.panel_asked.emit(panel, _("Skriv ut samtaler"))

    def _show_all(self) -> None:
        self.search.clear()
        self.in_unit.setChecked(False)
        self.sorts.choose(Shown.ALL)
        self._presenter.filter(Shown.ALL)
        self._presenter.look()

    def _go_to_list(self) -> None:
        if self._lists.currentWidget() is self.hits:
            self.hits.focus_first()
        else:
            self.entries.focus_current()
