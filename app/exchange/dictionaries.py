"""Where the dictionaries of bokmål and nynorsk lie on this machine, and the words of the field."""

from pathlib import Path

from app.foundation.paths import resource

FILES = {"nb": "nb_NO", "nn": "nn_NO"}
_FOLDERS = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))


def dictionary(language: str) -> Path | None:
    """Return the path of a dictionary without its ending; None where there is none.

    One that the program brings with it goes before the system's own.
    """
    name = FILES[language]
    for folder in (resource("dictionaries"), *_FOLDERS):
        if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
            return folder / name
    return None


def field_words() -> frozenset[str]:
    """Return words of the field that dictionaries do not have."""
    file = resource("dictionaries", "field_words.txt")
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
