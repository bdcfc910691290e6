"""The pages that are built, and how they lead to each other. Screens do not know each other."""

from functools import partial
from typing import cast
from uuid import UUID

from PySide6.QtCore import QTimer

from app.documents.fonts import fonts_problem
from app.domain.cell_blocks import InmateLine
from app.domain.drafts import Draft, DraftFeature
from app.domain.errors import ErrorCode
from app.domain.inmates import Inmate
from app.foundation.settings import Settings
from app.foundation.translation import _
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.page import AdministrationPage
from app.ui.screens.cell_blocks.board_ahead import BoardAhead
from app.ui.screens.cell_blocks.screen import CellBlocksPage
from app.ui.screens.conversations.desk import ConversationDesk
from app.ui.screens.conversations.drafts_banner import DraftsBanner
from app.ui.screens.conversations.log import ConversationLog
from app.ui.screens.documents.defaults import PaperDefaults
from app.ui.screens.documents.page import DocumentsPage
from app.ui.screens.documents.unit_plans_page import UnitPlansPage
from app.ui.screens.inmates.change_panels import CellPanel, ContactOfficerPanel, TakeOutPanel
from app.ui.screens.inmates.form import InmateForm
from app.ui.screens.inmates.screen import InmatesPage
from app.ui.screens.inmates.tabs import TabEntry
from app.ui.screens.plans.screen import PlanTab
from app.ui.screens.search.page import SearchPage
from app.ui.screens.settings.desk import desk_for
from app.ui.screens.settings.page import SettingsPage
from app.ui.shell.backup_watch import BackupWatch, backup_work_for
from app.ui.shell.history import Stop
from app.ui.shell.page_book import PageBook, PageEntry
from app.ui.shell.standing import ClockWatch, StandingWarning
from app.ui.shell.window import MainWindow
from app.ui.widgets.failures import with_code
from app.ui.widgets.page import Notice, Page
from app.ui.widgets.side_panel import PanelContent
from app.use_cases.office import Office
from app.use_cases.upkeep import clock_skew

# The first page comes first.
_AFTER_FIRST_PAGE_MS = 250


def make_book(
    office: Office,
    tasks: Tasks,
    settings: Settings | None = None,
    ahead: BoardAhead | None = None,
) -> PageBook:
    """Return the pages of this version. A page that comes later keeps its number free."""
    tabs = (
        TabEntry(
            "conversations",
            _("Samtaler"),
            partial(ConversationLog, office, tasks),
            lambda page, inmate_id: cast("ConversationLog", page).show_inmate(inmate_id),
        ),
        TabEntry(
            "plan",
            _("Plan"),
            partial(PlanTab, office, tasks),
            lambda page, inmate_id: cast("PlanTab", page).show_inmate(inmate_id),
        ),
    )
    entries = (
        PageEntry(
            "cell_blocks",
            _("Celleblokk"),
            "cell-block",
            "Ctrl+2",
            partial(CellBlocksPage, office, tasks, ahead=ahead),
            help="se-avdelingen.md",
        ),
        PageEntry(
            "inmate",
            _("Innsatt"),
            "inmate",
            "Ctrl+3",
            partial(InmatesPage, office, tasks, tabs),
            _show_person,
            help="se-avdelingen.md",
        ),
        PageEntry(
            "search",
            _("Søk"),
            "search",
            "Ctrl+5",
            partial(SearchPage, office, tasks),
            help="soke.md",
        ),
        PageEntry(
            "documents",
            _("Skriv ut"),
            "print",
            "",
            partial(DocumentsPage, office, tasks, defaults=PaperDefaults(settings or Settings())),
            _show_paper,
            help="skrive-ut.md",
        ),
        PageEntry(
            "unit_plans",
            _("Skriv ut alle planene"),
            "print",
            "",
            partial(UnitPlansPage, office, tasks, defaults=PaperDefaults(settings or Settings())),
            _show_unit_plans,
            help="skrive-ut.md",
        ),
        PageEntry(
            "administration",
            _("Oppsett"),
            "administration",
            "Ctrl+7",
            partial(AdministrationPage, office, tasks),
            _show_part,
            help="hente-inn-data.md",
        ),
        PageEntry(
            "settings",
            _("Innstillinger"),
            "settings",
            "Ctrl+,",
            lambda: SettingsPage(tasks, desk_for(office, settings or Settings())),
            help="innstillinger.md",
        ),
    )
    return PageBook(entries, ConversationDesk(office, tasks))


def _show_person(page: Page, stop: Stop) -> None:
    inmates = cast("InmatesPage", page)
    if not isinstance(stop.subject, UUID):
        return
    if stop.part:
        inmates.show_tab(stop.part, stop.subject)
    else:
        inmates.show_inmate(stop.subject)
    if stop.record is not None:
        inmates.show_record(stop.record)


def _show_paper(page: Page, stop: Stop) -> None:
    documents = cast("DocumentsPage", page)
    if isinstance(stop.subject, UUID) and stop.items:
        documents.show_conversations(stop.subject, stop.items)
    elif isinstance(stop.subject, UUID):
        documents.show_plan_paper(stop.subject)
    elif isinstance(stop.subject, str):
        documents.show_unit_list(stop.subject, people=stop.items)


def _show_unit_plans(page: Page, stop: Stop) -> None:
    cast("UnitPlansPage", page).show_unit(str(stop.subject or "") or None)


def _show_part(page: Page, stop: Stop) -> None:
    administration = cast("AdministrationPage", page)
    if stop.subject == "about":
        administration.show_about()
    elif stop.subject == "import":
        administration.show_import()
    elif stop.subject == "backups":
        administration.show_backups()


class Wishes:
    """Leads from page to page by the wishes that only one of them has."""

    def __init__(self, window: MainWindow, office: Office, tasks: Tasks) -> None:
        self._window = window
        self._office = office
        self._tasks = tasks

    def attend(self, page: Page) -> None:
        """Listen to a page that has just been made."""
        if isinstance(page, CellBlocksPage):
            page.unit_list_asked.connect(self._print_unit_list)
            page.unit_plans_asked.connect(self._print_unit_plans)
            page.import_asked.connect(self._bring_in)
            page.add_asked.connect(self._add)
        if isinstance(page, AdministrationPage):
            page.restored.connect(self._window.sign_out_asked)
        if isinstance(page, InmatesPage):
            page.find_asked.connect(self._find)
            page.correct_asked.connect(self._correct)
        if isinstance(page, CellBlocksPage | InmatesPage):
            page.place_asked.connect(self._place)
            page.take_out_asked.connect(self._take_out)
            page.contact_officer_asked.connect(self._choose_officer)

    def _print_unit_list(self, unit: str, people: tuple[UUID, ...]) -> None:
        self._window.navigator.go(Stop("documents", unit, items=people))

    def _print_unit_plans(self, unit: str) -> None:
        self._window.navigator.go(Stop("unit_plans", unit))

    def _bring_in(self) -> None:
        self._window.navigator.go(Stop("administration", "import"))

    def _find(self) -> None:
        self._window.search.ask_who(_("Hvem vil du åpne?"), self._window.show_inmate)

    def _add(self) -> None:
        self._open(InmateForm(self._office, self._tasks), _("Ny innsatt"))

    def _correct(self, inmate: Inmate) -> None:
        self._open(InmateForm(self._office, self._tasks, inmate), _("Rett opplysninger"))

    def _place(self, line: InmateLine) -> None:
        self._open(CellPanel(self._office, self._tasks, line), _("Sett i celle"))

    def _take_out(self, line: InmateLine) -> None:
        self._open(TakeOutPanel(self._office, self._tasks, line), _("Ta ut av celle"))

    def _choose_officer(self, line: InmateLine) -> None:
        self._open(ContactOfficerPanel(self._office, self._tasks, line), _("Sett kontaktbetjent"))

    def _open(self, panel: PanelContent, title: str) -> None:
        self._window.open_panel(panel, title)


def connect_pages(book: PageBook, window: MainWindow, office: Office, tasks: Tasks) -> None:
    """Lead from page to page, and keep what is being written when the window locks or closes."""
    wishes = Wishes(window, office, tasks)
    book.attend(wishes.attend)
    for leaving in (window.locking.locking, window.closed):
        leaving.connect(partial(_keep_plans, window))
    _watch_backups(window, office, tasks)
    _warn(window, office, tasks)
    desk = book.writing
    if not isinstance(desk, ConversationDesk):
        return
    desk.setParent(window)
    desk.panel_asked.connect(window.open_panel)
    desk.saved.connect(window.watch.poke)
    desk.notice.connect(window.show_notice)
    desk.next_asked.connect(partial(_write_about_next, window, book))
    window.locking.locking.connect(desk.flush)
    window.closed.connect(desk.flush)


def _watch_backups(window: MainWindow, office: Office, tasks: Tasks) -> None:
    watch = BackupWatch(tasks, backup_work_for(office), window)
    watch.told.connect(window.frame.status.show_backup)
    window.frame.status.backup_asked.connect(
        lambda: window.navigator.go(Stop("administration", "backups"))
    )
    window.closed.connect(watch.stop)
    watch.start()


def _warn(window: MainWindow, office: Office, tasks: Tasks) -> None:
    fonts, clock = StandingWarning(), StandingWarning()
    for warning in (fonts, clock):
        window.frame.put_above(warning)
    problem = fonts_problem()
    fonts.say(with_code(problem, ErrorCode.FONTS_MISSING) if problem else "")
    watch = ClockWatch(tasks, partial(clock_skew, office), clock)
    first = QTimer(watch, singleShot=True, interval=_AFTER_FIRST_PAGE_MS)
    first.timeout.connect(watch.start)
    first.start()
    window.closed.connect(first.stop)
    window.closed.connect(watch.stop)


def _keep_plans(window: MainWindow) -> None:
    for tab in window.findChildren(PlanTab):
        tab.flush()


def offer_drafts(book: PageBook, window: MainWindow, office: Office, tasks: Tasks) -> None:
    """Offer back what was being written when the program ended."""
    desk = book.writing
    if not isinstance(desk, ConversationDesk):
        return
    banner = DraftsBanner(office, tasks)

    def go_on(draft: Draft) -> None:
        if draft.feature is DraftFeature.PLAN:
            window.show_plan(draft.subject_id)
        elif draft.feature is DraftFeature.INMATE and draft.base_version == 0:
            window.open_panel(InmateForm(office, tasks), _("Ny innsatt"))
        elif draft.feature is DraftFeature.INMATE:
            window.show_inmate(draft.subject_id)
        else:
            window.open_panel(desk.resumed(draft), _("Fortsett kladden"))

    window.frame.put_above(banner)
    banner.continue_asked.connect(go_on)
    banner.notice.connect(window.show_notice)
    desk.saved.connect(banner.recheck)
    banner.look()


def _write_about_next(window: MainWindow, book: PageBook, inmate_id: UUID) -> None:
    """Go on with whoever comes next among those the overview shows."""
    for page in book.made():
        if isinstance(page, CellBlocksPage):
            following = page.go_to_next(inmate_id)
            if following is not None:
                window.write_conversation(following)
                return
    window.show_notice(Notice(_("Det er ingen flere på listen.")))
