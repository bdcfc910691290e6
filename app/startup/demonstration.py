"""The main job on a machine without a display: `make run` comes here when it finds none.

Makes the example prison, brings in a newer roll, takes a picture of the overview, writes a
conversation and draws a plan, through the same use cases and screens as the program. Run as
``python -m app.startup.demonstration FOLDER``; what lies in the folder is made anew.
"""

import csv
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

# Before Qt is told anything else: there is no display.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QDeadlineTimer, QEventLoop, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.domain.cell_blocks import CellBlockOverview, InmateLine
from app.domain.conversations import ConversationKind, NewConversation
from app.domain.words import word
from app.foundation.clock import system_clock
from app.foundation.dates import date_text, moment_text
from app.foundation.paths import places_for
from app.foundation.translation import _, mark
from app.ui.background.tasks import Tasks
from app.ui.shell.opening import open_window
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.conversations import conversation_log, record_conversation
from app.use_cases.documents import plan_paper
from app.use_cases.example_prison import ExampleCreated, create_example_prison
from app.use_cases.exporting import export_paper
from app.use_cases.import_report import Verdict
from app.use_cases.imports import ImportKind, ImportOptions, preview_import, run_import
from app.use_cases.office import Office
from app.use_cases.sign_in import DatabasePlace, sign_in, sign_out

_WINDOW = (1366, 768)
_PATIENCE_MILLISECONDS = 10_000
_QUIET_ROUNDS = 5
_HAPPENED = {
    Verdict.CREATED: mark("Ny på rullen"),
    Verdict.CHANGED: mark("Endret"),
    Verdict.MOVED: mark("Flyttet"),
    Verdict.DEPARTED: mark("Ikke lenger på rullen"),
    Verdict.UNCHANGED: mark("Uendret"),
}


def main(arguments: list[str]) -> int:
    """Do the job into the folder and print the path of everything made."""
    folder = Path(arguments[0])
    _say(_("Maskinen har ingen skjerm, så vinduet kan ikke åpnes."))
    _say(_("Med en skjerm gjør make run det. Uten: xvfb-run make run."))
    _say(_("Her gjøres den samme jobben uten vindu:") + "\n")
    place = DatabasePlace(places_for(folder / "data"))
    account = _example_prison(place)
    with _signed_in(place, account) as office:
        _bring_in_roll(office, folder / "rulle.csv")
        _take_picture(office, folder / "celleblokk.png")
        inmate = _somebody_with_a_plan(cell_block_overview(office))
        _write_conversation(office, inmate, folder / "samtale.txt")
        paper = plan_paper(office, inmate.id)
        _made(_("Framtidsplanen, {0} sider").format(paper.pages), folder / "plan.pdf")
        export_paper(office, paper, folder / "plan.pdf", replace=True)
    _say("\n" + _("Alle personer er oppdiktet."))
    return 0


def _example_prison(place: DatabasePlace) -> ExampleCreated:
    shutil.rmtree(place.folders.data, ignore_errors=True)
    account = create_example_prison(place, system_clock)
    _made(_("Eksempelfengselet, kryptert"), place.folders.database_file)
    _say("  " + _("Brukernavn {0}, passord {1}").format(account.user_name, account.password))
    return account


@contextmanager
def _signed_in(place: DatabasePlace, account: ExampleCreated) -> Iterator[Office]:
    office = sign_in(place, account.user_name, account.password, system_clock)
    try:
        yield office
    finally:
        sign_out(office)


def _bring_in_roll(office: Office, file: Path) -> None:
    """Import tomorrow's roll: one has left, one has moved, one is new."""
    overview = cell_block_overview(office)
    write_roll(overview, file)
    preview = preview_import(office, ImportKind.ROLL, file, ImportOptions())
    report = run_import(office, ImportKind.ROLL, file, ImportOptions())
    _made(_("Rullen som ble hentet inn"), file)
    for change in preview.changes:
        _say(f"  {_(_HAPPENED[change.what])}: {change.subject} {change.detail}".rstrip())
    counted = _("{0} nye, {1} endret, {2} uendret")
    _say("  " + counted.format(report.created, report.changed, report.unchanged))


def write_roll(overview: CellBlockOverview, file: Path) -> None:
    """Write the roll of the day after: one has left, one has moved, one is new."""
    taken = {line.cell for line in overview.inmates}
    free = [cell.path for cell in overview.cells if cell.counts and cell.path not in taken]
    placed = [line for line in overview.inmates if line.cell]
    leaving, moving = placed[0], placed[1]
    rows = [
        (
            line.prison_number,
            *_names(line),
            date_text(line.birth_date) if line.birth_date else "",
            free[0] if line is moving else line.cell or "",
            word(line.legal_status),
            word(line.whereabouts),
        )
        for line in overview.inmates
        if line is not leaving
    ]
    rows.append(("N-0001", "Nyberg", "Nils", "01.02.1995", leaving.cell or "", "Varetekt", "inne"))
    headings = ("Innsattnummer", "Etternavn", "Fornavn", "Født", "Celle", "Juridisk status", "Hvor")
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        csv.writer(target, delimiter=";").writerows([headings, *rows])


def _names(line: InmateLine) -> tuple[str, str]:
    family, _comma, given = line.name.partition(", ")
    return family, given


def _take_picture(office: Office, file: Path) -> None:
    # Without a screen Qt says at every turn what it cannot do there; nobody can mend that.
    qInstallMessageHandler(lambda _kind, _context, _text: None)
    QApplication.instance() or QApplication(["mulighet"])
    tasks = Tasks()
    window = open_window(office, tasks)
    window.resize(*_WINDOW)
    _wait_for(tasks)
    window.grab().save(str(file))
    window.close()
    tasks.close()
    _made(_("Celleblokken slik vinduet viser den"), file)


def _wait_for(tasks: Tasks) -> None:
    """Let the window fetch and draw, as it would while somebody looks."""
    deadline = QDeadlineTimer(_PATIENCE_MILLISECONDS)
    quiet = 0
    while quiet < _QUIET_ROUNDS and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        quiet = 0 if tasks.running else quiet + 1


def _somebody_with_a_plan(overview: CellBlockOverview) -> InmateLine:
    return next(line for line in overview.inmates if line.has_plan and line.cell)


def _write_conversation(office: Office, inmate: InmateLine, file: Path) -> None:
    entry = NewConversation(
        id=office.new_id(),
        inmate_id=inmate.id,
        kind=ConversationKind.CONTACT_OFFICER,
        occurred_at=office.clock() - timedelta(minutes=30),
        text="Snakket om bolig og om søknaden til NAV.\n> Søker kommunal bolig innen fredag.",
        minutes=25,
        place="cellen",
    )
    record_conversation(office, entry)
    saved = conversation_log(office, inmate.id)[0]
    told = f"{moment_text(saved.occurred_at)} · {word(saved.kind)} · {saved.author}\n{saved.text}\n"
    file.write_text(told, encoding="utf-8")
    _made(_("Samtalen slik den er lagret"), file)


def _made(what: str, file: Path) -> None:
    _say(f"{what}: {file}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
