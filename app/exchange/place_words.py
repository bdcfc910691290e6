"""The words files use of places, and what they mean here."""

from app.domain.places import PlaceKind, PlaceStatus
from app.exchange.squash import squash

_KINDS: dict[PlaceKind, str] = {
    PlaceKind.WING: "wing avdeling avd blokk hus bygg block house houseblock",
    PlaceKind.SPUR: "spur fløy gang korridor seksjon section",
    PlaceKind.LANDING: "landing etasje floor",
    PlaceKind.CELL: "cell celle enkeltcelle dobbeltcelle enkeltrom bed",
    PlaceKind.ROOM: "room rom fellesrom oppholdsrom",
    PlaceKind.OTHER: "other annet annetsted",
}
_KINDS_BY_WORD = {squash(word): kind for kind, words in _KINDS.items() for word in words.split()}

_STATUSES: dict[PlaceStatus, tuple[str, ...]] = {
    PlaceStatus.ACTIVE: ("active", "aktiv", "i bruk", "åpen", "y", "yes", "t", "true", "ja", "1"),
    PlaceStatus.INACTIVE: (
        *("inactive", "inaktiv", "ute av bruk", "ikke i bruk", "stengt", "deactivated"),
        *("temporarily_inactive", "n", "no", "f", "false", "nei", "0"),
    ),
    PlaceStatus.ARCHIVED: ("archived", "arkivert", "nedlagt", "permanently_inactive"),
    PlaceStatus.DRAFT: ("draft", "kladd", "ikke tatt i bruk", "planlagt", "utkast"),
}
_STATUSES_BY_WORD = {squash(word): status for status, words in _STATUSES.items() for word in words}

# An officer reads these words on the board, so they are Norwegian from the start.
_REASONS = {
    "PEST": "skadedyr",
    "DAMAGED": "skadet",
    "DAMP": "fukt",
    "MAINTENANCE": "vedlikehold",
    "MOTHBALLED": "tatt ut av drift",
    "REFURBISHMENT": "oppussing",
    "SECURITY_SEALED": "sperret av sikkerhetsgrunner",
    "STAFF_SHORTAGE": "mangler betjenter",
    "OTHER": "annet",
}
_OTHER_USES = {
    "OFFICE": "kontor",
    "STORE": "lager",
    "SHOWER": "dusj",
    "HOLDING_ROOM": "venterom",
    "INTERVIEW_ROOM": "samtalerom",
    "KITCHEN_SERVERY": "kjøkken",
    "MEDICAL_ROOM": "helserom",
    "TREATMENT_ROOM": "behandlingsrom",
    "STAFF_ROOM": "vaktrom",
    "UTILITY_ROOM": "bod",
    "OTHER": "annet",
}


def place_kind(word: str) -> PlaceKind | None:
    """Return the kind a word stands for, None if the word is unknown."""
    return _KINDS_BY_WORD.get(squash(word))


def is_place_kind(word: str) -> bool:
    """Tell whether a word names a kind of place."""
    return place_kind(word) is not None


def place_status(word: str) -> PlaceStatus | None:
    """Return the status a word stands for, None if the word is unknown."""
    return _STATUSES_BY_WORD.get(squash(word))


def reason_text(code: str, explanation: str) -> str:
    """Return why a place is out of use: the Norwegian word for the code, then the explanation."""
    return ": ".join(part for part in (_REASONS.get(code.upper(), code), explanation) if part)


def other_use(code: str) -> str:
    """Return what a cell was made into, in Norwegian where the code is known."""
    return _OTHER_USES.get(code.upper(), code)
