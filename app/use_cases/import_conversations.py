"""Bringing conversations in: added once by their key; a changed text is a new version."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select

from app.database.records.conversation import ConversationRecord, ConversationVersionRecord
from app.database.records.inmate import InmateRecord
from app.database.work import Work
from app.domain.conversations import clean_text, is_conversation
from app.domain.inmates import display_name
from app.domain.topics import Topic
from app.exchange.conversations import ConversationRow
from app.foundation.folding import fold
from app.foundation.progress import Step, no_steps
from app.foundation.translation import _, plural
from app.use_cases.conversations import old_version
from app.use_cases.import_changes import ChangeSet
from app.use_cases.import_report import ImportChange, Tally, Verdict

# A prison's whole log is never held as rows of the database at once.
_ROWS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class _Person:
    id: UUID
    name: str


class ConversationWriter:
    """Writes the entries of a file; an entry of an unknown booking is left out and named."""

    def __init__(
        self, work: Work, booking_column: str | None, tally: Tally, changes: ChangeSet
    ) -> None:
        self._work = work
        self._booking_column = booking_column
        self._tally = tally
        self._changes = changes
        self._people = _people(work)
        self._counts: Counter[tuple[str, Verdict]] = Counter()

    def write(self, rows: Sequence[ConversationRow], step: Step = no_steps) -> None:
        """Write every row."""
        for first in range(0, len(rows), _ROWS_AT_ONCE):
            self._write_some(rows[first : first + _ROWS_AT_ONCE])
            step(min(first + _ROWS_AT_ONCE, len(rows)), len(rows))
        self._tally.note(*self._by_person())
        if self._tally.wrote:
            self._work.changed(Topic.CONVERSATIONS)

    def _write_some(self, rows: Sequence[ConversationRow]) -> None:
        known = self._known(rows)
        new = []
        for row in rows:
            person = self._people.get(row.booking_id or row.prison_number)
            if person is None:
                self._tell_unknown(row)
                continue
            stored = known.get(row.key)
            if stored is None:
                new.append(self._columns(row, person.id))
            verdict = Verdict.CREATED if stored is None else self._compare(stored, row)
            self._tally.count(verdict)
            self._counts[person.name, verdict] += 1
        if new:
            self._work.session.connection().execute(insert(ConversationRecord), new)
            self._changes.made_in_bulk(ConversationRecord, new)
        self._work.session.flush()

    def _known(self, rows: Sequence[ConversationRow]) -> dict[str | None, ConversationRecord]:
        record = ConversationRecord
        keys = [row.key for row in rows]
        found = self._work.session.execute(select(record).where(record.source_key.in_(keys)))
        return {stored.source_key: stored for stored in found.scalars()}

    def _tell_unknown(self, row: ConversationRow) -> None:
        message = _("Ingen på rullen har nummeret «{number}». Raden er hoppet over.").format(
            number=row.booking_id or row.prison_number
        )
        self._tally.warn(row.row, self._booking_column, message)

    def _compare(self, record: ConversationRecord, row: ConversationRow) -> Verdict:
        """Make a text that differs the newest version, and keep the one before."""
        text = clean_text(row.text)
        if self._says_the_same(record, text):
            return Verdict.UNCHANGED
        self._work.session.add(old_version(record))
        record.text = text
        record.folded = fold(text)
        record.kind = row.kind
        record.is_conversation = is_conversation(row.kind)
        record.occurred_at = row.occurred_at
        record.correction_reason = _("Endret i filen som ble hentet inn")
        return Verdict.CHANGED

    def _says_the_same(self, record: ConversationRecord, text: str) -> bool:
        """Tell whether the file brings nothing new; what was corrected here stays corrected."""
        if record.text == text:
            return True
        old = ConversationVersionRecord
        versions = self._work.session.execute(
            select(old.text).where(old.conversation_id == record.id)
        ).scalars()
        return text in set(versions)

    def _by_person(self) -> Iterator[ImportChange]:
        for (name, verdict), number in sorted(self._counts.items()):
            text = plural("{n} oppføring", "{n} oppføringer", number)
            yield ImportChange(verdict, name, after=text)

    def _columns(self, row: ConversationRow, inmate_id: UUID) -> dict[str, object]:
        text = clean_text(row.text)
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


def _people(work: Work) -> dict[str, _Person]:
    """Return everybody by booking and by prison number; a booking tells more."""
    record = InmateRecord
    rows = work.session.execute(
        select(
            record.booking_id,
            record.prison_number,
            record.id,
            record.family_name,
            record.given_name,
        )
    ).all()
    people = [_Person(row.id, display_name(row.family_name, row.given_name)) for row in rows]
    by_number = {row.prison_number: person for row, person in zip(rows, people, strict=True)}
    by_booking = {
        row.booking_id: person for row, person in zip(rows, people, strict=True) if row.booking_id
    }
    return by_number | by_booking
