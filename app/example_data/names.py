"""Invented names: Faker for the Latin countries, our own lists for Arabic and Somali names."""

from random import Random
from typing import Protocol

from faker import Faker

_LOCALES = {"nb": "no_NO", "pl": "pl_PL", "lt": "lt_LT", "ro": "ro_RO"}

# How often a first language is met, roughly as in a Norwegian prison.
_SHARES = (("nb", 64), ("pl", 8), ("lt", 7), ("ro", 6), ("sq", 4), ("ar", 7), ("so", 4))

_ARABIC = (
    (
        "Omar Yusuf Karim Said Hassan Bilal Tariq Nabil Samir Walid Amir Idris Jamal Rashid Faris "
        "Munir Zakaria Adel Hamid Ziad"
    ),
    (
        "Hassan Haddad Mansour Saleh Khoury Nasser Aziz Farah Qasim Darwish Sabbagh Halabi Tamimi "
        "Jaber Rahal Shahin Barakat"
    ),
)
_SOMALI = (
    (
        "Abdi Mohamed Ali Ahmed Liban Guled Warsame Ayanle Bashir Cabdi Faarax Hirsi Jama Mahad "
        "Nuur Sharif Yasin Zakariye"
    ),
    (
        "Abdi Warsame Farah Hersi Jama Nur Osman Yusuf Duale Gedi Roble Samatar Shire Aden Elmi "
        "Barre Hashi Muse"
    ),
)
# Faker answers for Albanian (sq_AL) with American names: it has no Albanian ones.
_ALBANIAN = (
    (
        "Arben Agim Besnik Blerim Dritan Endrit Fatos Genc Ilir Kujtim Luan Mentor Petrit Shpend "
        "Valon Ylber"
    ),
    (
        "Hoxha Krasniqi Gashi Berisha Shehu Leka Bajrami Dervishi Kola Prifti Rama Zeqiri Morina "
        "Kelmendi Halili Tafa"
    ),
)
# What Lithuanian first names of men end in; Faker mixes in women's.
_LITHUANIAN_MEN = ("as", "is", "us", "ys")


class _NameSource(Protocol):
    def given(self) -> str: ...

    def family(self) -> str: ...


class _FromFaker:
    def __init__(self, locale: str, seed: int) -> None:
        self._faker = Faker(locale)
        self._faker.seed_instance(seed)
        self._endings = _LITHUANIAN_MEN if locale == "lt_LT" else ""

    def given(self) -> str:
        name = str(self._faker.first_name_male())
        while not name.endswith(self._endings):
            name = str(self._faker.first_name_male())
        return name

    def family(self) -> str:
        if hasattr(self._faker, "last_name_male"):
            return str(self._faker.last_name_male())
        return str(self._faker.last_name())


class _FromLists:
    def __init__(self, lists: tuple[str, str], seed: int) -> None:
        self._given, self._family = (names.split() for names in lists)
        self._random = Random(seed)  # noqa: S311 - invented people, not secrets

    def given(self) -> str:
        return self._random.choice(self._given)

    def family(self) -> str:
        return self._random.choice(self._family)


class NameMaker:
    """Gives one name after the other, each once where the lists have room."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - invented people, not secrets
        self._sources: dict[str, _NameSource] = {
            code: _FromFaker(locale, seed + number)
            for number, (code, locale) in enumerate(_LOCALES.items())
        }
        self._sources["ar"] = _FromLists(_ARABIC, seed + 10)
        self._sources["so"] = _FromLists(_SOMALI, seed + 11)
        self._sources["sq"] = _FromLists(_ALBANIAN, seed + 12)
        self._used: set[tuple[str, str]] = set()

    def language(self) -> str:
        """Return a first language, as often as it is met."""
        codes = [code for code, _share in _SHARES]
        return self._random.choices(codes, [share for _code, share in _SHARES])[0]

    def name(self, language: str) -> tuple[str, str]:
        """Return given name and family name."""
        source = self._sources[language]
        given, family = source.given(), source.family()
        for _attempt in range(20):
            if (given, family) not in self._used:
                break
            # The lists are short: a second given name keeps people apart.
            given, family = f"{source.given()} {source.given()}", source.family()
        self._used.add((given, family))
        return given, family

    def officer(self) -> tuple[str, str]:
        """Return the name of somebody who works here."""
        given, family = self.name("nb")
        return given.split()[0], family
