"""The plans of the fictional prison, each with the versions that were finished before."""

from app.domain.inmates import LegalStatus
from app.example_data.chance import Chance
from app.example_data.lives import Life
from app.example_data.officers import Staff
from app.example_data.pictured import PicturedPlan
from app.example_data.plan_course import PlanCourse
from app.example_data.plan_dates import Timeline, make_timeline, settle
from app.example_data.shapes import ExampleOfficer, ExamplePlan, ExamplePlanVersion
from app.example_data.written_plan import written_plan

_HAVE_ONE = {LegalStatus.CONVICTED: 95, LegalStatus.PREVENTIVE_DETENTION: 98}
_OTHERS_HAVE_ONE = 72  # of a hundred: before a verdict a plan is made on wish


def make_plan(life: Life, staff: Staff, chance: Chance) -> ExamplePlan | None:
    """Make a person's plan; None for those who have none, or do not want one."""
    person = life.person
    wish = person.pictured.plan if person.pictured else PicturedPlan()
    author = _author(life, staff, chance)
    if wish.written:
        return written_plan(life, author, chance)
    share = _HAVE_ONE.get(person.inmate.facts.legal_status, _OTHERS_HAVE_ONE)
    if wish.none or (wish.number is None and not chance.yes(share)):
        return None
    timeline = make_timeline(person, wish, chance)
    if timeline is None:
        return None
    return _follow(life, timeline, wish, author, chance)


def _author(life: Life, staff: Staff, chance: Chance) -> ExampleOfficer:
    inmate = life.person.inmate
    contact = staff.by_id(inmate.contact_officer_id)
    return contact or chance.pick(staff.at_work(inmate.unit))


def _follow(
    life: Life, timeline: Timeline, wish: PicturedPlan, author: ExampleOfficer, chance: Chance
) -> ExamplePlan:
    states = [*timeline.finished, *([] if timeline.draft is None else [timeline.draft])]
    plan_id = chance.new_id(chance.moment(states[0]))
    course = PlanCourse(life, chance)
    versions: list[ExamplePlanVersion] = []
    moment = chance.moment(states[0], 16, 20)
    course.begin(moment, chance.day(states[0]))
    for number, ago in enumerate(states, start=1):
        is_newest = number == len(states)
        if number > 1:
            moment = chance.moment(ago, 16, 20)
            course.go_on(moment, chance.day(ago), states[number - 2] - ago)
        if is_newest:
            course.add_until(wish.open_steps or 0, moment, chance.day(ago))
            course.content = settle(course.content, ago, wish, chance)
        if not is_newest or timeline.draft is None:
            course.answered()
            versions.append(ExamplePlanVersion(number, course.content, moment, author.id))
    finished = versions.pop() if timeline.draft is None else None
    return ExamplePlan(
        id=plan_id,
        inmate_id=life.person.inmate.id,
        content=course.content,
        number=len(states),
        finished_at=finished.finished_at if finished else None,
        changed_at=moment,
        author_id=author.id,
        earlier=tuple(versions),
    )
