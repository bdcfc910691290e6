"""Search over the whole prison: conversations and plans, on both engines."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import text

from app.domain.access import Verb
from app.domain.conversations import ConversationKind, Correction, NewConversation
from app.domain.plans import Declined, Goal, PlanContent, PlanPart, Step, Theme
from app.domain.search import Search, SearchHit
from app.foundation.folding import fold
from app.use_cases.conversations import correct_conversation
from app.use_cases.office import Office
from app.use_cases.plans import save_plan
from app.use_cases.search import search_everything
from tests.helpers.access import access_log
from tests.helpers.prison import SteppingClock, admit, build_places, talk

COMPOUNDS = (
    "permisjonssøknad",
    "gjeldsrådgivning",
    "løslatelsesforberedelse",
    "rusmestringsenhet",
    "førerkortsaken",
    "bostøttesøknaden",
    "straffegjennomføringsloven",
    "sysselsettingsplikt",
)


def find(office: Office, query: str = "", **filters: object) -> tuple[SearchHit, ...]:
    return search_everything(office, Search(query, **filters))


def ids(office: Office, query: str = "", **filters: object) -> list[UUID]:
    return [hit.id for hit in find(office, query, **filters)]


def corrected(office: Office, entry: NewConversation, words: str) -> None:
    correct_conversation(
        office,
        Correction(
            conversation_id=entry.id,
            base_version=1,
            text=words,
            kind=entry.kind,
            occurred_at=entry.occurred_at,
            minutes=entry.minutes,
            reason="Skrev feil",
        ),
    )


@pytest.mark.parametrize("compound", COMPOUNDS)
def test_every_part_of_a_compound_leads_to_it(office: Office, compound: str) -> None:
    entry = talk(office, admit(office).id, f"Vi snakket om {compound} i dag.")
    for start in range(0, len(compound) - 3, 4):
        assert ids(office, compound[start : start + 5]) == [entry.id]


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("SØKNAD", True),
        ("soknad", False),
        ("andré", True),
        ("bolig gjeld", True),
        ("bolig hund", False),
        ('"søknad om bolig"', True),
        ('"om søknad"', False),
        ('"over to linjer"', True),
        ("100%", True),
        ("100_", False),
        ("[x]*?", True),
        ("[x]*!", False),
        ("ab", True),
        ("q", False),
        ("om bolig", True),
        ("' OR 1=1 --", False),
        ('"uten slutt', False),
        ("NEAR(a b)", False),
    ],
)
def test_words_phrases_and_signs(office: Office, query: str, is_found: bool) -> None:
    words = "Søknad om bolig og gjeld. Andre ab 100% [x]*? over to\nlinjer."
    entry = talk(office, admit(office).id, words)
    assert ids(office, query) == ([entry.id] if is_found else [])
    assert ids(office, query, inmate_id=entry.inmate_id) == ids(office, query)


def test_the_newest_come_first_whatever_was_written_first(office: Office) -> None:
    inmate = admit(office)
    middle, oldest, newest = (
        talk(office, inmate.id, f"Bolig {days}", days_ago=days) for days in (5, 9, 1)
    )
    assert ids(office, "bolig") == [newest.id, middle.id, oldest.id]
    assert ids(office, "bo") == [newest.id, middle.id, oldest.id]
    assert ids(office, "bolig", limit=2) == [newest.id, middle.id]


def test_a_corrected_text_is_found_and_the_wrong_one_is_not(office: Office) -> None:
    entry = talk(office, admit(office).id, "Hemmelig om Per")
    corrected(office, entry, "Riktig tekst")
    assert ids(office, "hemmelig") == []
    assert ids(office, "riktig") == [entry.id]


def test_entries_of_the_same_moment_are_all_found(office: Office) -> None:
    inmate = admit(office)
    written = {talk(office, inmate.id, f"Samtidig {number}").id for number in range(20)}
    assert set(ids(office, "samtidig")) == written


def test_filters(office: Office, clock: SteppingClock) -> None:
    cells = build_places(office).cells
    here, elsewhere = admit(office, 1, cells["B-2-B201"]), admit(office, 2)
    first = talk(office, here.id, "Bolig", days_ago=5)
    second = talk(office, elsewhere.id, "Bolig", kind=ConversationKind.NOTE, days_ago=1)
    today = office.today()
    assert ids(office, "bolig", unit="B") == [first.id]
    assert ids(office, "bolig", kinds=frozenset({ConversationKind.NOTE})) == [second.id]
    assert ids(office, "bolig", author="lunde") == [second.id, first.id]
    assert ids(office, "bolig", author="Vik") == []
    day = date.fromordinal(today.toordinal() - 1)
    assert ids(office, "bolig", since=day) == [second.id]
    assert ids(office, "bolig", until=date.fromordinal(today.toordinal() - 2)) == [first.id]
    assert ids(office, author="Kari") == [second.id, first.id]
    assert ids(office) == []


def test_plans_and_steps_are_found_as_they_are_now(office: Office) -> None:
    inmate = admit(office)
    step = Step(office.new_id(), "Ringe NAV om bostøtte", partner="Boligkontoret")
    goal = Goal(office.new_id(), Theme.HOUSING, "Eget husvære", steps=(step,), note="Jf. vedtak")
    plan = PlanContent((goal,), own_words="Jeg vil hjem", declined=(Declined("Kurs", "Trøtt"),))
    saved = save_plan(office, inmate.id, plan, 0)
    expected = {
        "bostøtte": PlanPart.STEP,
        "boligkontor": PlanPart.STEP,
        "husvær": PlanPart.GOAL,
        "vedtak": PlanPart.NOTE,
        "hjem": PlanPart.OWN_WORDS,
        "trøtt": PlanPart.DECLINED,
    }
    for query, part in expected.items():
        (hit,) = find(office, query)
        assert (hit.id, hit.inmate_id, hit.kind, hit.of_plan) == (saved.id, inmate.id, part, True)
    assert ids(office, "bostøtte", kinds=frozenset({PlanPart.GOAL})) == []
    assert ids(office, "bostøtte", unit="B") == []

    save_plan(office, inmate.id, PlanContent(own_words="Noe annet"), saved.version)
    assert ids(office, "bostøtte") == []
    assert ids(office, "annet") == [saved.id]


def test_conversations_and_plans_are_one_list(office: Office, clock: SteppingClock) -> None:
    inmate = admit(office)
    save_plan(office, inmate.id, PlanContent(own_words="Bolig"), 0)
    clock.pass_time(hours=1)
    talk(office, inmate.id, "Bolig")
    assert [hit.of_plan for hit in find(office, "bolig")] == [False, True]


def test_hits_are_marked_also_where_a_letter_folds_to_two(office: Office) -> None:
    talk(office, admit(office).id, "Straße 5: Gjeld og gjeldsråd")
    (hit,) = find(office, "gjeld råd")
    marked = [hit.snippet[start : start + length] for start, length in hit.excerpt.marks]
    assert marked == ["Gjeld", "gjeld", "råd"]


def test_a_search_leaves_one_row_in_the_access_log(office: Office) -> None:
    talk(office, admit(office).id, "Bolig")
    find(office, "bolig")
    rows = [row for row in access_log(office) if row.feature == "search"]
    assert [(row.verb, row.count, row.inmate_id) for row in rows] == [(Verb.CONSULT, 1, None)]


def test_the_index_and_the_log_say_the_same(embedded_office: Office) -> None:
    """The embedded index is kept by triggers: it must hold what the entries hold, no more."""
    inmate = admit(embedded_office)
    for number in range(5):
        entry = talk(embedded_office, inmate.id, f"Tekst nummer {number}", days_ago=number)
        corrected(embedded_office, entry, f"Rettet tekst {number}")
    with embedded_office.database.writing.begin() as connection:
        check = "INSERT INTO conversation_words (conversation_words, rank) VALUES ('{0}', 1)"
        connection.execute(text(check.format("integrity-check")))
        folded = connection.execute(text("SELECT folded FROM conversation_words_source")).scalars()
        assert sorted(folded) == [fold(f"Rettet tekst {number}") for number in range(5)]


def test_an_index_that_lost_an_entry_is_caught(embedded_office: Office) -> None:
    """The planted fault of the check above."""
    talk(embedded_office, admit(embedded_office).id, "Tekst")
    with embedded_office.database.writing.begin() as connection:
        connection.execute(text("DELETE FROM conversation_position"))
        with pytest.raises(Exception, match="malformed"):
            connection.execute(
                text(
                    "INSERT INTO conversation_words (conversation_words, rank)"
                    " VALUES ('integrity-check', 1)"
                )
            )
