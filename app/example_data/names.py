"""Invented names: Faker where it has men's names of the country, our own lists elsewhere.

Faker's Albanian locale has no names of its own and would answer with English ones.
"""

from collections.abc import Callable, Sequence
from random import Random

from faker import Faker

from app.example_data.texts import table

_LOCALES = {"nb": "no_NO", "pl": "pl_PL", "lt": "lt_LT", "ro": "ro_RO"}
_OWN_LISTS = ("sq", "ar", "so")
_ATTEMPTS = 12
_DOUBLE_NAMES = 9  # of a hundred Norwegians

# How often a first language is met, roughly as in a Norwegian prison.
_SHARES = (("nb", 66), ("pl", 9), ("lt", 7), ("ro", 5), ("sq", 4), ("ar", 5), ("so", 4))
_CODES = [code for code, _share in _SHARES]
_WEIGHTS = [share for _code, share in _SHARES]

_Source = tuple[Callable[[], str], Callable[[], str]]


class NameMaker:
    """Gives one name after the other, no two alike where the lists have room."""

    def __init__(self, seed: int, taken: Sequence[tuple[str, str]] = ()) -> None:
        self._random = Random(f"{seed}|names")  # noqa: S311 - invented people, not secrets
        self._sources = {code: _from_faker(code, seed) for code in _LOCALES}
        self._sources |= {code: self._from_list(code) for code in _OWN_LISTS}
        self._used = set(taken)

    def language(self) -> str:
        """Return a first language, as often as it is met."""
        return self._random.choices(_CODES, _WEIGHTS)[0]

    def name(self, language: str) -> tuple[str, str]:
        """Return given name and family name of a man."""
        given, family = self._sources[language]
        made = given(), family()
        if language == "nb" and self._random.randrange(100) < _DOUBLE_NAMES:
            made = f"{made[0]} {given()}", made[1]
        for _attempt in range(_ATTEMPTS):
            if made not in self._used and _differ(made):
                break
            made = given(), family()
        else:
            # The lists are short: a second given name keeps people apart.
            made = f"{made[0]} {given()}", made[1]
        self._used.add(made)
        return made

    def _from_list(self, code: str) -> _Source:
        names = table("names")[code]
        return (
            lambda: str(self._random.choice(names["given"])),
            lambda: str(self._random.choice(names["family"])),
        )


def _from_faker(code: str, seed: int) -> _Source:
    faker = Faker(_LOCALES[code])
    faker.seed_instance(f"{seed}|{code}")
    if code == "lt":
        return (lambda: _lithuanian_man(faker)), (lambda: str(faker.last_name()))
    if hasattr(faker, "last_name_male"):
        return (lambda: str(faker.first_name_male())), (lambda: str(faker.last_name_male()))
    return (lambda: str(faker.first_name_male())), (lambda: str(faker.last_name()))


def _lithuanian_man(faker: Faker) -> str:
    """Return a man's name; Faker mixes men and women here, and men's names end in s."""
    while True:
        name = str(faker.first_name())
        if name.endswith("s"):
            return name


def _differ(name: tuple[str, str]) -> bool:
    """Tell whether the parts of a name differ: nobody is called Hassan Hassan, or Nils Nils."""
    parts = name[0].split() + name[1].split()
    return len(set(parts)) == len(parts)
