"""Freeze a plan as a paper: the inmate's own words first, then what was agreed."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.documents.content import Band, Choices, Content, Part, Quote, Signatures
from app.documents.copies import PaperCopy, copy_name
from app.documents.file_names import safe_file_name
from app.documents.framing import (
    FORM,
    Origin,
    column,
    example_bands,
    foot,
    heading,
    in_large_print,
    paragraph,
    row,
)
from app.documents.frozen import FrozenDocument, freeze
from app.documents.goals import goal_parts
from app.documents.inmate_copy import for_inmate
from app.documents.person import OtherNames, behind_name, copy_text, name_keeper, place_text
from app.domain.inmates import Inmate, spoken_name
from app.domain.plans import Agreement, Declined, Plan, PlanStatus
from app.domain.words import language_name, word
from app.foundation.clock import oslo_date
from app.foundation.dates import date_text, moment_text
from app.foundation.translation import SOURCE_LANGUAGE, Words

KIND = "plan"
_NARROW = 16


@dataclass(frozen=True, slots=True)
class PlanSource:
    """What the paper of a plan is frozen from.

    ``staff_names`` and ``other_inmates`` are the display names to keep off the inmate's copy,
    besides the contact officer's and that of whoever changed the plan last.
    """

    origin: Origin
    copy: PaperCopy
    inmate: Inmate
    plan: Plan
    staff_names: tuple[str, ...] = ()
    other_inmates: tuple[str, ...] = ()


def freeze_plan(source: PlanSource, words: Words, *, large_print: bool = False) -> FrozenDocument:
    """Freeze one copy of a plan in one language, in large print or not."""
    content = _PlanWriter(source, words).content()
    return freeze(KIND, in_large_print(content, words, wanted=large_print))


class _PlanWriter:
    """Writes one copy of a plan."""

    def __init__(self, source: PlanSource, words: Words) -> None:
        self._source = source
        self._words = words
        self._internal = source.copy is PaperCopy.INTERNAL
        self._draft = source.plan.status is PlanStatus.DRAFT
        facts = source.inmate.facts
        self._name = spoken_name(facts.family_name, facts.given_name)
        self._place = place_text(source.inmate, words)
        self._plan = source.plan.content
        if not self._internal:
            names = OtherNames((source.plan.changed_by,), source.staff_names, source.other_inmates)
            self._plan = for_inmate(self._plan, name_keeper(source.inmate, names, words))

    def content(self) -> Content:
        """Return everything the paper shows."""
        words, origin = self._words, self._source.origin
        number = self._source.plan.number
        day = oslo_date(origin.frozen_at)
        version = words("plan versjon {number}").format(number=number)
        if self._draft:
            version += f" ({words('kladd')})"
        stem = f"{words('framtidsplan')}-v{number}-{copy_name(self._source.copy, words)}"
        return {
            "form": FORM,
            "language": words.language,
            "document_id": str(origin.document_id),
            "frozen_at": origin.frozen_text,
            "file_name": safe_file_name(stem, origin.document_id, day),
            "title": f"{words('Framtidsplan')}, {version}",
            "landscape": False,
            "bands": [*example_bands(origin, words), *self._draft_bands()],
            "head": {
                "left": " · ".join(part for part in (origin.prison, self._place) if part),
                "name": self._name,
                "behind_name": behind_name(self._source.inmate, words),
                "right": words("Framtidsplan"),
                "right_below": f"{copy_text(self._source.copy, words)} · {date_text(day)}",
            },
            "foot": foot(origin, version, words),
            "parts": list(self._parts()),
        }

    def _draft_bands(self) -> list[Band]:
        if not self._draft:
            return []
        return [
            {
                "text": self._words("KLADD – planen er ikke ferdig og kan bli endret"),
                "tone": "draft",
            }
        ]

    def _called(self) -> str:
        """Return the given name for narrow columns, or the first of many."""
        given = self._source.inmate.facts.given_name or self._name
        return given if len(given) <= _NARROW else given.split()[0]

    def _parts(self) -> Iterator[Part]:
        words, plan = self._words, self._plan
        yield {
            "part": "title",
            "text": words("Framtidsplan"),
            "below": words("for {name}").format(name=self._name),
        }
        yield {"part": "facts", "columns": 3, "facts": list(self._facts())}
        if words.language != SOURCE_LANGUAGE:
            yield paragraph(words("Mål, steg og egne ord står slik de ble skrevet."), "muted")
        yield self._own_words()
        yield from goal_parts(plan, self._called(), words)
        yield from self._agreement()
        if plan.declined:
            yield from self._declined(plan.declined)
        if plan.internal_note:
            yield heading(words("Internt notat"))
            yield paragraph(plan.internal_note, "internal")
        yield self._signatures()

    def _facts(self) -> Iterator[list[str]]:
        words, inmate, plan = self._words, self._source.inmate, self._source.plan
        born = inmate.facts.birth_date
        yield [words("Født"), date_text(born) if born else words("ikke oppgitt")]
        yield [words("Innsattnummer"), inmate.facts.prison_number]
        yield [words("Avdeling og celle"), self._place or words("ikke i celle")]
        yield [words("Plan"), self._version_text()]
        review = self._plan.next_review
        yield [words("Neste gjennomgang"), date_text(review) if review else words("ikke satt")]
        if inmate.facts.interpreter_needed or inmate.facts.languages:
            yield [words("Språk"), self._languages()]
        if self._internal:
            yield [words("Kontaktbetjent"), inmate.contact_officer_name or words("ikke satt")]
            yield [words("Status"), word(inmate.facts.legal_status, words)]
            changed = f"{plan.changed_by}, {moment_text(plan.changed_at)}"
            yield [words("Sist endret"), changed.removeprefix(", ")]

    def _version_text(self) -> str:
        plan, words = self._source.plan, self._words
        number = words("versjon {number}").format(number=plan.number)
        if self._draft:
            return f"{number}, {words('kladd')}"
        if plan.finished_at is None:
            return number
        day = date_text(oslo_date(plan.finished_at))
        return words("{version}, ferdig {day}").format(version=number, day=day)

    def _languages(self) -> str:
        facts, words = self._source.inmate.facts, self._words
        names = [language_name(code, words) for code in facts.languages]
        if facts.interpreter_needed:
            names.append(words("trenger tolk"))
        return ", ".join(names)

    def _own_words(self) -> Quote:
        words = self._words
        own = self._plan.own_words.strip()
        return {
            "part": "quote",
            "label": words("Med egne ord"),
            "text": f"«{own}»" if own else words("Ikke skrevet ennå."),
        }

    def _agreement(self) -> Iterator[Part]:
        words, plan = self._words, self._plan
        answers = {
            Agreement.YES: words("Ja"),
            Agreement.NO: words("Nei"),
            Agreement.COULD_NOT_ANSWER: words("Kunne ikke svare"),
        }
        question = words("Er du enig i planen?")
        if self._internal:
            question = words("Er den innsatte enig i planen?")
        yield heading(question)
        choices: Choices = {
            "part": "choices",
            "choices": [
                {"text": text, "chosen": plan.agreement is answer}
                for answer, text in answers.items()
            ],
        }
        yield choices
        if plan.agreement_reason:
            yield paragraph(words("Grunn: {reason}").format(reason=plan.agreement_reason))
        yield paragraph(words("Planen er frivillig. Det får ingen følger å si nei."), "muted")

    def _declined(self, declined: tuple[Declined, ...]) -> Iterator[Part]:
        words = self._words
        yield heading(words("Takket nei til"))
        yield {
            "part": "table",
            "continued": "",
            "dense": False,
            "lead": 1,
            "columns": [
                column(words("Tilbud"), 190),
                column(words("Grunn"), 225),
                column(words("Spør igjen"), 90),
            ],
            "rows": [
                row(
                    "row",
                    item.what,
                    item.reason or words("ikke oppgitt"),
                    date_text(item.ask_again_on) if item.ask_again_on else "",
                )
                for item in declined
            ],
        }

    def _signatures(self) -> Signatures:
        words = self._words
        officer = (self._source.inmate.contact_officer_name or "") if self._internal else ""
        return {
            "part": "signatures",
            "heading": words("Underskrifter"),
            "place_and_date": words("Sted og dato"),
            "lines": [
                {"role": words("Innsatt"), "name": self._name},
                {"role": words("Kontaktbetjent"), "name": officer},
                {"role": words("Tolk, hvis tolk er brukt"), "name": ""},
                {"role": words("Leder"), "name": ""},
            ],
            "refusal": words("Ønsker ikke å undertegne"),
            "refusal_note": words("Det får ingen følger å la være."),
        }
