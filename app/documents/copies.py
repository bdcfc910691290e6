"""The two copies of a paper about one person, and what each leaves out."""

from enum import StrEnum

from app.foundation.translation import Words, chosen_words, mark


class PaperCopy(StrEnum):
    """Who the paper is for. The inmate's copy names no staff and carries no internal notes."""

    INMATE = "inmate"
    INTERNAL = "internal"


_NAMES = {
    PaperCopy.INMATE: mark("Innsattes eksemplar"),
    PaperCopy.INTERNAL: mark("Internt eksemplar"),
}

# Named one by one, so that the officer can say it before the paper is printed.
_LEFT_OUT = {
    PaperCopy.INMATE: (
        mark("interne notater"),
        mark("navn på ansatte – rollen står i stedet"),
        mark("navn på andre innsatte"),
        mark("om det er varetekt eller dom"),
    ),
    PaperCopy.INTERNAL: (),
}

_LEFT_OUT_OF_CONVERSATIONS = {
    PaperCopy.INMATE: (
        mark("korte notater"),
        mark("navn på ansatte – rollen står i stedet"),
        mark("navn på andre innsatte"),
        mark("grunnen til en retting"),
    ),
    PaperCopy.INTERNAL: (),
}


def copy_name(copy: PaperCopy, words: Words | None = None) -> str:
    """Return what a copy is called."""
    return (words or chosen_words())(_NAMES[copy])


def left_out(copy: PaperCopy, words: Words | None = None) -> tuple[str, ...]:
    """Return what a copy leaves out, in words; to be shown before it is printed."""
    words = words or chosen_words()
    return tuple(words(text) for text in _LEFT_OUT[copy])


def left_out_of_conversations(copy: PaperCopy, words: Words | None = None) -> tuple[str, ...]:
    """Return what a copy of chosen conversations leaves out, in words."""
    words = words or chosen_words()
    return tuple(words(text) for text in _LEFT_OUT_OF_CONVERSATIONS[copy])
