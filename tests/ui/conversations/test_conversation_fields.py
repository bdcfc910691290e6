"""The fields of an entry: what they begin with, drafts of them, and times as people say them."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversations import Conversation, ConversationKind
from app.domain.drafts import DraftFeature
from app.domain.places import door_name
from app.ui.screens.conversations.entry import (
    EntryFields,
    Person,
    Subject,
    correction,
    draft_fields,
    fields_of,
    fields_of_draft,
    fresh_fields,
    new_conversation,
    person_of_draft,
    says_the_same,
    with_person,
)
from app.ui.screens.conversations.spoken_times import (
    clock_text,
    coming_day_text,
    minutes_text,
    number_text,
    oslo_moment,
    read_time,
    when_text,
)
from tests.helpers.prison import NOW

OMAR = Person(UUID(int=7), "Hassan, Omar", "B202", interpreter_needed=True)
STORED = Conversation(
    UUID(int=1),
    OMAR.id,
    2,
    ConversationKind.CONTACT_OFFICER,
    NOW,
    NOW,
    None,
    "Kari Lunde",
    "Fikk ja.",
    20,
)

moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
all_fields = st.builds(
    EntryFields,
    kind=st.sampled_from(ConversationKind),
    occurred_at=moments,
    text=st.text(max_size=200),
    minutes=st.none() | st.integers(1, 600),
    place=st.text(max_size=20),
    interpreter_used=st.booleans(),
    next_on=st.none() | st.dates(),
    finished_steps=st.frozensets(st.uuids(), max_size=4),
    reason=st.text(max_size=50),
)


@given(all_fields)
def test_a_draft_gives_back_every_field(fields):
    kept = draft_fields(fields, OMAR)
    assert fields_of_draft(kept) == fields
    assert person_of_draft(kept) == Person(OMAR.id, OMAR.name, OMAR.place)


def test_a_new_entry_is_about_a_talk_a_moment_ago():
    fields = fresh_fields(NOW)
    assert fields.kind is ConversationKind.CONTACT_OFFICER
    assert fields.minutes == 20
    assert fields.occurred_at == datetime(2026, 11, 23, 8, 40, tzinfo=UTC)
    assert fields.is_blank


@given(moments)
def test_the_time_a_new_entry_begins_with_is_never_to_come(now):
    assert timedelta(0) <= now - fresh_fields(now).occurred_at < timedelta(minutes=5)


def test_cell_and_interpreter_are_filled_in_where_nothing_was_put():
    fields = with_person(fresh_fields(NOW), OMAR)
    assert (fields.place, fields.interpreter_used) == ("B202", True)
    elsewhere = with_person(EntryFields(ConversationKind.NOTE, NOW, place="Luftegården"), OMAR)
    assert elsewhere.place == "Luftegården"


@pytest.mark.parametrize(
    ("path", "name"),
    [(None, ""), ("B-2-B202", "B202"), ("A-1-007", "A-1-007"), ("B", "B")],
)
def test_a_cell_is_called_by_its_last_part_unless_that_is_a_bare_number(path, name):
    assert door_name(path) == name


def test_a_person_with_one_name_is_called_by_it():
    assert OMAR.given_name == "Omar"
    assert Person(OMAR.id, "Hassan").given_name == "Hassan"


def test_a_brief_note_has_no_length():
    note = EntryFields(ConversationKind.NOTE, NOW, text="Møtt på arbeid.", minutes=20)
    assert new_conversation(UUID(int=1), OMAR.id, note).minutes is None
    assert correction(UUID(int=1), 1, note).minutes is None


def test_a_saved_entry_says_the_same_as_its_fields_until_they_change():
    fields = fields_of(STORED)
    assert says_the_same(STORED, fields)
    assert says_the_same(STORED, EntryFields(STORED.kind, NOW, text="  Fikk ja.\n"))
    assert not says_the_same(STORED, EntryFields(STORED.kind, NOW, text="Fikk ja. Og mer."))


def test_a_correction_is_filed_under_the_entry_and_a_new_one_under_the_person():
    assert Subject(OMAR).filed_under == OMAR.id
    assert Subject(OMAR).feature is DraftFeature.CONVERSATION
    assert Subject(OMAR, STORED.id).filed_under == STORED.id
    assert Subject(OMAR, STORED.id).feature is DraftFeature.CORRECTION


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (NOW, "I dag 09:41"),
        (NOW - timedelta(days=1), "I går 09:41"),
        (NOW - timedelta(days=3), "20.11. 09:41"),
        (NOW - timedelta(days=400), "19.10.2025 10:41"),
    ],
)
def test_when_it_was_is_said_as_people_say_it(moment, text):
    assert when_text(moment, NOW) == text


def test_midnight_in_oslo_divides_today_from_yesterday():
    now = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert when_text(now - timedelta(hours=1), now) == "I går 23:30"


def test_lengths_days_and_numbers():
    assert minutes_text(20) == "20 min"
    assert minutes_text(None) == "Uten varighet"
    assert coming_day_text(date(2026, 11, 30)) == "man. 30.11."
    assert number_text(4000) == "4\u00a0000"
    assert clock_text(NOW + timedelta(seconds=7)) == "09:41:07"


@pytest.mark.parametrize("text", ["09:30", "9:30", "9.30", "0930", "930", " 09 30 "])
def test_a_time_of_day_is_read_as_it_is_typed(text):
    assert read_time(text) == time(9, 30)


def test_a_whole_hour_needs_no_minutes():
    assert read_time("9") == time(9)


@pytest.mark.parametrize("text", ["", "25:00", "9:60", "i dag", "9:3", "-1", "12345"])
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        read_time(text)


@given(st.times())
def test_every_time_that_is_shown_can_be_read(clock):
    assert read_time(f"{clock:%H:%M}") == clock.replace(second=0, microsecond=0)


def test_the_hour_that_comes_twice_is_the_first_of_the_two():
    assert oslo_moment(date(2026, 10, 25), time(2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
