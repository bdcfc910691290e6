"""The form that adds and corrects a person, in the side panel over any page."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cell_choices import CellChoice
from app.domain.errors import Problem
from app.domain.inmates import Inmate
from app.domain.read_models import OfficerLine
from app.foundation.dates import time_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP
from app.ui.background.tasks import Tasks
from app.ui.screens.inmates.conflict_view import ConflictView
from app.ui.screens.inmates.form_differences import Difference
from app.ui.screens.inmates.form_fields import FormFields
from app.ui.screens.inmates.form_presenter import FormPresenter
from app.ui.screens.inmates.form_values import FormValues, who_text
from app.ui.screens.inmates.panel_parts import NoticeFrame, PanelHead, SaveLine
from app.ui.widgets.deeds import Deed
from app.ui.widgets.failures import sentence
from app.ui.widgets.page import Notice
from app.ui.widgets.problem_bar import ProblemBar
from app.ui.widgets.side_panel import PanelContent
from app.use_cases.office import Office


class InmateForm(PanelContent):
    """Adds a person, or corrects one. Esc closes; what was typed is kept as a draft."""

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        inmate: Inmate | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_new = inmate is None
        self.title = _("Ny innsatt") if inmate is None else _("Rett opplysninger")
        who = who_text(inmate) if inmate else ""
        self._head = PanelHead(self.title, who, self.close_asked.emit)
        self._draft_notice = NoticeFrame("notice")
        self._failure = NoticeFrame("problems")
        self._conflict = ConflictView()
        self.fields = FormFields(office.today, office.officer, is_new=self._is_new)
        self._problems = ProblemBar()
        verb = _("Legg til innsatt") if inmate is None else _("Lagre opplysningene")
        self._save = SaveLine(verb, self._ask_save, _("Esc lukker – kladden beholdes"))
        self._lay_out()
        self._presenter = FormPresenter(office, tasks, self, inmate, self)
        self.fields.changed.connect(self._typed)
        self._conflict.keep_mine.connect(self._ask_save)
        self._conflict.take_theirs.connect(self._presenter.throw_draft_away)
        self._presenter.start()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._head)
        layout.addWidget(self._draft_notice)
        layout.addWidget(self._conflict)
        layout.addWidget(self.fields, 1)
        layout.addWidget(self._problems)
        layout.addWidget(self._failure)
        layout.addWidget(self._save)

    def first_focus(self) -> QWidget:
        """Return the family name."""
        return self.fields.widgets["family_name"]

    def closing(self) -> None:
        """Keep what is typed."""
        self._presenter.close()

    def _ask_save(self) -> None:
        self._failure.say("")
        self._presenter.save(self.fields.values)

    def _typed(self, field: str) -> None:
        self._problems.solve(field)
        self._presenter.typed(self.fields.values)

    # What the presenter asks

    def show_values(self, values: FormValues) -> None:
        """Fill the fields."""
        self._draft_notice.say("")
        self._conflict.hide()
        self.fields.set_values(values)

    def show_cells(self, cells: Sequence[CellChoice]) -> None:
        """Offer the cells."""
        self.fields.offer_cells(cells)

    def show_officers(self, officers: Sequence[OfficerLine]) -> None:
        """Offer the contact officers."""
        self.fields.offer_officers(officers)

    def show_draft(self, saved_at: datetime) -> None:
        """Say that a draft is shown."""
        text = _("Kladden fra {time} er hentet fram.").format(time=time_text(saved_at))
        self._draft_notice.say(text, _("Forkast kladden"), self._presenter.throw_draft_away)

    def tell_thrown_away(self, deed: Deed) -> None:
        """Say that the draft is gone, with what brings it back."""
        self.notice.emit(Notice(_("Kladden er forkastet."), deed=deed))

    def show_kept(self, moment: datetime) -> None:
        """Say when the draft was kept, where the eye is."""
        self._head.kept.setText(_("Kladd lagret {time}").format(time=time_text(moment)))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what must be put right."""
        self.fields.show_problems(problems)
        self._problems.show_problems(problems, self.fields.widgets)

    def show_conflict(self, differences: Sequence[Difference]) -> None:
        """Show both versions."""
        self._problems.clear()
        self._conflict.show_differences(differences)

    def show_failure(self, error: Exception) -> None:
        """Say that nothing was saved and why."""
        self._failure.say(sentence(error))

    def show_saving(self, *, saving: bool) -> None:
        """Show that a save is on its way."""
        self._save.show_saving(saving=saving)

    def finish(self, inmate: Inmate) -> None:
        """Close, and tell what happened."""
        name = inmate.facts.display_name
        text = _("{name} er lagt til.") if self._is_new else _("Opplysningene om {name} er lagret.")
        self.saved.emit()
        self.notice.emit(Notice(text.format(name=name)))
        if self._is_new:
            self.inmate_asked.emit(inmate.id)
        self.close_asked.emit()
