"""Two versions of a person's facts beside each other, in words."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.inmates import InmateFacts
from app.domain.words import language_name, word
from app.foundation.translation import _
from app.ui.screens.inmates.form_values import FIELDS, LABELS, FormValues, values_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One field two officers left different."""

    field: str
    label: str
    theirs: str
    mine: str


def differences(theirs: InmateFacts, mine: InmateFacts) -> tuple[Difference, ...]:
    """Return the fields of the form in which two versions differ, in the form's order."""
    left, right = values_of(theirs), values_of(mine)
    return tuple(
        Difference(field, _(LABELS[field]), _read(left, field), _read(right, field))
        for field in FIELDS
        if getattr(left, field) != getattr(right, field)
    )


def _read(values: FormValues, field: str) -> str:
    """Return a field in words, as it is read beside another's."""
    special: dict[str, Callable[[], str]] = {
        "legal_status": lambda: word(values.legal_status),
        "languages": lambda: ", ".join(language_name(code) for code in values.languages),
        "interpreter_needed": lambda: _("ja") if values.interpreter_needed else _("nei"),
    }
    text = special[field]() if field in special else getattr(values, field)
    return text or _("tomt")
