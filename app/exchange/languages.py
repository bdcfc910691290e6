"""The languages of a person, the one he or she reads best first."""

import re

from app.exchange.language_table import language_code
from app.exchange.rows import Row
from app.foundation.translation import _

# Letters and papers are read, so what a person writes comes before what he or she speaks.
_ORDER = ("PREF_WRITE", "PREF_SPEAK", "PRIM", "SEC")
_BETWEEN = re.compile(r"[|;,/\n]|\bog\b|\band\b")
_CODE = re.compile(r"[a-z]{2,3}")
_MOST = 20


def read_languages(row: Row, field: str) -> tuple[str, ...]:
    """Return the codes in a cell such as ``PREF_SPEAK:POL|SEC:ENG`` or ``polsk, engelsk``.

    A code that is not known is kept; a word that is neither code nor name is left out. Both are
    told as warnings.
    """
    ranked = []
    for part in _BETWEEN.split(row.text(field)):
        before, _colon, word = part.rpartition(":")
        code = _code(row, field, word.strip()) if word.strip() else None
        if code is not None:
            ranked.append((_rank(before.strip().upper()), code))
    ranked.sort(key=_rank_of)
    return tuple(dict.fromkeys(code for _rank_, code in ranked))[:_MOST]


def _rank_of(ranked: tuple[int, str]) -> int:
    return ranked[0]


def _rank(mark: str) -> int:
    return _ORDER.index(mark) if mark in _ORDER else len(_ORDER)


def _code(row: Row, field: str, word: str) -> str | None:
    known = language_code(word)
    if known is not None:
        return known
    code = word.lower()
    if _CODE.fullmatch(code):
        row.warn(
            field, _("Språkkoden {value} er ukjent. Den er tatt med som den står."), value=word
        )
        return code
    row.warn(
        field, _("Språket {value} er ukjent og er ikke tatt med. Skriv det som «pl»."), value=word
    )
    return None
