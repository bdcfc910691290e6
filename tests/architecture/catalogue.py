"""The catalogue of all texts people see. `make words` writes it; a test keeps it fresh."""

import ast
import sys
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.architecture import translations
from tests.architecture.source import ROOT, called_name, modules

CATALOGUE = ROOT / "resources" / "translations" / "mulighet.pot"
# What a text is asked for with, and how many of its first arguments are texts.
KEYWORDS = {"_": 1, "mark": 1, "words": 1, "_words": 1, "plural": 2}


def collect() -> Catalog:
    """Return the texts of the whole program.

    Read from syntax trees: Babel's own reader of Python misses what stands inside an f-string
    where Python is older than 3.12.
    """
    catalogue = Catalog(project="Mulighet", fuzzy=False, charset="utf-8")
    for module in modules("app"):
        for call in module.calls():
            texts = texts_of(call)
            if texts:
                text = texts[0] if len(texts) == 1 else texts
                catalogue.add(text, None, [(module.path, call.lineno)])
    return catalogue


def texts_of(call: ast.Call) -> tuple[str, ...]:
    """Return the texts a call asks the catalogue for, none if it does not."""
    wanted = KEYWORDS.get(called_name(call), 0)
    texts = [
        argument.value
        for argument in call.args[:wanted]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    return tuple(texts) if len(texts) == wanted else ()


def catalogue_text(texts: Catalog) -> str:
    written = BytesIO()
    write_po(written, texts, width=99, omit_header=True, sort_output=True, include_lineno=False)
    return written.getvalue().decode()


def messages() -> list[Message]:
    """Return the messages of the file, in its order."""
    with CATALOGUE.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def known_texts() -> frozenset[str]:
    """Return every text of the file, one form of a plural as well as the other."""
    return frozenset(
        text
        for message in messages()
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    )


def main() -> int:
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    texts = collect()
    CATALOGUE.write_text(catalogue_text(texts), encoding="utf-8")
    sys.stdout.write(f"{CATALOGUE.relative_to(ROOT)}: {len(messages())}\n")
    for language in translations.TRANSLATED:
        file = translations.file_of(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(translations.catalogue_text(language, texts), encoding="utf-8")
        left = sum(not translations.is_done(message) for message in translations.messages(language))
        sys.stdout.write(f"{file.relative_to(ROOT)}: {left} to translate\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
