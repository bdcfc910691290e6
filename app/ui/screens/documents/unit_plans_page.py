"""The page that prints or saves all plans of a unit as one job."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cell_choices import UnitChoice
from app.domain.topics import Topic
from app.foundation.translation import _, plural
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Tasks
from app.ui.screens.documents.defaults import PaperDefaults
from app.ui.screens.documents.people_list import PeopleList
from app.ui.screens.documents.save_dialog import ask_for_file, ask_for_folder
from app.ui.screens.documents.unit_plans import OfficeUnitPlans, UnitPeople, UnitPlans
from app.ui.screens.documents.unit_plans_panel import UnitPlansPanel
from app.ui.screens.documents.unit_plans_presenter import UnitPlansPresenter
from app.ui.widgets.announce import announce
from app.ui.widgets.labels import HeadingLabel, SecondaryLabel
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.questions import ask_yes
from app.ui.widgets.side_by_side import SideBySide
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.office import Office
from app.use_cases.plan_jobs import PrintOn, SaveTo
from app.use_cases.printing import PrintQueues

_CHOICES_WIDTH = 346
_LIST_WIDTH = 320


class UnitPlansPage(Page):
    """Shows whose plans will be printed, and how."""

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        plans: UnitPlans | None = None,
        defaults: PaperDefaults | None = None,
    ) -> None:
        super().__init__(_("Skriv ut alle planene"))
        self._defaults = defaults or PaperDefaults()
        self.panel = UnitPlansPanel()
        self.panel.form.choose(self._defaults.choices())
        self.people = PeopleList(_("Hvem planene gjelder"))
        self._count = HeadingLabel()
        self._without = SecondaryLabel("", wrap=True)
        self.presenter = UnitPlansPresenter(self, tasks, plans or OfficeUnitPlans(office), self)
        self.state = StateView(self._list())
        parts = SideBySide(self.panel, self.state, width=_CHOICES_WIDTH, room=_LIST_WIDTH)
        self._everything = StateView(parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.addWidget(self._everything)
        self._print_action = QAction(_("Skriv ut"), self)
        self._save_action = QAction(_("Lagre som PDF"), self)
        self._connect()
        self._everything.show_content()

    def show_unit(self, unit: str | None) -> None:
        """Show a unit; without one the officer's own."""
        self.presenter.open(unit)

    # What the shell asks

    def print_actions(self) -> Sequence[QAction]:
        """Offer what the page's own buttons do."""
        return (self._print_action, self._save_action)

    def topics(self) -> frozenset[Topic]:
        """Return what the list is made of."""
        return frozenset({Topic.INMATES, Topic.PLANS, Topic.PLACES})

    def reload(self) -> None:
        """Read the unit again, and look for printers."""
        self.presenter.refresh()
        self.presenter.look_for_printers()

    def first_focus(self) -> QWidget:
        """Begin with the unit."""
        return self.panel.units

    def print_now(self) -> None:
        """Print what is chosen, or say why not."""
        panel = self.panel
        if panel.printer_problem:
            announce(self, panel.printer_problem)
            panel.save_button.setFocus()
        elif not panel.chosen_printer:
            panel.show_problem(_("Velg en skriver."))
            panel.printer.setFocus()
        else:
            on = PrintOn(panel.chosen_printer, panel.number.value(), panel.combined)
            self.presenter.print_all(panel.choices, on)

    def save(self) -> None:
        """Ask where to, and write the files."""
        if self.presenter.is_busy:
            return
        if self.panel.combined:
            suggested = _("framtidsplaner-{0}.pdf").format((self.presenter.unit or "").lower())
            file = ask_for_file(self, suggested)
            to = SaveTo(None, file)
        else:
            file = ask_for_folder(self)
            to = SaveTo(file)
        if file is not None:
            self.presenter.save(self.panel.choices, to)

    # What the presenter asks

    def show_loading(self) -> None:
        """Say that the unit is being read."""
        self._everything.show_content()
        self.state.show_loading()

    def show_units(self, units: Sequence[UnitChoice], chosen: str | None) -> None:
        """Offer the units."""
        self.panel.show_units(units, chosen)

    def show_people(self, people: UnitPeople) -> None:
        """Show whose plans it is about."""
        veil().learn("unit_plans", people.names)
        self.people.show_people(people.with_plan)
        count = len(people.with_plan)
        self._count.setText(plural("{n} plan", "{n} planer", count))
        without = plural(
            "{n} har ingen plan ennå: {{0}}", "{n} har ingen plan ennå: {{0}}", len(people.without)
        )
        self._without.setText(without.format("; ".join(who.text for who in people.without)))
        self._without.setVisible(bool(people.without))
        self.set_title(_("Planer, {0}").format(people.name))
        self.panel.allow(yes=bool(count))
        if count:
            self.state.show_content()
        else:
            self.state.show_empty(_("Ingen planer ennå"), _("Ingen på avdelingen har en plan."))

    def show_no_unit(self) -> None:
        """Say that there are no units."""
        act = Act(_("Se etter igjen"), lambda: self.presenter.open(None))
        text = _("Hent inn steder og rull først.")
        self._everything.show_empty(_("Ingen steder ennå"), text, act)

    def show_failure(self, fault: Exception) -> None:
        """Say why the unit cannot be read."""
        self.state.show_failure(fault, lambda: self.presenter.open(None))

    def show_not_allowed(self) -> None:
        """Say that the officer may not print."""
        self._everything.show_not_allowed()

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer these printers, or say why there are none."""
        self.panel.show_queues(self._defaults.among(queues))

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the job has come."""
        self.panel.show_progress(done, total)

    def show_rest(self) -> None:
        """Show the buttons again."""
        self.panel.show_rest()

    def show_problem(self, text: str) -> None:
        """Say what went wrong beside the buttons."""
        self.panel.show_problem(text)

    def ask_anyway(self, letters: str) -> bool:
        """Ask whether to print although these letters cannot be shown."""
        return ask_yes(
            self,
            _("Skrive ut likevel?"),
            _("Disse tegnene kan ikke skrives ut: {0}. På papiret står � i stedet.").format(
                " ".join(letters)
            ),
            _("Skriv ut likevel"),
            _("Ikke skriv ut"),
        )

    def ask_to_replace(self, file: Path) -> bool:
        """Ask whether files that are there are to be replaced."""
        return ask_yes(
            self,
            _("Erstatte filene?"),
            _("{0} finnes fra før. Ingenting er lagret ennå.").format(file.name),
            _("Erstatt filene"),
            _("Behold de gamle"),
        )

    # Inside the page

    def _list(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._count)
        layout.addWidget(self.people, 1)
        layout.addWidget(self._without)
        return content

    def _connect(self) -> None:
        panel = self.panel
        panel.unit_chosen.connect(self.presenter.choose_unit)
        panel.print_asked.connect(self.print_now)
        panel.save_asked.connect(self.save)
        panel.cancel_asked.connect(self.presenter.cancel)
        self._print_action.triggered.connect(lambda: self.print_now())  # noqa: PLW0108
        self._save_action.triggered.connect(lambda: self.save())  # noqa: PLW0108
        self.presenter.finished.connect(lambda text: self.notice.emit(Notice(text)))
