"""The words rolls use of people, and what they mean here."""

from app.domain.inmates import LegalStatus, Whereabouts
from app.exchange.squash import squash

_LEGAL: dict[LegalStatus, tuple[str, ...]] = {
    LegalStatus.REMAND: (
        *("varetekt", "varetektsinnsatt", "remand", "remanded", "unconvicted", "unsentenced"),
        *("varetektsfengslet", "custodial remand", "varetektsfengsling"),
    ),
    LegalStatus.CONVICTED: (
        *("dom", "dømt", "domfelt", "domsinnsatt", "domssoner", "soner", "soning", "fengselsdom"),
        *("convicted", "sentenced", "convicted_unsentenced", "ubetinget fengsel", "bøtesoning"),
        *("subsidiær fengselsstraff", "recall"),
    ),
    LegalStatus.PREVENTIVE_DETENTION: (
        *("forvaring", "forvaringsdømt", "preventive_detention", "indeterminate_sentence"),
        "preventive detention",
    ),
    LegalStatus.ARRESTED: ("pågrepet", "arrested", "politiarrest", "arrest", "arrestant"),
    LegalStatus.UNKNOWN: ("unknown", "ukjent", "ikke oppgitt", "other", "annet"),
}
_LEGAL_BY_WORD = {squash(word): status for status, words in _LEGAL.items() for word in words}

_WHEREABOUTS: dict[Whereabouts, tuple[str, ...]] = {
    Whereabouts.INSIDE: ("in", "inne", "inn", "inside", "tilstede", "til stede", "active in"),
    Whereabouts.RECEPTION: ("reception", "recp", "mottak", "i mottak", "mottaket"),
    Whereabouts.COURT: ("court", "crt", "retten", "i retten", "rett", "rettsmøte", "tingretten"),
    Whereabouts.HOSPITAL: ("hospital", "hosp", "sykehus", "sykehuset", "innlagt"),
    Whereabouts.LEAVE: ("leave", "tap", "rotl", "permisjon", "perm", "fremstilling", "frigang"),
    Whereabouts.OUT: ("out", "ute", "trn", "transfer", "overføring", "active out", "inactive out"),
}
_WHEREABOUTS_BY_WORD = {
    squash(word): where for where, words in _WHEREABOUTS.items() for word in words
}
# What stands in the cell column of a person who has none.
_INSTEAD_OF_CELL: dict[str, Whereabouts] = {
    "recp": Whereabouts.RECEPTION,
    "reception": Whereabouts.RECEPTION,
    "mottak": Whereabouts.RECEPTION,
    "court": Whereabouts.COURT,
    "crt": Whereabouts.COURT,
    "retten": Whereabouts.COURT,
    "hosp": Whereabouts.HOSPITAL,
    "hospital": Whereabouts.HOSPITAL,
    "sykehus": Whereabouts.HOSPITAL,
    "tap": Whereabouts.LEAVE,
    "permisjon": Whereabouts.LEAVE,
    "out": Whereabouts.OUT,
    "ute": Whereabouts.OUT,
    "trn": Whereabouts.OUT,
    # Between two cells: inside the walls, but in no cell.
    "cswap": Whereabouts.INSIDE,
}
_YES = frozenset(("y", "yes", "t", "true", "1", "ja", "j", "x", "aktiv", "active", "sann", "a"))
_NO = frozenset(
    ("n", "no", "f", "false", "0", "nei", "inaktiv", "inactive", "usann", "lukket", "avsluttet")
)


def legal_status(word: str) -> LegalStatus | None:
    """Return the legal status a word stands for, None if the word is unknown."""
    return _LEGAL_BY_WORD.get(squash(word))


def is_legal_status(word: str) -> bool:
    """Tell whether a word names a legal status."""
    return legal_status(word) is not None


def whereabouts(word: str) -> Whereabouts | None:
    """Return where a word says the person is, None if the word is unknown."""
    return _WHEREABOUTS_BY_WORD.get(squash(word))


def is_whereabouts(word: str) -> bool:
    """Tell whether a word says where a person is."""
    return whereabouts(word) is not None


def instead_of_cell(word: str) -> Whereabouts | None:
    """Return where a person is whose cell is such a word, None if it may be a cell."""
    return _INSTEAD_OF_CELL.get(squash(word))


def yes_or_no(word: str) -> bool | None:
    """Return what a yes or no of a file means, None if it is neither."""
    plain = squash(word)
    if plain in _YES:
        return True
    return False if plain in _NO else None
