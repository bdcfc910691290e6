"""Pictures of every page from example data, light and dark: ``make screenshots``.

The real windows are driven as an officer would drive them, at a fixed moment, so that the
pictures change only when the program does. They are written to ``docs/screenshots``.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["MULIGHET_NOW"] = "2026-11-23T08:41:00+00:00"

from PySide6.QtCore import QDeadlineTimer, QEventLoop, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.cell_blocks import InmateLine
from app.foundation.clock import system_clock
from app.foundation.paths import places_for
from app.ui.appearance.theme import Scheme, theme
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.page import AdministrationPage
from app.ui.screens.cell_blocks.filters import Chip
from app.ui.screens.sign_in.form import SignInForm
from app.ui.screens.sign_in.window import SignInWindow
from app.ui.shell.history import Stop
from app.ui.shell.opening import open_window
from app.ui.shell.window import MainWindow
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.example_prison import ExampleSize, create_example_prison
from app.use_cases.office import Office
from app.use_cases.sign_in import DatabasePlace, sign_in, sign_out

ROLL = Path(__file__).resolve().parents[1] / "data" / "roll" / "roll_75.csv"
TEXT = (
    "Fikk ja fra NAV om gjeldsrådgiver. Gleder seg til sveisekurset, men er redd for å ikke "
    "forstå teorien på norsk.\n> Omar: levere søknaden fredag\n"
    "> Kari: spørre skolen om arabisk ordliste innen 27.11."
)
_SIZE = (1366, 768)
_PATIENCE_MILLISECONDS = 15_000
_QUIET_ROUNDS = 12


def wait_for(tasks: Tasks) -> None:
    """Let the window fetch and draw until nothing happens any more."""
    deadline = QDeadlineTimer(_PATIENCE_MILLISECONDS)
    quiet = 0
    while quiet < _QUIET_ROUNDS and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QTest.qWait(20)
        quiet = 0 if tasks.running else quiet + 1


class Photographer:
    """Walks through the program and keeps a picture of each page."""

    def __init__(self, office: Office, folder: Path, scheme: Scheme) -> None:
        self.office = office
        self.folder = folder
        self.scheme = scheme
        self.tasks = Tasks()
        self.window: MainWindow = open_window(office, self.tasks)
        theme().choose_scheme(scheme)
        self.window.resize(*_SIZE)
        self.settle()

    def settle(self) -> None:
        wait_for(self.tasks)

    def keep(self, name: str, widget: QWidget | None = None) -> None:
        self.settle()
        file = self.folder / f"{name}-{self.scheme.value}.png"
        (widget or self.window).grab().save(str(file))
        sys.stdout.write(f"{file}\n")

    def press(self, *keys: str) -> None:
        for key in keys:
            QTest.keySequence(QApplication.focusWidget() or self.window, key)
            self.settle()

    def walk(self, omar: InmateLine) -> None:
        """Visit every page in the order of a shift."""
        for stop in _STOPS:
            stop(self, omar)

    def close(self) -> None:
        self.window.close()
        self.tasks.close()


def _overview(camera: Photographer, omar: InmateLine) -> None:
    camera.window.navigator.go(Stop("cell_blocks"))
    camera.settle()
    page = camera.window.frame.page
    assert page is not None
    page._presenter.choose(omar.id)
    camera.keep("overview")
    page._presenter.toggle(Chip.NOT_TALKED_TO)
    camera.keep("overview-chip")
    page._presenter.toggle(Chip.NOT_TALKED_TO)
    page.show_view(1)
    camera.keep("table")
    page.show_view(0)


def _inmate(camera: Photographer, omar: InmateLine) -> None:
    camera.window.show_inmate(omar.id)
    camera.keep("log")
    camera.window.write_conversation(omar.id)
    camera.settle()
    box = camera.window.frame.panel.content.first_focus()
    box.insertPlainText(TEXT)
    camera.keep("conversation")
    camera.press("Esc")


def _plan(camera: Photographer, omar: InmateLine) -> None:
    camera.window.show_plan(omar.id)
    camera.keep("plan")


def _paper(camera: Photographer, omar: InmateLine) -> None:
    camera.window.print_plan(omar.id)
    camera.keep("paper")


def _administration(camera: Photographer, _omar: InmateLine) -> None:
    camera.window.navigator.go(Stop("administration"))
    page = camera.window.frame.page
    assert isinstance(page, AdministrationPage)
    page.show_import(ROLL)
    camera.keep("import")


def _palette(camera: Photographer, _omar: InmateLine) -> None:
    camera.press("Ctrl+K")
    for letter in "hassan":
        QTest.keyClick(QApplication.focusWidget(), letter)
    camera.keep("palette")
    camera.press("Esc")


def _lock(camera: Photographer, _omar: InmateLine) -> None:
    camera.window.locking.lock()
    camera.keep("lock")


_STOPS: tuple[Callable[[Photographer, InmateLine], None], ...] = (
    _overview,
    _inmate,
    _plan,
    _paper,
    _administration,
    _palette,
    _lock,
)


def _first_window(folder: Path, scheme: Scheme) -> None:
    window, form = SignInWindow(), SignInForm()
    theme().choose_scheme(scheme)
    window.show_page(form, form.first_field())
    window.show()
    QTest.qWait(50)
    window.grab().save(str(folder / f"sign-in-{scheme.value}.png"))
    window.close()


def main(folder: Path) -> int:
    """Write the pictures into a folder."""
    data = Path("build/screenshots")
    shutil.rmtree(data, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    place = DatabasePlace(places_for(data))
    account = create_example_prison(place, system_clock, ExampleSize())
    qInstallMessageHandler(lambda _kind, _context, _text: None)
    application = QApplication(["mulighet"])
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        _first_window(folder, scheme)
        office = sign_in(place, account.user_name, account.password, system_clock)
        omar = next(
            line for line in cell_block_overview(office, "B").inmates if line.name == "Hassan, Omar"
        )
        camera = Photographer(office, folder, scheme)
        camera.walk(omar)
        camera.close()
        sign_out(office)
        # A half-written text is offered back at the next sign-in: not in these pictures.
        shutil.rmtree(place.folders.drafts_folder)
        place.folders.make()
    assert application is not None
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")))
