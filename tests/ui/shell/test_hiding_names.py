"""Ctrl+Shift+H on every page: with a name planted wherever one may stand, none is seen."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.inmates import InmateFacts, LegalStatus
from app.domain.plans import Goal, PlanContent, Step
from app.domain.plans import Theme as Subject
from app.ui.appearance.theme import Theme
from app.ui.appearance.veil import Veil, veil
from app.ui.background.tasks import Tasks
from app.ui.screens.cell_blocks.board import BoardView
from app.ui.shell.history import Stop
from app.ui.shell.opening import open_window
from app.ui.shell.window import MainWindow
from app.use_cases.inmates import add_inmate
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from tests.helpers.prison import talk

FAMILY, GIVEN = "Skogstad", "Torgrim"
HIDDEN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ON_A_BOARD = 170
Settle = Callable[[], None]


@pytest.fixture
def inmate_id(embedded_office: Office) -> UUID:
    facts = InmateFacts(
        family_name=FAMILY,
        given_name=GIVEN,
        prison_number="70041",
        legal_status=LegalStatus.CONVICTED,
    )
    inmate_id = add_inmate(embedded_office, facts, None, embedded_office.officer.id).id
    step = Step(embedded_office.new_id(), f"Ringe broren til {GIVEN}")
    goal = Goal(
        embedded_office.new_id(), Subject.HOUSING, f"{GIVEN} skal ha et sted å bo", steps=(step,)
    )
    save_plan(embedded_office, inmate_id, PlanContent(goals=(goal,), own_words=GIVEN), 0)
    talk(embedded_office, inmate_id, f"{GIVEN} vil søke.\n> {GIVEN}: levere søknaden", 1)
    return inmate_id


@pytest.fixture
def window(
    look: Theme, embedded_office: Office, inmate_id: UUID, tasks: Tasks, qtbot: QtBot
) -> Iterator[MainWindow]:
    window = open_window(embedded_office, tasks)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: not tasks.running, timeout=20_000)
    yield window
    veil().forget()
    window.watch.stop()
    window.locking.idle.stop()
    window.close()


def names_seen(window: MainWindow) -> list[str]:
    """Return what can be read in the window and has the name in it."""
    seen: list[str] = []
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            seen += [widget.toolTip(), widget.windowTitle(), *_words(widget)]
    return [text for text in seen if FAMILY in text or GIVEN in text]


def _words(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, BoardView):
        tiles = [tile for row in range(99) if (tile := widget.board_model.tile(row)) is not None]
        cuts = [widget._painter.texts.cut(tile, ON_A_BOARD) for tile in tiles]
        return [text.words for cut in cuts for text in cut.texts] + _items(widget)
    if isinstance(widget, QAbstractItemView):
        return _items(widget)
    return _in_field(widget)


def _in_field(widget: QWidget) -> list[str]:
    """Return the text of a field; it keeps it, and paints it covered, as a test below sees."""
    text = ""
    if isinstance(widget, QLineEdit):
        text = widget.text()
    elif isinstance(widget, QPlainTextEdit):
        text = widget.toPlainText()
    return [veil().cover(text)]


def _items(view: QAbstractItemView) -> list[str]:
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    indexes = [
        model.index(row, column)
        for row in range(model.rowCount(QModelIndex()))
        for column in range(columns)
    ]
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    return [str(index.data(role) or "") for index in indexes for role in roles]


def turn(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_H, HIDDEN)


def board(window: MainWindow, _who: UUID) -> None:
    window.navigator.go(Stop("cell_blocks"))


def table(window: MainWindow, who: UUID) -> None:
    board(window, who)
    window.frame.page.show_view(1)


def peek(window: MainWindow, who: UUID) -> None:
    board(window, who)
    window.frame.page._presenter.choose(who)


def log(window: MainWindow, who: UUID) -> None:
    window.show_inmate(who)


def plan(window: MainWindow, who: UUID) -> None:
    window.show_plan(who)


def facts(window: MainWindow, who: UUID) -> None:
    window.show_inmate(who)


def paper(window: MainWindow, who: UUID) -> None:
    window.print_plan(who)


def writing(window: MainWindow, who: UUID) -> None:
    window.write_conversation(who)


def hits(window: MainWindow, _who: UUID) -> None:
    window.navigator.go(Stop("search"))
    window.frame.page.words.setText(GIVEN)
    window.frame.page.presenter.look()


def palette(window: MainWindow, _who: UUID) -> None:
    window.search.open()


@pytest.mark.parametrize("place", [board, table, peek, log, plan, paper, writing, hits, palette])
def test_no_name_is_seen_anywhere(
    window: MainWindow,
    inmate_id: UUID,
    settle: Settle,
    place: Callable[[MainWindow, UUID], None],
    qtbot: QtBot,
) -> None:
    place(window, inmate_id)
    settle()
    if place is palette:
        qtbot.keyClicks(window.search.palette.box, GIVEN[:4].lower())
    if place is hits:
        qtbot.waitUntil(lambda: bool(window.frame.page.hits.rows))
    settle()
    qtbot.waitUntil(lambda: bool(names_seen(window)))
    turn(window)
    settle()
    assert names_seen(window) == []
    turn(window)
    assert names_seen(window) != []


def test_names_that_come_later_are_hidden_too(
    window: MainWindow, inmate_id: UUID, settle: Settle
) -> None:
    turn(window)
    window.show_inmate(inmate_id)
    settle()
    assert names_seen(window) == []
    assert "T. S." in [label.text() for label in window.frame.header.findChildren(QLabel)]


def test_a_field_shows_initials_and_keeps_its_text(
    window: MainWindow, inmate_id: UUID, settle: Settle
) -> None:
    field = QLineEdit(f"{GIVEN} skal ringe", window.frame)
    other = QLineEdit("T. skal ringe", window.frame)
    box = QPlainTextEdit(f"{GIVEN} skal ringe", window.frame)
    for place, part in enumerate((field, other, box)):
        part.setAccessibleName("felt")
        part.setGeometry(300, 200 + 60 * place, 240, 40)
        part.show()
    QApplication.processEvents()
    before = [part.grab().toImage() for part in (field, other, box)]
    turn(window)
    during = [part.grab().toImage() for part in (field, other, box)]
    assert [one == two for one, two in zip(before, during, strict=True)] == [False, True, False]
    assert field.text() == f"{GIVEN} skal ringe"
    turn(window)
    after = [part.grab().toImage() for part in (field, other, box)]
    assert [one == two for one, two in zip(before, after, strict=True)] == [True, True, True]


def test_the_paper_is_not_shown_meanwhile(
    window: MainWindow, inmate_id: UUID, settle: Settle, qtbot: QtBot
) -> None:
    window.print_plan(inmate_id)
    settle()
    pages = window.frame.page.pages
    qtbot.waitUntil(lambda: pages.page_count > 0)
    paper = QColor("#ffffff")

    def white() -> int:
        picture = pages.viewport().grab().toImage()
        spots = [
            (x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9)
        ]
        return sum(picture.pixelColor(x, y) == paper for x, y in spots)

    assert white() > 100
    turn(window)
    assert white() == 0


def test_the_status_line_says_so_and_shows_them_again(window: MainWindow, settle: Settle) -> None:
    mark = window.frame.status._hidden
    assert not mark.isVisible()
    turn(window)
    assert mark.isVisible()
    assert mark.text() == "Navn er skjult"
    mark.click()
    assert not veil().is_on
    assert not mark.isVisible()


def test_the_lock_ends_it(window: MainWindow, settle: Settle) -> None:
    turn(window)
    window.locking.lock()
    settle()
    assert not veil().is_on


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Skogstad, Torgrim", "T. S."),
        ("Samtale med Torgrim Skogstad", "Samtale med T. S."),
        ("SKOGSTAD møtte ikke", "S. møtte ikke"),
        ("en skogstad", "en skogstad"),
        ("", ""),
    ],
)
def test_words_of_names_become_initials(text: str, covered: str) -> None:
    one = Veil()
    one.learn("x", ["Skogstad, Torgrim"])
    assert one.cover(text) == text
    one.turn(on=True)
    assert one.cover(text) == covered


def test_nothing_is_remembered_for_the_next_officer() -> None:
    one = Veil()
    one.learn("x", ["Skogstad, Torgrim"])
    one.turn(on=True)
    one.forget()
    one.turn(on=True)
    assert one.cover("Torgrim") == "Torgrim"
