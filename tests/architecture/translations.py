"""The catalogues of nynorsk and English, kept beside the catalogue of all texts.

`make words` brings them up to date: a new text stands there empty, a text that is gone is gone,
a changed text is a new one. No dates and no line numbers, so that a change shows what it changed.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from app.foundation.translation import LANGUAGES, SOURCE_LANGUAGE
from tests.architecture.source import ROOT

TRANSLATED = tuple(language for language in LANGUAGES if language != SOURCE_LANGUAGE)
_WIDTH = 99
# Norwegian and English count alike: one, and all the rest.
_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def file_of(language: str) -> Path:
    """Return the file a translator writes in."""
    folder = ROOT / "resources" / "translations" / language / "LC_MESSAGES"
    return folder / "mulighet.po"


def stored(language: str) -> Catalog:
    """Return what is translated so far."""
    file = file_of(language)
    if not file.exists():
        return Catalog(language)
    with file.open("rb") as opened:
        return read_po(opened, language)


def fitted(language: str, texts: Catalog) -> Catalog:
    """Return the texts of the program, each with its translation where there is one."""
    there = stored(language)
    catalogue = Catalog(language, fuzzy=False)
    for message in _messages(texts):
        known = there.get(message.id)
        same_shape = known is not None and known.pluralizable == message.pluralizable
        string = known.string if known is not None and same_shape else None
        catalogue.add(message.id, string, flags=message.flags - {"fuzzy"})
    return catalogue


def catalogue_text(language: str, texts: Catalog) -> str:
    """Return what the file of a language should hold."""
    written = BytesIO()
    write_po(written, fitted(language, texts), width=_WIDTH, omit_header=True, sort_output=True)
    return _HEADER.format(language=language) + written.getvalue().decode()


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def messages(language: str) -> list[Message]:
    """Return the messages of a language's file, in its order."""
    return list(_messages(stored(language)))


def is_done(message: Message) -> bool:
    """Tell whether every form of a message is translated."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(forms) and all(forms)
