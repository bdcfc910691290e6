"""The two nights of the year: 25.10.2026, 02:30 comes twice; 28.03.2027, it never comes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.conversations import ConversationKind
from app.exchange.times import BadDate, in_utc, is_left_out, read_date_or_time
from app.foundation.clock import OSLO, oslo_date, parse_time, start_of_oslo_day
from app.foundation.dates import moment_text, time_text
from app.ui.screens.conversations.details import WhenRow
from app.ui.screens.conversations.spoken_times import oslo_moment, read_time
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.conversations import conversation_log
from app.use_cases.office import Office
from tests.helpers.prison import SteppingClock, admit, talk

BACK, FORWARD = date(2026, 10, 25), date(2027, 3, 28)
FIRST = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
SECOND = FIRST + timedelta(hours=1)


def test_both_are_shown_and_told_apart() -> None:
    assert time_text(FIRST) == "02:30 sommertid"
    assert time_text(SECOND) == "02:30 vintertid"
    assert moment_text(SECOND) == "25.10.2026 02:30 vintertid"
    around = [FIRST - timedelta(minutes=31), SECOND + timedelta(minutes=30)]
    assert [time_text(moment) for moment in around] == ["01:59", "03:00"]
    ordinary = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
    assert time_text(ordinary) == "02:30"


@pytest.mark.parametrize("moment", [FIRST, SECOND])
def test_what_is_shown_can_be_typed(moment: datetime) -> None:
    assert oslo_moment(BACK, read_time(time_text(moment))) == moment


def test_a_bare_time_is_the_first_of_the_two() -> None:
    assert oslo_moment(BACK, read_time("0230")) == FIRST
    assert parse_time("2026-10-25T02:30") == FIRST
    assert parse_time("2026-10-25T02:30+01:00") == SECOND


def test_a_time_that_never_comes_is_refused() -> None:
    with pytest.raises(ValueError, match="02:30"):
        oslo_moment(FORWARD, time(2, 30))
    with pytest.raises(ValueError, match="02:30"):
        parse_time("2027-03-28T02:30")
    assert oslo_moment(FORWARD, time(3, 0)) == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    assert oslo_moment(FORWARD, time(1, 59)) == datetime(2027, 3, 28, 0, 59, tzinfo=UTC)


def test_the_field_says_why(qapp: QApplication, qtbot: QtBot) -> None:
    row = WhenRow(lambda: datetime(2027, 3, 28, 12, 0, tzinfo=UTC))
    qtbot.addWidget(row)
    row.day.set_value(FORWARD)
    row.clock.setText("02:30")
    assert ["stilles klokken fram" in problem.message for problem in row.problems()] == [True]
    row.clock.setText("03:30")
    assert row.problems() == []
    row.set_moment(SECOND)
    row.clock.setText(row.clock.text() + " ")
    assert row.moment == SECOND


def test_two_entries_of_the_same_wall_clock_keep_their_order(
    office: Office, clock: SteppingClock
) -> None:
    clock.now = SECOND + timedelta(hours=4)
    inmate = admit(office)
    talk(office, inmate.id, "Den andre.", occurred_at=SECOND)
    talk(office, inmate.id, "Den første.", occurred_at=FIRST)
    log = conversation_log(office, inmate.id)
    assert [line.text for line in log] == ["Den andre.", "Den første."]
    assert [line.occurred_at for line in log] == [SECOND, FIRST]


@pytest.mark.parametrize("night", [BACK, FORWARD])
def test_days_since_a_conversation_are_calendar_days(
    office: Office, clock: SteppingClock, night: date
) -> None:
    evening = datetime.combine(night - timedelta(days=1), time(23, 50), OSLO)
    clock.now = evening.astimezone(UTC)
    inmate = admit(office)
    talk(office, inmate.id, kind=ConversationKind.CONTACT_OFFICER, occurred_at=clock.now)
    for wall, days in ((time(0, 10), 1), (time(4, 0), 1), (time(23, 55), 1)):
        clock.now = datetime.combine(night, wall, OSLO).astimezone(UTC)
        (line,) = cell_block_overview(office).inmates
        assert line.days_since_conversation == days
    clock.now = start_of_oslo_day(night + timedelta(days=1))
    (line,) = cell_block_overview(office).inmates
    assert line.days_since_conversation == 2


def test_a_night_is_as_long_as_it_is() -> None:
    lengths = [
        start_of_oslo_day(night + timedelta(days=1)) - start_of_oslo_day(night)
        for night in (BACK, FORWARD)
    ]
    assert lengths == [timedelta(hours=25), timedelta(hours=23)]
    assert oslo_date(FIRST) == oslo_date(SECOND) == BACK


def test_imported_times_are_read_alike() -> None:
    assert in_utc(read_date_or_time("25.10.2026 02:30")) == FIRST
    assert in_utc(read_date_or_time("2026-10-25T02:30+01:00")) == SECOND
    left_out = read_date_or_time("28.03.2027 02:30")
    assert is_left_out(left_out)
    assert in_utc(left_out) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert not is_left_out(read_date_or_time("28.03.2027 02:30Z"))
    with pytest.raises(BadDate):
        read_date_or_time("28.03.2027 25:30")
