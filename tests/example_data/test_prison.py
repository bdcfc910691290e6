import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.conversations import check_conversation
from app.domain.inmates import LegalStatus, Whereabouts, check_inmate
from app.domain.places import PlaceKind
from app.domain.plans import PlanContent, check_finished, check_plan
from app.example_data.prison import make_example_prison
from app.example_data.shapes import ExamplePrison

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 8, 41, tzinfo=UTC)
LONG_AGO = date(2000, 1, 1)


def make(inmates: int = 392, conversations: int = 3000, seed: int = 1) -> ExamplePrison:
    return make_example_prison(inmates=inmates, conversations=conversations, seed=seed, today=TODAY)


@pytest.mark.parametrize(("inmates", "conversations"), [(0, 0), (1, 3), (5, 0), (40, 7), (700, 9)])
def test_any_size_is_made_in_full(inmates: int, conversations: int) -> None:
    prison = make(inmates, conversations)
    assert len(prison.inmates) == inmates
    assert len(list(prison.conversations)) == conversations


def test_the_same_seed_and_day_give_the_same_in_another_process() -> None:
    script = (
        "import hashlib; from tests.example_data.test_prison import make; p = make(60, 200);"
        "print(hashlib.sha256(repr((p.officers, p.places, p.inmates, p.plans,"
        " list(p.conversations))).encode()).hexdigest())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2)
    }
    assert len(outputs) == 1
    assert make(60, 0, seed=2).inmates != make(60, 0).inmates


def test_everybody_and_everything_written_keeps_the_rules() -> None:
    prison = make()
    for inmate in prison.inmates:
        check_inmate(inmate.facts, TODAY)
    for made in prison.conversations:
        check_conversation(made.entry, NOW)
        assert made.written_at <= NOW
    for plan in prison.plans:
        check_plan(plan.content, PlanContent(), LONG_AGO)
        if plan.finished_at:
            check_finished(plan.content, plan.content, TODAY)


def test_nobody_sleeps_in_a_place_that_is_not_there_and_ids_are_unique() -> None:
    prison = make()
    cells = {
        place.facts.path: place.facts
        for place in prison.places
        if place.facts.kind is PlaceKind.CELL
    }
    for inmate in prison.inmates:
        assert inmate.place_path is None or inmate.place_path in cells
        assert (inmate.place_path is None) == (inmate.facts.whereabouts is not Whereabouts.INSIDE)
    ids = [row.id for row in (*prison.officers, *prison.places, *prison.inmates, *prison.plans)]
    ids += [made.entry.id for made in prison.conversations]
    assert len(ids) == len(set(ids))


def test_there_is_something_for_every_chip() -> None:
    prison = make()
    people = prison.inmates
    assert any(one.contact_officer_id is None for one in people)
    assert any(one.last_talk_days is None for one in people)
    assert any((one.last_talk_days or 0) > 14 for one in people)
    assert any(NOW - one.placed_at < timedelta(hours=72) for one in people)
    steps = [s for plan in prison.plans for goal in plan.content.goals for s in goal.steps]
    assert any(step.due and step.due < TODAY for step in steps)


def test_no_text_speaks_of_a_sentence_to_somebody_in_remand() -> None:
    prison = make()
    remand = {one.id for one in prison.inmates if one.facts.legal_status is LegalStatus.REMAND}
    texts = [made.entry.text for made in prison.conversations if made.entry.inmate_id in remand]
    assert texts
    for text in texts:
        assert not re.search(r"\b(soning|soner|domfelt|dømt|dommen|straff)", text.lower())


def test_texts_are_our_own_whole_and_various() -> None:
    texts = [made.entry.text for made in make().conversations]
    assert not any("{" in text or "lorem" in text.lower() for text in texts)
    assert not any(re.search(r"\d{11}", text) for text in texts)
    assert len(set(texts)) > len(texts) * 0.6


def test_the_unit_of_the_pictures_is_there() -> None:
    by_name = {one.facts.display_name: one for one in make().inmates}
    omar = by_name["Hassan, Omar"]
    assert (omar.place_path, omar.last_talk_days) == ("B-2-B208", 21)
    assert omar.facts.languages == ("ar", "nb")
