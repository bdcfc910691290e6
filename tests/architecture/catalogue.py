"""The catalogue of all texts people see. `make words` writes it; a test keeps it fresh."""

import sys
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tests.architecture import translations
from tests.architecture.source import ROOT

CATALOGUE = ROOT / "resources" / "translations" / "mulighet.pot"
KEYWORDS = {
    "_": None,
    "mark": None,
    "words": None,
    "_words": None,
    "plural": (1, 2),
}


def collect() -> Catalog:
    """Return the texts of the whole program."""
    catalogue = Catalog(project="Mulighet", fuzzy=False, charset="utf-8")
    found = extract_from_dir(
        str(ROOT / "app"),
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        strip_comment_tags=True,
    )
    for file, line, message, comments, context in found:
        catalogue.add(message, None, [(f"app/{file}", line)], (), comments, context=context)
    return catalogue


def catalogue_text(texts: Catalog) -> str:
    written = BytesIO()
    write_po(written, texts, width=99, omit_header=True, sort_output=True, include_lineno=False)
    return written.getvalue().decode()


def messages() -> list[Message]:
    """Return the messages of the file, in its order."""
    with CATALOGUE.open("rb") as file:
        return [message for message in read_po(file) if message.id]


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
