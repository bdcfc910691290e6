"""The conversation log: write, correct, read, search."""

from uuid import UUID

from sqlalchemy import select

from app.database.records.conversation import ConversationRecord, ConversationVersionRecord
from app.database.records.inmate import InmateRecord
from app.database.work import Work
from app.domain.access import Access, Right, Verb
from app.domain.conversations import (
    Conversation,
    Correction,
    NewConversation,
    check_conversation,
    check_correction,
    clean_text,
    is_conversation,
)
from app.domain.errors import ChangedByAnother, NotFound
from app.domain.read_models import ConversationLine
from app.domain.topics import Topic
from app.foundation.folding import fold
from app.overviews.conversations import read_log, read_versions
from app.use_cases.office import Office
from app.use_cases.plans import finish_steps

_FEATURE = "conversations"


def record_conversation(office: Office, entry: NewConversation) -> Conversation:
    """Save an entry; on return it is committed. Steps ticked in it are done in the plan too.

    The id is the client's: the same entry sent twice is saved once.

    Raises:
        RuleBroken: what must be put right, field by field.
        NotFound: nobody with that id.
    """
    check_conversation(entry, office.clock())
    with office.work(Right.WRITE_CONVERSATIONS, _FEATURE) as work:
        saved = _saved_before(work, entry)
        if saved is not None:
            return _conversation(saved)
        record = _new_record(office, work, entry)
        work.session.add(record)
        finish_steps(work, office.officer, entry.inmate_id, entry.finished_steps)
        work.log(Access(Verb.COLLECT, _FEATURE, inmate_id=entry.inmate_id, record_id=entry.id))
        work.changed(Topic.CONVERSATIONS)
        work.session.flush()
        return _conversation(record)


def _saved_before(work: Work, entry: NewConversation) -> ConversationRecord | None:
    """Ask for the person and for an entry sent before in one round trip."""
    found = work.session.execute(
        select(InmateRecord.id, ConversationRecord)
        .outerjoin(ConversationRecord, ConversationRecord.id == entry.id)
        .where(InmateRecord.id == entry.inmate_id)
    ).first()
    if found is None:
        raise NotFound(str(entry.inmate_id))
    return found[1]


def _new_record(office: Office, work: Work, entry: NewConversation) -> ConversationRecord:
    text = clean_text(entry.text)
    return ConversationRecord(
        id=entry.id,
        inmate_id=entry.inmate_id,
        kind=entry.kind,
        is_conversation=is_conversation(entry.kind),
        occurred_at=entry.occurred_at,
        written_at=work.now,
        author_id=office.officer.id,
        author=office.officer.display_name,
        text=text,
        folded=fold(text),
        minutes=entry.minutes,
        place=entry.place.strip(),
        interpreter_used=entry.interpreter_used,
        next_on=entry.next_on,
        correction_reason="",
    )


def correct_conversation(office: Office, correction: Correction) -> Conversation:
    """Save a new version of an entry with a reason; the old one stays readable.

    Raises:
        RuleBroken: what must be put right, a missing reason among it.
        ChangedByAnother: somebody corrected it in between; carries both.
        NotFound: no such entry.
    """
    check_correction(correction, office.clock())
    with office.work(Right.WRITE_CONVERSATIONS, _FEATURE) as work:
        record = work.session.get(
            ConversationRecord, correction.conversation_id, with_for_update=True
        )
        if record is None:
            raise NotFound(str(correction.conversation_id))
        if record.version != correction.base_version:
            raise ChangedByAnother(_conversation(record), correction)
        work.session.add(old_version(record))
        _write_correction(office, work, record, correction)
        work.log(
            Access(
                Verb.ALTER,
                _FEATURE,
                inmate_id=record.inmate_id,
                record_id=record.id,
                reason=correction.reason.strip(),
            )
        )
        work.changed(Topic.CONVERSATIONS)
        work.session.flush()
        return _conversation(record)


def old_version(record: ConversationRecord) -> ConversationVersionRecord:
    """Return the row that keeps an entry as it is now, before it is changed."""
    return ConversationVersionRecord(
        conversation_id=record.id,
        version=record.version,
        kind=record.kind,
        occurred_at=record.occurred_at,
        written_at=record.written_at,
        author_id=record.author_id,
        author=record.author,
        text=record.text,
        minutes=record.minutes,
        place=record.place,
        interpreter_used=record.interpreter_used,
        next_on=record.next_on,
        correction_reason=record.correction_reason,
    )


def _write_correction(
    office: Office, work: Work, record: ConversationRecord, correction: Correction
) -> None:
    record.text = clean_text(correction.text)
    record.folded = fold(record.text)
    record.kind = correction.kind
    record.is_conversation = is_conversation(correction.kind)
    record.occurred_at = correction.occurred_at
    record.minutes = correction.minutes
    record.correction_reason = correction.reason.strip()
    record.written_at = work.now
    record.author_id = office.officer.id
    record.author = office.officer.display_name


def _conversation(record: ConversationRecord) -> Conversation:
    return Conversation(
        id=record.id,
        inmate_id=record.inmate_id,
        version=record.version,
        kind=record.kind,
        occurred_at=record.occurred_at,
        written_at=record.written_at,
        author_id=record.author_id,
        author=record.author,
        text=record.text,
        minutes=record.minutes,
        place=record.place,
        interpreter_used=record.interpreter_used,
        next_on=record.next_on,
        correction_reason=record.correction_reason,
    )


def conversation_log(
    office: Office, inmate_id: UUID, *, refresh: bool = False
) -> tuple[ConversationLine, ...]:
    """Read one person's log, newest first. Logged before it is shown."""
    office.demand(Right.READ_INMATES, _FEATURE, inmate_id)
    with office.reading() as connection:
        lines = read_log(connection, inmate_id)
    if not refresh:
        office.note(Access(Verb.CONSULT, _FEATURE, inmate_id=inmate_id, count=len(lines)))
    return lines


def conversation_versions(office: Office, conversation_id: UUID) -> tuple[ConversationLine, ...]:
    """Read every version of an entry, newest first. Logged before it is shown.

    Raises:
        NotFound: no such entry.
    """
    office.demand(Right.READ_INMATES, _FEATURE)
    with office.reading() as connection:
        lines = read_versions(connection, conversation_id)
    if not lines:
        raise NotFound(str(conversation_id))
    office.note(
        Access(
            Verb.CONSULT,
            "conversation_versions",
            inmate_id=lines[0].inmate_id,
            record_id=conversation_id,
        )
    )
    return lines
