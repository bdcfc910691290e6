from enum import StrEnum

import pytest

from app.domain.access import Role
from app.domain.conversations import ConversationKind
from app.domain.inmates import LegalStatus, Whereabouts
from app.domain.places import PlaceKind, PlaceStatus
from app.domain.plans import Actor, Agreement, GoalStatus, PlanStatus, StepStatus, StopReason, Theme
from app.domain.words import word

KINDS: tuple[type[StrEnum], ...] = (
    *(Role, ConversationKind, LegalStatus, Whereabouts, PlaceKind, PlaceStatus),
    *(Actor, Agreement, GoalStatus, PlanStatus, StepStatus, StopReason, Theme),
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_member_of_a_kind_has_a_name_of_its_own(kind):
    names = [word(member) for member in kind]
    assert len(set(names)) == len(names)


def test_members_that_share_a_value_keep_their_own_names():
    assert word(ConversationKind.OTHER) == "Annen samtale"
    assert word(PlaceKind.OTHER) == "Annet sted"
    assert word(StopReason.OTHER) == "Annet"
    assert word(PlaceStatus.DRAFT) == "ikke tatt i bruk"
    assert word(PlanStatus.DRAFT) == "kladd"
    assert word(ConversationKind.CONTACT_OFFICER) == "Kontaktbetjentsamtale"
