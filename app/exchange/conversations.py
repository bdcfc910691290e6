"""A file of conversations and notes: who, when, by whom, what was said."""

import re
from dataclasses import dataclass
from datetime import datetime

from app.domain.conversations import LONGEST_MINUTES, TEXT_LIMIT, ConversationKind, clean_text
from app.domain.inmates import NUMBER_LIMIT
from app.exchange.conversation_times import occurred, written
from app.exchange.conversation_words import conversation_kind
from app.exchange.parsed import Parsed, Seen, Sheet
from app.exchange.roll import BOOKING_LIMIT
from app.exchange.rows import Row
from app.foundation.translation import _, plural

KEY_LIMIT = 60
_AUTHOR_LIMIT = 200
_PLACE_LIMIT = 200
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_ODD_SPACES = re.compile(r"[^\S\n\t]")


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """One entry; its person is named by ``booking_id``, else ``prison_number``. Times are UTC."""

    row: int
    key: str
    booking_id: str
    prison_number: str
    kind: ConversationKind
    occurred_at: datetime
    written_at: datetime
    author: str
    text: str
    minutes: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedConversations(Parsed):
    """The entries of a file in its order; rows without a text are left out with a warning."""

    rows: tuple[ConversationRow, ...] = ()


def take_conversations(sheet: Sheet, now: datetime | None) -> ParsedConversations:
    """Turn the rows of a file into entries; entries after ``now`` get a warning."""
    seen = Seen()
    rows = []
    for row in sheet:
        key = row.key("CASE_NOTE_ID", KEY_LIMIT)
        if key is None or not seen.is_new(key, row, "CASE_NOTE_ID"):
            continue
        entry = _entry(row, key, now)
        if entry is not None:
            rows.append(entry)
    _tell_kinds(sheet, rows)
    if not sheet.has("STAFF_ID"):
        message = _("Filen sier ikke hvem som skrev. Forfatteren er satt til ukjent.")
        sheet.findings.warn(None, None, message)
    return ParsedConversations(
        rows=tuple(rows),
        columns=sheet.columns.guesses,
        ignored_columns=sheet.columns.ignored,
        rejected=sheet.findings.rejected,
        warnings=sheet.findings.warnings,
    )


def _entry(row: Row, key: str, now: datetime | None) -> ConversationRow | None:
    """Return the entry; None if it lacks what cannot be made up."""
    occurred_at = occurred(row)
    if occurred_at is None:
        return None
    written_at = written(row) or occurred_at
    booking_id = row.line("booking_id", BOOKING_LIMIT)
    prison_number = row.line("prison_number", NUMBER_LIMIT)
    text = _text(row)
    if not _is_usable(row, booking_id or prison_number, text):
        return None
    if now is not None and occurred_at > now:
        field = "CONTACT_DATE" if row.has("CONTACT_DATE") else "CONTACT_TIME"
        row.warn(field, _("Tidspunktet er ikke kommet ennå. Oppføringen er tatt med."))
    return ConversationRow(
        row=row.number,
        key=key,
        booking_id=booking_id,
        prison_number=prison_number,
        kind=conversation_kind(row.text("CASE_NOTE_TYPE"), row.text("CASE_NOTE_SUB_TYPE")),
        occurred_at=occurred_at,
        written_at=written_at,
        author=_author(row),
        text=text,
        minutes=_minutes(row),
        place=row.line("place", _PLACE_LIMIT),
    )


def _is_usable(row: Row, person: str, text: str) -> bool:
    if not person:
        field = "booking_id" if row.has("booking_id") else "prison_number"
        row.warn(field, _("Raden sier ikke hvem den gjelder. Den er hoppet over."))
    elif not text:
        row.warn("CASE_NOTE_TEXT", _("Teksten er tom. Raden er hoppet over."))
    return bool(person and text)


def _text(row: Row) -> str:
    """Return the whole text, its lines kept, odd spaces made plain."""
    lines = _LINE_ENDS.sub("\n", row.text("CASE_NOTE_TEXT"))
    text = clean_text(_ODD_SPACES.sub(" ", lines))
    if len(text) > TEXT_LIMIT:
        message = _(
            "Teksten er på {length} tegn. Hele er tatt med, men den må deles om den rettes."
        )
        row.warn("CASE_NOTE_TEXT", message, length=len(text))
    return text


def _author(row: Row) -> str:
    author = row.line("STAFF_ID", _AUTHOR_LIMIT)
    if not author and row.has("STAFF_ID"):
        row.warn("STAFF_ID", _("Raden sier ikke hvem som skrev. Forfatteren er satt til ukjent."))
    return author or _("ukjent")


def _minutes(row: Row) -> int | None:
    if not row.text("minutes"):
        return None
    minutes = row.whole_number("minutes")
    if minutes > LONGEST_MINUTES:
        message = _("{minutes} minutter er for lenge. Varigheten er ikke tatt med.")
        row.warn("minutes", message, minutes=minutes)
        return None
    return minutes or None


def _tell_kinds(sheet: Sheet, rows: list[ConversationRow]) -> None:
    """Say how many entries will not count as conversations."""
    if not sheet.has("CASE_NOTE_TYPE"):
        message = _(
            "Filen sier ikke hva slags oppføringer den har. De kommer inn som korte notater "
            "og teller ikke som samtaler."
        )
        sheet.findings.warn(None, None, message)
        return
    notes = sum(1 for row in rows if row.kind is ConversationKind.NOTE)
    if notes:
        message = plural(
            "{n} oppføring er ikke en samtale etter typen sin. Den kommer inn som kort notat.",
            "{n} oppføringer er ikke samtaler etter typen sin. De kommer inn som korte notater.",
            notes,
        )
        sheet.findings.warn(None, sheet.columns.heading("CASE_NOTE_TYPE"), message)
