"""The print page: Ctrl+P, look, Enter."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.foundation.clock import oslo_date
from app.foundation.dates import date_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.background.tasks import Tasks
from app.ui.screens.documents.choices_panel import EXPORT_KEYS, ChoicesPanel
from app.ui.screens.documents.defaults import PaperDefaults
from app.ui.screens.documents.page_pictures import PageSize
from app.ui.screens.documents.page_view import PageView
from app.ui.screens.documents.papers import (
    ConversationsOf,
    Finished,
    ListOf,
    OfficePapers,
    Papers,
    PlanOf,
    Subject,
)
from app.ui.screens.documents.presenter import PrintPresenter
from app.ui.screens.documents.save_dialog import ask_for_file
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import SecondaryLabel
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.questions import ask_yes
from app.ui.widgets.side_by_side import SideBySide
from app.ui.widgets.state_view import Act, StateView
from app.use_cases.office import Office
from app.use_cases.printing import PrintQueues

_CHOICES_WIDTH = 346
_DESK_WIDTH = 320
_ON_THIS_PAGE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class DocumentsPage(Page):
    """Shows one paper before it is printed or exported."""

    def __init__(
        self,
        office: Office,
        tasks: Tasks,
        papers: Papers | None = None,
        defaults: PaperDefaults | None = None,
    ) -> None:
        super().__init__(_("Skriv ut"))
        self._defaults = defaults or PaperDefaults()
        self._subject: Subject | None = None
        self.panel = ChoicesPanel()
        self.pages = PageView()
        self._where = SecondaryLabel("")
        self._size = SecondaryLabel("")
        self.presenter = PrintPresenter(self, tasks, papers or OfficePapers(office), self)
        self._preview = StateView(self._desk())
        parts = SideBySide(self.panel, self._preview, width=_CHOICES_WIDTH, room=_DESK_WIDTH)
        self._everything = StateView(parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.addWidget(self._everything)
        self._print_action = self._action(_("Skriv ut"), "", self.print_now)
        self._export_action = self._action(_("Lagre som PDF"), EXPORT_KEYS, self.export)
        self._connect()
        self._show_nothing()

    def show_plan_paper(self, inmate_id: UUID, name: str = "") -> None:
        """Show the paper of a person's plan, the inmate's copy first."""
        self._open(PlanOf(inmate_id, name))

    def show_unit_list(self, unit: str, name: str = "", people: tuple[UUID, ...] = ()) -> None:
        """Show the list of a unit, or of those of its people who were found."""
        self._open(ListOf(unit, name, people))

    def show_conversations(
        self, inmate_id: UUID, entries: tuple[UUID, ...], name: str = ""
    ) -> None:
        """Show some entries of a person's log as a paper, the inmate's copy first."""
        self._open(ConversationsOf(inmate_id, entries, name))

    def print_now(self) -> None:
        """Print what is chosen, or say why not."""
        problem = self.panel.printer_problem
        if problem:
            announce(self, problem)
            self.panel.export_button.setFocus()
        elif self.presenter.looking_for_printers:
            self.presenter.when_printers_are_known(self._print_if_still_here)
        elif not self.panel.chosen_printer:
            self.panel.show_problem(_("Velg en skriver."))
            self.panel.printer.setFocus()
        else:
            self.presenter.print_paper(self.panel.chosen_printer, self.panel.number.value())

    def export(self) -> None:
        """Ask for a file and write the paper there."""
        self.presenter.export()

    def print_actions(self) -> Sequence[QAction]:
        """Offer what the page's own buttons do."""
        return (self._print_action, self._export_action)

    def answers(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done with the paper."""
        if self._subject is None:
            return {}
        return {"export": self.export}

    def help(self) -> str:
        """Return where the guide tells of paper."""
        return "skrive-ut.md"

    def reload(self) -> None:
        """Look for a newer paper and for printers."""
        self.presenter.refresh()
        self.presenter.look_for_printers()

    def first_focus(self) -> QWidget:
        """Let Enter print."""
        return self.panel.print_button if self._subject is not None else self

    def current_inmate(self) -> UUID | None:
        """Return whose paper it is."""
        subject = self._subject
        return None if subject is None or isinstance(subject, ListOf) else subject.inmate_id

    # What the presenter needs.

    def show_loading(self) -> None:
        """Keep the choices where they are and clear the desk."""
        self.panel.show_reprint("")
        self.panel.show_lacking("")
        self._preview.show_loading()

    def show_paper(self, finished: Finished, sizes: tuple[PageSize, ...]) -> None:
        """Put the paper on the desk."""
        assert self._subject is not None
        self.panel.show_subject(self._subject, finished.name)
        self.set_title(finished.name)
        paper = finished.paper
        if paper.reprint:
            day = date_text(oslo_date(paper.frozen_at))
            text = _("Samme dokument som {0}: bytene er like.").format(day)
            self.panel.show_reprint(text)
        self.panel.show_lacking(paper.lacking)
        self.pages.show_pages(sizes)
        self._preview.show_content()

    def show_picture(self, number: int, scale: float, image: QImage) -> None:
        """Put the picture of a page where it belongs."""
        self.pages.show_picture(number, scale, image)

    def show_queues(self, queues: PrintQueues) -> None:
        """Offer these printers, or say why there are none."""
        self.panel.show_queues(self._defaults.among(queues))

    def show_busy(self, text: str) -> None:
        """Say what is under way."""
        self.panel.show_busy(text)

    def show_problem(self, text: str) -> None:
        """Say what went wrong beside the buttons."""
        self.panel.show_problem(text)

    def show_failure(self, fault: Exception) -> None:
        """Say why there is no paper, and offer to try again."""
        self._preview.show_failure(fault, self.presenter.refresh)

    def show_no_plan(self) -> None:
        """Say that there is no plan, and lead to where one is written."""
        if isinstance(self._subject, PlanOf):
            act = Act(_("Åpne planen"), self._ask_for_plan)
            text = _("Skriv et mål først. Så kan planen skrives ut.")
            self._everything.show_empty(_("Ingen plan ennå"), text, act)
        elif isinstance(self._subject, ConversationsOf):
            text = _("Velg dem på nytt i samtaleloggen.")
            self._everything.show_empty(_("Fant ikke samtalene"), text)
        else:
            self._everything.show_empty(_("Fant ikke avdelingen"), _("Den er ikke i bruk lenger."))

    def show_not_allowed(self) -> None:
        """Say that the account may not print."""
        self._everything.show_not_allowed()

    def ask_for_file(self, suggested: str) -> Path | None:
        """Ask where to write."""
        return ask_for_file(self, suggested)

    def ask_to_replace(self, file: Path) -> bool:
        """Ask whether a file is to be replaced."""
        return ask_yes(
            self,
            _("Erstatte filen?"),
            _("{0} finnes fra før og blir borte.").format(file.name),
            _("Erstatt filen"),
            _("Behold den gamle"),
        )

    def _open(self, subject: Subject) -> None:
        self._subject = subject
        choices = self._defaults.choices()
        self.panel.choose(choices)
        self.panel.show_subject(subject, subject.name)
        self.set_title(subject.name or _("Skriv ut"))
        self._everything.show_content()
        self.panel.number.setValue(1)
        self.presenter.look_for_printers()
        self.presenter.open(subject, choices)

    def _print_if_still_here(self) -> None:
        if self.isVisible():
            self.print_now()

    def _show_nothing(self) -> None:
        text = _("Velg en person og trykk Ctrl+P, eller skriv ut listen fra celleoversikten.")
        self._everything.show_empty(_("Ingenting å skrive ut"), text)

    def _ask_for_plan(self) -> None:
        if isinstance(self._subject, PlanOf):
            self.plan_asked.emit(self._subject.inmate_id)

    def _connect(self) -> None:
        self.panel.chosen.connect(lambda: self.presenter.choose(self.panel.choices))
        self.panel.print_asked.connect(self.print_now)
        self.panel.export_asked.connect(self.export)
        self.pages.picture_wanted.connect(self.presenter.draw)
        self.pages.moved.connect(self._show_place)
        self.presenter.finished.connect(lambda text: self.notice.emit(Notice(text)))

    def _desk(self) -> QWidget:
        desk = QFrame()
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.pages, 1)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self._where)
        bar.addStretch()
        bar.addWidget(Button("–", self.pages.zoom_out, name=_("Vis sidene mindre")))
        bar.addWidget(self._size)
        bar.addWidget(Button("+", self.pages.zoom_in, name=_("Vis sidene større")))
        bar.addWidget(Button(_("Hele siden"), lambda: self.pages.set_zoom(None)))
        column.addLayout(bar)
        return desk

    def _show_place(self) -> None:
        self._where.setText(self.pages.place_text())
        self._size.setText(_("{0} %").format(round(self.pages.zoom * 100)))

    def _action(self, text: str, keys: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(_ON_THIS_PAGE)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would hand `checked` over
        self.addAction(action)
        return action
