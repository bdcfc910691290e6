from datetime import datetime, time

import pytest

from app.domain.shifts import DAY, EVENING, NIGHT, USUAL_SHIFTS, Shift, read_shifts


@pytest.mark.parametrize(
    ("clock", "name", "begins", "ends"),
    [
        ("07:00", DAY, "07:00", "14:45"),
        ("14:44", DAY, "07:00", "14:45"),
        ("14:45", EVENING, "14:45", "21:30"),
        ("21:30", NIGHT, "21:30", "07:00"),
        ("03:00", NIGHT, "21:30", "07:00"),
        ("06:59", NIGHT, "21:30", "07:00"),
    ],
)
def test_the_clock_tells_the_shift(clock: str, name: str, begins: str, ends: str) -> None:
    moment = datetime.combine(datetime(2026, 11, 23), time.fromisoformat(clock))  # noqa: DTZ001
    expected = Shift(name, time.fromisoformat(begins), time.fromisoformat(ends))
    assert USUAL_SHIFTS.at(moment) == expected


@pytest.mark.parametrize("text", ["", "07:00 15:00", "15:00 07:00 22:00", "a b c"])
def test_what_are_no_shifts_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Invalid"):
        read_shifts(text)
