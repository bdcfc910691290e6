"""The argument parser in the reader's language. argparse itself speaks English."""

import argparse
from typing import NoReturn

from app.foundation.translation import _, mark

# What argparse says, in our source language; what is not here stays English.
_ITS_WORDS = {
    "usage: ": mark("bruk: "),
    "positional arguments": mark("oppgis"),
    "options": mark("valg"),
    "%(prog)s: error: %(message)s\n": mark("%(message)s\n"),
    "argument %(argument_name)s: %(message)s": mark("%(argument_name)s: %(message)s"),
    "the following arguments are required: %s": mark("dette mangler: %s"),
    "unrecognized arguments: %s": mark("ukjent: %s"),
    "unknown parser %(parser_name)r (choices: %(choices)s)": mark(
        "ukjent kommando %(parser_name)r (velg blant %(choices)s)"
    ),
    "invalid choice: %(value)r (choose from %(choices)s)": mark(
        "%(value)r går ikke (velg blant %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": mark("%(value)r går ikke her"),
    "expected one argument": mark("trenger en verdi"),
    "not allowed with argument %s": mark("kan ikke brukes sammen med %s"),
    "one of the arguments %s is required": mark("velg én av %s"),
    "ignored explicit argument %r": mark("tar ingen verdi: %r"),
}


def _its_words(text: str) -> str:
    return _(_ITS_WORDS[text]) if text in _ITS_WORDS else text


# argparse looks its words up under the name gettext gave it.
vars(argparse)["_"] = _its_words


class Parser(argparse.ArgumentParser):
    """Knows whole option names only, and asks for help in our words."""

    def __init__(self, **keywords: object) -> None:
        keywords.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, add_help=False, **keywords)  # type: ignore[arg-type]
        self.add_argument("-h", "--help", action="help", help=_("vis denne hjelpen"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and how the command is used."""
        self.exit(2, f"{self.format_usage()}{message}\n")
