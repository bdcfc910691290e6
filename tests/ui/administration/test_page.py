"""The administration page: accounts, thresholds, and who may see what."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.database.opening import DatabasePlace
from app.domain.access import Role
from app.domain.errors import DatabaseUnavailable
from app.ui.appearance.theme import theme
from app.ui.background.tasks import Tasks
from app.ui.screens.administration.desk import desk_for
from app.ui.screens.administration.form import Form
from app.ui.screens.administration.page import AdministrationPage
from app.ui.widgets.page import Notice
from app.use_cases.administration import officers, thresholds
from app.use_cases.office import Office
from tests.helpers.prison import PASSWORD

Show = Callable[[Office], AdministrationPage]


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def show(qtbot: QtBot, tasks: Tasks) -> Iterator[Show]:
    theme().dress_for_work()
    windows: list[QWidget] = []

    def make(office: Office) -> AdministrationPage:
        window = QWidget()
        windows.append(window)
        page = AdministrationPage(office, tasks)
        page.setParent(window)
        page.setGeometry(0, 0, 1178, 688)
        window.resize(1178, 688)
        window.show()
        qtbot.waitExposed(window)
        page.activate()
        return page

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def page(show: Show, embedded_office: Office) -> AdministrationPage:
    return show(embedded_office)


@pytest.fixture
def heard(page: AdministrationPage) -> list[str]:
    texts: list[str] = []

    def hear(notice: Notice) -> None:
        texts.append(notice.text)

    page.notice.connect(hear)
    return texts


def fill(form: Form, **texts: str) -> None:
    for name, text in texts.items():
        field = form.fields[name]
        assert isinstance(field, QLineEdit)
        field.setText(text)


def problems(form: Form) -> list[str]:
    return [
        child.text()
        for child in form.problems.findChildren(QWidget)
        if child.isVisible() and callable(getattr(child, "text", None))
    ]


def names(page: AdministrationPage) -> list[str]:
    model = page.officers.table.rows
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_a_new_officer_is_listed_and_can_sign_in(
    qtbot: QtBot,
    page: AdministrationPage,
    heard: list[str],
    embedded_place: DatabasePlace,
    open_office: Callable[..., Office],
) -> None:
    page.tabs.setCurrentWidget(page.officers)
    qtbot.waitUntil(lambda: names(page) == ["Kari Lunde"])
    form = page.officers.new
    fill(form, user_name="per", display_name="Per Vik", password=PASSWORD, again=PASSWORD)
    page.officers.role.setCurrentIndex(page.officers.role.findData(Role.UNIT_LEADER))
    qtbot.keyClick(form.fields["again"], Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: names(page) == ["Kari Lunde", "Per Vik"])
    assert heard == ["Per Vik kan logge inn nå."]
    assert [field.text() for field in form.findChildren(QLineEdit)] == [""] * 4
    assert open_office(embedded_place, "per").officer.role is Role.UNIT_LEADER


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (
            {"user_name": "??", "display_name": "Per Vik", "password": PASSWORD},
            "Brukernavnet kan ha bokstaver, tall, punktum og bindestrek.",
        ),
        (
            {"user_name": "per", "display_name": "Per Vik", "password": "kort"},
            "Passordet må ha minst 8 tegn.",
        ),
        (
            {"user_name": "KARI", "display_name": "Kari L.", "password": PASSWORD},
            "Brukernavnet er i bruk. Velg et annet.",
        ),
    ],
)
def test_what_must_be_put_right_is_said_and_nothing_is_lost(
    qtbot: QtBot, page: AdministrationPage, texts: dict[str, str], message: str
) -> None:
    page.tabs.setCurrentWidget(page.officers)
    form = page.officers.new
    fill(form, **texts, again=texts["password"])
    form.button.click()

    qtbot.waitUntil(lambda: message in problems(form))
    field = form.fields["display_name"]
    assert isinstance(field, QLineEdit)
    assert field.text() == texts["display_name"]


def test_two_unlike_passwords_are_noticed_at_once(
    qtbot: QtBot, page: AdministrationPage, embedded_office: Office
) -> None:
    page.tabs.setCurrentWidget(page.officers)
    # The form is in sight when the officers are.
    qtbot.waitUntil(lambda: names(page) == ["Kari Lunde"])
    form = page.officers.new
    fill(form, user_name="per", display_name="Per Vik", password=PASSWORD, again="noe annet")
    form.button.click()
    assert "De to passordene er ikke like." in problems(form)
    assert len(officers(embedded_office)) == 1


def test_somebody_else_can_be_given_a_new_password(
    qtbot: QtBot,
    page: AdministrationPage,
    heard: list[str],
    embedded_place: DatabasePlace,
    open_office: Callable[..., Office],
) -> None:
    page.tabs.setCurrentWidget(page.officers)
    fill(
        page.officers.new,
        user_name="per",
        display_name="Per Vik",
        password=PASSWORD,
        again=PASSWORD,
    )
    page.officers.new.button.click()
    qtbot.waitUntil(lambda: len(names(page)) == 2)

    page.officers.table.selectRow(0)
    assert not page.officers.reset.isVisible(), "one's own password is changed elsewhere"
    page.officers.table.selectRow(1)
    form = page.officers.reset
    assert form.heading.text() == "Nytt passord til Per Vik"
    fill(form, password="et helt annet ord", again="et helt annet ord")
    form.button.click()
    qtbot.waitUntil(lambda: heard[-1:] == ["Per Vik har fått nytt passord."])
    assert open_office(embedded_place, "per", "et helt annet ord").officer.user_name == "per"


def test_a_threshold_is_changed_with_its_source_and_todays_date(
    qtbot: QtBot, page: AdministrationPage, heard: list[str], embedded_office: Office
) -> None:
    page.tabs.setCurrentWidget(page.thresholds)
    qtbot.waitUntil(lambda: bool(page.thresholds.rows))
    row = page.thresholds.rows["conversation.alarm_days"]
    assert (row.number.value(), row.source.text()) == (15, "Produktets forslag")
    row.number.setValue(21)
    row.source.setText("Lokal rutine")
    row.button.click()

    qtbot.waitUntil(lambda: heard == ["Grensen er endret."])
    stored = {threshold.key: threshold for threshold in thresholds(embedded_office)}
    kept = stored["conversation.alarm_days"]
    assert (kept.value, kept.source, kept.since) == (21, "Lokal rutine", embedded_office.today())
    assert embedded_office.thresholds.alarm_days == 21
    qtbot.waitUntil(lambda: row.source.text() == "Lokal rutine")


def test_a_threshold_needs_a_source(qtbot: QtBot, page: AdministrationPage) -> None:
    page.tabs.setCurrentWidget(page.thresholds)
    qtbot.waitUntil(lambda: bool(page.thresholds.rows))
    row = page.thresholds.rows["arrival.new_hours"]
    row.source.setText(" ")
    row.button.click()
    qtbot.waitUntil(row.problem.isVisible)
    assert row.problem.text() == "Skriv hvor grensen kommer fra."
    assert QApplication.focusWidget() is row.source


def test_what_is_being_typed_survives_a_change_made_elsewhere(
    qtbot: QtBot, page: AdministrationPage
) -> None:
    page.tabs.setCurrentWidget(page.thresholds)
    qtbot.waitUntil(lambda: bool(page.thresholds.rows))
    row = page.thresholds.rows["arrival.new_hours"]
    row.source.setText("Halvskrev")
    before = page.thresholds.rows["conversation.alarm_days"]
    before.since.setText("")
    page.reload()
    qtbot.waitUntil(lambda: before.since.text() != "")
    assert row.source.text() == "Halvskrev"


def test_only_the_page_about_the_program_is_for_everybody(
    qtbot: QtBot, show: Show, embedded_office: Office
) -> None:
    embedded_office.officer = replace(embedded_office.officer, role=Role.OFFICER)
    page = show(embedded_office)
    for tab in (page.importing, page.officers, page.thresholds):
        message = tab._state.message
        assert message is not None
        assert message.accessibleName() == "Du har ikke tilgang"
    page.show_about()
    shown = [label for label, _text in page.about.facts("")]
    assert shown[:4] == ["Program", "Databasens form", "Qt", "Python"]
    assert page.first_focus() is page.tabs.tabBar()


def test_a_lost_database_is_explained_and_tried_again(
    qtbot: QtBot, tasks: Tasks, embedded_office: Office
) -> None:
    def lose() -> tuple[()]:
        raise DatabaseUnavailable("Vi fikk ikke kontakt med databasen.")

    window = QWidget()
    desk = replace(desk_for(embedded_office), officers=lose, thresholds=lose)
    page = AdministrationPage(embedded_office, tasks, desk)
    page.setParent(window)
    window.show()
    page.activate()
    qtbot.waitUntil(
        lambda: (
            (message := page.officers._state.message) is not None
            and message.accessibleName() == "Dette gikk ikke"
        )
    )
    qtbot.waitUntil(
        lambda: (
            (message := page.thresholds._state.message) is not None
            and message.accessibleName() == "Dette gikk ikke"
        )
    )
    window.close()


def test_every_tab_can_be_walked_through_and_everything_has_a_name(
    qtbot: QtBot, page: AdministrationPage
) -> None:
    qtbot.waitUntil(lambda: bool(page.thresholds.rows) and bool(names(page)))
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        page.tabs.tabBar().setFocus()
        stops = tab_round(qtbot)
        unnamed = [type(stop).__name__ for stop in stops if not stop.accessibleName()]
        assert unnamed == [], page.tabs.tabText(tab)


def tab_round(qtbot: QtBot) -> list[QWidget]:
    """Press Tab until the focus is back where it began; return where it was."""
    stops: list[QWidget] = []
    for _press in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if stops and focused is stops[0]:
            return stops
        stops.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError([type(stop).__name__ for stop in stops])
