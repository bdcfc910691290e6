from collections.abc import Callable

import pytest

from app.database.opening import DatabasePlace
from app.domain.access import Role
from app.domain.errors import NotAllowed, RuleBroken
from app.domain.topics import Topic
from app.use_cases.administration import NewOfficer, add_officer, thresholds
from app.use_cases.cell_blocks import revisions
from app.use_cases.lock_time import set_lock_seconds
from app.use_cases.office import Office
from tests.helpers.prison import PASSWORD


def enter(office: Office, open_office: Callable[..., Office], role: Role) -> Office:
    add_officer(office, NewOfficer("tor", "Tor Lie", role, PASSWORD, "B"))
    return open_office(office.place, "tor")


def test_two_minutes_until_somebody_chooses_another_time(office: Office) -> None:
    assert office.thresholds.lock_seconds == 120


def test_a_unit_leader_chooses_and_every_workstation_learns_of_it(
    office: Office, open_office: Callable[..., Office], place: DatabasePlace
) -> None:
    leader = enter(office, open_office, Role.UNIT_LEADER)
    before = revisions(office)[Topic.SETTINGS]
    set_lock_seconds(leader, 60)
    assert leader.thresholds.lock_seconds == 60
    assert revisions(office)[Topic.SETTINGS] == before + 1
    assert office.thresholds.lock_seconds == 60
    set_lock_seconds(leader, 300)
    kept = {threshold.key: threshold for threshold in thresholds(office)}
    assert kept["lock.idle_seconds"].value == 300
    assert kept["lock.idle_seconds"].source == "Tor Lie"


def test_an_officer_may_not(office: Office, open_office: Callable[..., Office]) -> None:
    officer = enter(office, open_office, Role.OFFICER)
    with pytest.raises(NotAllowed):
        set_lock_seconds(officer, 60)
    assert office.thresholds.lock_seconds == 120


@pytest.mark.parametrize("seconds", [0, 29, 301])
def test_neither_too_short_nor_too_long(office: Office, seconds: int) -> None:
    with pytest.raises(RuleBroken, match="fra 30 til 300 sekunder"):
        set_lock_seconds(office, seconds)
