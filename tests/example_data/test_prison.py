import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

from app.domain.access import Role
from app.domain.accounts import check_account
from app.domain.conversations import check_conversation
from app.domain.inmates import check_inmate
from app.foundation.clock import oslo_date
from tests.example_data.prisons import FIRST_MINUTE, TODAY, make, usual, usual_log


@pytest.mark.parametrize(
    ("inmates", "conversations"),
    [(1, 0), (1, 3), (5, 0), (19, 10), (20, 50), (40, 7), (40, 200), (700, 9), (60, 6000)],
)
def test_any_size_is_made_in_full(inmates: int, conversations: int) -> None:
    prison = make(inmates, conversations)
    assert len(prison.inmates) == inmates
    assert len(list(prison.conversations)) == conversations


def test_a_prison_without_people_has_nothing_to_tell() -> None:
    prison = make(0, 10)
    assert (prison.inmates, prison.plans, list(prison.conversations)) == ((), (), [])


def test_the_same_seed_and_day_give_the_same_in_another_process() -> None:
    script = (
        "import hashlib; from tests.example_data.prisons import make; p = make(120, 900);"
        "print(hashlib.sha256(repr((p.prison_name, p.officers, p.places, p.inmates, p.plans,"
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


def test_reading_the_log_twice_gives_the_same_entries() -> None:
    prison = make(60, 400)
    assert list(prison.conversations) == list(prison.conversations)


@pytest.mark.parametrize("other", [{"seed": 2}, {"today": TODAY + timedelta(days=1)}])
def test_another_seed_or_day_gives_another_prison(other: dict[str, object]) -> None:
    first, second = make(60, 100), make(60, 100, **other)
    assert {one.id for one in first.inmates}.isdisjoint(one.id for one in second.inmates)
    assert list(first.conversations) != list(second.conversations)


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 3, 30), date(2027, 1, 1)])
def test_everybody_and_everything_written_keeps_the_rules_on_any_day(today: date) -> None:
    prison = make(150, 2500, today=today)
    first_minute = FIRST_MINUTE.replace(year=2100)
    for inmate in prison.inmates:
        check_inmate(inmate.facts, today)
    for made in prison.conversations:
        check_conversation(made.entry, first_minute)
        assert oslo_date(made.entry.occurred_at) < today


def test_nothing_has_happened_on_the_day_itself() -> None:
    for made in usual_log():
        check_conversation(made.entry, FIRST_MINUTE)
        assert made.entry.occurred_at <= made.written_at < FIRST_MINUTE
    for plan in usual().plans:
        assert plan.changed_at < FIRST_MINUTE
    for inmate in usual().inmates:
        assert inmate.facts.arrived_at
        assert inmate.facts.arrived_at <= inmate.placed_at < FIRST_MINUTE


def test_no_two_ids_are_alike_and_all_are_version_seven() -> None:
    prison = usual()
    ids = [row.id for row in (*prison.officers, *prison.places, *prison.inmates, *prison.plans)]
    ids += [made.entry.id for made in usual_log()]
    goals = [goal for plan in prison.plans for goal in plan.content.goals]
    ids += [row.id for goal in goals for row in (goal, *goal.steps)]
    assert len(ids) == len(set(ids))
    assert {one.version for one in ids} == {7}


def test_the_first_officer_can_do_everything_and_the_others_have_accounts() -> None:
    officers = usual().officers
    first = officers[0]
    assert (first.user_name, first.display_name, first.unit) == ("demo", "Kari Lunde", "B")
    assert first.role is Role.ADMINISTRATOR
    assert 40 <= len(officers) <= 50
    assert len({officer.user_name for officer in officers}) == len(officers)
    assert any(officer.on_leave for officer in officers)
    for officer in officers:
        check_account(officer.user_name, officer.display_name)


def test_everything_refers_to_what_is_there() -> None:
    prison = usual()
    officers = {officer.id for officer in prison.officers}
    inmates = {inmate.id for inmate in prison.inmates}
    assert {one.contact_officer_id for one in prison.inmates} - {None} <= officers
    assert {plan.author_id for plan in prison.plans} <= officers
    assert {plan.inmate_id for plan in prison.plans} <= inmates
    assert {made.author_id for made in usual_log()} <= officers
    assert {made.entry.inmate_id for made in usual_log()} <= inmates
