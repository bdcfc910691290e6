"""Pictures of every page from example data, light and dark: ``make screenshots``.

The real windows are driven as an officer would drive them, at a fixed moment, so that the
pictures change only when the program does. They are written to ``docs/screenshots``.
"""

import os
import shutil
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["MULIGHET_NOW"] = "2026-11-23T08:41:00+00:00"

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.cell_blocks import InmateLine
from app.foundation.clock import system_clock
from app.foundation.paths import places_for
from app.foundation.settings import Settings
from app.foundation.translation import SOURCE_LANGUAGE, choose_language
from app.startup.program import first_window
from app.ui.appearance.theme import Scheme, theme
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.example_prison import ExampleCreated, ExampleSize, create_example_prison
from app.use_cases.office import Office
from app.use_cases.sign_in import DatabasePlace, sign_in, sign_out
from tests.screenshots import shift
from tests.screenshots.camera import Camera

_SMALL = (900, 560)
_BACKUPS = Path("sikkerhetskopier")
_CONTRASTS = (Scheme.BLACK_ON_WHITE, Scheme.WHITE_ON_BLACK)


class Session:
    """Signs the same officer in again and again, with nothing left over from before."""

    def __init__(self, place: DatabasePlace, account: ExampleCreated, folder: Path) -> None:
        self.place = place
        self._account = account
        self._folder = folder
        self.office: Office | None = None

    def camera(self, scheme: Scheme, size: tuple[int, int] | None = None) -> Camera:
        account = self._account
        self.office = sign_in(self.place, account.user_name, account.password, system_clock)
        return Camera(self.office, self._folder, scheme, *([size] if size else []))

    def end(self, camera: Camera) -> None:
        camera.close()
        sign_out(camera.office)
        # A half-written text is offered back at the next sign-in: not in these pictures.
        shutil.rmtree(self.place.folders.drafts_folder)
        self.place.folders.make()


def _omar(office: Office) -> InmateLine:
    lines = cell_block_overview(office, "B").inmates
    return next(line for line in lines if line.name == "Hassan, Omar")


def _sign_in_window(place: DatabasePlace, folder: Path, scheme: Scheme) -> None:
    window = first_window(Settings(data_dir=place.folders.data))
    theme().choose_scheme(scheme)
    window.show()
    QTest.qWait(50)
    window.grab().save(str(folder / f"sign-in-{scheme.value}.png"))
    window.close()


def _take_all(session: Session, folder: Path, backups: Path) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        _sign_in_window(session.place, folder, scheme)
        camera = session.camera(scheme)
        shift.prepare_backups(camera, backups)
        omar = _omar(camera.office)
        for part in shift.SHIFT:
            part(camera, omar)
        shift.forget_backups(camera)
        session.end(camera)
        camera = session.camera(scheme, _SMALL)
        shift.states(camera)
        session.end(camera)
    for scheme in _CONTRASTS:
        camera = session.camera(scheme)
        shift.overview(camera, _omar(camera.office))
        session.end(camera)


def _take_in_other_languages(session: Session) -> None:
    for language, part in (("nn", shift.overview), ("en", shift.plan)):
        choose_language(language)
        camera = session.camera(Scheme.LIGHT)
        camera.ending = f"-{language}"
        part(camera, _omar(camera.office))
        session.end(camera)
    choose_language(SOURCE_LANGUAGE)


def main(folder: Path) -> int:
    """Write the pictures into a folder."""
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix="mulighet-"))
    place = DatabasePlace(places_for(own / "data"))
    account = create_example_prison(place, system_clock, ExampleSize())
    qInstallMessageHandler(lambda _kind, _context, _text: None)
    application = QApplication(["mulighet"])
    session = Session(place, account, folder)
    try:
        # Paths that a picture shows are told from here: the folder has another name each time.
        with chdir(own):
            _BACKUPS.mkdir()
            _take_all(session, folder, _BACKUPS)
            _take_in_other_languages(session)
    finally:
        shutil.rmtree(own)
    assert application is not None
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")))
