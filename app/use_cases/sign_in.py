"""Making a prison's database, signing in and out, locking, and passwords."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.database import opening, server_roles
from app.database.keyring import PASSWORD, RECOVERY, Keyring, secret_of
from app.database.opening import Credentials, DatabasePlace, Opened
from app.database.records.access_entry import AccessEntryRecord
from app.database.records.officer import KeyWrapRecord, OfficerRecord
from app.database.records.prison import PrisonRecord, ThresholdRecord
from app.database.sealing import new_recovery_code, plain_code
from app.database.work import Work, read_from, work_on
from app.database.workstation.drafts import open_drafts
from app.domain.access import Access, Officer, Role, Verb
from app.domain.accounts import check_account, check_password
from app.domain.errors import Problem, RuleBroken, WrongPassword
from app.domain.thresholds import FIRST_THRESHOLDS
from app.foundation.clock import Clock
from app.foundation.folding import fold
from app.foundation.identity import IdMaker, UuidSeven
from app.foundation.translation import _
from app.overviews.prison import overview_thresholds, read_prison, read_thresholds
from app.use_cases.office import Office

__all__ = ["DatabasePlace"]

# Officers may not read the log on a server; there the ids of one sign-in alone are in order.
_LAST_LOGGED = select(AccessEntryRecord.id).order_by(AccessEntryRecord.id.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class FirstOfficer:
    """The account that starts a prison; it is administrator."""

    user_name: str
    display_name: str
    password: str


@dataclass(frozen=True, slots=True)
class Created:
    """What is shown once after a database was made."""

    officer_id: UUID
    recovery_code: str


def create_prison(
    place: DatabasePlace, officer: FirstOfficer, clock: Clock, *, example: bool = False
) -> Created:
    """Make an empty prison with its administrator. Anybody may, where there is none yet.

    On a server there is no recovery code: the database's administrator can set a new password.

    Raises:
        AlreadyThere: there is one.
        RuleBroken: name or password.
        DatabaseUnavailable: no contact, no room.
    """
    check_account(officer.user_name, officer.display_name)
    check_password(officer.password)
    new_id = UuidSeven(clock)
    code = "" if place.is_server else new_recovery_code()
    first = Credentials(new_id(), officer.user_name, officer.password)
    account = _account(first, officer.display_name, Role.ADMINISTRATOR)

    def fill(session: Session) -> None:
        _fill_first_rows(session, account, clock, new_id, example=example)

    opened = opening.create(place, first, code, fill)
    opened.database.close()
    return Created(first.officer_id, code)


def _account(who: Credentials, display_name: str, role: Role) -> Officer:
    return Officer(who.officer_id, who.user_name.strip(), display_name.strip(), role)


def _fill_first_rows(
    session: Session, officer: Officer, clock: Clock, new_id: IdMaker, *, example: bool
) -> None:
    now = clock()
    session.execute(insert(OfficerRecord), [officer_row(officer, clock)])
    session.execute(
        insert(PrisonRecord),
        [{"id": new_id(), "code": "", "name": "", "is_example": example, "created_at": now}],
    )
    session.execute(insert(ThresholdRecord), _threshold_rows())
    work = Work(session, officer, now, new_id)
    work.log(Access(Verb.COLLECT, "officers", record_id=officer.id))


def officer_row(officer: Officer, clock: Clock) -> dict[str, object]:
    """Return the columns of a new account."""
    return {
        "id": officer.id,
        "version": 1,
        "user_name": officer.user_name,
        "folded": fold(officer.user_name),
        "display_name": officer.display_name,
        "role": officer.role,
        "unit": officer.unit,
        "active": True,
        "created_at": clock(),
    }


def _threshold_rows() -> list[dict[str, object]]:
    return [
        {
            "key": threshold.key,
            "value": threshold.value,
            "source": threshold.source,
            "since": threshold.since,
            "changed_by": None,
        }
        for threshold in FIRST_THRESHOLDS
    ]


def sign_in(place: DatabasePlace, user_name: str, password: str, clock: Clock) -> Office:
    """Let an officer in. The row in the access log is committed before the office is handed out.

    Raises:
        WrongPassword: name or password, or the account is closed; never said which.
        DatabaseMissing, DatabaseTooNew, DatabaseUnavailable: nothing was touched.
    """
    return _office(place, opening.open_as(place, user_name, password), user_name, clock)


def _office(place: DatabasePlace, opened: Opened, user_name: str, clock: Clock) -> Office:
    try:
        officer = _read_officer(opened, user_name)
        new_id = UuidSeven(clock)
        with read_from(opened.database) as connection:
            about_prison = read_prison(connection)
            thresholds = overview_thresholds(read_thresholds(connection))
            if opened.database.embedded:
                new_id.begin_after(connection.execute(_LAST_LOGGED).scalar())
        with work_on(opened.database, officer, clock, new_id) as work:
            work.log(Access(Verb.SIGN_IN, "sign_in"))
        drafts = open_drafts(place.folders, officer.id, opened.data_key)
    except BaseException:
        opened.database.close()
        raise
    return Office(
        place=place,
        database=opened.database,
        officer=officer,
        clock=clock,
        new_id=new_id,
        data_key=opened.data_key,
        drafts=drafts,
        thresholds=thresholds,
        about_prison=about_prison,
    )


def _read_officer(opened: Opened, user_name: str) -> Officer:
    record = OfficerRecord
    with read_from(opened.database) as connection:
        row = connection.execute(
            select(record.__table__).where(record.id == opened.officer_id)
        ).first()
    if row is None or not row.active or row.folded != fold(user_name.strip()):
        raise WrongPassword
    return Officer(row.id, row.user_name, row.display_name, row.role, row.unit)


def sign_in_with_recovery_code(
    place: DatabasePlace, user_name: str, code: str, new_password: str, clock: Clock
) -> Office:
    """Let an officer in by the recovery code and set a new password; the code stays good.

    Raises:
        WrongPassword: name or code.
        RuleBroken: the password; or a server, where the administrator sets a new one.
    """
    if place.is_server:
        raise RuleBroken(
            Problem("code", _("Be administratoren om nytt passord. Koden gjelder lokal database."))
        )
    check_password(new_password)
    opened = opening.open_as(place, user_name, plain_code(code), RECOVERY)
    office = _office(place, opened, user_name, clock)
    _set_embedded_password(office, new_password, "recovery")
    return office


def change_password(office: Office, old: str, new: str) -> None:
    """Give the officer who is signed in a new password.

    Raises:
        WrongPassword: the old one is not right.
        RuleBroken: the new one is too short, or the same.
    """
    verify_password(office, old)
    check_password(new, old)
    if office.place.is_server:
        _set_server_password(office, new)
        office.note(Access(Verb.ALTER, "password", record_id=office.officer.id))
    else:
        _set_embedded_password(office, new)


def _set_embedded_password(office: Office, password: str, reason: str = "") -> None:
    """Change the ring and note it; the write lock keeps another instance from writing its own."""
    secret = secret_of(office.officer.user_name, password)
    with work_on(office.database, office.officer, office.clock, office.new_id) as work:
        work.log(Access(Verb.ALTER, "password", record_id=office.officer.id, reason=reason))
        ring = Keyring.read(office.folders.keyring_file)
        ring.with_secret(office.officer.id, office.data_key, secret, PASSWORD).write()


def _set_server_password(office: Office, password: str) -> None:
    folded = fold(office.officer.user_name)
    who = Credentials(office.officer.id, office.officer.user_name, password)
    row = opening.wrap_row(office.place, who, office.data_key)
    with work_on(office.database, office.officer, office.clock, office.new_id) as work:
        work.session.execute(
            update(KeyWrapRecord)
            .where(KeyWrapRecord.id == office.officer.id)
            .values(wrap=row["wrap"])
        )
        server_roles.set_own_password(
            work.session.connection(), office.place.role_names, folded, password
        )


def verify_password(office: Office, password: str) -> None:
    """Check that it is still the same officer at the keyboard.

    Raises:
        WrongPassword: it is not the password; the try is logged.
        DatabaseUnavailable: no contact with the server.
    """
    try:
        opened = opening.open_as(office.place, office.officer.user_name, password)
    except WrongPassword:
        office.note(Access(Verb.DENIED, "sign_in"))
        raise
    opened.database.close()
    if opened.officer_id != office.officer.id:
        raise WrongPassword


def lock(office: Office) -> None:
    """Note that the screen was locked."""
    office.note(Access(Verb.LOCK, "sign_in"))


def unlock(office: Office, password: str) -> None:
    """Let the same officer go on.

    Raises:
        WrongPassword: it is not the password; the try is logged.
    """
    verify_password(office, password)
    office.note(Access(Verb.SIGN_IN, "sign_in", reason="unlock"))


def sign_out(office: Office) -> None:
    """Note that the officer left, and close the database; the office is of no use afterwards."""
    try:
        if not office.ended:
            office.note(Access(Verb.LOCK, "sign_in", reason="sign_out"))
    finally:
        office.drafts.close()
        office.database.close()


def add_login(work: Work, office: Office, who: Credentials) -> None:
    """Make the login and the wrap of a new account inside the work that adds its row.

    On a server the statements belong to the same transaction; the embedded ring is a file, and is
    written last, so that a broken commit leaves at worst a wrap that opens no account.
    """
    if office.place.is_server:
        work.session.flush()
        row = opening.wrap_row(office.place, who, office.data_key)
        work.session.execute(insert(KeyWrapRecord), [row])
        server_roles.make_login(
            work.session.connection(), office.place.role_names, who.folded, who.password
        )
    else:
        ring = Keyring.read(office.folders.keyring_file)
        secret = secret_of(who.user_name, who.password)
        ring.with_secret(who.officer_id, office.data_key, secret, PASSWORD).write()


def reset_login(work: Work, office: Office, who: Credentials) -> None:
    """Set another officer's password inside the work that logs it."""
    if not office.place.is_server:
        add_login(work, office, who)
        return
    row = opening.wrap_row(office.place, who, office.data_key)
    work.session.execute(
        update(KeyWrapRecord).where(KeyWrapRecord.id == who.officer_id).values(wrap=row["wrap"])
    )
    server_roles.set_password_of(
        work.session.connection(), office.place.role_names, who.folded, who.password
    )
