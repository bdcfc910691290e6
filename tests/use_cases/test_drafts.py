"""Drafts of the officer who is signed in, the same on both engines."""

from uuid import UUID

from sqlalchemy import func, select

from app.database.records.access_entry import AccessEntryRecord
from app.domain.access import Role
from app.domain.drafts import Draft, DraftFeature
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.drafts import discard_draft, drafts, keep_draft
from tests.helpers.prison import NOW, PASSWORD


def typed(feature: DraftFeature = DraftFeature.CONVERSATION, number: int = 1) -> Draft:
    return Draft(UUID(int=number), feature, UUID(int=77), 0, {"text": "Fikk ja"}, NOW)


def test_a_draft_is_kept_at_the_time_of_the_clock(office, clock):
    clock.pass_time(minutes=3)
    assert keep_draft(office, typed()) == clock.now
    (draft,) = drafts(office)
    assert draft.saved_at == clock.now
    assert draft.fields == {"text": "Fikk ja"}


def test_drafts_are_listed_by_what_they_will_become(office):
    keep_draft(office, typed())
    keep_draft(office, typed(DraftFeature.PLAN, 2))
    assert [draft.id.int for draft in drafts(office, DraftFeature.PLAN)] == [2]
    assert len(drafts(office)) == 2


def test_a_discarded_draft_is_gone(office):
    keep_draft(office, typed())
    discard_draft(office, UUID(int=1))
    assert drafts(office) == ()


def test_drafts_are_there_at_the_next_sign_in_of_the_same_officer_alone(office, place, open_office):
    add_officer(office, NewOfficer("mona", "Mona Sæther", Role.OFFICER, PASSWORD))
    keep_draft(office, typed())
    assert len(drafts(open_office(place))) == 1
    assert drafts(open_office(place, "mona")) == ()


def test_keeping_a_draft_touches_no_row_of_the_database(embedded_office):
    def rows() -> int:
        with embedded_office.reading() as connection:
            count = select(func.count()).select_from(AccessEntryRecord)
            return connection.execute(count).scalar_one()

    before = rows()
    keep_draft(embedded_office, typed())
    drafts(embedded_office)
    assert rows() == before
