"""The administration: for the local administrator, but for the page about the program."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.topics import Topic
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.about_tab import AboutTab
from app.ui.screens.administration.backup_tab import BackupTab
from app.ui.screens.administration.desk import AdministrationDesk, desk_for
from app.ui.screens.administration.import_tab import ImportTab
from app.ui.screens.administration.officers_tab import OfficersTab
from app.ui.screens.administration.past_imports_tab import PastImportsTab
from app.ui.screens.administration.thresholds_tab import ThresholdsTab
from app.ui.widgets.page import Notice, Page
from app.use_cases.office import Office


class AdministrationPage(Page):
    """Five tabs; Ctrl+Tab goes to the next.

    Signals:
        restored: a backup took the database's place; the officer must sign in anew.
    """

    restored = Signal()

    def __init__(
        self, office: Office, tasks: Tasks, desk: AdministrationDesk | None = None
    ) -> None:
        super().__init__(_("Oppsett"))
        known = desk or desk_for(office)
        self.importing = ImportTab(tasks, known)
        self.past = PastImportsTab(tasks, known)
        self.officers = OfficersTab(tasks, known)
        self.thresholds = ThresholdsTab(tasks, known)
        self.backups = BackupTab(tasks, known.officer, known.backups)
        self.about = AboutTab(known.place)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName(_("Deler av administrasjonen"))
        for widget, word in (
            (self.importing, _("Hent inn")),
            (self.past, _("Hentet inn før")),
            (self.officers, _("Brukere")),
            (self.thresholds, _("Grenser")),
            (self.backups, _("Sikkerhetskopi")),
            (self.about, _("Om programmet")),
        ):
            self.tabs.addTab(widget, word)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        layout.addWidget(self.tabs)
        if not known.officer.may(Right.IMPORT):
            self.importing.show_not_allowed()
        self._connect()

    def show_about(self) -> None:
        """Show which program this is."""
        self.tabs.setCurrentWidget(self.about)

    def show_backups(self) -> None:
        """Show when the last backup was made, and make another."""
        self.tabs.setCurrentWidget(self.backups)

    def show_import(self, file: Path | None = None) -> None:
        """Show where files are brought in, perhaps with one to look at."""
        self.tabs.setCurrentWidget(self.importing)
        if file is not None:
            self.importing.presenter.choose_file(file)

    def topics(self) -> frozenset[Topic]:
        """Follow accounts and thresholds, and what is brought in elsewhere."""
        return frozenset({Topic.OFFICERS, Topic.SETTINGS, Topic.PLACES, Topic.INMATES})

    def activate(self) -> None:
        """Fetch what may have changed."""
        self.reload()

    def reload(self) -> None:
        """Fetch accounts and thresholds anew; a chosen file and what is typed stay."""
        self.past.reload()
        self.officers.reload()
        self.thresholds.reload()
        self.backups.reload()

    def help(self) -> str:
        """Return where the guide tells of the part in front."""
        pages = {
            self.importing: "hente-inn-data.md",
            self.past: "hente-inn-data.md#angre",
            self.officers: "brukere.md",
        }
        return pages.get(self.tabs.currentWidget(), "brukere.md#grenser")

    def first_focus(self) -> QWidget:
        """Begin where a file is chosen, or at the tabs."""
        file = self.importing.file.button
        return file if file.isVisible() else self.tabs.tabBar()

    def _connect(self) -> None:
        self.backups.restored.connect(self.restored)
        for signal in (
            self.importing.brought_in,
            self.past.undone,
            self.officers.saved,
            self.thresholds.saved,
            self.backups.saved,
        ):
            signal.connect(self._tell)
        self.importing.brought_in.connect(self.past.reload)
        self.past.undone.connect(self.importing.presenter.look_again)

    def _tell(self, text: str) -> None:
        self.notice.emit(Notice(text))
        self.saved.emit()
