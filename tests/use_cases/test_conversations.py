from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.database.opening import DatabasePlace
from app.domain.access import Role
from app.domain.conversations import ConversationKind, Correction
from app.domain.errors import ChangedByAnother, NotFound, RuleBroken
from app.domain.search import Search
from app.domain.topics import Topic
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.cell_blocks import cell_block_overview, revisions
from app.use_cases.conversations import (
    conversation_log,
    conversation_versions,
    correct_conversation,
    record_conversation,
)
from app.use_cases.office import Office
from app.use_cases.search import search_conversations
from tests.helpers.prison import SteppingClock, admit, build_places, talk


def correction(entry: object, text: str = "Rettet tekst", **changes: object) -> Correction:
    made = Correction(
        conversation_id=entry.id,
        base_version=1,
        text=text,
        kind=entry.kind,
        occurred_at=entry.occurred_at,
        minutes=entry.minutes,
        reason="Skrev feil ukedag",
    )
    return replace(made, **changes)


def test_what_was_saved_is_read_back(office: Office) -> None:
    inmate = admit(office)
    text = "Gleder seg til kurset.\n> Omar: levere søknaden fredag\n«æøå» <b>fet</b>"
    entry = talk(office, inmate.id, text, place="B201", interpreter_used=True)
    (line,) = conversation_log(office, inmate.id)
    assert (line.id, line.text, line.author) == (entry.id, text, "Kari Lunde")
    assert (line.place, line.interpreter_used, line.minutes) == ("B201", True, 20)
    assert line.occurred_at == entry.occurred_at


def test_the_same_entry_sent_twice_is_saved_once(office: Office) -> None:
    inmate = admit(office)
    entry = talk(office, inmate.id)
    again = record_conversation(office, entry)
    assert again.id == entry.id
    assert len(conversation_log(office, inmate.id)) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "  \n\x00"}, "text"),
        ({"text": "a" * 4001}, "text"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 601}, "minutes"),
    ],
)
def test_an_entry_that_breaks_a_rule_is_not_saved(
    office: Office, changes: dict[str, object], field: str
) -> None:
    inmate = admit(office)
    with pytest.raises(RuleBroken) as broken:
        talk(office, inmate.id, **changes)
    assert broken.value.problems[0].field == field
    assert not conversation_log(office, inmate.id)


def test_a_time_to_come_is_refused(office: Office) -> None:
    inmate = admit(office)
    with pytest.raises(RuleBroken):
        talk(office, inmate.id, days_ago=-1)


def test_nobody_is_talked_about_who_is_not_there(office: Office) -> None:
    with pytest.raises(NotFound):
        talk(office, office.new_id())


def test_a_correction_is_a_new_version_and_the_old_one_stays(
    office: Office, clock: SteppingClock
) -> None:
    inmate = admit(office)
    entry = talk(office, inmate.id, "Snakket om tirsdag")
    clock.pass_time(hours=2)
    corrected = correct_conversation(office, correction(entry))
    assert (corrected.version, corrected.correction_reason) == (2, "Skrev feil ukedag")
    newest, oldest = conversation_versions(office, entry.id)
    assert (newest.text, oldest.text) == ("Rettet tekst", "Snakket om tirsdag")
    assert newest.written_at - oldest.written_at == timedelta(hours=2)
    assert conversation_log(office, inmate.id)[0].corrected


def test_a_correction_needs_a_reason(office: Office) -> None:
    entry = talk(office, admit(office).id)
    with pytest.raises(RuleBroken) as broken:
        correct_conversation(office, correction(entry, reason=" "))
    assert broken.value.problems[0].field == "reason"


def test_two_officers_correct_the_same_entry(
    place: DatabasePlace, office: Office, open_office: Callable[..., Office]
) -> None:
    add_officer(office, NewOfficer("ola", "Ola Moe", Role.OFFICER, "olas passord"))
    ola = open_office(place, "ola", "olas passord")
    entry = talk(office, admit(office).id)
    correct_conversation(ola, correction(entry, "Olas tekst"))
    mine = correction(entry, "Karis tekst")
    with pytest.raises(ChangedByAnother) as refused:
        correct_conversation(office, mine)
    assert refused.value.theirs.text == "Olas tekst"
    assert refused.value.mine == mine
    assert conversation_versions(office, entry.id)[0].author == "Ola Moe"


def test_a_brief_note_is_no_conversation(office: Office) -> None:
    inmate = admit(office)
    talk(office, inmate.id, days_ago=9)
    talk(office, inmate.id, "Møtt på arbeid.", kind=ConversationKind.NOTE)
    assert cell_block_overview(office).inmates[0].days_since_conversation == 9


def test_days_are_calendar_days_in_oslo(office: Office, clock: SteppingClock) -> None:
    inmate = admit(office)
    clock.now = clock.now.replace(hour=22, minute=30)  # 23.30 in Oslo
    talk(office, inmate.id)
    clock.pass_time(minutes=40)
    assert cell_block_overview(office).inmates[0].days_since_conversation == 1


def test_other_windows_hear_of_a_saved_conversation(office: Office) -> None:
    inmate = admit(office)
    before = revisions(office)
    talk(office, inmate.id)
    after = revisions(office)
    changed = {topic for topic in Topic if before[topic] != after[topic]}
    assert changed == {Topic.CONVERSATIONS}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("søknad", True),
        ("PERMISJONSSØKNAD", True),
        ("soknad", False),
        ("André", True),
        ("100%", True),
        ("100_", False),
        ("bolig søknad", False),
        ("  ", False),
    ],
)
def test_search_inside_a_person(office: Office, query: str, found: bool) -> None:
    inmate = admit(office)
    talk(office, inmate.id, "Permisjonssøknaden til Andre er 100% ferdig.")
    hits = search_conversations(office, Search(query, inmate_id=inmate.id))
    assert bool(hits) is found


def test_search_in_a_unit_finds_current_versions_newest_first(office: Office) -> None:
    cells = build_places(office).cells
    here = admit(office, 1, cells["B-2-B201"])
    elsewhere = admit(office, 2)
    old = talk(office, here.id, "Snakket om bolig i Oslo", days_ago=5)
    new = talk(office, here.id, "Mer om bolig", days_ago=1)
    talk(office, elsewhere.id, "Bolig her også")
    gone = talk(office, here.id, "Feil: hemmelig", days_ago=2)
    correct_conversation(office, correction(gone, "Riktig tekst"))
    hits = search_conversations(office, Search("bolig", unit="B"))
    assert [hit.id for hit in hits] == [new.id, old.id]
    assert hits[0].inmate_name == "Hassan, Omar"
    assert not search_conversations(office, Search("hemmelig", unit="B"))
    assert len(search_conversations(office, Search("bolig", limit=1))) == 1


def test_a_snippet_is_plain_text_around_the_hit(office: Office) -> None:
    inmate = admit(office)
    talk(office, inmate.id, "Innledning " * 30 + "<b>gjeld</b> " + "avslutning " * 30)
    (hit,) = search_conversations(office, Search("gjeld", inmate_id=inmate.id))
    assert "<b>gjeld</b>" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
