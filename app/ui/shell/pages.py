"""The pages that are built, and how they lead to each other. Screens do not know each other."""

from functools import partial
from typing import cast
from uuid import UUID

from app.foundation.translation import _
from app.ui.background.tasks import Tasks
from app.ui.screens.cell_blocks.screen import CellBlocksPage
from app.ui.screens.documents.page import DocumentsPage
from app.ui.shell.history import Stop
from app.ui.shell.page_book import PageBook, PageEntry
from app.ui.shell.window import MainWindow
from app.ui.widgets.page import Page
from app.use_cases.office import Office


def make_book(office: Office, tasks: Tasks) -> PageBook:
    """Return the pages of this version. A page that comes later keeps its number free."""
    return PageBook(
        (
            PageEntry(
                "cell_blocks",
                _("Celleblokk"),
                "cell-block",
                "Ctrl+2",
                partial(CellBlocksPage, office, tasks),
            ),
            PageEntry(
                "documents",
                _("Skriv ut"),
                "print",
                "",
                partial(DocumentsPage, office, tasks),
                _show_paper,
            ),
        ),
    )


def _show_paper(page: Page, stop: Stop) -> None:
    documents = cast("DocumentsPage", page)
    if isinstance(stop.subject, UUID):
        documents.show_plan_paper(stop.subject)
    elif isinstance(stop.subject, str):
        documents.show_unit_list(stop.subject)


def connect_pages(book: PageBook, window: MainWindow, office: Office, tasks: Tasks) -> None:
    """Lead from page to page by the wishes that only one of them has."""
