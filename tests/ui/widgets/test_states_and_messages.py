import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import (
    ChangedByAnother,
    DatabaseMissing,
    DatabaseTooNew,
    DatabaseUnavailable,
    NotAllowed,
    PrinterMissing,
    Problem,
    RuleBroken,
    WrongPassword,
)
from app.ui.appearance.theme import Theme
from app.ui.widgets.banner import ExampleBanner
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.failures import is_known, sentence
from app.ui.widgets.push_buttons import LinkButton
from app.ui.widgets.questions import Question, answer_with, ask, ask_yes
from app.ui.widgets.side_panel import PanelContent, SidePanel
from app.ui.widgets.state_view import Act, StateView
from app.ui.widgets.toast import Toast


@pytest.fixture
def state(look: Theme, qtbot: QtBot) -> StateView:
    view = StateView(QLineEdit())
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_quick_answer_shows_no_waiting(state: StateView) -> None:
    state.show_loading()
    state.show_content()
    assert state.message is None
    assert state.currentWidget() is state.content


def test_a_slow_answer_says_that_it_is_on_its_way(state: StateView, qtbot: QtBot) -> None:
    state.show_loading()
    qtbot.waitUntil(lambda: state.message is not None)
    assert state.message is not None
    assert state.message.accessibleName() == "Henter …"


def test_an_empty_page_gives_one_thing_to_do(state: StateView) -> None:
    done: list[str] = []
    state.show_empty(
        "Ingen samtaler ennå", "Skriv den første.", Act("Ny samtale", lambda: done.append("x"))
    )
    assert state.message is not None
    assert state.message.button is not None
    state.message.button.click()
    assert done == ["x"]


def test_a_failure_has_a_code_and_can_be_tried_again(state: StateView) -> None:
    tried: list[str] = []
    state.show_failure(DatabaseUnavailable("Vi fikk ikke kontakt."), lambda: tried.append("x"))
    message = state.message
    assert message is not None
    assert any("(Kode DB-02)" in label.text() for label in message.findChildren(QLabel))
    assert message.button is not None
    message.button.click()
    assert tried == ["x"]


def test_who_may_not_see_a_page_is_told_so(state: StateView) -> None:
    state.show_not_allowed()
    assert state.message is not None
    assert state.message.accessibleName() == "Du har ikke tilgang"


def test_the_focus_waits_for_the_content(state: StateView, qtbot: QtBot) -> None:
    state.show_loading()
    state.hold_focus_for(state.content)
    qtbot.waitUntil(lambda: state.message is not None)
    state.show_content()
    qtbot.waitUntil(state.content.hasFocus)


def test_the_focus_goes_to_the_one_thing_to_do(state: StateView, qtbot: QtBot) -> None:
    state.show_loading()
    state.hold_focus_for(state.content)
    state.show_empty("Ingen", "Ingen ennå.", Act("Hent inn", lambda: None))
    assert state.message is not None
    assert state.message.button is not None
    qtbot.waitUntil(state.message.button.hasFocus)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (WrongPassword(), "Navn eller passord er feil."),
        (NotAllowed("x"), "Kontoen din har ikke tilgang til dette."),
        (DatabaseMissing(), "Vi fant ingen database der den skulle være. (Kode DB-01)"),
        (DatabaseTooNew(), "(Kode DB-03)"),
        (DatabaseUnavailable("Full disk.", "DB-05"), "Full disk. (Kode DB-05)"),
        (PrinterMissing("Ingen skriver."), "Ingen skriver. (Kode PR-01)"),
        (RuleBroken(Problem("a", "Skriv A."), Problem("b", "Skriv B.")), "Skriv A. Skriv B."),
        (ChangedByAnother(1, 2), "En annen har lagret i mellomtiden."),
    ],
)
def test_known_faults_are_told_in_words(fault: Exception, words: str) -> None:
    assert words in sentence(fault)
    assert is_known(fault)


def test_a_fault_of_ours_is_told_without_its_text() -> None:
    assert "12.05.1992" not in sentence(ValueError("Hassan 12.05.1992"))
    assert "(Kode MU-01)" in sentence(ValueError("x"))
    assert not is_known(ValueError("x"))


def test_questions_can_be_answered_by_tests(look: Theme) -> None:
    asked: list[Question] = []

    def answer(question: Question) -> int:
        asked.append(question)
        return 0

    with answer_with(answer):
        assert ask_yes(QWidget(), "Signere?", "Da kan den ikke endres.", "Signer", "Vent")
    assert asked[0].buttons == ("Signer", "Vent")


def test_escape_gives_the_safe_answer(look: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    verbs: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        verbs.extend(button.text() for button in box.findChildren(QPushButton))
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, press)
    question = Question("Erstatte?", "Den gamle blir borte.", ("Erstatt", "Behold"))
    assert ask(parent, question) == 1
    assert sorted(verbs) == ["Behold", "Erstatt"]


def test_a_toast_offers_to_put_it_right(look: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    toast = Toast(host)
    toast.say("Samtalen er lagret.", "Rett", lambda: done.append("rett"))
    assert toast.isVisible()
    assert toast.accessibleName() == "Samtalen er lagret."
    toast.findChild(LinkButton).click()
    assert done == ["rett"]
    assert toast.isHidden()


def test_a_toast_without_a_remedy_shows_no_link(look: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    toast = Toast(host)
    toast.say("Passordet er byttet.")
    assert toast.findChild(LinkButton).isHidden()


def test_a_toast_waits_while_it_is_looked_at(look: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    toast = Toast(host)
    toast.say("Lagret.")
    here = QPointF(1, 1)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()


class Writing(PanelContent):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.left = 0
        self.inner = False

    def first_focus(self) -> QWidget:
        return self.field

    def closing(self) -> None:
        self.left += 1

    def escape(self) -> bool:
        inner, self.inner = self.inner, False
        return inner


@pytest.fixture
def host(look: Theme, qtbot: QtBot) -> QLineEdit:
    host = QLineEdit()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    host.setFocus()
    qtbot.waitUntil(host.hasFocus)
    return host


def test_a_panel_takes_the_focus_and_gives_it_back(host: QLineEdit, qtbot: QtBot) -> None:
    panel, content = SidePanel(host), Writing()
    panel.open(content, "Ny samtale")
    qtbot.waitUntil(content.field.hasFocus)
    assert panel.geometry().right() < host.width()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert content.left == 1
    qtbot.waitUntil(host.hasFocus)


def test_escape_closes_the_inner_part_first(host: QLineEdit, qtbot: QtBot) -> None:
    panel, content = SidePanel(host), Writing()
    panel.open(content, "Ny samtale")
    content.inner = True
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_another_content_takes_the_place_of_the_first(host: QLineEdit, qtbot: QtBot) -> None:
    panel, first, second = SidePanel(host), Writing(), Writing()
    panel.open(first, "En")
    panel.open(second, "To")
    assert first.left == 1
    assert panel.content is second
    second.close_asked.emit()
    assert panel.content is None
    panel.close_panel()


def test_the_panel_follows_the_window(host: QLineEdit, qtbot: QtBot) -> None:
    panel = SidePanel(host)
    panel.open(Writing(), "Ny samtale")
    host.resize(400, 500)
    assert panel.geometry().left() >= 0
    assert panel.geometry().right() < 400


def test_a_long_line_ends_in_dots_and_says_the_whole(look: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("Dom · kontaktbetjent A. Rønning · Arabisk, tolk")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(800, 20)
    label.grab()
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < 200


def test_the_band_says_that_everybody_is_invented(look: Theme, qtbot: QtBot) -> None:
    banner = ExampleBanner()
    qtbot.addWidget(banner)
    assert "oppdiktet" in banner.accessibleName()
