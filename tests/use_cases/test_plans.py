import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.errors import ChangedByAnother, RuleBroken
from app.domain.plan_text import plan_to_json
from app.domain.plans import (
    Agreement,
    Declined,
    Goal,
    GoalStatus,
    PlanContent,
    PlanStatus,
    Step,
    StepStatus,
    StopReason,
    Theme,
)
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.inmates import peek
from app.use_cases.office import Office
from app.use_cases.plans import (
    finish_plan,
    open_plan,
    plan_versions,
    read_plan_version,
    save_plan,
)
from tests.helpers.prison import SteppingClock, admit, talk


def step(office: Office, title: str = "Ringe NAV", **changes: object) -> Step:
    return replace(Step(office.new_id(), title), **changes)


def goal(office: Office, *steps: Step, **changes: object) -> Goal:
    made = Goal(office.new_id(), Theme.HOUSING, "Et sted å bo", steps=steps)
    return replace(made, **changes)


def content(office: Office, **changes: object) -> PlanContent:
    made = PlanContent(goals=(goal(office, step(office)),), own_words="Jeg vil ha et hjem.")
    return replace(made, **changes)


def test_a_plan_is_saved_and_read_back(office: Office) -> None:
    inmate = admit(office)
    assert open_plan(office, inmate.id) is None
    made = content(
        office,
        declined=(Declined("Kurs", "Ikke nå", office.today() + timedelta(days=30)),),
        next_review=office.today() + timedelta(days=90),
        internal_note="Følg opp",
    )
    saved = save_plan(office, inmate.id, made, 0)
    assert saved.content == made
    assert (saved.number, saved.status, saved.version) == (1, PlanStatus.DRAFT, 1)
    assert open_plan(office, inmate.id) == saved


def test_a_goal_without_a_step_is_refused_unless_it_is_for_later(office: Office) -> None:
    inmate = admit(office)
    with pytest.raises(RuleBroken) as broken:
        save_plan(office, inmate.id, PlanContent(goals=(goal(office),)), 0)
    assert broken.value.problems[0].field == "goals.0.steps"
    later = PlanContent(goals=(goal(office, status=GoalStatus.FUTURE),))
    assert save_plan(office, inmate.id, later, 0).content == later


@pytest.mark.parametrize(("length", "accepted"), [(512, True), (513, False)])
def test_a_title_has_room_for_512_letters(office: Office, length: int, accepted: bool) -> None:
    inmate = admit(office)
    made = PlanContent(goals=(goal(office, step(office), title="å" * length),))
    if accepted:
        assert save_plan(office, inmate.id, made, 0)
        return
    with pytest.raises(RuleBroken) as broken:
        save_plan(office, inmate.id, made, 0)
    assert broken.value.problems[0].field == "goals.0.title"


def test_a_target_may_be_today_and_not_yesterday(office: Office) -> None:
    inmate = admit(office)
    today = office.today()
    save_plan(office, inmate.id, PlanContent((goal(office, step(office), target=today),)), 0)
    late = PlanContent((goal(office, step(office), target=today - timedelta(days=1)),))
    with pytest.raises(RuleBroken) as broken:
        save_plan(office, inmate.id, late, 1)
    assert broken.value.problems[0].field == "goals.0.target"


def test_a_date_that_has_passed_meanwhile_does_not_hinder(
    office: Office, clock: SteppingClock
) -> None:
    inmate = admit(office)
    made = content(office, next_review=office.today())
    saved = save_plan(office, inmate.id, made, 0)
    clock.pass_time(days=3)
    save_plan(office, inmate.id, replace(made, own_words="Nytt"), saved.version)


def test_stopping_for_another_reason_needs_words(office: Office) -> None:
    inmate = admit(office)
    stopped = goal(office, step(office), status=GoalStatus.STOPPED, stop_reason=StopReason.OTHER)
    with pytest.raises(RuleBroken) as broken:
        save_plan(office, inmate.id, PlanContent((stopped,)), 0)
    assert broken.value.problems[0].field == "goals.0.stop_text"


def test_only_a_goal_in_play_is_stopped_or_reached(office: Office) -> None:
    inmate = admit(office)
    stopped = goal(
        office,
        step(office),
        status=GoalStatus.STOPPED,
        stop_reason=StopReason.NOT_OFFERED_HERE,
    )
    save_plan(office, inmate.id, PlanContent((stopped,)), 0)
    reached = replace(stopped, status=GoalStatus.ACHIEVED)
    with pytest.raises(RuleBroken):
        save_plan(office, inmate.id, PlanContent((reached,)), 1)
    taken_up = replace(stopped, status=GoalStatus.CURRENT)
    save_plan(office, inmate.id, PlanContent((taken_up,)), 1)
    save_plan(office, inmate.id, PlanContent((reached,)), 2)


@pytest.mark.parametrize("answer", [Agreement.NO, Agreement.COULD_NOT_ANSWER])
def test_an_answer_other_than_yes_needs_its_reason(office: Office, answer: Agreement) -> None:
    inmate = admit(office)
    with pytest.raises(RuleBroken) as broken:
        save_plan(office, inmate.id, content(office, agreement=answer), 0)
    assert broken.value.problems[0].field == "agreement_reason"
    said = content(office, agreement=answer, agreement_reason="Vil vente")
    assert save_plan(office, inmate.id, said, 0).content.agreement is answer


def test_there_is_nothing_to_agree_to_without_goals(office: Office) -> None:
    inmate = admit(office)
    with pytest.raises(RuleBroken) as broken:
        save_plan(office, inmate.id, PlanContent(agreement=Agreement.YES), 0)
    assert broken.value.problems[0].field == "agreement"


def test_a_stale_save_is_refused_and_both_are_shown(office: Office) -> None:
    inmate = admit(office)
    first = save_plan(office, inmate.id, content(office), 0)
    theirs = save_plan(office, inmate.id, content(office, own_words="Deres"), first.version)
    mine = content(office, own_words="Mine")
    with pytest.raises(ChangedByAnother) as refused:
        save_plan(office, inmate.id, mine, first.version)
    assert (refused.value.theirs, refused.value.mine) == (theirs, mine)
    assert open_plan(office, inmate.id).content.own_words == "Deres"
    with pytest.raises(ChangedByAnother):
        save_plan(office, inmate.id, mine, 0)


def test_a_finished_version_is_frozen_and_the_next_edit_opens_a_draft(office: Office) -> None:
    inmate = admit(office)
    agreed = content(office, agreement=Agreement.YES)
    draft = save_plan(office, inmate.id, agreed, 0)
    finished = finish_plan(office, inmate.id, draft.version)
    assert finished.status is PlanStatus.FINISHED
    assert finished.digest == hashlib.sha256(plan_to_json(agreed).encode()).hexdigest()
    changed = replace(agreed, own_words="Noe nytt")
    second = save_plan(office, inmate.id, changed, finished.version)
    assert (second.number, second.status) == (2, PlanStatus.DRAFT)
    assert read_plan_version(office, inmate.id, 1).content == agreed
    assert [line.number for line in plan_versions(office, inmate.id)] == [1]


def test_a_plan_without_an_answer_is_not_finished(office: Office) -> None:
    inmate = admit(office)
    draft = save_plan(office, inmate.id, content(office), 0)
    with pytest.raises(RuleBroken) as broken:
        finish_plan(office, inmate.id, draft.version)
    assert broken.value.problems[0].field == "agreement"
    with pytest.raises(ChangedByAnother):
        finish_plan(office, inmate.id, draft.version + 1)


def test_a_step_ticked_in_a_conversation_is_done_in_the_plan(office: Office) -> None:
    inmate = admit(office)
    waiting, other = step(office), step(office, "Søke kurs")
    plan = PlanContent((goal(office, waiting, other),), agreement=Agreement.YES)
    draft = save_plan(office, inmate.id, plan, 0)
    finish_plan(office, inmate.id, draft.version)
    talk(office, inmate.id, finished_steps=(waiting.id,))
    after = open_plan(office, inmate.id)
    assert after.content.goals[0].steps[0].status is StepStatus.DONE
    assert (after.number, after.status) == (2, PlanStatus.DRAFT)
    assert read_plan_version(office, inmate.id, 1).content == plan


def test_the_overview_counts_open_and_overdue_steps(office: Office, clock: SteppingClock) -> None:
    inmate = admit(office)
    today = office.today()
    steps = (
        step(office, due=today),
        step(office, "Senere", due=today + timedelta(days=40)),
        step(office, "Ferdig", due=today, status=StepStatus.DONE),
        step(office, "Uten frist", status=StepStatus.CANNOT_BE_DONE_YET),
    )
    plan = content(office, goals=(goal(office, *steps),), next_review=date(2027, 2, 1))
    save_plan(office, inmate.id, plan, 0)
    (line,) = cell_block_overview(office).inmates
    assert (line.open_steps, line.overdue_steps, line.next_due) == (3, 0, today)
    assert (line.has_plan, line.next_review) == (True, date(2027, 2, 1))
    clock.pass_time(days=2)
    (line,) = cell_block_overview(office).inmates
    assert (line.open_steps, line.overdue_steps) == (3, 1)
    glance = peek(office, inmate.id)
    assert [(item.title, item.overdue) for item in glance.open_steps] == [
        ("Ringe NAV", True),
        ("Senere", False),
        ("Uten frist", False),
    ]
