"""Plans of the fictional prison: most people have one, some finished, some in the making."""

from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.inmates import LegalStatus
from app.domain.plans import (
    Agreement,
    Declined,
    Goal,
    GoalStatus,
    PlanContent,
    Step,
    StepStatus,
)
from app.example_data.chance import Chance
from app.example_data.plan_texts import (
    DECLINED,
    DISAGREEMENTS,
    GOALS,
    NO_ANSWERS,
    NOTES,
    OWN_WORDS,
    GoalText,
)
from app.example_data.shapes import ExampleInmate, ExampleOfficer, ExamplePlan

_HAVE_ONE = 72
_ANSWERS = (
    (Agreement.YES, 76),
    (Agreement.NOT_ASKED, 14),
    (Agreement.NO, 6),
    (Agreement.COULD_NOT_ANSWER, 4),
)
_STATUSES = (
    (StepStatus.DONE, 34),
    (StepStatus.IN_PROGRESS, 26),
    (StepStatus.NOT_STARTED, 32),
    (StepStatus.CANNOT_BE_DONE_YET, 8),
)
_WITHOUT_PLAN = ("Moen",)
_OLDEST_DAYS = 120


class PlanMaker:
    """Makes one plan after the other."""

    def __init__(self, officers: tuple[ExampleOfficer, ...], chance: Chance) -> None:
        self._officers = officers
        self._chance = chance
        self._today: date = chance.today

    def make(self, inmates: tuple[ExampleInmate, ...]) -> tuple[ExamplePlan, ...]:
        """Make the plans of those who have one."""
        chosen = [one for one in inmates if self._has_plan(one)]
        return tuple(self._plan(one) for one in chosen)

    def _has_plan(self, inmate: ExampleInmate) -> bool:
        lucky = self._chance.yes(_HAVE_ONE)
        days_here = (self._today - inmate.placed_at.date()).days
        return (
            (lucky or inmate.unit == "B")
            and days_here > 1
            and (inmate.facts.family_name not in _WITHOUT_PLAN)
        )

    def _plan(self, inmate: ExampleInmate) -> ExamplePlan:
        chance = self._chance
        days_here = (self._today - inmate.placed_at.date()).days
        changed = chance.moment(chance.number(1, max(1, min(_OLDEST_DAYS, days_here - 1))))
        author = inmate.contact_officer_id or self._somebody(inmate.unit)
        content = self._content(inmate, changed)
        is_open = content.agreement is Agreement.NOT_ASKED or chance.yes(25)
        return ExamplePlan(
            id=chance.new_id(changed),
            inmate_id=inmate.id,
            content=content,
            number=chance.number(1, 4),
            finished_at=None if is_open else changed,
            changed_at=changed,
            author_id=author,
        )

    def _somebody(self, unit: str) -> UUID:
        return self._chance.pick([one for one in self._officers if one.unit == unit]).id

    def _content(self, inmate: ExampleInmate, changed: datetime) -> PlanContent:
        chance = self._chance
        answer = chance.weighted(_ANSWERS)
        texts = chance.some(GOALS, chance.number(1, 4))
        if inmate.facts.legal_status is LegalStatus.REMAND:
            # Nobody plans a release that no court has spoken of yet.
            texts = [text for text in texts if "ut" not in text.title.split()] or [GOALS[10]]
        goals = tuple(self._goal(text, index, changed) for index, text in enumerate(texts))
        return PlanContent(
            goals=goals,
            own_words=chance.pick(OWN_WORDS),
            agreement=answer,
            agreement_reason=self._reason(answer),
            declined=self._declined() if chance.yes(25) else (),
            next_review=self._today + timedelta(days=chance.number(-12, 90)),
            internal_note=chance.pick(NOTES) if chance.yes(40) else "",
        )

    def _reason(self, answer: Agreement) -> str:
        if answer is Agreement.NO:
            return self._chance.pick(DISAGREEMENTS)
        return self._chance.pick(NO_ANSWERS) if answer is Agreement.COULD_NOT_ANSWER else ""

    def _declined(self) -> tuple[Declined, ...]:
        what, reason = self._chance.pick(DECLINED)
        return (Declined(what, reason, self._today + timedelta(days=self._chance.number(5, 80))),)

    def _goal(self, text: GoalText, index: int, changed: datetime) -> Goal:
        chance = self._chance
        steps = tuple(
            Step(
                id=chance.new_id(changed),
                title=title,
                who=who,
                due=self._due(),
                partner=partner,
                status=chance.weighted(_STATUSES),
            )
            for title, who, partner in text.steps
        )
        later = index > 0 and chance.yes(12)
        return Goal(
            id=chance.new_id(changed),
            theme=text.theme,
            title=text.title,
            status=GoalStatus.FUTURE if later else GoalStatus.CURRENT,
            target=self._today + timedelta(days=chance.number(20, 240)),
            steps=steps,
            note=text.note,
        )

    def _due(self) -> date | None:
        if self._chance.yes(30):
            return None
        return self._today + timedelta(days=self._chance.number(-6, 60))
