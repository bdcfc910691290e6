"""What the kinds and statuses are called on screen and paper, in one place for all layers.

Source of the terms: the glossary of the field (kriminalomsorgen.no, straffegjennomføringsloven).
"""

from enum import StrEnum

from app.domain.access import Role
from app.domain.conversations import ConversationKind
from app.domain.inmates import LegalStatus, Whereabouts
from app.domain.places import PlaceKind, PlaceStatus
from app.domain.plans import (
    Actor,
    Agreement,
    GoalStatus,
    PlanPart,
    PlanStatus,
    StepStatus,
    StopReason,
    Theme,
)
from app.foundation.translation import Words, chosen_words, mark

# Pairs, not a dict: members of different kinds that share a value (``other``, ``draft``) are equal.
_WORDS: tuple[tuple[StrEnum, str], ...] = (
    (LegalStatus.REMAND, mark("Varetekt")),
    (LegalStatus.CONVICTED, mark("Dom")),
    (LegalStatus.PREVENTIVE_DETENTION, mark("Forvaring")),
    (LegalStatus.ARRESTED, mark("Pågrepet")),
    (LegalStatus.UNKNOWN, mark("Ikke oppgitt")),
    (Whereabouts.INSIDE, mark("inne")),
    (Whereabouts.RECEPTION, mark("mottak")),
    (Whereabouts.COURT, mark("retten")),
    (Whereabouts.HOSPITAL, mark("sykehus")),
    (Whereabouts.LEAVE, mark("permisjon")),
    (Whereabouts.OUT, mark("ute")),
    (PlaceKind.WING, mark("Avdeling")),
    (PlaceKind.SPUR, mark("Fløy")),
    (PlaceKind.LANDING, mark("Etasje")),
    (PlaceKind.CELL, mark("Celle")),
    (PlaceKind.ROOM, mark("Rom")),
    (PlaceKind.OTHER, mark("Annet sted")),
    (PlaceStatus.ACTIVE, mark("i bruk")),
    (PlaceStatus.INACTIVE, mark("ute av bruk")),
    (PlaceStatus.ARCHIVED, mark("arkivert")),
    (PlaceStatus.DRAFT, mark("ikke tatt i bruk")),
    (ConversationKind.CONTACT_OFFICER, mark("Kontaktbetjentsamtale")),
    (ConversationKind.INTAKE, mark("Innkomstsamtale")),
    (ConversationKind.PLAN_MEETING, mark("Planmøte")),
    (ConversationKind.MOTIVATION, mark("Motiverende samtale")),
    (ConversationKind.CONCERN, mark("Bekymringssamtale")),
    (ConversationKind.RELEASE, mark("Løslatelsessamtale")),
    (ConversationKind.OTHER, mark("Annen samtale")),
    (ConversationKind.NOTE, mark("Kort notat")),
    (Theme.HOUSING, mark("Bolig")),
    (Theme.ECONOMY, mark("Økonomi")),
    (Theme.WORK_AND_EDUCATION, mark("Arbeid og utdanning")),
    (Theme.HEALTH, mark("Helse")),
    (Theme.SUBSTANCE_USE, mark("Rus")),
    (Theme.FAMILY_AND_NETWORK, mark("Familie og nettverk")),
    (Theme.LEISURE, mark("Fritid")),
    (Theme.LEGAL, mark("Juridisk")),
    (PlanPart.GOAL, mark("Mål")),
    (PlanPart.STEP, mark("Steg")),
    (PlanPart.NOTE, mark("Internt notat")),
    (PlanPart.OWN_WORDS, mark("Egne ord")),
    (PlanPart.DECLINED, mark("Takket nei til")),
    (GoalStatus.CURRENT, mark("gjelder nå")),
    (GoalStatus.FUTURE, mark("senere")),
    (GoalStatus.ACHIEVED, mark("nådd")),
    (GoalStatus.STOPPED, mark("stoppet")),
    (StopReason.NO_LONGER_WANTED, mark("Den innsatte ønsker det ikke lenger")),
    (StopReason.NOT_OFFERED_HERE, mark("Tilbudet finnes ikke her")),
    (StopReason.CIRCUMSTANCES_CHANGED, mark("Situasjonen er endret")),
    (StopReason.OTHER, mark("Annet")),
    (StepStatus.NOT_STARTED, mark("ikke startet")),
    (StepStatus.IN_PROGRESS, mark("i gang")),
    (StepStatus.DONE, mark("ferdig")),
    (StepStatus.CANNOT_BE_DONE_YET, mark("kan ikke gjøres ennå")),
    (StepStatus.NO_LONGER_NEEDED, mark("trengs ikke lenger")),
    (Actor.INMATE, mark("Den innsatte")),
    (Actor.CONTACT_OFFICER, mark("Kontaktbetjenten")),
    (Actor.PRISON, mark("Fengselet")),
    (Actor.PARTNER, mark("Samarbeidspartner")),
    (Agreement.NOT_ASKED, mark("ikke spurt ennå")),
    (Agreement.YES, mark("ja")),
    (Agreement.NO, mark("nei")),
    (Agreement.COULD_NOT_ANSWER, mark("kunne ikke svare")),
    (PlanStatus.DRAFT, mark("kladd")),
    (PlanStatus.FINISHED, mark("ferdig")),
    (Role.OFFICER, mark("Fengselsbetjent")),
    (Role.UNIT_LEADER, mark("Avdelingsleder")),
    (Role.ADMINISTRATOR, mark("Administrator")),
    (Role.AUDITOR, mark("Kontrollør")),
)
_BY_KIND = {(type(value), value.value): text for value, text in _WORDS}

# The languages spoken most in Norwegian prisons; any other code is shown as it stands.
_LANGUAGE_NAMES: dict[str, str] = {
    "nb": mark("norsk"),
    "nn": mark("nynorsk"),
    "en": mark("engelsk"),
    "pl": mark("polsk"),
    "lt": mark("litauisk"),
    "ro": mark("rumensk"),
    "sq": mark("albansk"),
    "ar": mark("arabisk"),
    "so": mark("somali"),
    "ru": mark("russisk"),
    "de": mark("tysk"),
    "fr": mark("fransk"),
    "es": mark("spansk"),
    "tr": mark("tyrkisk"),
    "ku": mark("kurdisk"),
    "ti": mark("tigrinja"),
    "fa": mark("persisk"),
    "ur": mark("urdu"),
    "vi": mark("vietnamesisk"),
    "se": mark("nordsamisk"),
    "sv": mark("svensk"),
    "da": mark("dansk"),
    "nl": mark("nederlandsk"),
    "it": mark("italiensk"),
    "uk": mark("ukrainsk"),
    "pt": mark("portugisisk"),
    "cy": mark("walisisk"),
    "bs": mark("bosnisk"),
    "sr": mark("serbisk"),
    "hr": mark("kroatisk"),
    "et": mark("estisk"),
    "lv": mark("latvisk"),
    "zh": mark("kinesisk"),
    "th": mark("thai"),
    "ps": mark("pashto"),
    "hi": mark("hindi"),
    "pa": mark("panjabi"),
    "bn": mark("bengali"),
    "cs": mark("tsjekkisk"),
    "sk": mark("slovakisk"),
    "hu": mark("ungarsk"),
    "bg": mark("bulgarsk"),
    "el": mark("gresk"),
    "fi": mark("finsk"),
}


def word(value: StrEnum, words: Words | None = None) -> str:
    """Return what a kind or status is called, in the window's language or the given one."""
    return (words or chosen_words())(_BY_KIND[type(value), value.value])


def language_name(code: str, words: Words | None = None) -> str:
    """Return the name of a language by its ISO 639 code; an unknown code is shown as it is."""
    name = _LANGUAGE_NAMES.get(code)
    return (words or chosen_words())(name) if name else code


def language_codes() -> tuple[str, ...]:
    """Return the codes a form offers, in the order they are met most."""
    return tuple(_LANGUAGE_NAMES)
