"""Every page in the order of a shift, and the states a page may be in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.database.failures import in_words
from app.domain.backups import BackupSchedule
from app.domain.cell_blocks import InmateLine
from app.domain.errors import DatabaseUnavailable
from app.startup.demonstration import write_roll
from app.ui.screens.administration.page import AdministrationPage
from app.ui.screens.cell_blocks.filters import Chip
from app.ui.screens.cell_blocks.screen import CellBlocksPage
from app.ui.screens.search.page import SearchPage
from app.ui.shell.manual_window import ManualWindow
from app.use_cases.backup_plan import back_up_into_folder, set_backup_schedule
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.office import Office
from tests.screenshots.camera import Camera

TEXT = (
    "Fikk ja fra NAV om gjeldsrådgiver. Gleder seg til sveisekurset, men er redd for å ikke "
    "forstå teorien på norsk.\n> Omar: levere søknaden fredag\n"
    "> Kari: spørre skolen om arabisk ordliste innen 27.11."
)
# Longer than a page waits before it says that it waits.
_UNTIL_IT_SAYS_SO_MS = 500


def overview(camera: Camera, omar: InmateLine) -> None:
    page = camera.go("cell_blocks")
    assert isinstance(page, CellBlocksPage)
    page._presenter.choose(omar.id)
    camera.keep("overview")


def overview_in_other_ways(camera: Camera, omar: InmateLine) -> None:
    page = camera.go("cell_blocks")
    assert isinstance(page, CellBlocksPage)
    page._presenter.choose(omar.id)
    page._presenter.toggle(Chip.NOT_TALKED_TO)
    camera.keep("overview-chip")
    page._presenter.toggle(Chip.NOT_TALKED_TO)
    page.show_view(1)
    camera.keep("table")
    page.show_view(0)


def conversations(camera: Camera, omar: InmateLine) -> None:
    camera.window.show_inmate(omar.id)
    camera.keep("log")
    camera.window.write_conversation(omar.id)
    camera.settle()
    camera.window.frame.panel.content.first_focus().insertPlainText(TEXT)
    camera.keep("conversation")
    camera.press("Esc")


def plan(camera: Camera, omar: InmateLine) -> None:
    camera.window.show_plan(omar.id)
    camera.keep("plan")


def paper(camera: Camera, omar: InmateLine) -> None:
    camera.window.print_plan(omar.id)
    camera.keep("paper")
    camera.go("unit_plans", "B")
    camera.keep("unit-plans")


def search(camera: Camera, _omar: InmateLine) -> None:
    page = camera.go("search")
    page.first_focus().setFocus()
    camera.type("bolig")
    QTest.qWait(_UNTIL_IT_SAYS_SO_MS)
    camera.keep("search")


def administration(camera: Camera, _omar: InmateLine) -> None:
    page = camera.go("administration")
    assert isinstance(page, AdministrationPage)
    page.show_import(tomorrows_roll(camera.office))
    camera.keep("import")
    page.show_backups()
    camera.keep("backups")


def tomorrows_roll(office: Office) -> Path:
    """Write a roll in which one has left, one has moved and one is new."""
    file = Path("innsattliste.csv")
    write_roll(cell_block_overview(office), file)
    return file


def settings(camera: Camera, _omar: InmateLine) -> None:
    camera.go("settings")
    camera.keep("settings")


def palette(camera: Camera, _omar: InmateLine) -> None:
    camera.go("cell_blocks")
    camera.press("Ctrl+K")
    camera.type("hassan")
    camera.keep("palette")
    camera.press("Esc")


def keys(camera: Camera, _omar: InmateLine) -> None:
    camera.press("Ctrl+/")
    camera.keep("keys")
    camera.press("Esc")


def manual(camera: Camera, _omar: InmateLine) -> None:
    camera.go("cell_blocks")
    camera.press("F1")
    windows = QApplication.topLevelWidgets()
    (guide,) = [window for window in windows if isinstance(window, ManualWindow)]
    camera.keep("manual", guide)
    guide.close()


def lock(camera: Camera, _omar: InmateLine) -> None:
    camera.window.locking.lock()
    camera.keep("lock")


SHIFT: tuple[Callable[[Camera, InmateLine], None], ...] = (
    overview,
    overview_in_other_ways,
    conversations,
    plan,
    paper,
    search,
    administration,
    settings,
    palette,
    keys,
    manual,
    lock,
)


def states(camera: Camera) -> None:
    """Loading, empty, failed and not allowed, on one sheet."""
    page = camera.go("search")
    assert isinstance(page, SearchPage)
    pictures: list[QPixmap] = []
    for show in (
        page.show_loading,
        page.show_no_hit,
        lambda: page.show_failure(_no_contact()),
        page.show_not_allowed,
    ):
        show()
        QTest.qWait(_UNTIL_IT_SAYS_SO_MS)
        pictures.append(camera.window.grab())
    camera.keep_sheet("states", pictures)


def _no_contact() -> Exception:
    """Return what a server that does not answer becomes."""
    try:
        with in_words():
            raise PoolTimeoutError
    except DatabaseUnavailable as fault:
        return fault


def prepare_backups(camera: Camera, folder: Path) -> None:
    """Let there be a plan for backups, and one that was made."""
    set_backup_schedule(camera.office, BackupSchedule(folder))
    back_up_into_folder(camera.office)


def forget_backups(camera: Camera) -> None:
    """Have no plan for backups: the pictures that follow are of other things."""
    set_backup_schedule(camera.office, BackupSchedule())
