"""Dates and times: every way files write them, and sentences for those that are none."""

from contextlib import suppress
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.times import BadDate, in_utc, oslo_day, read_clock, read_date_or_time


@pytest.mark.parametrize(
    "text",
    [
        "2020-02-28",
        "2020-2-28",
        "28.02.2020",
        "28.2.2020",
        "28/02/2020",
        "2020-02-28 00:00:00",
        "2020-02-28T12:30",
        "2020-02-28 12:30:59.123456",
        "28.02.2020 12:30",
        "28.02.2020 kl. 12.30",
        "2020-02-28T23:30:00+01:00",
        "2020-02-27T23:30:00Z",
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert oslo_day(read_date_or_time(text)) == date(2020, 2, 28)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2017-03-25 14:35:00", datetime(2017, 3, 25, 13, 35, tzinfo=UTC)),
        ("2017-03-26 14:35", datetime(2017, 3, 26, 12, 35, tzinfo=UTC)),
        ("26.03.2017 14:35", datetime(2017, 3, 26, 12, 35, tzinfo=UTC)),
        ("2017-03-26T14:35Z", datetime(2017, 3, 26, 14, 35, tzinfo=UTC)),
        ("2017-03-26T14:35-0300", datetime(2017, 3, 26, 17, 35, tzinfo=UTC)),
        ("26.03.2017", datetime(2017, 3, 25, 23, 0, tzinfo=UTC)),
    ],
)
def test_a_time_without_a_zone_is_oslo_time(text, moment):
    assert in_utc(read_date_or_time(text)) == moment


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("31.02.2020", "Datoen «31.02.2020» finnes ikke. Skriv den som 2020-02-28 eller 28.02.20"),
        ("2020-13-01", "Datoen «2020-13-01» finnes ikke."),
        ("0000-01-01", "Datoen «0000-01-01» finnes ikke."),
        ("i fjor", "«i fjor» er ikke en dato. Skriv den som 2020-02-28 eller 28.02.2020."),
        ("43831", "«43831» er ikke en dato."),
        ("20200228", "«20200228» er ikke en dato."),
        ("01.02.85", "Datoen «01.02.85» har bare to sifre i året."),
        ("0970-01-01", "Året i datoen «0970-01-01» kan ikke stemme."),
        ("9999-12-31", "Året i datoen «9999-12-31» kan ikke stemme."),
        ("2020-01-01 25:00", "Klokkeslettet «25:00» finnes ikke. Skriv det som 14:35."),
        ("2020-01-01 12:00+99:00", "Klokkeslettet «2020-01-01 12:00+99:00» finnes ikke."),
        ("{0}", "«{0}» er ikke en dato."),
        ("٢٠٢٠-٠١-٠١", "«٢٠٢٠-٠١-٠١» er ikke en dato."),
    ],
)
def test_what_is_no_date_is_told_with_the_value_and_what_to_write(text, message):
    with pytest.raises(BadDate) as problem:
        read_date_or_time(text)
    assert str(problem.value).startswith(message)


def test_a_clock_stands_alone_or_in_a_whole_moment():
    assert read_clock("14:35") == read_clock("kl. 14.35") == time(14, 35)
    assert read_clock("1970-01-01 14:35") == read_date_or_time("1970-01-01 14:35")
    with pytest.raises(BadDate, match="Klokkeslettet «halv tre» finnes ikke"):
        read_clock("halv tre")
    with pytest.raises(BadDate, match="finnes ikke"):
        read_clock("24:00")


@settings(deadline=None)
@given(st.one_of(st.text(), st.from_regex(r"[0-9.:/+ TZ-]{1,30}", fullmatch=True)))
def test_no_text_breaks_the_reading(text):
    for read in (read_date_or_time, read_clock):
        with suppress(BadDate):
            stated = read(text)
            if not isinstance(stated, time):
                in_utc(stated)
                oslo_day(stated)


@settings(deadline=None)
@given(st.dates(min_value=date(1800, 1, 1), max_value=date(9998, 12, 31)), st.times())
def test_every_written_date_reads_back(day, clock):
    assert oslo_day(read_date_or_time(f"{day.isoformat()} {clock.isoformat()}")) == day
    assert oslo_day(read_date_or_time(f"{day.day}.{day.month}.{day.year:04}")) == day
