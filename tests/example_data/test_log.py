import re
from collections import defaultdict
from datetime import date

import pytest

from app.domain.conversations import TEXT_LIMIT, ConversationKind, agreed_lines
from app.domain.inmates import LegalStatus
from app.foundation.clock import oslo_date
from tests.example_data.prisons import make, usual, usual_log

TALKS = [made.entry for made in usual_log() if made.entry.kind is not ConversationKind.NOTE]
NOTES = [made.entry for made in usual_log() if made.entry.kind is ConversationKind.NOTE]
# Words that are not used of people without a sentence, nor of what does not apply to them.
SENTENCE = re.compile(
    r"\b(soning|soner?\b|sonet|domfel|dømt|dom\b|dommen|straff|permisjon|prøveløsl|løslat"
    r"|frigang|overgangsbolig)",
    re.IGNORECASE,
)


def test_no_text_speaks_of_a_sentence_to_somebody_without_one() -> None:
    served = (LegalStatus.CONVICTED, LegalStatus.PREVENTIVE_DETENTION)
    others = {one.id for one in usual().inmates if one.facts.legal_status not in served}
    texts = [made.entry.text for made in usual_log() if made.entry.inmate_id in others]
    assert len(texts) > 500
    assert not [text for text in texts if SENTENCE.search(text)]


def test_texts_are_whole() -> None:
    for made in usual_log():
        text = made.entry.text
        assert text == text.strip()
        assert len(text) <= TEXT_LIMIT
        assert not re.search(r"[{}]|\.\.|  | \.|lorem", text.lower()), text
        assert not re.search(r"\d{11}", text)
        assert text[0].isupper()
        assert re.search(r"[.!?»]$", text.splitlines()[0]), text


def test_texts_are_various() -> None:
    assert len({entry.text for entry in TALKS}) > 0.98 * len(TALKS)
    assert len({entry.text for entry in NOTES}) > 0.5 * len(NOTES)


def test_talks_are_long_and_notes_are_short() -> None:
    talks = [len(e.text) for e in TALKS if e.kind is ConversationKind.CONTACT_OFFICER]
    notes = [len(entry.text) for entry in NOTES]
    assert 380 <= sum(talks) / len(talks) <= 600
    assert sum(notes) / len(notes) < 90


def test_every_kind_of_entry_is_met() -> None:
    assert {made.entry.kind for made in usual_log()} == set(ConversationKind)


def test_agreed_lines_name_somebody_and_what() -> None:
    lines = [line for entry in TALKS for line in agreed_lines(entry.text)]
    assert len(lines) > len(TALKS) / 2
    assert all(re.match(r"[^:]+: \S", line) for line in lines)


def test_interpreters_are_used_for_those_who_need_one() -> None:
    needing = {one.id for one in usual().inmates if one.facts.interpreter_needed}
    used = [entry for entry in TALKS if entry.interpreter_used]
    assert used
    assert {entry.inmate_id for entry in used} <= needing


def test_the_intake_conversation_comes_first() -> None:
    arrived = {one.id: one.facts.arrived_at for one in usual().inmates}
    for entry in TALKS:
        if entry.kind is ConversationKind.INTAKE:
            moment = arrived[entry.inmate_id]
            assert moment is not None
            assert (oslo_date(entry.occurred_at) - oslo_date(moment)).days <= 3


def test_entries_of_a_person_come_in_the_order_they_happened() -> None:
    logs = defaultdict(list)
    for made in usual_log():
        logs[made.entry.inmate_id].append(made.entry.occurred_at)
    assert all(log == sorted(log) for log in logs.values())


def test_nothing_is_written_before_somebody_came() -> None:
    came_back = "Ionescu"  # he was here before, too
    arrived = {one.id: one.facts for one in usual().inmates}
    for made in usual_log():
        facts = arrived[made.entry.inmate_id]
        if facts.family_name != came_back:
            assert facts.arrived_at is not None
            assert made.entry.occurred_at >= facts.arrived_at


def test_what_was_agreed_is_taken_up_again_with_its_date() -> None:
    logs = defaultdict(list)
    taken_up = 0
    for made in usual_log():
        log = logs[made.entry.inmate_id]
        found = re.search(r"avtalte (\d+)\.(\d+)\.", made.entry.text)
        if found:
            taken_up += 1
            days = {(day.day, day.month) for day in log}
            assert (int(found[1]), int(found[2])) in days
        log.append(oslo_date(made.entry.occurred_at))
    assert taken_up > 100


def test_plan_meetings_are_held_on_the_day_a_version_was_finished() -> None:
    finished = defaultdict(set)
    for plan in usual().plans:
        moments = [version.finished_at for version in plan.earlier]
        moments += [plan.finished_at] if plan.finished_at else []
        finished[plan.inmate_id] |= {oslo_date(moment) for moment in moments}
    meetings = [entry for entry in TALKS if entry.kind is ConversationKind.PLAN_MEETING]
    assert len(meetings) > 100
    for entry in meetings:
        assert oslo_date(entry.occurred_at) in finished[entry.inmate_id]


@pytest.mark.parametrize("seed", range(2, 8))
def test_other_seeds_give_whole_texts_too(seed: int) -> None:
    prison = make(90, 1500, seed=seed, today=date(2026, 1, 5 + seed))
    for made in prison.conversations:
        assert not re.search(r"[{}]|\.\.|  ", made.entry.text)
