"""Accounts and thresholds."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select, update

from app.database.opening import Credentials
from app.database.records.officer import OfficerRecord
from app.database.records.prison import ThresholdRecord
from app.domain.access import Access, Officer, Right, Role, Verb
from app.domain.accounts import check_account, check_password
from app.domain.errors import AlreadyThere, NotFound, Problem, RuleBroken
from app.domain.read_models import OfficerLine
from app.domain.thresholds import Threshold
from app.domain.topics import Topic
from app.foundation.folding import fold
from app.foundation.translation import _
from app.overviews.inmates import read_officers
from app.overviews.prison import overview_thresholds, read_thresholds
from app.use_cases.office import Office
from app.use_cases.sign_in import add_login, officer_row, reset_login

_HIGHEST_THRESHOLD = 3650


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """An account as the administrator typed it, with its first password."""

    user_name: str
    display_name: str
    role: Role
    password: str
    unit: str | None = None


def officers(office: Office) -> tuple[OfficerLine, ...]:
    """Return the accounts in the order of their names. Every officer may see who works here."""
    with office.reading() as connection:
        return read_officers(connection)


def add_officer(office: Office, new: NewOfficer) -> UUID:
    """Make an account. Administrators may.

    Raises:
        RuleBroken: name or password.
        AlreadyThere: the user name is taken.
    """
    check_account(new.user_name, new.display_name)
    check_password(new.password)
    with office.work(Right.MANAGE_OFFICERS, "officers") as work:
        taken = work.session.execute(
            select(OfficerRecord.id).where(OfficerRecord.folded == fold(new.user_name.strip()))
        ).first()
        if taken is not None:
            raise AlreadyThere(new.user_name)
        officer = Officer(
            office.new_id(), new.user_name.strip(), new.display_name.strip(), new.role, new.unit
        )
        work.session.execute(insert(OfficerRecord), [officer_row(officer, office.clock)])
        work.log(Access(Verb.COLLECT, "officers", record_id=officer.id))
        work.changed(Topic.OFFICERS)
        add_login(work, office, Credentials(officer.id, officer.user_name, new.password))
    return officer.id


def reset_password(office: Office, officer_id: UUID, password: str) -> None:
    """Give another officer a new password. Administrators may.

    Raises:
        RuleBroken: the password.
        NotFound: no such account.
    """
    check_password(password)
    with office.work(Right.MANAGE_OFFICERS, "officers") as work:
        user_name = work.session.execute(
            select(OfficerRecord.user_name).where(OfficerRecord.id == officer_id)
        ).scalar()
        if user_name is None:
            raise NotFound
        work.log(Access(Verb.ALTER, "password", record_id=officer_id))
        reset_login(work, office, Credentials(officer_id, user_name, password))


def thresholds(office: Office) -> tuple[Threshold, ...]:
    """Return every threshold with its source and date."""
    with office.reading() as connection:
        return read_thresholds(connection)


def set_threshold(office: Office, key: str, value: int, source: str) -> None:
    """Change a threshold; today becomes its date. Administrators may.

    Raises:
        RuleBroken: the number or the source.
        NotFound: no such threshold.
    """
    if not 0 < value <= _HIGHEST_THRESHOLD:
        raise RuleBroken(Problem("value", _("Tallet må være fra 1 til 3 650.")))
    if not source.strip():
        raise RuleBroken(Problem("source", _("Skriv hvor grensen kommer fra.")))
    with office.work(Right.MANAGE_DATABASE, "thresholds") as work:
        changed = work.session.execute(
            update(ThresholdRecord)
            .where(ThresholdRecord.key == key)
            .values(
                value=value,
                source=source.strip(),
                since=office.today(),
                changed_by=office.officer.id,
            )
            .returning(ThresholdRecord.key)
        ).first()
        if changed is None:
            raise NotFound(key)
        work.log(Access(Verb.ALTER, "thresholds", reason=key))
        work.changed(Topic.SETTINGS)
    office.thresholds = overview_thresholds(thresholds(office))
