"""Bringing conversations in: added once by their key; a changed text is a new version."""

from typing import Any
from uuid import UUID

from sqlalchemy import insert, select

from app.database.records.conversation import ConversationRecord, ConversationVersionRecord
from app.database.records.inmate import InmateRecord
from app.database.work import Work
from app.domain.conversations import clean_text, is_conversation
from app.domain.topics import Topic
from app.exchange.conversations import ConversationRow
from app.foundation.folding import fold
from app.foundation.translation import _
from app.use_cases.conversations import old_version
from app.use_cases.import_report import ImportChange, Tally, Verdict


class ConversationWriter:
    """Writes the entries of a file; an entry of an unknown booking is left out and named."""

    def __init__(self, work: Work, booking_column: str | None, tally: Tally) -> None:
        self._work = work
        self._booking_column = booking_column
        self._tally = tally
        rows = work.session.execute(
            select(InmateRecord.booking_id, InmateRecord.prison_number, InmateRecord.id)
        ).all()
        self._people: dict[str, UUID] = {row.prison_number: row.id for row in rows}
        self._people.update({row.booking_id: row.id for row in rows if row.booking_id})
        self._new: list[dict[str, object]] = []

    def write(self, rows: tuple[ConversationRow, ...]) -> None:
        """Write every row."""
        known = self._known()
        for row in rows:
            named = row.booking_id or row.prison_number
            inmate_id = self._people.get(named)
            if inmate_id is None:
                self._tally.warn(
                    row.row,
                    self._booking_column,
                    _("Ingen på rullen har nummeret «{number}». Raden er hoppet over.").format(
                        number=named
                    ),
                )
                continue
            self._write_row(row, inmate_id, known.get(row.key))
        if self._new:
            self._work.session.execute(insert(ConversationRecord), self._new)
        if self._tally.wrote:
            self._work.changed(Topic.CONVERSATIONS)

    def _known(self) -> dict[str, Any]:
        record = ConversationRecord
        rows = self._work.session.execute(
            select(record.source_key, record.id).where(record.source_key.is_not(None))
        )
        return {row.source_key: row.id for row in rows}

    def _write_row(self, row: ConversationRow, inmate_id: UUID, stored: UUID | None) -> None:
        text = clean_text(row.text)
        if stored is None:
            self._new.append(self._columns(row, inmate_id, text))
            self._tally.count(Verdict.CREATED, ImportChange(Verdict.CREATED, row.key))
            return
        record = self._work.session.get_one(ConversationRecord, stored)
        if self._says_the_same(record, text):
            self._tally.count(Verdict.UNCHANGED)
            return
        self._work.session.add(old_version(record))
        record.text = text
        record.folded = fold(text)
        record.kind = row.kind
        record.is_conversation = is_conversation(row.kind)
        record.occurred_at = row.occurred_at
        record.correction_reason = _("Endret i filen som ble hentet inn")
        self._tally.count(Verdict.CHANGED, ImportChange(Verdict.CHANGED, row.key))

    def _says_the_same(self, record: ConversationRecord, text: str) -> bool:
        """Tell whether the file brings nothing new; what was corrected here stays corrected."""
        if record.text == text:
            return True
        old = ConversationVersionRecord
        versions = self._work.session.execute(
            select(old.text).where(old.conversation_id == record.id)
        ).scalars()
        return text in set(versions)

    def _columns(self, row: ConversationRow, inmate_id: UUID, text: str) -> dict[str, object]:
        return {
            "id": self._work.new_id(),
            "version": 1,
            "inmate_id": inmate_id,
            "kind": row.kind,
            "is_conversation": is_conversation(row.kind),
            "occurred_at": row.occurred_at,
            "written_at": row.written_at,
            "author_id": None,
            "author": row.author,
            "text": text,
            "folded": fold(text),
            "minutes": row.minutes,
            "place": row.place,
            "interpreter_used": False,
            "next_on": None,
            "correction_reason": "",
            "source_key": row.key,
        }
