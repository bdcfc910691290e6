"""Who may do what. The answer to everything not named here is no.

Source: strgjfl ch. 1 A and forskrift 2013-09-20-1099; need-to-know inside a role comes later.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What an officer's account is for."""

    OFFICER = "officer"
    UNIT_LEADER = "unit_leader"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Right(StrEnum):
    """One thing an account may be allowed to do."""

    READ_INMATES = "read_inmates"
    WRITE_INMATES = "write_inmates"
    WRITE_CONVERSATIONS = "write_conversations"
    WRITE_PLANS = "write_plans"
    PRINT = "print"
    IMPORT = "import"
    MANAGE_OFFICERS = "manage_officers"
    MANAGE_DATABASE = "manage_database"
    READ_ACCESS_LOG = "read_access_log"
    SET_LOCK_TIME = "set_lock_time"


class Verb(StrEnum):
    """What the access log records (directive 2016/680 article 25 and beside it)."""

    CONSULT = "consult"
    COLLECT = "collect"
    ALTER = "alter"
    DISCLOSE = "disclose"
    COMBINE = "combine"
    ERASE = "erase"
    SIGN_IN = "sign_in"
    LOCK = "lock"
    DENIED = "denied"
    PRINT = "print"
    EXPORT = "export"


_DAILY_WORK = frozenset(
    {
        Right.READ_INMATES,
        Right.WRITE_INMATES,
        Right.WRITE_CONVERSATIONS,
        Right.WRITE_PLANS,
        Right.PRINT,
    }
)

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.OFFICER: _DAILY_WORK,
    Role.UNIT_LEADER: _DAILY_WORK | {Right.SET_LOCK_TIME},
    Role.ADMINISTRATOR: _DAILY_WORK
    | {Right.IMPORT, Right.MANAGE_OFFICERS, Right.MANAGE_DATABASE, Right.SET_LOCK_TIME},
    Role.AUDITOR: frozenset({Right.READ_ACCESS_LOG}),
}


@dataclass(frozen=True, slots=True)
class Officer:
    """The account that is signed in."""

    id: UUID
    user_name: str
    display_name: str
    role: Role
    unit: str | None = None

    def may(self, right: Right) -> bool:
        """Tell whether the account's role carries the right."""
        return right in RIGHTS.get(self.role, frozenset())


@dataclass(frozen=True, slots=True)
class Access:
    """One row of the access log, before it has an id: who is added by the unit of work.

    ``feature`` is the part of the program (``conversations``); ``count`` how many people or
    records an overview or a search showed.
    """

    verb: Verb
    feature: str
    inmate_id: UUID | None = None
    unit: str | None = None
    record_id: UUID | None = None
    count: int | None = None
    reason: str = ""


def initials(name: str) -> str:
    """Return up to three capital initials of a display name."""
    parts = name.replace("-", " ").replace(".", " ").split()
    return "".join(part[0].upper() for part in parts[:3])
