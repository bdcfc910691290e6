from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import DatabaseUnavailable, NotAllowed, Problem, RuleBroken
from app.domain.topics import Topic
from app.ui.actions.trail import trail
from app.ui.appearance.remembered import forget_file, remember_in
from app.ui.appearance.theme import theme
from app.ui.appearance.veil import veil
from app.ui.background.tasks import Task, Tasks
from app.ui.shell.desk import Desk
from app.ui.shell.history import Stop
from app.ui.shell.key_sheet import KeySheet
from app.ui.shell.page_book import PageBook
from app.ui.shell.password_panel import PasswordPanel
from app.ui.shell.recent import Recent
from app.ui.shell.window import MainWindow
from app.ui.widgets.page import Notice
from tests.ui.shell.conftest import (
    BERG,
    HASSAN,
    PASSWORD,
    MadeUpOffice,
    MadeUpPage,
    MadeUpPanel,
    MadeUpWriter,
)

InFront = Callable[[], MadeUpPage]
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(window: MainWindow, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
    """As the keyboard does: through the window of the system."""
    QTest.keyClick(window.windowHandle(), key, with_)


def words(widget: QWidget) -> list[str]:
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return [part.text() for part in parts if part.isVisible()]


def test_the_first_page_has_title_and_focus(
    window: MainWindow, page: InFront, qtbot: QtBot
) -> None:
    assert "Celleblokk B" in words(window)
    qtbot.waitUntil(page().field.hasFocus)


def test_the_title_of_the_window_names_nobody(window: MainWindow) -> None:
    window.show_inmate(HASSAN)
    assert window.windowTitle() == "Mulighet"


def test_the_band_is_shown_where_people_are_invented(window: MainWindow) -> None:
    assert "EKSEMPELDATA" in words(window.menuBar())


def test_the_status_line_says_who_and_where(window: MainWindow) -> None:
    shown = words(window.frame.status)
    assert "✓ Lagret 09:41" in shown
    assert "Avdeling B · dagvakt 07:00–14:45" in shown
    assert "Kari Lunde · fengselsbetjent" in shown
    assert "100 %" in shown
    assert "Ingen jobber" in shown


def test_only_built_pages_stand_at_the_left(window: MainWindow) -> None:
    names = [
        button.accessibleName() for button in window.frame.navigation.findChildren(QPushButton)
    ]
    assert names == ["Celleblokk", "Innsatt", "Lås"]


def test_pages_are_reached_by_their_numbers(window: MainWindow, page: InFront) -> None:
    press(window, Qt.Key.Key_3, CONTROL)
    assert page().title == "Innsatt"
    press(window, Qt.Key.Key_2, CONTROL)
    assert page().title == "Celleblokk B"


def test_back_and_forward_remember_the_person(window: MainWindow, page: InFront) -> None:
    page().inmate_asked.emit(HASSAN)
    page().plan_asked.emit(BERG)
    press(window, Qt.Key.Key_Left, ALT)
    assert page().shown[-1] == Stop("inmate", HASSAN)
    press(window, Qt.Key.Key_Left, ALT)
    assert page().title == "Celleblokk B"
    press(window, Qt.Key.Key_Right, ALT)
    press(window, Qt.Key.Key_Right, ALT)
    assert page().shown[-1] == Stop("inmate", BERG, "plan")


def test_escape_clears_first_and_goes_back_then(window: MainWindow, page: InFront) -> None:
    page().inmate_asked.emit(HASSAN)
    page().filtered = True
    press(window, Qt.Key.Key_Escape)
    assert page().title == "Innsatt"
    press(window, Qt.Key.Key_Escape)
    assert page().title == "Celleblokk B"


def test_a_page_that_is_not_built_is_not_gone_to(window: MainWindow, page: InFront) -> None:
    window.navigator.go(Stop("week"))
    assert page().title == "Celleblokk B"


def test_f6_goes_round_the_parts_of_the_window(
    window: MainWindow, page: InFront, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page().field.hasFocus)
    visited = []
    for _number in range(4):
        press(window, Qt.Key.Key_F6)
        visited.append(_part(window))
    assert visited == ["Statuslinje", "Sider", "Toppfelt", "Celleblokk B"]
    press(window, Qt.Key.Key_F6, SHIFT)
    assert _part(window) == "Toppfelt"


def _part(window: MainWindow) -> str:
    focus = QApplication.focusWidget()
    for part in (*window.frame.pane_areas(), window.frame.page):
        if (
            part is not None
            and focus is not None
            and part.isAncestorOf(focus)
            and part.accessibleName()
        ):
            return part.accessibleName()
    return ""


def test_a_conversation_is_written_over_any_page(
    window: MainWindow, page: InFront, writer: MadeUpWriter, qtbot: QtBot
) -> None:
    page().chosen = HASSAN
    press(window, Qt.Key.Key_N, CONTROL)
    assert writer.panels[0].subject == HASSAN
    qtbot.waitUntil(writer.panels[0].box.hasFocus)
    assert "Ny samtale" not in words(window.frame.header)
    press(window, Qt.Key.Key_Escape)
    assert window.frame.panel.content is None
    qtbot.waitUntil(page().field.hasFocus)


def test_without_a_person_the_officer_is_asked_who(
    window: MainWindow, writer: MadeUpWriter, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    press(window, Qt.Key.Key_N, CONTROL)
    settle()
    box = window.search.palette.box
    assert box.accessibleName() == "Hvem har du snakket med?"
    qtbot.keyClicks(box, "omar")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert writer.panels[0].subject == HASSAN


def test_an_entry_is_corrected_in_the_panel(
    window: MainWindow, page: InFront, writer: MadeUpWriter
) -> None:
    entry = uuid4()
    page().correction_asked.emit(entry)
    assert writer.panels[0].subject == entry


def test_the_palette_finds_people_pages_and_actions(
    window: MainWindow, page: InFront, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    press(window, Qt.Key.Key_K, CONTROL)
    settle()
    palette = window.search.palette
    assert palette.isVisible()
    qtbot.keyClicks(palette.box, "berg")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert page().shown[-1] == Stop("inmate", BERG)
    assert palette.isHidden()
    press(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(palette.box, "celleb")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert page().title == "Celleblokk B"


def test_the_palette_is_gone_through_by_arrows_and_left_by_escape(
    window: MainWindow, page: InFront, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    press(window, Qt.Key.Key_K, CONTROL)
    settle()
    palette = window.search.palette
    qtbot.keyClicks(palette.box, "b20")
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    qtbot.keyClick(palette.box, Qt.Key.Key_Up)
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert page().shown[-1] == Stop("inmate", HASSAN)
    press(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(palette.box, "finnes ikke")
    assert any("Ingen treff" in text for text in words(palette))
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert palette.isHidden()


def offered(window: MainWindow) -> list[str]:
    model = window.search.palette._model
    return [model.hit(row).text for row in range(model.rowCount())]


def test_the_last_people_and_pages_come_first_before_anything_is_typed(
    window: MainWindow, settle: Callable[[], None]
) -> None:
    window.search.open()
    settle()
    window.search.palette.close_palette()
    window.show_inmate(HASSAN)
    window.show_inmate(BERG)
    press(window, Qt.Key.Key_2, CONTROL)
    window.search.open()
    assert offered(window)[:4] == ["Berg, Tor Arne", "Hassan, Omar", "Celleblokk", "Innsatt"]


def test_the_palette_offers_what_can_be_done_with_the_one_who_is_found(
    window: MainWindow, writer: MadeUpWriter, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    press(window, Qt.Key.Key_K, CONTROL)
    settle()
    box = window.search.palette.box
    qtbot.keyClicks(box, "omar")
    assert offered(window)[:4] == [
        "Hassan, Omar",
        "Ny samtale med Hassan, Omar",
        "Åpne planen til Hassan, Omar",
        "Skriv ut planen til Hassan, Omar",
    ]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert writer.panels[0].subject == HASSAN


def test_the_palette_offers_what_the_page_answers_to(window: MainWindow, page: InFront) -> None:
    window.search.open()
    assert "Nytt mål" not in offered(window)
    window.search.palette.close_palette()
    page().can = {"new_goal": lambda: None}
    window.search.open()
    assert "Nytt mål" in offered(window)


def test_menus_grey_out_what_nobody_answers_to(window: MainWindow, page: InFront) -> None:
    done: list[str] = []
    page().can = {"new_goal": lambda: done.append("goal")}
    window.registry.look_at_front()
    assert window.registry["new_goal"].isEnabled()
    assert not window.registry["new_step"].isEnabled()
    window.registry["new_goal"].trigger()
    assert done == ["goal"]
    assert trail().ids()[-1] == "new_goal"


@pytest.mark.parametrize("by", ["Shift+F10", "mouse"])
def test_where_no_row_has_a_menu_the_page_has_one(
    window: MainWindow, page: InFront, by: str
) -> None:
    page().can = {"new_goal": lambda: None}
    page().button.setFocus()
    if by == "mouse":
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, QPoint(1, 1), page().mapToGlobal(QPoint(1, 1)))
        QApplication.sendEvent(page(), event)
    else:
        press(window, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.objectName() for action in menu.actions()] == ["new_goal"]
    menu.close()


def recent_of(window: MainWindow, settle: Callable[[], None]) -> list[str]:
    """Open the menu of the last people and return what stands there."""
    window.recent_menu.offer()
    if not window.recent_menu.menuAction().isEnabled():
        return []
    window.recent_menu.aboutToShow.emit()
    settle()
    return [action.text() for action in window.recent_menu.actions()]


def test_the_last_people_stand_in_the_file_menu_newest_first(
    window: MainWindow, page: InFront, settle: Callable[[], None]
) -> None:
    assert recent_of(window, settle) == []
    window.show_inmate(HASSAN)
    window.show_plan(BERG)
    assert recent_of(window, settle) == ["Berg, Tor Arne · B204", "Hassan, Omar · B208"]
    window.recent_menu.actions()[1].trigger()
    assert page().shown[-1] == Stop("inmate", HASSAN)
    veil().turn(on=True)
    assert recent_of(window, settle) == ["O. H. · B208", "T. A. B. · B204"]
    veil().turn(on=False)


def test_the_menu_of_the_last_people_holds_no_name_while_the_screen_is_locked(
    window: MainWindow, settle: Callable[[], None]
) -> None:
    window.show_inmate(HASSAN)
    assert recent_of(window, settle)
    window.locking.lock()
    assert window.recent_menu.actions() == []


def test_f3_asks_the_page_for_its_next_hit_before_it_goes_to_the_field(
    window: MainWindow, page: InFront, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(page(), "find_next", lambda: bool(asked.append("next") or True))
    monkeypatch.setattr(page(), "focus_search", lambda: bool(asked.append("field") or True))
    press(window, Qt.Key.Key_F3)
    monkeypatch.setattr(page(), "find_next", lambda: False)
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_F, CONTROL)
    assert asked == ["next", "field", "field"]


def test_recent_people_are_forgotten_at_the_lock_where_that_is_the_policy() -> None:
    for forgets, left in ((True, ()), (False, (HASSAN,))):
        recent = Recent(forgets_at_lock=forgets)
        recent.note_person(HASSAN)
        recent.locked()
        assert tuple(recent.people) == left


def test_only_the_last_ten_are_remembered() -> None:
    recent = Recent()
    people = [uuid4() for _number in range(12)]
    for who in (*people, people[5]):
        recent.note_person(who)
    assert len(recent.people) == 10
    assert recent.people[0] == people[5]
    assert recent.people[1] == people[11]


def test_people_are_fetched_anew_only_when_they_have_changed(
    window: MainWindow, office: MadeUpOffice, settle: Callable[[], None], qtbot: QtBot
) -> None:
    for _number in range(2):
        window.search.open()
        settle()
        window.search.palette.close_palette()
    assert office.calls.count("people") == 1
    window.search.forget_people(frozenset({Topic.INMATES}))
    window.search.open()
    settle()
    assert office.calls.count("people") == 2


@pytest.mark.parametrize("fault", [DatabaseUnavailable("borte"), NotAllowed("read_inmates")])
def test_without_people_pages_and_actions_are_still_found(
    window: MainWindow,
    office: MadeUpOffice,
    fault: Exception,
    settle: Callable[[], None],
    qtbot: QtBot,
) -> None:
    office.fault = fault
    window.search.open()
    settle()
    qtbot.keyClicks(window.search.palette.box, "snarveier")
    assert window.search.palette._model.rowCount() == 1


def test_printing_is_about_the_chosen_person(window: MainWindow, page: InFront) -> None:
    page().chosen = HASSAN
    press(window, Qt.Key.Key_P, CONTROL)
    assert page().shown == [Stop("documents", HASSAN)]


def test_printing_without_a_person_does_what_the_page_offers(
    window: MainWindow, page: InFront
) -> None:
    printed: list[str] = []
    action = QAction("Avdelingslisten", page())
    action.triggered.connect(lambda: printed.append("liste"))
    page().printing = [action]
    page().header_changed.emit()
    assert "Skriv ut ▾" in words(window.frame.header)
    press(window, Qt.Key.Key_P, CONTROL)
    assert printed == ["liste"]


def test_printing_nothing_says_what_is_missing(window: MainWindow) -> None:
    press(window, Qt.Key.Key_P, CONTROL)
    assert "Velg en person først." in words(window.frame.status)


def test_a_page_in_front_reloads_at_once_and_others_later(
    window: MainWindow, page: InFront
) -> None:
    first = page()
    window.show_inmate(HASSAN)
    person = page()
    window.watch.changed.emit(frozenset({Topic.INMATES}))
    assert (person.reloads, first.reloads) == (1, 0)
    press(window, Qt.Key.Key_2, CONTROL)
    assert first.reloads == 1
    window.watch.changed.emit(frozenset({Topic.OFFICERS}))
    assert first.reloads == 1
    press(window, Qt.Key.Key_F5)
    assert first.reloads == 2


def test_a_save_elsewhere_reaches_the_page_within_two_seconds(
    window: MainWindow, page: InFront, office: MadeUpOffice, qtbot: QtBot
) -> None:
    office.counters[Topic.INMATES] += 1
    qtbot.waitUntil(lambda: page().reloads == 1, timeout=2000)


def test_a_lost_database_is_said_below(window: MainWindow) -> None:
    window.watch.lost.emit()
    assert any("Frakoblet" in text for text in words(window.frame.status))
    window.watch.found.emit()
    assert any("Lagret" in text for text in words(window.frame.status))


def test_jobs_are_shown_after_a_moment_and_can_be_cancelled(
    window: MainWindow, tasks: Tasks, qtbot: QtBot
) -> None:
    def work(progress: object) -> None:
        while True:
            progress.step(1, 4)

    task: Task[None] = Task(window, work, title="Henter inn rullen")
    tasks.run(task)
    qtbot.waitUntil(lambda: "Henter inn rullen 25 %" in words(window.frame.status))
    window.frame.status._jobs.click()
    listed = window.frame.status.job_list
    (job,) = listed.jobs
    assert (job.label.text(), job.bar.value(), job.bar.maximum()) == ("Henter inn rullen", 1, 4)
    assert job.cancel.accessibleName() == "Avbryt Henter inn rullen"
    with qtbot.waitSignal(listed.closed):
        job.cancel.click()
    assert not listed.isVisible()
    qtbot.waitUntil(lambda: "Ingen jobber" in words(window.frame.status))
    window.frame.status._jobs.click()
    assert not listed.isVisible()


def test_each_job_is_listed_and_only_the_one_that_is_cancelled_ends(
    window: MainWindow, tasks: Tasks, qtbot: QtBot
) -> None:
    def work(progress: object) -> None:
        while True:
            progress.step(1, 4)

    for title in ("Planer, Avdeling B", "Planer, Avdeling C"):
        tasks.run(Task(window, work, title=title))
    window.frame.status._jobs.click()
    listed = window.frame.status.job_list
    assert [job.task.title for job in listed.jobs] == ["Planer, Avdeling B", "Planer, Avdeling C"]
    listed.jobs[0].cancel.click()
    qtbot.waitUntil(lambda: len(listed.jobs) == 1)
    assert listed.jobs[0].task.title == "Planer, Avdeling C"
    qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert not listed.isVisible()
    assert [task.title for task in tasks.running] == ["Planer, Avdeling C"]


def test_leaving_ends_long_jobs_before_the_office_is_closed(
    window: MainWindow, tasks: Tasks, qtbot: QtBot
) -> None:
    ended: list[str] = []

    def work(progress: object) -> None:
        try:
            while True:
                progress.step(1, 4)
        finally:
            ended.append("jobben")

    tasks.run(Task(window, work, title="Planer, Avdeling B"))
    tasks.write_last(lambda: ended.append("kontoret"), window)
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended == ["jobben", "kontoret"]


def test_saving_is_said_below(window: MainWindow, tasks: Tasks, settle: Callable[[], None]) -> None:
    tasks.write(lambda: None, window)
    assert "Lagrer …" in words(window.frame.status)
    settle()
    assert "✓ Lagret 09:41" in words(window.frame.status)


def test_zoom_by_keys_is_shown_below(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Plus, CONTROL)
    assert "110 %" in words(window.frame.status)
    press(window, Qt.Key.Key_Minus, CONTROL)
    press(window, Qt.Key.Key_Minus, CONTROL)
    assert theme().zoom == 90
    press(window, Qt.Key.Key_0, CONTROL)
    assert theme().zoom == 100


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_the_window_holds_at_every_zoom(window: MainWindow, percent: int) -> None:
    theme().set_zoom(percent)
    QApplication.processEvents()
    for button in window.frame.navigation.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width() - 1
    header = window.frame.header
    assert header.geometry().right() <= window.width()


def test_every_key_is_listed(window: MainWindow) -> None:
    press(window, Qt.Key.Key_Slash, CONTROL)
    sheet = window.frame.panel.content
    assert isinstance(sheet, KeySheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Ctrl+L", "Ctrl+Enter", "Alt+←"} <= shown


def test_the_password_is_changed_in_the_panel(
    window: MainWindow, office: MadeUpOffice, settle: Callable[[], None]
) -> None:
    window.registry["change_password"].trigger()
    panel = window.frame.panel.content
    assert isinstance(panel, PasswordPanel)
    old, new, again = panel._fields.values()
    old.setText("feil")
    new.setText("nytt passord")
    again.setText("noe annet")
    new.returnPressed.emit()
    assert office.calls == []
    again.setText("nytt passord")
    new.returnPressed.emit()
    settle()
    assert any("ikke riktig" in link.text() for link in panel.findChildren(QPushButton))
    old.setText(PASSWORD)
    new.returnPressed.emit()
    settle()
    assert window.frame.panel.content is None
    assert "Passordet er byttet." in words(window.toast)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (RuleBroken(Problem("password", "Passordet må ha minst 8 tegn.")), "minst 8 tegn"),
        (DatabaseUnavailable("Vi fikk ikke kontakt."), "DB-02"),
    ],
)
def test_why_the_password_was_not_changed_is_told(
    window: MainWindow,
    office: MadeUpOffice,
    settle: Callable[[], None],
    fault: Exception,
    told: str,
) -> None:
    window.registry["change_password"].trigger()
    panel = window.frame.panel.content
    assert isinstance(panel, PasswordPanel)
    office.fault = fault
    panel._save()
    settle()
    assert any(told in text for text in words(panel))


def test_the_officer_corner_offers_what_can_be_done_with_the_account(window: MainWindow) -> None:
    window.frame.status._officer.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Bytt passord", "Bytt bruker", "Lås"]
    menu.close()


def test_what_pages_say_is_shown(window: MainWindow, page: InFront) -> None:
    done: list[str] = []
    page().notice.emit(Notice("Samtalen er lagret.", "Rett", lambda: done.append("rett")))
    assert "Samtalen er lagret." in words(window.toast)
    page().message.emit("Kladd lagret 09:41")
    assert "Kladd lagret 09:41" in words(window.frame.status)
    page().set_title("Hassan, Omar")
    assert "Hassan, Omar" in words(window.frame.header)


def test_the_place_of_the_window_is_remembered(
    window: MainWindow, desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    remember_in(tmp_path / "ui.ini")
    window.resize(700, 600)
    with qtbot.waitSignal(window.closed):
        window.close()
    again = MainWindow(desk, tasks, PageBook(window._book.entries))
    qtbot.addWidget(again)
    assert again.size() == window.size()
    forget_file()


def test_tab_goes_round_the_window_and_every_stop_has_a_name(
    window: MainWindow, page: InFront, qtbot: QtBot
) -> None:
    page().chosen = HASSAN
    page().notice.emit(Notice("Lagret.", "Rett", lambda: None))
    window.write_conversation()
    seen: list[QWidget] = []
    for _number in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if seen and focus is seen[0]:
            break
        seen.append(focus)
        press(window, Qt.Key.Key_Tab)
    assert len(seen) > 8
    assert QApplication.focusWidget() is seen[0]
    assert [type(widget) for widget in seen if not widget.accessibleName()] == []


def test_a_panel_may_lead_on(window: MainWindow, page: InFront, writer: MadeUpWriter) -> None:
    window.write_conversation(HASSAN)
    panel: MadeUpPanel = writer.panels[0]
    panel.print_asked.emit(HASSAN)
    assert page().shown == [Stop("documents", HASSAN)]
    assert window.frame.panel.content is None


def test_quitting_closes_the_window(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        press(window, Qt.Key.Key_Q, CONTROL)


def test_a_field_keeps_what_is_typed_in_it(window: MainWindow, page: InFront, qtbot: QtBot) -> None:
    field: QLineEdit = page().field
    qtbot.keyClicks(field, " æøå")
    subject: UUID = HASSAN
    window.show_inmate(subject)
    press(window, Qt.Key.Key_Left, ALT)
    assert page().field.text() == "Celleblokk B æøå"


def test_what_stands_beside_the_title_comes_back_after_a_longer_title(window: MainWindow) -> None:
    header, beside = window.frame.header, QPushButton("Tavle")
    header.show_page("Kort", (beside,), ())
    QApplication.processEvents()
    place = beside.x()
    header.show_page("En mye lengre tittel enn den", (), ())
    header.show_page("Kort", (beside,), ())
    QApplication.processEvents()
    assert beside.x() == place
