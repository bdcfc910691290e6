"""What the values of settings are called."""

from app.foundation.translation import LANGUAGE_NAMES, _, mark

_VALUES = {
    "scheme": {
        "system": mark("Som systemet"),
        "light": mark("Lyse"),
        "dark": mark("Mørke"),
        "black_on_white": mark("Høy kontrast, svart på hvitt"),
        "white_on_black": mark("Høy kontrast, hvitt på svart"),
    },
    "density": {
        "tight": mark("Tett"),
        "normal": mark("Normal"),
        "airy": mark("Luftig"),
    },
    "spelling": {
        "nb nn": mark("Bokmål og nynorsk"),
        "nb": mark("Bokmål"),
        "nn": mark("Nynorsk"),
        "off": mark("Av"),
    },
    "recent_at_lock": {
        "keep": mark("Huskes"),
        "forget": mark("Glemmes"),
    },
    "paper_copy": {
        "inmate": mark("Innsattes eksemplar"),
        "internal": mark("Internt eksemplar"),
    },
}


def value_word(key: str, value: str) -> str:
    """Return what a value is called; the value itself where it has no other name."""
    if key in ("language", "paper_language"):
        return LANGUAGE_NAMES.get(value, value)
    return _(_VALUES.get(key, {}).get(value, value))
