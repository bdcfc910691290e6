"""Side panels that change one thing: the cell, out of the cell, the contact officer."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cell_blocks import InmateLine
from app.domain.cell_choices import CellChoice
from app.domain.inmates import Inmate, Whereabouts
from app.domain.places import door_name
from app.domain.read_models import OfficerLine
from app.domain.words import word
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Tasks
from app.ui.screens.inmates.change_presenter import ChangePresenter
from app.ui.screens.inmates.choice_list import Choice, ChoiceList
from app.ui.screens.inmates.choices import cell_choices, officer_choices, whereabouts_choices
from app.ui.screens.inmates.panel_parts import NoticeFrame, PanelHead, SaveLine
from app.ui.widgets.chip import ChoiceChips
from app.ui.widgets.deeds import Deed
from app.ui.widgets.failures import sentence
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.page import Notice
from app.ui.widgets.side_panel import PanelContent
from app.use_cases.office import Office


class ChangePanel(PanelContent):
    """Head, one choice, one button. What differs is the choice and what is saved."""

    def __init__(
        self, office: Office, tasks: Tasks, line: InmateLine, title: str, verb: str
    ) -> None:
        super().__init__()
        self.title = title
        self.line = line
        self.presenter = ChangePresenter(office, tasks, self, line, self)
        self.warning = NoticeFrame("notice")
        self.failure = NoticeFrame("problems")
        self.now = SecondaryLabel(wrap=True)
        who = f"{line.name} · {line.prison_number}"
        self._head = PanelHead(title, who, self.close_asked.emit)
        self._save = SaveLine(verb, self.save, _("Esc lukker uten å lagre"))

    def lay_out(self, choice: QWidget, *, stretch: bool) -> None:
        """Put the choice between the head and the button."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._head)
        layout.addWidget(self.now)
        layout.addWidget(choice, 1 if stretch else 0)
        for widget in (self.warning, self.failure, self._save):
            layout.addWidget(widget)
        if not stretch:
            layout.addStretch(1)

    def save(self) -> None:
        """Save what is chosen; each panel says how."""
        raise NotImplementedError

    def told(self, inmate: Inmate) -> str:
        """Return the sentence that says what has been done."""
        raise NotImplementedError

    # What the presenter asks

    def show_cells(self, cells: Sequence[CellChoice]) -> None:
        """Offer the cells."""

    def show_officers(self, officers: Sequence[OfficerLine]) -> None:
        """Offer the contact officers."""

    def show_problem(self, message: str) -> None:
        """Say what must be put right."""
        self.failure.say(message)

    def show_conflict(self, theirs: Inmate) -> None:
        """Say what another officer has saved; pressing the button again saves this choice."""
        cell = door_name(theirs.place_path) or word(theirs.facts.whereabouts)
        officer = theirs.contact_officer_name or _("ingen")
        text = _(
            "En annen har lagret i mellomtiden: celle {cell}, kontaktbetjent {officer}. "
            "Trykk på knappen igjen hvis du fortsatt vil lagre ditt valg."
        )
        self.failure.say(text.format(cell=cell, officer=officer))

    def show_failure(self, error: Exception) -> None:
        """Say that nothing was saved and why."""
        self.failure.say(sentence(error))

    def show_saving(self, *, saving: bool) -> None:
        """Show that a save is on its way."""
        self._save.show_saving(saving=saving)

    def finish(self, inmate: Inmate, deed: Deed | None) -> None:
        """Close, and tell what was done, with what takes it back."""
        self.saved.emit()
        self.notice.emit(Notice(self.told(inmate), deed=deed))
        self.close_asked.emit()


class CellPanel(ChangePanel):
    """Puts a person into a cell, those with room first; a full one warns and does not hinder."""

    def __init__(self, office: Office, tasks: Tasks, line: InmateLine) -> None:
        moving = line.cell is not None
        title = _("Flytt til en annen celle") if moving else _("Sett i celle")
        super().__init__(office, tasks, line, title, title)
        self.choices = ChoiceList(_("Celle"), _("Filtrer celler"))
        if moving:
            self.now.setText(_("Nå i {cell}").format(cell=door_name(line.cell)))
        self.now.setVisible(moving)
        self.lay_out(self.choices, stretch=True)
        self.choices.chosen.connect(self._warn)
        self.choices.entered.connect(self.save)
        self.presenter.offer_cells()

    def first_focus(self) -> QWidget:
        """Return the field that filters."""
        return self.choices.field

    def show_cells(self, cells: Sequence[CellChoice]) -> None:
        """Offer every cell but the one the person is in."""
        others = [cell for cell in cells if cell.path != self.line.cell]
        self.choices.set_choices(cell_choices(others, self.line.unit))

    def _warn(self, choice: Choice) -> None:
        self.warning.say(choice.warning)

    def save(self) -> None:
        """Put the person into the chosen cell."""
        value = self.choices.value
        if isinstance(value, UUID):
            self.presenter.put_in(value)
        else:
            self.failure.say(_("Velg en celle fra listen."))

    def told(self, inmate: Inmate) -> str:
        """Return where the person is now."""
        return _("{name} er satt i {cell}.").format(
            name=inmate.facts.display_name, cell=door_name(inmate.place_path)
        )


class TakeOutPanel(ChangePanel):
    """Takes a person out of the cell, and says where he or she is instead."""

    def __init__(self, office: Office, tasks: Tasks, line: InmateLine) -> None:
        super().__init__(office, tasks, line, _("Ta ut av celle"), _("Ta ut av celle"))
        self.now.setText(_("Nå i {cell}. Hvor er den innsatte?").format(cell=door_name(line.cell)))
        self.choices = ChoiceChips(_("Hvor"), whereabouts_choices())
        self.choices.choose(Whereabouts.COURT)
        self.lay_out(self.choices, stretch=False)

    def first_focus(self) -> QWidget:
        """Return the first of the places."""
        return self.choices.chips()[0]

    def save(self) -> None:
        """Take the person out."""
        value = self.choices.value
        if isinstance(value, Whereabouts):
            self.presenter.take_out(value)

    def told(self, inmate: Inmate) -> str:
        """Return that the person is out of the cell."""
        return _("{name} er tatt ut av cella.").format(name=inmate.facts.display_name)


class ContactOfficerPanel(ChangePanel):
    """Chooses who follows a person up; oneself stands first."""

    def __init__(self, office: Office, tasks: Tasks, line: InmateLine) -> None:
        title = _("Sett kontaktbetjent")
        super().__init__(office, tasks, line, title, title)
        self._own_id = office.officer.id
        self.choices = ChoiceList(_("Kontaktbetjent"), _("Filtrer betjenter"))
        self.choices.choose(line.contact_officer_id)
        self.now.setText(_("Nå: {name}").format(name=line.contact_officer or _("ingen")))
        self.lay_out(self.choices, stretch=True)
        self.choices.entered.connect(self.save)
        self.presenter.offer_officers()

    def first_focus(self) -> QWidget:
        """Return the field that filters."""
        return self.choices.field

    def show_officers(self, officers: Sequence[OfficerLine]) -> None:
        """Offer the officers."""
        self.choices.set_choices(officer_choices(officers, self._own_id))

    def save(self) -> None:
        """Set the chosen officer, or nobody."""
        choice = self.choices.choice
        if choice is None:
            self.failure.say(_("Velg en betjent fra listen."))
            return
        value = choice.value
        self.presenter.appoint(value if isinstance(value, UUID) else None)

    def told(self, inmate: Inmate) -> str:
        """Return who follows up now."""
        name = inmate.facts.display_name
        if inmate.contact_officer_name is None:
            return _("{name} har ingen kontaktbetjent nå.").format(name=name)
        return _("{officer} er kontaktbetjent for {name}.").format(
            officer=inmate.contact_officer_name, name=name
        )
