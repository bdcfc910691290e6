from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import DatabaseUnavailable
from app.domain.thresholds import LOCK_SECONDS, Threshold
from app.foundation.setting_sources import remembered_values
from app.foundation.settings import Origin, Settings, known_settings
from app.ui.appearance.remembered import forget_file, remember_in
from app.ui.appearance.theme import Density, Scheme, Theme
from app.ui.background.tasks import Tasks
from app.ui.screens.settings.desk import SettingsDesk
from app.ui.screens.settings.page import SettingsPage
from app.ui.widgets.labels import TextLabel

SETTINGS = Settings(
    database="postgresql://kari:hemmelig@tjener/db",
    language="nn",
    printer="b2",
    origins={"database": Origin.IT_FILE, "language": Origin.ENVIRONMENT},
    locked=frozenset({"printer"}),
)


@dataclass
class MadeUpOffice:
    seconds: int = 120
    fault: Exception | None = None
    calls: list[int] = field(default_factory=list)

    def set_seconds(self, seconds: int) -> None:
        self.calls.append(seconds)
        if self.fault is not None:
            raise self.fault
        self.seconds = seconds

    def thresholds(self) -> tuple[Threshold, ...]:
        return (Threshold("conversation.warning_days", 8, "Forslag", date(2026, 11, 23)),)


@pytest.fixture
def office() -> MadeUpOffice:
    return MadeUpOffice()


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    remember_in(tmp_path / "ui.ini")
    yield tmp_path / "ui.ini"
    forget_file()


@pytest.fixture
def desk(office: MadeUpOffice) -> SettingsDesk:
    return SettingsDesk(
        settings=SETTINGS,
        may_set_lock=True,
        lock_seconds=lambda: office.seconds,
        set_lock_seconds=office.set_seconds,
        thresholds=office.thresholds,
        printers=lambda: ("b1", "b2"),
    )


Open = Callable[[SettingsDesk], SettingsPage]


@pytest.fixture
def open_page(
    look: Theme, file: Path, tasks: Tasks, qtbot: QtBot, settle: Callable[[], None]
) -> Open:
    def show(desk: SettingsDesk) -> SettingsPage:
        page = SettingsPage(tasks, desk)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.activate()
        settle()
        return page

    return show


def box(page: SettingsPage, key: str) -> QComboBox:
    control = page.rows[key].value
    assert isinstance(control, QComboBox)
    return control


def pick(page: SettingsPage, key: str, value: str) -> None:
    control = box(page, key)
    control.setCurrentIndex(control.findData(value))
    control.activated.emit(control.currentIndex())


def test_every_setting_tells_its_value_and_where_it_is_from(
    open_page: Open, desk: SettingsDesk
) -> None:
    page = open_page(desk)
    assert box(page, "language").currentText() == "Nynorsk"
    origins = {
        key: row.origin.text().removeprefix("Kommer fra: ") for key, row in page.rows.items()
    }
    assert origins["language"] == "miljøvariabel"
    assert origins["database"] == "innstillingsfilen fra IT"
    assert origins["officer"] == "programmets eget valg"
    assert origins[LOCK_SECONDS] == "fengselets database"


def test_no_setting_is_left_out(open_page: Open, desk: SettingsDesk) -> None:
    assert set(known_settings()) <= set(open_page(desk).rows)


def test_what_it_has_locked_is_shown_and_cannot_be_changed(
    open_page: Open, desk: SettingsDesk
) -> None:
    row = open_page(desk).rows["printer"]
    assert isinstance(row.value, TextLabel)
    assert (row.value.text(), row.origin.text()) == ("b2", "Kommer fra: låst av IT")


def test_no_password_is_shown(open_page: Open, desk: SettingsDesk) -> None:
    page = open_page(desk)
    texts = [part.text() for part in page.findChildren(TextLabel)]
    assert "postgresql://kari:***@tjener/db" in texts
    assert not any("hemmelig" in text for text in texts)


def test_colours_and_density_change_at_once_and_are_remembered(
    open_page: Open, desk: SettingsDesk, look: Theme, file: Path
) -> None:
    page = open_page(desk)
    pick(page, "scheme", "white_on_black")
    pick(page, "density", "tight")
    assert (look.scheme, look.density) == (Scheme.WHITE_ON_BLACK, Density.TIGHT)
    forget_file()
    kept = remembered_values(file)
    assert (kept["scheme"], kept["density"]) == ("white_on_black", "tight")


def test_the_page_follows_what_is_chosen_elsewhere(
    open_page: Open, desk: SettingsDesk, look: Theme
) -> None:
    page = open_page(desk)
    look.set_zoom(150)
    look.choose_density(Density.AIRY)
    zoom = page.rows["zoom"].value
    assert isinstance(zoom, QSpinBox)
    assert zoom.value() == 150
    assert box(page, "density").currentText() == "Luftig"


def test_a_language_is_remembered_and_what_was_given_at_the_start_is_told(
    open_page: Open, desk: SettingsDesk, file: Path
) -> None:
    page = open_page(desk)
    assert "Skifter neste gang du logger inn" in page.rows["language"].description.text()
    pick(page, "language", "en")
    assert "miljøvariabel gjelder igjen" in page.rows["language"].origin.text()
    assert remembered_values(file)["language"] == "en"


def test_printers_are_offered_when_they_are_known(open_page: Open, desk: SettingsDesk) -> None:
    page = open_page(replace(desk, settings=Settings()))
    control = box(page, "printer")
    assert [control.itemText(place) for place in range(control.count())] == [
        "Systemets egen",
        "b1",
        "b2",
    ]


def type_seconds(page: SettingsPage, number: int) -> None:
    control = page.rows[LOCK_SECONDS].value
    assert isinstance(control, QSpinBox)
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, str(number))
    QTest.keyClick(control, Qt.Key.Key_Return)


def test_the_time_of_the_lock_is_saved_in_the_database(
    open_page: Open,
    desk: SettingsDesk,
    office: MadeUpOffice,
    qtbot: QtBot,
    settle: Callable[[], None],
) -> None:
    page = open_page(desk)
    with qtbot.waitSignal(page.notice) as told:
        type_seconds(page, 60)
    settle()
    assert office.calls == [60]
    assert told.args[0].text == "Skjermen låses nå etter 60 sekunder."


def test_a_time_that_was_not_saved_is_told_beside_it(
    open_page: Open, desk: SettingsDesk, office: MadeUpOffice, settle: Callable[[], None]
) -> None:
    office.fault = DatabaseUnavailable("Vi fikk ikke kontakt.")
    page = open_page(desk)
    type_seconds(page, 60)
    settle()
    assert "Kode DB-" in page.rows[LOCK_SECONDS].problem.text()


def test_an_officer_sees_the_time_and_cannot_change_it(open_page: Open, desk: SettingsDesk) -> None:
    row = open_page(replace(desk, may_set_lock=False)).rows[LOCK_SECONDS]
    assert isinstance(row.value, TextLabel)
    assert row.value.text() == "120"


def test_everything_that_takes_the_focus_has_a_name(open_page: Open, desk: SettingsDesk) -> None:
    page = open_page(desk)
    takers = [
        part
        for part in page.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(part, TextLabel)
    ]
    named = [part for part in takers if isinstance(part, QComboBox | QSpinBox)]
    assert len(named) >= 7
    assert [part for part in named if not part.accessibleName()] == []


@pytest.mark.parametrize("zoom", [80, 150, 200])
@pytest.mark.parametrize("density", list(Density))
def test_nothing_is_clipped(
    open_page: Open, desk: SettingsDesk, look: Theme, zoom: int, density: Density
) -> None:
    page = open_page(desk)
    look.set_zoom(zoom)
    look.choose_density(density)
    page.rows["zoom"].value.ensurePolished()
    for row in page.rows.values():
        text = row.value.fontMetrics().height()
        assert row.value.sizeHint().height() >= text
        assert row.name.sizeHint().height() >= row.name.fontMetrics().height()
