"""What the log says of its entries, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby

from app.domain.conversations import AGREED_MARK
from app.domain.read_models import ConversationLine
from app.domain.words import word
from app.foundation.clock import oslo_date
from app.foundation.dates import date_text, moment_text
from app.foundation.translation import _, plural
from app.ui.screens.conversations.spoken_times import coming_day_text, minutes_text

SHORT_LINES = 5
SHORT_LETTERS = 500
_A_YEAR = timedelta(days=365)


class Shown(StrEnum):
    """Which entries the log shows."""

    ALL = "all"
    CONVERSATIONS = "conversations"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one sort: what was said, or what was agreed."""

    text: str
    agreed: bool


def shown_lines(lines: Iterable[ConversationLine], shown: Shown) -> tuple[ConversationLine, ...]:
    """Return the entries of the chosen sort."""
    if shown is Shown.ALL:
        return tuple(lines)
    wanted = shown is Shown.CONVERSATIONS
    return tuple(line for line in lines if line.is_conversation is wanted)


def count_text(lines: Sequence[ConversationLine], now: datetime) -> str:
    """Return ``47 oppføringer · 11 samtaler siste 12 md.``."""
    recent = sum(1 for line in lines if line.is_conversation and line.occurred_at > now - _A_YEAR)
    entries = plural("{n} oppføring", "{n} oppføringer", len(lines))
    talks = plural("{n} samtale siste 12 md.", "{n} samtaler siste 12 md.", recent)
    return f"{entries} · {talks}"


def found_text(lines: Sequence[ConversationLine]) -> str:
    """Return how many entries a search found."""
    return _("{n} treff").format(n=len(lines))


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return the text in its order, with what was agreed apart and its mark taken off."""
    found = []
    for agreed, lines in groupby(text.splitlines(), _is_agreed):
        kept = [line.lstrip()[1:].strip() if agreed else line for line in lines]
        block = "\n".join(kept).strip("\n")
        if block:
            found.append(Block(block, agreed))
    return tuple(found)


def _is_agreed(line: str) -> bool:
    return line.lstrip().startswith(AGREED_MARK) and bool(line.lstrip()[1:].strip())


def is_long(text: str) -> bool:
    """Tell whether an entry is folded at first."""
    return len(text) > SHORT_LETTERS or text.count("\n") >= SHORT_LINES


def beginning(text: str) -> str:
    """Return the first lines of a long text, cut between two words."""
    kept = "\n".join(text.splitlines()[:SHORT_LINES])
    if len(kept) > SHORT_LETTERS:
        cut = kept[:SHORT_LETTERS]
        kept = cut.rpartition(" ")[0] or cut
    return f"{kept.rstrip()} …"


def made_text(line: ConversationLine) -> str:
    """Return who wrote it and how it was held: ``A. Rønning · 25 min · tolk brukt``."""
    parts = [line.author]
    if line.minutes is not None:
        parts.append(minutes_text(line.minutes))
    if line.interpreter_used:
        parts.append(_("tolk brukt"))
    if not line.corrected and oslo_date(line.written_at) > oslo_date(line.occurred_at):
        parts.append(_("skrevet {day}").format(day=date_text(oslo_date(line.written_at))))
    return " · ".join(part for part in parts if part)


def correction_text(line: ConversationLine) -> str:
    """Return who corrected an entry, when and why."""
    return _("Rettet {when} av {name}: {reason}").format(
        when=moment_text(line.written_at), name=line.author, reason=line.correction_reason
    )


def version_text(line: ConversationLine) -> str:
    """Return which version it is, when it was written and by whom."""
    text = _("Versjon {n} · {kind} {held} · skrevet {when} av {name}").format(
        n=line.version,
        kind=word(line.kind),
        held=moment_text(line.occurred_at),
        when=moment_text(line.written_at),
        name=line.author,
    )
    return f"{text}: {line.correction_reason}" if line.correction_reason else text


def next_text(line: ConversationLine) -> str:
    """Return when to talk again; empty where that was not said."""
    if line.next_on is None:
        return ""
    return _("Neste samtale {day}").format(day=coming_day_text(line.next_on))


def summary(line: ConversationLine) -> str:
    """Return the entry in one sentence, as a screen reader says it."""
    corrected = _("rettet") if line.corrected else ""
    parts = (moment_text(line.occurred_at), word(line.kind), made_text(line), corrected)
    return f"{', '.join(part for part in parts if part)}: {line.text}"
