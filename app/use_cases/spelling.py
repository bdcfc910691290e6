"""Spelling in bokmål and nynorsk: the dictionaries, and the words that are right beside them.

Names of the people one writes about are right, and so are the words each officer has added.
"""

from collections.abc import Iterable

from app.database.workstation.words import WordList
from app.domain.access import Access, Right, Verb
from app.domain.errors import DatabaseUnavailable, ErrorCode
from app.exchange.dictionaries import FILES, dictionary, field_words
from app.exchange.speller import Speller, SpellerLost
from app.foundation.translation import _
from app.overviews.inmates import read_names, read_officers
from app.use_cases.office import Office

__all__ = ["Speller", "SpellerLost", "add_word", "missing_dictionaries", "open_speller"]

SPELLED_LANGUAGES = tuple(FILES)


def missing_dictionaries(languages: Iterable[str] = SPELLED_LANGUAGES) -> tuple[str, ...]:
    """Return those of the languages that have no dictionary on this machine."""
    return tuple(language for language in languages if dictionary(language) is None)


def open_speller(office: Office, languages: Iterable[str]) -> Speller | None:
    """Return what knows the words of the languages; None where there is no dictionary of them.

    Everybody may. The names of those on the roll are read for it, and that is logged, unless the
    officer may not read of inmates.
    """
    found = [path for path in map(dictionary, languages) if path is not None]
    if not found:
        return None
    return Speller(found, [*field_words(), *_own_words(office).read(), *_names(office)])


def add_word(office: Office, word: str) -> None:
    """Count a word as right for this officer on this workstation.

    Raises:
        DatabaseUnavailable: it could not be kept.
    """
    try:
        _own_words(office).add(word)
    except OSError as fault:
        message = _("Ordet kunne ikke lagres på denne maskinen.")
        raise DatabaseUnavailable(message, ErrorCode.DISK_FULL.value) from fault


def _own_words(office: Office) -> WordList:
    return WordList(office.folders, office.officer.id, office.data_key)


def _names(office: Office) -> set[str]:
    with office.reading() as connection:
        names = [officer.display_name for officer in read_officers(connection)]
        inmates = read_names(connection) if office.may(Right.READ_INMATES) else ()
    if inmates:
        office.note(Access(Verb.CONSULT, "spelling", count=len(inmates)))
    # "Hassans" and "Moes" are right where "Hassan" and "Moe" are.
    parts = {part for name in (*names, *inmates) for part in name.replace(",", " ").split()}
    return parts | {f"{part}s" for part in parts}
