from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Problem
from app.ui.appearance.theme import Theme
from app.ui.widgets.date_field import DateField
from app.ui.widgets.labels import Label
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.problem_bar import FieldProblem, ProblemBar
from app.ui.widgets.push_buttons import LinkButton
from app.ui.widgets.search_box import SearchBox

TODAY = date(2026, 11, 23)


@pytest.fixture
def field(look: Theme, qtbot: QtBot) -> DateField:
    field = DateField("Frist", lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25.11.2026", date(2026, 11, 25)),
        ("251126", date(2026, 11, 25)),
        ("i dag", TODAY),
        ("+3", date(2026, 11, 26)),
        ("-30", date(2026, 10, 24)),
        ("", None),
        ("tull", None),
    ],
)
def test_dates_are_read_as_people_write_them(
    field: DateField, qtbot: QtBot, typed: str, day: date | None
) -> None:
    qtbot.keyClicks(field.line, typed)
    assert field.value == day


def test_the_date_is_echoed_in_words(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "+1")
    assert "tirsdag 24.11.2026" in [label.text() for label in field.findChildren(Label)]
    assert field.line.accessibleDescription() == "tirsdag 24.11.2026"


def test_nothing_is_judged_while_it_is_typed(field: DateField, qtbot: QtBot) -> None:
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    qtbot.keyClicks(field.line, "3")
    assert field.is_wrong
    assert field.line.property("invalid") == "false"
    other = QLineEdit()
    qtbot.addWidget(other)
    field.line.clearFocus()
    assert field.line.property("invalid") == "true"


def test_an_empty_date_is_not_wrong(field: DateField) -> None:
    assert field.is_empty
    assert not field.is_wrong


def test_a_date_can_be_put_in_and_taken_out(field: DateField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed):
        field.set_value(TODAY)
    assert field.line.text() == "23.11.2026"
    field.set_value(None)
    assert field.is_empty


def test_the_search_is_emptied_by_escape_and_left_downwards(look: Theme, qtbot: QtBot) -> None:
    box = SearchBox("Filtrer")
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.searched) as searched:
        qtbot.keyClicks(box, " a")
    assert searched.args == [""]
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    with qtbot.waitSignal(box.down_pressed):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_problems_are_links_to_their_fields(look: Theme, qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    bar, field = ProblemBar(), QLineEdit()
    column.addWidget(bar)
    column.addWidget(field)
    form.show()
    bar.show_problems(
        [Problem("name", "Skriv navnet."), Problem("", "Prøv igjen.")], {"name": field}
    )
    links = bar.findChildren(LinkButton)
    assert [link.text() for link in links] == ["Skriv navnet."]
    qtbot.waitUntil(links[0].hasFocus)
    links[0].click()
    qtbot.waitUntil(field.hasFocus)


def test_the_list_shrinks_as_problems_are_put_right(look: Theme, qtbot: QtBot) -> None:
    bar, field = ProblemBar(), QLineEdit()
    qtbot.addWidget(bar)
    qtbot.addWidget(field)
    bar.show_problems([Problem("a", "A."), Problem("b", "B.")], {"a": field, "b": field})
    bar.solve("a")
    assert not bar.isHidden()
    bar.solve("b")
    assert bar.isHidden()
    bar.solve("unknown")


def test_no_problems_show_no_list(look: Theme, qtbot: QtBot) -> None:
    bar = ProblemBar()
    qtbot.addWidget(bar)
    bar.show_problems([], {})
    assert bar.isHidden()


def test_the_sentence_beside_a_field_is_read_with_it(look: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    beside = FieldProblem(field)
    qtbot.addWidget(beside)
    beside.set_problem("Datoen må være i dag eller tidligere.")
    assert field.accessibleDescription() == "Datoen må være i dag eller tidligere."
    assert field.property("invalid") == "true"
    beside.set_problem("")
    assert beside.isHidden()
    assert field.property("invalid") == "false"


def test_a_problem_of_no_field_has_the_focus_as_well(look: Theme, qtbot: QtBot) -> None:
    bar = ProblemBar()
    qtbot.addWidget(bar)
    bar.show_problems([Problem("", "Vi fikk ikke kontakt med databasen.")], {})
    qtbot.waitUntil(bar.hasFocus)
    assert "kontakt" in bar.accessibleDescription()


def test_a_number_does_not_stand_at_the_edge_and_the_wheel_leaves_it(
    look: Theme, qtbot: QtBot
) -> None:
    number = NumberField("Antall")
    qtbot.addWidget(number)
    number.setValue(7)
    number.show()
    assert number.lineEdit().textMargins().left() > 0
    assert number.accessibleName() == "Antall"
    turned = QWheelEvent(
        QPointF(3, 3),
        QPointF(3, 3),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(number, turned)
    assert number.value() == 7
