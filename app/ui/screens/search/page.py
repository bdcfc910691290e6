"""Search over everything: one field, five filters, and the newest hits first (Ctrl+5)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cell_choices import UnitChoice
from app.domain.search import SearchHit
from app.domain.topics import Topic
from app.foundation.translation import _, plural
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.background.tasks import Tasks
from app.ui.screens.search.filters import Filters
from app.ui.screens.search.presenter import SearchPresenter
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.hit_list import HitList
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.page import Page
from app.ui.widgets.scrolling import scrolling
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.office import Office

_LEAST_HEIGHT = 170


class SearchPage(Page):
    """Finds what was written in conversations and plans of the whole prison."""

    def __init__(self, office: Office, tasks: Tasks) -> None:
        super().__init__(_("Søk"))
        self.words = SearchBox(_("Søk i samtaler, planer og steg"))
        self.filters = Filters(office.today)
        self.count = SecondaryLabel("")
        self.clear_link = LinkButton(_("Nullstill filtrene"), self._clear_filters)
        self.more = LinkButton(_("Vis flere"), self._show_more)
        self.hits = HitList(_("Treff"))
        found = QWidget()
        self._found = StateView(found)
        self._lay_out(found)
        self.presenter = SearchPresenter(office, tasks, self, self)
        self.words.searched.connect(self._ask)
        self.words.returnPressed.connect(self.presenter.look)
        self.words.down_pressed.connect(self._go_to_hits)
        self.filters.changed.connect(self._ask)
        self.hits.entry_asked.connect(self.entry_asked)
        self.hits.inmate_asked.connect(self.inmate_asked)
        self.hits.plan_asked.connect(self.plan_asked)
        self.clear_link.hide()
        self.show_beginning()

    def activate(self) -> None:
        """Fetch units, and look anew for what was looked for."""
        self.presenter.begin()

    def reload(self) -> None:
        """Look again."""
        self.presenter.look()

    def topics(self) -> frozenset[Topic]:
        """Answer to nothing: a search is done when it is asked for, and each is logged."""
        return frozenset()

    def first_focus(self) -> QWidget:
        """Begin in the field."""
        return self.words

    def focus_search(self) -> bool:
        """Go to the field."""
        self.words.setFocus()
        self.words.selectAll()
        return True

    def find_next(self) -> bool:
        """Go to the next hit, from the last to the first."""
        shown = self._found.currentWidget() is self._found.content
        row = self.hits.focus_next() if shown and self.words.text() else None
        if row is not None:
            self._area.ensureWidgetVisible(row)
        return row is not None

    def help(self) -> str:
        """Return where the guide tells of searching."""
        return "soke.md"

    def escape(self) -> bool:
        """Empty the field, then the filters; return False when there is nothing to empty."""
        if self.words.text():
            self.words.clear()
        elif self.filters.are_set:
            self.filters.clear()
        else:
            return False
        self.words.setFocus()
        return True

    # What the presenter asks.

    def offer_units(self, units: tuple[UnitChoice, ...]) -> None:
        """Offer the units there are."""
        self.filters.offer_units(units)

    def show_beginning(self) -> None:
        """Say what can be looked for."""
        text = _(
            'Skriv ett eller flere ord. Alle må finnes. "Ord i anførselstegn" finnes bare samlet. '
            "Søknad finner også permisjonssøknad."
        )
        self._found.show_empty(_("Hva leter du etter?"), text)

    def show_loading(self) -> None:
        """Say that the answer is on its way, if it is slow."""
        if self._found.currentWidget() is not self._found.content:
            self._found.show_loading()

    def show_hits(self, hits: tuple[SearchHit, ...], *, more: bool) -> None:
        """Show what was found, newest first."""
        text = plural("{n} treff", "{n} treff", len(hits))
        if more:
            text = _("De {0} nyeste treffene").format(len(hits))
        self.count.setText(text)
        self.more.setVisible(more)
        self.hits.show_hits(hits)
        self._found.show_content()
        announce(self, text)

    def show_no_hit(self) -> None:
        """Say that nothing was found, and offer to filter less."""
        act = Act(_("Nullstill filtrene"), self._clear_filters) if self.filters.are_set else None
        text = _("Prøv færre eller kortere ord. Æ, ø og å må skrives riktig.")
        self._found.show_empty(_("Ingen treff"), text, act)
        announce(self, _("Ingen treff"))

    def show_not_allowed(self) -> None:
        """Say that the account may not search."""
        self._found.show_not_allowed()

    def show_failure(self, fault: Exception) -> None:
        """Say what went wrong."""
        self._found.show_failure(fault, self.presenter.look)

    def _clear_filters(self) -> None:
        self.filters.clear()
        self.words.setFocus()

    def _ask(self) -> None:
        self.clear_link.setVisible(self.filters.are_set)
        self.presenter.want(self.filters.search(self.words.text().strip()))

    def _go_to_hits(self) -> None:
        if self.hits.focus_first():
            self._area.ensureWidgetVisible(self.hits.rows[0])

    def _show_more(self) -> None:
        self._go_to_hits()
        self.presenter.want_more()

    def _lay_out(self, found: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.count)
        head.addWidget(self.more)
        head.addWidget(self.clear_link)
        head.addStretch()
        below = QVBoxLayout(found)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GAP)
        below.addLayout(head)
        below.addWidget(self.hits, 1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.words)
        layout.addWidget(self.filters)
        layout.addWidget(self._found, 1)
        # At a large zoom filters and hits have no room below each other: then all of it scrolls.
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(content)
        around.addWidget(self._area)
        self._fit()
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self._found.setMinimumHeight(theme().px(_LEAST_HEIGHT))
