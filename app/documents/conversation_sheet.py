"""Freeze chosen entries of a person's conversation log, oldest first, each as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.documents.content import Content, Part
from app.documents.copies import PaperCopy, copy_name
from app.documents.file_names import safe_file_name
from app.documents.framing import (
    FORM,
    Origin,
    example_bands,
    foot,
    heading,
    in_large_print,
    paragraph,
)
from app.documents.frozen import FrozenDocument, freeze
from app.documents.names import NameKeeper
from app.documents.person import OtherNames, behind_name, copy_text, name_keeper, place_text
from app.domain.conversations import AGREED_MARK
from app.domain.inmates import Inmate, spoken_name
from app.domain.read_models import ConversationLine
from app.domain.words import word
from app.foundation.clock import oslo_date
from app.foundation.dates import date_text, moment_text
from app.foundation.translation import SOURCE_LANGUAGE, Words

KIND = "conversations"


@dataclass(frozen=True, slots=True)
class ConversationsSource:
    """What the paper is frozen from: a person, and entries in their newest version.

    The inmate's copy carries no brief notes and no reasons for corrections, which are written for
    colleagues; ``staff_names`` and ``other_inmates`` are kept off it, as off the plan.
    """

    origin: Origin
    copy: PaperCopy
    inmate: Inmate
    entries: tuple[ConversationLine, ...]
    staff_names: tuple[str, ...] = ()
    other_inmates: tuple[str, ...] = ()


def freeze_conversations(
    source: ConversationsSource, words: Words, *, large_print: bool = False
) -> FrozenDocument:
    """Freeze one copy of the chosen entries in one language, in large print or not."""
    content = _LogWriter(source, words).content()
    return freeze(KIND, in_large_print(content, words, wanted=large_print))


class _LogWriter:
    """Writes one copy of some entries."""

    def __init__(self, source: ConversationsSource, words: Words) -> None:
        self._source = source
        self._words = words
        self._internal = source.copy is PaperCopy.INTERNAL
        facts = source.inmate.facts
        self._name = spoken_name(facts.family_name, facts.given_name)
        shown = [line for line in source.entries if self._internal or line.is_conversation]
        self._entries = sorted(shown, key=lambda line: (line.occurred_at, line.id))
        self._left_out = len(source.entries) - len(shown)
        authors = tuple(line.author for line in source.entries)
        names = OtherNames(authors, source.staff_names, source.other_inmates)
        self._keep = NameKeeper(())
        if not self._internal:
            self._keep = name_keeper(source.inmate, names, words)

    def content(self) -> Content:
        """Return everything the paper shows."""
        words, origin, inmate = self._words, self._source.origin, self._source.inmate
        day = oslo_date(origin.frozen_at)
        stem = f"{words('samtaler')}-{copy_name(self._source.copy, words)}"
        place = place_text(inmate, words)
        return {
            "form": FORM,
            "language": words.language,
            "document_id": str(origin.document_id),
            "frozen_at": origin.frozen_text,
            "file_name": safe_file_name(stem, origin.document_id, day),
            "title": words("Samtaler"),
            "landscape": False,
            "bands": example_bands(origin, words),
            "head": {
                "left": " · ".join(part for part in (origin.prison, place) if part),
                "name": self._name,
                "behind_name": behind_name(inmate, words),
                "right": words("Samtaler"),
                "right_below": f"{copy_text(self._source.copy, words)} · {date_text(day)}",
            },
            "foot": foot(origin, self._count(), words),
            "parts": list(self._parts()),
        }

    def _count(self) -> str:
        count = len(self._entries)
        return self._words.plural("{n} oppføring", "{n} oppføringer", count).format(n=count)

    def _parts(self) -> Iterator[Part]:
        words = self._words
        yield {
            "part": "title",
            "text": words("Samtaler"),
            "below": words("med {name}").format(name=self._name),
        }
        yield {"part": "facts", "columns": 3, "facts": list(self._facts())}
        if words.language != SOURCE_LANGUAGE and self._entries:
            yield paragraph(words("Samtalene står slik de ble skrevet."), "muted")
        if self._left_out:
            text = words.plural(
                "{n} kort notat er ikke med i innsattes eksemplar.",
                "{n} korte notater er ikke med i innsattes eksemplar.",
                self._left_out,
            )
            yield paragraph(text.format(n=self._left_out), "muted")
        if not self._entries:
            yield paragraph(words("Ingen av oppføringene kan stå i dette eksemplaret."))
        for line in self._entries:
            yield from self._entry(line)

    def _facts(self) -> Iterator[list[str]]:
        words, inmate = self._words, self._source.inmate
        born = inmate.facts.birth_date
        yield [words("Født"), date_text(born) if born else words("ikke oppgitt")]
        yield [words("Innsattnummer"), inmate.facts.prison_number]
        place = place_text(inmate, words)
        yield [words("Avdeling og celle"), place or words("ikke i celle")]
        yield [words("Utvalg"), self._count()]
        if self._entries:
            days = [oslo_date(line.occurred_at) for line in self._entries]
            first, last = date_text(days[0]), date_text(days[-1])
            yield [words("Tid"), first if first == last else f"{first} – {last}"]
        if self._internal:
            name = inmate.contact_officer_name
            yield [words("Kontaktbetjent"), name or words("ikke satt")]

    def _entry(self, line: ConversationLine) -> Iterator[Part]:
        words = self._words
        yield heading(f"{moment_text(line.occurred_at)} · {word(line.kind, words)}")
        about = " · ".join(part for part in self._about(line) if part)
        if about:
            yield paragraph(about, "muted", leads=True)
        yield paragraph(self._text(line.text))
        if line.next_on is not None:
            day = date_text(line.next_on)
            yield paragraph(words("Neste samtale {day}").format(day=day), "muted")
        if self._internal and line.correction_reason:
            reason = words("Grunnen til rettingen: {reason}")
            yield paragraph(reason.format(reason=line.correction_reason), "internal")

    def _about(self, line: ConversationLine) -> Iterator[str]:
        words = self._words
        yield self._author(line.author)
        if line.minutes is not None:
            yield words("{n} min").format(n=line.minutes)
        yield self._keep(line.place)
        if line.interpreter_used:
            yield words("tolk brukt")
        written = moment_text(line.written_at)
        if line.corrected:
            text = words("versjon {number}, rettet {moment}")
            yield text.format(number=line.version, moment=written)
        elif oslo_date(line.written_at) > oslo_date(line.occurred_at):
            yield words("skrevet {moment}").format(moment=written)

    def _author(self, author: str) -> str:
        if self._internal or not author:
            return author
        mine = self._source.inmate.contact_officer_name == author
        return self._words("kontaktbetjenten") if mine else self._words("en ansatt")

    def _text(self, text: str) -> str:
        """Return the text, its agreements named so instead of marked."""
        lines = []
        for line in self._keep(text).splitlines():
            bare = line.lstrip()
            agreed = bare[1:].strip() if bare.startswith(AGREED_MARK) else ""
            lines.append(self._words("Avtalt: {what}").format(what=agreed) if agreed else line)
        return "\n".join(lines)
