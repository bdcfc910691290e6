"""Search over what has been written: what is asked for, how a question is read, what is found.

Case and accents do not matter, æ ø å do, and a word is found inside a compound: ``søknad`` finds
*permisjonssøknad*.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.conversations import ConversationKind
from app.domain.plans import PlanPart
from app.foundation.folding import fold

MOST_TERMS = 12
_AROUND_HIT = 60
_TERM = re.compile(r'"([^"]*)"?|(\S+)')

Kind = ConversationKind | PlanPart
EVERY_CONVERSATION = frozenset(ConversationKind)
EVERY_KIND: frozenset[Kind] = EVERY_CONVERSATION | frozenset(PlanPart)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: every word and "phrase in quotes" of the query, within the filters.

    ``unit`` and ``inmate_id`` None means the whole prison; an empty ``kinds`` means every kind.
    ``since`` and ``until`` are days in Oslo, both included.
    """

    query: str = ""
    unit: str | None = None
    inmate_id: UUID | None = None
    kinds: frozenset[Kind] = frozenset()
    author: str = ""
    since: date | None = None
    until: date | None = None
    limit: int = 50

    @property
    def terms(self) -> tuple[str, ...]:
        """Return what must be found, folded, each once."""
        return terms_of(self.query)

    @property
    def is_scoped(self) -> bool:
        """Tell whether it is kept to one person or unit."""
        return self.inmate_id is not None or self.unit is not None

    @property
    def conversation_kinds(self) -> frozenset[ConversationKind]:
        """Return the kinds of entries that are wanted."""
        return EVERY_CONVERSATION & (self.kinds or EVERY_KIND)

    @property
    def plan_parts(self) -> frozenset[PlanPart]:
        """Return the parts of plans that are wanted."""
        return frozenset(PlanPart) & (self.kinds or EVERY_KIND)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for: a list of everything is no answer."""
        filtered = self.kinds or self.author.strip() or self.since or self.until
        return not self.terms and not filtered


@dataclass(frozen=True, slots=True)
class Snippet:
    """Plain text around the first hit; ``marks`` are (start, length) of every hit in it."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One entry, or one text of a plan (then ``id`` is the plan's)."""

    id: UUID
    inmate_id: UUID
    inmate_name: str
    place_path: str | None
    kind: Kind
    occurred_at: datetime
    author: str
    excerpt: Snippet

    @property
    def snippet(self) -> str:
        """Return the text around the first hit."""
        return self.excerpt.text

    @property
    def of_plan(self) -> bool:
        """Tell whether it was found in a plan."""
        return isinstance(self.kind, PlanPart)


def terms_of(query: str) -> tuple[str, ...]:
    """Read a query: words, and phrases in quotes; a quote that is never closed ends at the end."""
    found = (match[1] or match[2] or "" for match in _TERM.finditer(fold(query)))
    terms = (" ".join(term.split()) for term in found)
    return tuple(dict.fromkeys(term for term in terms if term))[:MOST_TERMS]


def snippet(text: str, terms: tuple[str, ...]) -> Snippet:
    """Return the text around the first hit on one line, with dots where it was cut."""
    flat = " ".join(unicodedata.normalize("NFC", text).split())
    folded, origin = _folded_with_origin(flat)
    places = [place for term in terms if (place := folded.find(term)) >= 0]
    first = origin(min(places, default=0))
    longest = max(map(len, terms), default=0)
    start = _word_start(flat, max(0, first - _AROUND_HIT), first)
    end = _word_end(flat, first + longest, min(len(flat), first + longest + _AROUND_HIT))
    piece = flat[start:end].strip()
    before, after = ("… " if start else ""), (" …" if end < len(flat) else "")
    marks = tuple((len(before) + place, length) for place, length in _marks(piece, terms))
    return Snippet(f"{before}{piece}{after}", marks)


def _word_start(text: str, place: int, latest: int) -> int:
    """Return the first beginning of a word from a place on; the place itself if there is none."""
    if place == 0 or text[place - 1] == " ":
        return place
    blank = text.find(" ", place, latest)
    return place if blank < 0 else blank + 1


def _word_end(text: str, earliest: int, place: int) -> int:
    """Return the last end of a word up to a place; the place itself if there is none."""
    if place == len(text) or text[place] == " ":
        return place
    blank = text.rfind(" ", earliest, place)
    return place if blank < 0 else blank


def _marks(text: str, terms: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    folded, origin = _folded_with_origin(text)
    spans = sorted(
        (origin(match.start()), origin(match.end()))
        for term in terms
        for match in re.finditer(re.escape(term), folded)
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple((start, end - start) for start, end in joined)


class _Origin:
    """Leads from a place in the folded text back to the place in the text itself."""

    def __init__(self, text: str, folded: str) -> None:
        self._places: list[int] | None = None
        if len(text) != len(folded):
            # Rare: one letter that folds to two (ß), or two that fold to one.
            self._places = [place for place, sign in enumerate(text) for _ in fold(sign)]
            self._places.append(len(text))

    def __call__(self, place: int) -> int:
        """Return the place in the text."""
        if self._places is None:
            return place
        return self._places[min(place, len(self._places) - 1)]


def _folded_with_origin(text: str) -> tuple[str, _Origin]:
    folded = fold(text)
    return folded, _Origin(text, folded)
