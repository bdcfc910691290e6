"""Files of conversations: the public one, and small ones of other shapes."""

from datetime import UTC, datetime

import pytest

from app.domain.conversations import ConversationKind
from app.exchange.conversation_words import conversation_kind
from app.exchange.conversations import ConversationRow
from app.exchange.reading import read_conversations
from tests.exchange.files import NOTES, about, made, places_at

PUBLIC = read_conversations(NOTES)
HEADINGS = "CASE_NOTE_ID,OFFENDER_BOOK_ID,CONTACT_DATE,CONTACT_TIME,CREATE_DATETIME,CASE_NOTE_TEXT"


def entry(*values: str) -> ConversationRow:
    parsed = read_conversations(made(HEADINGS, ",".join(values)))
    assert parsed.rejected == ()
    return parsed.rows[0]


def test_the_public_notes_come_in_without_an_error():
    assert PUBLIC.rejected == ()
    assert len(PUBLIC.rows) == 72
    assert PUBLIC.rows[0] == ConversationRow(
        row=2,
        key="-1",
        booking_id="-1",
        prison_number="",
        kind=ConversationKind.NOTE,
        occurred_at=datetime(2017, 3, 25, 13, 35, tzinfo=UTC),
        written_at=datetime(2017, 3, 25, 13, 35, tzinfo=UTC),
        author="-1",
        text="Comment Text: Family bereavement.",
    )


def test_a_word_instead_of_a_time_is_a_warning_and_the_next_best_is_taken():
    told = [found for found in PUBLIC.warnings if found.column == "CREATE_DATETIME"]
    assert len(told) == 57
    assert told[0].row == 16
    assert told[0].message == "«SYSDATE» er ikke et tidspunkt. Et annet tidspunkt i raden er brukt."
    assert PUBLIC.rows[14].written_at == datetime(2017, 5, 13, 10, 0, tzinfo=UTC)


def test_notes_that_are_no_conversations_are_counted():
    assert about(PUBLIC.warnings, None) == [
        "72 oppføringer er ikke samtaler etter typen sin. De kommer inn som korte notater."
    ]


@pytest.mark.parametrize(
    ("type_word", "sub_type", "kind"),
    [
        ("KA", "KS", ConversationKind.CONTACT_OFFICER),
        ("KA", "", ConversationKind.CONTACT_OFFICER),
        ("KS", "", ConversationKind.CONTACT_OFFICER),
        ("KA", "KE", ConversationKind.NOTE),
        ("CHAP", "FAMMAR", ConversationKind.NOTE),
        ("", "", ConversationKind.NOTE),
        ("Kontaktbetjentsamtale", "", ConversationKind.CONTACT_OFFICER),
        ("kontaktbetjent", "", ConversationKind.CONTACT_OFFICER),
        ("Innkomstsamtale", "", ConversationKind.INTAKE),
        ("release", "", ConversationKind.RELEASE),
        ("Planmøte", "", ConversationKind.PLAN_MEETING),
        ("Samarbeidsmøte", "", ConversationKind.OTHER),
        ("Oppfølgingssamtale", "", ConversationKind.OTHER),
        ("Kort notat", "", ConversationKind.NOTE),
    ],
)
def test_types_become_kinds(type_word, sub_type, kind):
    assert conversation_kind(type_word, sub_type) is kind


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        ("2026-07-01", "2026-07-01 14:35:00", datetime(2026, 7, 1, 12, 35, tzinfo=UTC)),
        ("01.07.2026", "14:35", datetime(2026, 7, 1, 12, 35, tzinfo=UTC)),
        ("01.07.2026", "kl. 14.35", datetime(2026, 7, 1, 12, 35, tzinfo=UTC)),
        ("01.07.2026", "1970-01-01 14:35", datetime(2026, 7, 1, 12, 35, tzinfo=UTC)),
        ("01.07.2026 14:35", "", datetime(2026, 7, 1, 12, 35, tzinfo=UTC)),
        ("01.07.2026", "", datetime(2026, 6, 30, 22, 0, tzinfo=UTC)),
        ("", "2026-07-01T14:35Z", datetime(2026, 7, 1, 14, 35, tzinfo=UTC)),
        ("2026-07-02", "2026-07-01T22:30Z", datetime(2026, 7, 1, 22, 30, tzinfo=UTC)),
    ],
)
def test_when_it_was(day, clock, moment):
    assert entry("1", "2", day, clock, "", "Hei").occurred_at == moment


def test_two_dates_that_disagree_are_told_and_the_date_column_holds():
    parsed = read_conversations(made(HEADINGS, "1,2,2026-07-01,2026-07-05 10:00,,Hei"))
    assert parsed.rows[0].occurred_at == datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    assert (2, "CONTACT_TIME") in places_at(parsed.warnings)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("1,2,SYSDATE,,,Hei", "CONTACT_DATE"),
        ("1,2,2026-02-30,,,Hei", "CONTACT_DATE"),
        ("1,2,2026-02-28,noon,,Hei", "CONTACT_TIME"),
        ("1,2,,,,Hei", "CONTACT_DATE"),
        ("1,2,,12:00,,Hei", "CONTACT_DATE"),
        ("1,2,2026-02-28,,30.02.2026,Hei", "CREATE_DATETIME"),
        (",2,2026-02-28,,,Hei", "CASE_NOTE_ID"),
        (f"{'9' * 61},2,2026-02-28,,,Hei", "CASE_NOTE_ID"),
    ],
)
def test_errors_name_row_and_column(line, column):
    parsed = read_conversations(made(HEADINGS, "0,2,2026-02-28,,,Hei", line))
    assert places_at(parsed.rejected) == [(3, column)]


def test_a_key_that_stands_twice_is_an_error():
    line = "7,2,2026-02-28,,,Hei"
    parsed = read_conversations(made(HEADINGS, line, "", line))
    assert [(found.row, found.message) for found in parsed.rejected] == [
        (4, "«7» står også i rad 2. Fjern den ene.")
    ]


def test_an_empty_text_and_an_unknown_person_are_skipped_and_told():
    parsed = read_conversations(
        made(HEADINGS, '1,2,2026-02-28,,," \x01 "', "2,,2026-02-28,,,Hei", "3,2,2026-02-28,,,Hei")
    )
    assert [row.key for row in parsed.rows] == ["3"]
    assert {(2, "CASE_NOTE_TEXT"), (3, "OFFENDER_BOOK_ID")} <= set(places_at(parsed.warnings))


def test_a_long_text_is_kept_whole_and_told():
    parsed = read_conversations(made(HEADINGS, f"1,2,2026-02-28,,,{'å' * 5000}"))
    assert len(parsed.rows[0].text) == 5000
    assert (2, "CASE_NOTE_TEXT") in places_at(parsed.warnings)


def test_lines_quotes_and_odd_spaces_of_a_text():
    text = '"Første\r\nandre\rtredje\u00a0ord\u2028fjerde ""sitat"", slutt\u200b"'
    assert entry("1", "2", "2026-02-28", "", "", text).text == (
        'Første\nandre\ntredje ord\nfjerde "sitat", slutt'
    )


def test_a_norwegian_log_with_tabs():
    parsed = read_conversations(
        made(
            "ID\tInnsattnummer\tDato\tKlokkeslett\tType\tSkrevet av\tTekst\tVarighet\tSted",
            "1\t2026-1\t01.12.2026\t09:30\tKontaktbetjentsamtale\tKari Lunde\tHei på deg\t20\tA-1",
            "2\t2026-0001\t02.12.2026\t09:30\tNotat\t\tHei\t700\t",
            encoding="cp1252",
        )
    )
    assert parsed.rejected == ()
    first, second = parsed.rows
    assert first == ConversationRow(
        row=2,
        key="1",
        booking_id="",
        prison_number="2026-1",
        kind=ConversationKind.CONTACT_OFFICER,
        occurred_at=datetime(2026, 12, 1, 8, 30, tzinfo=UTC),
        written_at=datetime(2026, 12, 1, 8, 30, tzinfo=UTC),
        author="Kari Lunde",
        text="Hei på deg",
        minutes=20,
        place="A-1",
    )
    assert (second.author, second.minutes) == ("ukjent", None)
    assert {(3, "Skrevet av"), (3, "Varighet")} <= set(places_at(parsed.warnings))


def test_what_the_file_is_silent_about_is_told_once():
    parsed = read_conversations(made(HEADINGS, "1,2,2026-02-28,,,Hei", "2,2,2026-02-28,,,Hei"))
    types, author = about(parsed.warnings, None)
    assert types.startswith("Filen sier ikke hva slags oppføringer den har.")
    assert author == "Filen sier ikke hvem som skrev. Forfatteren er satt til ukjent."


def test_an_entry_of_a_time_to_come_is_told_and_kept():
    data = made(HEADINGS, "1,2,2026-11-24,,,Hei")
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    parsed = read_conversations(data, now=now)
    assert len(parsed.rows) == 1
    assert (2, "CONTACT_DATE") in places_at(parsed.warnings)
    assert (2, "CONTACT_DATE") not in places_at(read_conversations(data).warnings)


@pytest.mark.parametrize("unseen", ["\ufeff", "\u200b", "\u00ad"])
def test_a_time_that_cannot_be_seen_is_none_and_told(unseen):
    """Found by fuzzing: such a row was lost without a word."""
    head = "CASE_NOTE_ID,PRISONER_NO,CONTACT_TIME,CASE_NOTE_TEXT"
    parsed = read_conversations(made(head, f"1,T1,{unseen},Snakket."))
    assert places_at(parsed.rejected) == [(2, "CONTACT_TIME")]
