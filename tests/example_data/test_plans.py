import re
from collections import Counter

import pytest

from app.domain.inmates import LegalStatus
from app.domain.plan_rules import check_finished, check_plan
from app.domain.plan_text import plan_from_json, plan_to_json
from app.domain.plans import (
    Actor,
    Agreement,
    GoalStatus,
    PlanContent,
    Theme,
    is_overdue,
    open_steps,
)
from app.example_data.shapes import ExamplePlan
from app.foundation.clock import oslo_date
from tests.example_data.prisons import TODAY, make, usual
from tests.example_data.test_log import SENTENCE

BY_INMATE = {plan.inmate_id: plan for plan in usual().plans}


def written_in(content: PlanContent) -> list[str]:
    """Return every text of a plan that has words."""
    texts = [content.own_words, content.agreement_reason, content.internal_note]
    texts += [text for item in content.declined for text in (item.what, item.reason)]
    for goal in content.goals:
        texts += [goal.title, goal.note, goal.stop_text]
        texts += [text for step in goal.steps for text in (step.title, step.partner)]
    return [text for text in texts if text]


def plan_of(family_name: str) -> ExamplePlan:
    person = next(
        one for one in usual().inmates if (one.facts.family_name, one.unit) == (family_name, "B")
    )
    return BY_INMATE[person.id]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_version_keeps_the_rules_on_the_day_it_was_made(seed: int) -> None:
    for plan in make(392, 0, seed=seed).plans:
        before = PlanContent()
        for version in plan.earlier:
            day = oslo_date(version.finished_at)
            before = check_finished(version.content, before, day)
        check = check_finished if plan.finished_at else check_plan
        check(plan.content, before, oslo_date(plan.changed_at))


def test_versions_are_numbered_from_one_and_come_in_order() -> None:
    for plan in usual().plans:
        numbers = [version.number for version in plan.earlier]
        assert [*numbers, plan.number] == list(range(1, plan.number + 1))
        moments = [version.finished_at for version in plan.earlier]
        assert [*moments, plan.changed_at] == sorted([*moments, plan.changed_at])


def test_about_seven_of_ten_have_a_plan_in_every_state() -> None:
    plans = usual().plans
    assert 0.62 < len(plans) / 392 < 0.78
    numbers = Counter(plan.number for plan in plans)
    assert set(numbers) == {1, 2, 3, 4}
    assert sum(plan.finished_at is None for plan in plans) > 80
    assert sum(plan.finished_at is not None for plan in plans) > 80
    assert {plan.content.agreement for plan in plans} == set(Agreement)
    goals = [goal for plan in plans for goal in plan.content.goals]
    assert {goal.theme for goal in goals} == set(Theme)
    assert {goal.status for goal in goals} == set(GoalStatus)
    assert {step.who for goal in goals for step in goal.steps} == set(Actor)
    assert any(plan.content.declined for plan in plans)


def test_some_steps_and_reviews_are_overdue_most_are_not() -> None:
    plans = usual().plans
    late = [p for p in plans if any(is_overdue(s, TODAY) for s in open_steps(p.content))]
    assert 0.15 < len(late) / len(plans) < 0.45
    reviews = [plan.content.next_review for plan in plans]
    assert 10 < sum(day < TODAY for day in reviews if day) < len(plans) / 4


def test_the_plans_of_the_pictures_show_what_the_pictures_show() -> None:
    counted = {
        name: (
            plan_of(name).number,
            len(open_steps(plan_of(name).content)),
            sum(is_overdue(step, TODAY) for step in open_steps(plan_of(name).content)),
        )
        for name in ("Hassan", "Haugen", "Berg", "Nilsen", "Lie", "Strand", "Rustad")
    }
    assert counted == {
        "Hassan": (4, 3, 1),
        "Haugen": (2, 2, 0),
        "Berg": (4, 3, 0),
        "Nilsen": (3, 3, 1),
        "Lie": (1, 3, 0),
        "Strand": (2, 1, 0),
        "Rustad": (2, 4, 1),
    }
    assert plan_of("Hassan").content.own_words.endswith("søsteren min skal være stolt.")
    with pytest.raises(KeyError):
        plan_of("Moen")


def test_texts_are_whole_and_fit_the_person() -> None:
    served = (LegalStatus.CONVICTED, LegalStatus.PREVENTIVE_DETENTION)
    for inmate in usual().inmates:
        plan = BY_INMATE.get(inmate.id)
        if plan is None:
            continue
        assert plan_from_json(plan_to_json(plan.content)) == plan.content
        text = " | ".join(written_in(plan.content))
        assert not re.search(r"[{}]|  |lorem|\d{11}", text.lower()), text
        if inmate.facts.legal_status not in served:
            assert not SENTENCE.search(text), text
