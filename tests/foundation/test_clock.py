from datetime import UTC, date, datetime

import pytest

from app.foundation import clock


def test_a_time_without_zone_is_oslo_time() -> None:
    assert clock.parse_time("2026-07-01T12:00") == datetime(2026, 7, 1, 10, tzinfo=UTC)


def test_the_fixed_clock_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MULIGHET_NOW", "2026-11-23T09:41:00Z")
    assert clock.system_clock() == datetime(2026, 11, 23, 9, 41, tzinfo=UTC)


def test_the_day_is_the_day_in_oslo() -> None:
    assert clock.oslo_date(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)) == date(2026, 11, 23)
