"""Our own Norwegian texts, read from the program's resources once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from app.foundation.paths import resource

Table = dict[str, Any]
_FOLDER = "example_data"


@cache
def table(*parts: str) -> Table:
    """Return one file of texts; the last part is its name without ending."""
    *folders, name = parts
    with resource(_FOLDER, *folders, f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


class Slots(dict[str, str]):
    """What fills the blanks of a text. ``{Kin}`` is ``{kin}`` with a capital."""

    def __missing__(self, key: str) -> str:
        """Return the value of the same blank in lower case, capitalised."""
        lower = key[0].lower() + key[1:]
        if lower == key:
            raise KeyError(key)
        return capital(self[lower])

    def with_more(self, more: Mapping[str, str]) -> "Slots":
        """Return these and more."""
        made = Slots(self)
        made.update(more)
        return made


def capital(text: str) -> str:
    """Return the text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]


def fill(template: str, slots: Slots) -> str:
    """Return the template with its blanks filled; a date's full stop ends a sentence, too."""
    return template.format_map(slots).replace("..", ".")
