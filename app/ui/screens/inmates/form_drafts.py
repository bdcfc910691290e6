"""The form as text, field by field, as a draft keeps it."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from app.domain.inmates import LegalStatus
from app.ui.screens.inmates.form_values import FormValues

_TEXTS = (
    "family_name",
    "given_name",
    "prison_number",
    "birth_date",
    "arrived_on",
    "release_date",
)


def fields_of(values: FormValues) -> dict[str, str]:
    """Return what is typed; ``name`` is what a list of drafts calls the person."""
    fields = {name: str(getattr(values, name)) for name in _TEXTS}
    fields["legal_status"] = values.legal_status.value
    fields["languages"] = ",".join(values.languages)
    fields["interpreter_needed"] = "yes" if values.interpreter_needed else ""
    fields["place_id"] = str(values.place_id or "")
    fields["contact_officer_id"] = str(values.contact_officer_id or "")
    fields["name"] = ", ".join(part for part in (values.family_name, values.given_name) if part)
    return fields


def values_from(fields: Mapping[str, str]) -> FormValues:
    """Return the form as a draft kept it; what an older program did not keep is empty."""
    status = LegalStatus.UNKNOWN
    with suppress(ValueError):
        status = LegalStatus(fields.get("legal_status", ""))
    texts = {name: fields.get(name, "") for name in _TEXTS}
    return FormValues(
        **texts,
        legal_status=status,
        languages=tuple(code for code in fields.get("languages", "").split(",") if code),
        interpreter_needed=bool(fields.get("interpreter_needed")),
        place_id=_id(fields.get("place_id", "")),
        contact_officer_id=_id(fields.get("contact_officer_id", "")),
    )


def _id(text: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(text)
    return None
