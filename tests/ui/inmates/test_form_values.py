"""What is typed in the form, and the facts it stands for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.errors import RuleBroken
from app.domain.inmates import InmateFacts, LegalStatus, Whereabouts
from app.ui.screens.inmates.form_differences import differences
from app.ui.screens.inmates.form_values import FormValues, facts_of, values_of

NOW = datetime(2026, 11, 23, 8, 41, tzinfo=UTC)
KNOWN = InmateFacts(
    prison_number="T0001",
    family_name="Hassan",
    given_name="Omar",
    birth_date=date(1992, 5, 4),
    legal_status=LegalStatus.CONVICTED,
    languages=("ar", "nb"),
    interpreter_needed=True,
    arrived_at=datetime(2026, 1, 2, 9, 30, tzinfo=UTC),
    release_date=date(2028, 6, 20),
    whereabouts=Whereabouts.COURT,
    booking_id="B-77",
)


def test_what_is_not_touched_stays_exactly_as_it_was():
    assert facts_of(values_of(KNOWN), KNOWN, NOW) == KNOWN


def test_a_new_person_gets_the_facts_that_were_typed():
    values = FormValues(
        family_name=" Vik ",
        prison_number="77",
        birth_date="040592",
        arrived_on="i dag",
        legal_status=LegalStatus.REMAND,
    )
    facts = facts_of(values, None, NOW)
    assert (facts.family_name, facts.birth_date, facts.arrived_at) == (
        "Vik",
        date(1992, 5, 4),
        NOW,
    )
    assert facts.release_date is None


def test_arriving_on_an_earlier_day_is_midday_in_oslo():
    facts = facts_of(FormValues("Vik", prison_number="7", arrived_on="20.11.2026"), None, NOW)
    assert facts.arrived_at == datetime(2026, 11, 20, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14.03.30", date(1930, 3, 14)),
        ("140330", date(1930, 3, 14)),
        ("14.03.2030", date(2030, 3, 14)),
        ("29.02.32", date(1932, 2, 29)),
        ("14.03.99", date(1999, 3, 14)),
    ],
)
def test_a_birth_year_of_two_digits_lies_in_the_past(typed, day):
    values = FormValues("Vik", prison_number="7", birth_date=typed)
    assert facts_of(values, None, NOW).birth_date == day


def test_every_date_that_cannot_be_read_is_named():
    values = FormValues(birth_date="i fjor", arrived_on="31.02.2026", release_date="snart")
    with pytest.raises(RuleBroken) as refused:
        facts_of(values, None, NOW)
    assert [problem.field for problem in refused.value.problems] == [
        "birth_date",
        "arrived_on",
        "release_date",
    ]


def test_nobody_arrives_tomorrow():
    with pytest.raises(RuleBroken) as refused:
        facts_of(FormValues("Vik", prison_number="7", arrived_on="i morgen"), None, NOW)
    assert refused.value.problems[0].field == "arrived_on"


def test_differences_are_told_in_words_and_in_the_forms_order():
    theirs = replace(KNOWN, given_name="Omar A.", languages=("ar",), interpreter_needed=False)
    found = differences(theirs, replace(KNOWN, release_date=None))
    assert [(one.label, one.theirs, one.mine) for one in found] == [
        ("Fornavn", "Omar A.", "Omar"),
        ("Språk", "arabisk", "arabisk, norsk"),
        ("Trenger tolk", "nei", "ja"),
        ("Løslatelse ifølge rull", "20.06.2028", "tomt"),
    ]
    assert differences(KNOWN, KNOWN) == ()
