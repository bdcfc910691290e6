"""R1 of the reliability goals, a share of it in every run; `make campaign` kills 500 times."""

from uuid import UUID

import pytest

from app.database.opening import DatabasePlace
from app.database.records.conversation import ConversationRecord
from app.domain.access import Right
from app.domain.conversations import ConversationKind, NewConversation
from app.use_cases.conversations import record_conversation
from app.use_cases.office import Office
from tests.harness.killing import KillHarness, Tally
from tests.harness.saving import proved
from tests.helpers.prison import PASSWORD, admit

KILLS = 40


@pytest.fixture
def harness(place: DatabasePlace, request: pytest.FixtureRequest) -> KillHarness:
    made = KillHarness(place, ("kari", PASSWORD))
    if place.is_server:
        made.administrator = request.getfixturevalue("server_prison").address
    return made


def save(office: Office, inmate_id: UUID, text: str) -> UUID:
    kind = ConversationKind.NOTE
    entry = NewConversation(office.new_id(), inmate_id, kind, office.clock(), text)
    return record_conversation(office, entry).id


def test_an_acknowledgement_before_the_commit_is_caught(harness):
    assert harness.kills_until_caught(25) > 0


def test_nothing_acknowledged_is_lost_and_nothing_is_there_by_half(harness):
    tally = harness.run(KILLS)
    assert tally.kills == KILLS
    assert tally.acknowledged >= KILLS
    assert (tally.lost, tally.half) == (0, 0)


def test_a_lost_entry_is_counted(harness, office):
    inmate_id = admit(office).id
    saved = save(office, inmate_id, proved("hele"))
    never_saved = office.new_id()
    tally = harness.compare(office, inmate_id, [saved, never_saved])
    assert tally == Tally(acknowledged=2, saved=1, lost=1, half=0)


def test_a_text_cut_short_is_counted_as_half(harness, office):
    inmate_id = admit(office).id
    saved = save(office, inmate_id, proved("halve")[:-1])
    assert harness.compare(office, inmate_id, [saved]).half == 1


def test_an_entry_without_its_row_in_the_access_log_is_counted_as_half(harness, office):
    inmate_id = admit(office).id
    text = proved("hele")
    with office.work(Right.WRITE_CONVERSATIONS, "planted") as work:
        bare = ConversationRecord(
            id=office.new_id(),
            inmate_id=inmate_id,
            kind=ConversationKind.NOTE,
            is_conversation=False,
            occurred_at=work.now,
            written_at=work.now,
            author="",
            text=text,
            folded=text,
        )
        work.session.add(bare)
    assert harness.compare(office, inmate_id, [bare.id]).half == 1
