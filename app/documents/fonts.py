"""The faces on paper: loaded once, measured, and asked which letters they can draw."""

import struct
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.documents.frozen import FrozenDocument
from app.domain.errors import FontsMissing
from app.foundation.paths import resource
from app.foundation.translation import _

REGULAR = "NotoSans-Regular"
SEMIBOLD = "NotoSans-SemiBold"
ITALIC = "NotoSans-Italic"

_FACES = (REGULAR, SEMIBOLD, ITALIC)
_REPLACEMENT = 0xFFFD
# What Noto Sans lacks and officers type all the same.
_STAND_INS = {
    "→": "->",
    "←": "<-",
    "↔": "<->",
    "⇒": "=>",
    "●": "•",
    "■": "•",
    "▪": "•",
    "☐": "[ ]",
    "☑": "[x]",
    "☒": "[x]",
    "✓": "[x]",
    "✔": "[x]",
    "\N{VARIATION SELECTOR-15}": "",
    "\N{VARIATION SELECTOR-16}": "",
}
_loading = Lock()


class _Drawable(dict[int, int | str]):
    """A translation table that answers for every character and remembers the answer."""

    def __init__(self, known: frozenset[int]) -> None:
        super().__init__({ord(sign): text for sign, text in _STAND_INS.items()})
        self[ord("\n")] = "\n"
        self._known = known

    def __missing__(self, code: int) -> int:
        answer = self[code] = code if code in self._known else _REPLACEMENT
        return answer


def fonts_problem() -> str:
    """Return what to tell where faces are missing on this machine; nothing where all are there."""
    if all(resource("fonts", f"{name}.ttf").is_file() for name in _FACES):
        return ""
    return _faces_missing()


def _faces_missing() -> str:
    return _("Skriftene til papir mangler. Ingenting kan skrives ut før drift har satt dem opp.")


@lru_cache(maxsize=1)
def _load() -> _Drawable:
    # Streams as they are, not as text that is a quarter longer.
    rl_config.useA85 = 0
    known: list[frozenset[int]] = []
    try:
        for name in _FACES:
            font = TTFont(name, str(resource("fonts", f"{name}.ttf")))
            pdfmetrics.registerFont(font)
            known.append(frozenset(font.face.charToGlyph))
    except (TTFError, OSError, struct.error, KeyError, IndexError) as fault:
        raise FontsMissing(_faces_missing()) from fault
    return _Drawable(known[0].intersection(*known[1:]))


def load_fonts() -> _Drawable:
    """Register the faces with ReportLab, once in a process; may be called from any thread."""
    with _loading:
        return _load()


def drawable(text: str) -> str:
    """Return the text with a stand-in or a visible sign for each letter the faces lack."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(load_fonts())


def lacking(texts: Iterable[str]) -> set[str]:
    """Return the letters for which only the replacement sign can be drawn."""
    table = load_fonts()
    letters = set().union(*texts)
    return {letter for letter in letters if table[ord(letter)] == _REPLACEMENT} - {
        chr(_REPLACEMENT)
    }


def missing_glyphs(document: FrozenDocument) -> set[str]:
    """Return the letters of a document that its paper cannot show, so that a window can say so."""
    return lacking(document.texts())
