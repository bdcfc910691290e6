"""Rules for user names and passwords (ASVS 5.0, 6.2: length counts, composition does not)."""

import re

from app.domain.errors import Problem, RuleBroken
from app.foundation.folding import fold
from app.foundation.translation import _

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 128
NAME_LIMIT = 200
_USER_NAME = re.compile(r"^[a-z0-9æøå._-]{1,40}$")


def check_account(user_name: str, display_name: str) -> None:
    """Refuse a user name or a name that cannot be used.

    Raises:
        RuleBroken: one problem for each field.
    """
    problems = []
    if not _USER_NAME.match(fold(user_name.strip())):
        problems.append(
            Problem("user_name", _("Brukernavnet kan ha bokstaver, tall, punktum og bindestrek."))
        )
    if not display_name.strip() or len(display_name) > NAME_LIMIT:
        problems.append(Problem("display_name", _("Skriv fullt navn, høyst 200 tegn.")))
    if problems:
        raise RuleBroken(*problems)


def check_password(password: str, old: str | None = None) -> None:
    """Refuse a password that is too short, too long, or the old one.

    Raises:
        RuleBroken: with the field ``password``.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise RuleBroken(Problem("password", _("Passordet må ha minst 8 tegn.")))
    if len(password) > LONGEST_PASSWORD:
        raise RuleBroken(Problem("password", _("Passordet kan ha høyst 128 tegn.")))
    if password == old:
        raise RuleBroken(Problem("password", _("Velg et annet passord enn det gamle.")))
