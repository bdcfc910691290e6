"""``conversations add``, ``list`` and ``search``."""

import sys

from app.command_line.exits import Exit
from app.command_line.output import print_json, print_table, say
from app.command_line.session import Call, signed_in
from app.domain.conversations import ConversationKind, NewConversation
from app.domain.search import Search
from app.domain.words import word
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.use_cases.conversations import (
    conversation_log,
    record_conversation,
)
from app.use_cases.inmates import find_inmate
from app.use_cases.search import search_conversations


def add(call: Call) -> Exit:
    """Write an entry; ``--text -`` reads it from stdin."""
    options = call.options
    with signed_in(call) as office:
        inmate_id = find_inmate(office, options.inmate)
        text = _from_stdin(call) if options.text == "-" else options.text
        entry = NewConversation(
            id=office.new_id(),
            inmate_id=inmate_id,
            kind=ConversationKind(options.type),
            occurred_at=options.at or call.clock(),
            text=text,
            minutes=options.minutes,
            place=options.place,
        )
        saved = record_conversation(office, entry)
    print_json({"id": saved.id})
    return Exit.DONE


def _from_stdin(call: Call) -> str:
    call.tell(_("Leser teksten fra stdin."))
    return sys.stdin.read()


def show(call: Call) -> Exit:
    """Print a person's entries, newest first."""
    with signed_in(call) as office:
        lines = conversation_log(office, find_inmate(office, call.options.inmate))
    if call.options.json:
        print_json(
            [
                {
                    "id": line.id,
                    "inmate": line.inmate_id,
                    "occurred_at": line.occurred_at,
                    "written_at": line.written_at,
                    "author": line.author,
                    "type": line.kind,
                    "minutes": line.minutes,
                    "text": line.text,
                    "version": line.version,
                }
                for line in lines
            ]
        )
        return Exit.DONE
    for line in lines:
        length = _(" · {0} min").format(line.minutes) if line.minutes else ""
        print(f"{moment_text(line.occurred_at)} · {word(line.kind)}{length} · {line.author}")
        print(f"{line.text}\n")
    if not lines:
        say(_("Ingen samtaler ennå."))
    return Exit.DONE


def search(call: Call) -> Exit:
    """Print what a search finds, newest first."""
    options = call.options
    with signed_in(call) as office:
        inmate_id = find_inmate(office, options.inmate) if options.inmate else None
        wanted = Search(
            options.query,
            unit=options.unit,
            inmate_id=inmate_id,
            kinds=frozenset(ConversationKind(kind) for kind in options.type),
            author=options.author,
            since=options.since,
            until=options.until,
            limit=options.limit,
        )
        hits = search_conversations(office, wanted)
    if options.json:
        print_json(
            [
                {
                    "id": hit.id,
                    "inmate": hit.inmate_id,
                    "occurred_at": hit.occurred_at,
                    "snippet": hit.snippet,
                }
                for hit in hits
            ]
        )
    else:
        print_table(
            (_("Tid"), _("Navn"), _("Tekst")),
            [
                (moment_text(hit.occurred_at), hit.inmate_name, " ".join(hit.snippet.split()))
                for hit in hits
            ],
        )
    return Exit.DONE
