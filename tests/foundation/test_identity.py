from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.foundation.identity import UuidSeven, uuid_seven


def test_ids_rise_even_when_the_clock_stands_still() -> None:
    make = UuidSeven(lambda: datetime(2026, 11, 23, 9, 41, tzinfo=UTC))
    ids = [make() for _ in range(10_000)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_ids_rise_when_the_clock_goes_backwards() -> None:
    moments = iter([datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)])
    make = UuidSeven(lambda: next(moments))
    assert make() < make()


@given(st.integers(0, (1 << 60) - 1), st.integers(0, (1 << 62) - 1))
def test_every_layout_is_a_version_seven_uuid(tick: int, bits: int) -> None:
    made = uuid_seven(tick, bits)
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
