from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select, update

from app.database.records.inmate import ContactOfficerPeriodRecord, StayRecord
from app.database.records.place import PlaceRecord
from app.domain.access import Right, Role, Verb
from app.domain.errors import ChangedByAnother, NotAllowed, RuleBroken
from app.domain.inmates import Inmate, Whereabouts
from app.domain.places import PlaceStatus
from app.domain.plans import (
    Agreement,
    Goal,
    GoalStatus,
    Plan,
    PlanContent,
    PlanStatus,
    Step,
    StepStatus,
    StopReason,
    Theme,
)
from app.domain.undoing import StandingChange, StatusChange, status_change
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.inmates import (
    open_inmate,
    put_in_cell,
    set_contact_officer,
    take_out_of_cell,
)
from app.use_cases.office import Office
from app.use_cases.plans import finish_plan, open_plan, save_plan
from app.use_cases.undoing import reversible, take_back
from tests.helpers.access import access_log
from tests.helpers.prison import SteppingClock, admit, build_places


def change_of(office: Office, inmate: Inmate, act: Callable[[], Inmate]) -> StandingChange:
    change = reversible(office, inmate.id, act).change
    assert change is not None
    return change


def now(office: Office, inmate_id: UUID) -> Inmate:
    return open_inmate(office, inmate_id, refresh=True).inmate


def moved(office: Office) -> tuple[Inmate, StandingChange, dict[str, UUID]]:
    cells = build_places(office).cells
    inmate = admit(office, 1, cells["B-2-B201"])
    target = cells["B-3-B301"]
    change = change_of(
        office, inmate, lambda: put_in_cell(office, inmate.id, inmate.version, target)
    )
    return inmate, change, cells


def test_a_move_is_taken_back_and_done_again(office: Office, clock: SteppingClock) -> None:
    inmate, change, _cells = moved(office)
    assert now(office, inmate.id).place_path == "B-3-B301"
    clock.pass_time(seconds=5)
    take_back(office, change)
    assert now(office, inmate.id).place_path == "B-2-B201"
    clock.pass_time(seconds=5)
    take_back(office, change.reversed)
    assert now(office, inmate.id).place_path == "B-3-B301"


def test_taking_back_hides_nothing(office: Office, clock: SteppingClock) -> None:
    """The stays and the access log tell of the move and of the move back."""
    inmate, change, _cells = moved(office)
    clock.pass_time(seconds=5)
    take_back(office, change)
    with office.reading() as connection:
        paths = connection.execute(select(StayRecord.place_path).order_by(StayRecord.id)).scalars()
        assert list(paths) == ["B-2-B201", "B-3-B301", "B-2-B201"]
    last = access_log(office)[-1]
    assert (last.verb, last.feature, last.inmate_id) == (Verb.ALTER, "inmates", inmate.id)
    assert last.reason == "undone"


def test_back_in_the_cell_after_court(office: Office) -> None:
    cells = build_places(office).cells
    inmate = admit(office, 1, cells["B-2-B201"])
    change = change_of(
        office,
        inmate,
        lambda: take_out_of_cell(office, inmate.id, inmate.version, Whereabouts.COURT),
    )
    take_back(office, change)
    back = now(office, inmate.id)
    assert (back.place_path, back.unit) == ("B-2-B201", "B")
    assert back.facts.whereabouts is Whereabouts.INSIDE


def test_out_again_without_the_unit_that_came_with_the_cell(office: Office) -> None:
    cells = build_places(office).cells
    inmate = admit(office)
    cell = cells["B-2-B201"]
    change = change_of(office, inmate, lambda: put_in_cell(office, inmate.id, inmate.version, cell))
    take_back(office, change)
    back = now(office, inmate.id)
    assert (back.place_path, back.unit) == (None, None)


def test_a_move_is_not_taken_back_over_the_next_one(office: Office) -> None:
    inmate, change, cells = moved(office)
    version = now(office, inmate.id).version
    put_in_cell(office, inmate.id, version, cells["B-2-B202"])
    with pytest.raises(ChangedByAnother):
        take_back(office, change)
    assert now(office, inmate.id).place_path == "B-2-B202"


def test_nothing_is_taken_back_into_a_cell_out_of_use(office: Office) -> None:
    inmate, change, cells = moved(office)
    with office.work(Right.WRITE_INMATES, "places") as work:
        closed = update(PlaceRecord).values(status=PlaceStatus.INACTIVE)
        work.session.execute(closed.where(PlaceRecord.id == cells["B-2-B201"]))
    with pytest.raises(RuleBroken):
        take_back(office, change)
    assert now(office, inmate.id).place_path == "B-3-B301"


def test_the_contact_officer_before_follows_up_again(office: Office) -> None:
    ola = add_officer(office, NewOfficer("ola", "Ola Moe", Role.OFFICER, "olas passord"))
    inmate = admit(office)
    first = set_contact_officer(office, inmate.id, inmate.version, office.officer.id)
    change = change_of(
        office, first, lambda: set_contact_officer(office, inmate.id, first.version, ola)
    )
    take_back(office, change)
    assert now(office, inmate.id).contact_officer_name == "Kari Lunde"
    with office.reading() as connection:
        periods = connection.execute(select(ContactOfficerPeriodRecord.__table__)).all()
    assert sorted(period.until is None for period in periods) == [False, False, True]


def test_a_later_move_does_not_keep_the_officer_from_being_taken_back(office: Office) -> None:
    cells = build_places(office).cells
    inmate = admit(office)
    change = change_of(
        office,
        inmate,
        lambda: set_contact_officer(office, inmate.id, inmate.version, office.officer.id),
    )
    version = now(office, inmate.id).version
    put_in_cell(office, inmate.id, version, cells["B-2-B201"])
    take_back(office, change)
    back = now(office, inmate.id)
    assert (back.contact_officer_id, back.place_path) == (None, "B-2-B201")


def test_no_change_is_nothing_to_take_back(office: Office) -> None:
    inmate = admit(office)
    done = reversible(
        office, inmate.id, lambda: set_contact_officer(office, inmate.id, inmate.version, None)
    )
    assert done.change is None


def test_who_may_not_change_may_not_take_back(
    office: Office, open_office: Callable[..., Office]
) -> None:
    _inmate, change, _cells = moved(office)
    add_officer(office, NewOfficer("rev", "Revisor", Role.AUDITOR, "revisors passord"))
    auditor = open_office(office.place, "rev", "revisors passord")
    with pytest.raises(NotAllowed):
        take_back(auditor, change)


def planned(office: Office) -> tuple[UUID, Plan]:
    inmate = admit(office)
    steps = (Step(office.new_id(), "Ringe NAV"), Step(office.new_id(), "Søke bolig"))
    goal = Goal(office.new_id(), Theme.HOUSING, "Et sted å bo", steps=steps)
    content = PlanContent(
        (goal,), agreement=Agreement.YES, own_words="Jeg vil ha et hjem.", internal_note="x"
    )
    return inmate.id, save_plan(office, inmate.id, content, 0)


def with_status(content: PlanContent, status: StepStatus, place: int = 0) -> PlanContent:
    goal = content.goals[0]
    steps = list(goal.steps)
    steps[place] = replace(steps[place], status=status)
    return replace(content, goals=(replace(goal, steps=tuple(steps)),))


def stopped(content: PlanContent) -> PlanContent:
    goal = replace(
        content.goals[0], status=GoalStatus.STOPPED, stop_reason=StopReason.NO_LONGER_WANTED
    )
    return replace(content, goals=(goal,))


def saved_change(
    office: Office, inmate_id: UUID, plan: Plan, content: PlanContent
) -> tuple[Plan, StatusChange]:
    saved = save_plan(office, inmate_id, content, plan.version)
    change = status_change(inmate_id, plan.content, saved.content)
    assert change is not None
    return saved, change


def content_now(office: Office, inmate_id: UUID) -> PlanContent:
    plan = open_plan(office, inmate_id, refresh=True)
    assert plan is not None
    return plan.content


def test_a_step_marked_done_waits_again(office: Office) -> None:
    inmate_id, plan = planned(office)
    saved, change = saved_change(
        office, inmate_id, plan, with_status(plan.content, StepStatus.DONE)
    )
    take_back(office, change)
    assert content_now(office, inmate_id) == plan.content
    assert access_log(office)[-1].reason == "undone"
    take_back(office, change.reversed)
    assert content_now(office, inmate_id) == saved.content


def test_a_stopped_goal_is_taken_up_again_with_what_was_written_since(office: Office) -> None:
    inmate_id, plan = planned(office)
    saved, change = saved_change(office, inmate_id, plan, stopped(plan.content))
    written = replace(saved.content, internal_note="Skrevet etterpå")
    save_plan(office, inmate_id, written, saved.version)
    take_back(office, change)
    assert content_now(office, inmate_id) == replace(plan.content, internal_note="Skrevet etterpå")


def test_a_status_somebody_changed_since_is_left(office: Office) -> None:
    inmate_id, plan = planned(office)
    saved, change = saved_change(
        office, inmate_id, plan, with_status(plan.content, StepStatus.DONE)
    )
    theirs = with_status(saved.content, StepStatus.NO_LONGER_NEEDED)
    save_plan(office, inmate_id, theirs, saved.version)
    with pytest.raises(ChangedByAnother):
        take_back(office, change)
    assert content_now(office, inmate_id) == theirs


def test_a_step_that_is_gone_cannot_be_taken_back(office: Office) -> None:
    inmate_id, plan = planned(office)
    saved, change = saved_change(
        office, inmate_id, plan, with_status(plan.content, StepStatus.DONE)
    )
    goal = saved.content.goals[0]
    fewer = replace(saved.content, goals=(replace(goal, steps=goal.steps[1:]),))
    save_plan(office, inmate_id, fewer, saved.version)
    with pytest.raises(ChangedByAnother):
        take_back(office, change)


def test_what_was_finished_stays_as_it_is(office: Office) -> None:
    inmate_id, plan = planned(office)
    saved, change = saved_change(
        office, inmate_id, plan, with_status(plan.content, StepStatus.DONE)
    )
    finish_plan(office, inmate_id, saved.version)
    with pytest.raises(RuleBroken):
        take_back(office, change)
    after = open_plan(office, inmate_id, refresh=True)
    assert after is not None
    assert after.status is PlanStatus.FINISHED
