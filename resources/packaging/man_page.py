"""Write the man page from what the program itself answers to ``--help``."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from textwrap import wrap

from app.command_line.options import option_parser
from app.foundation.program import program_version
from app.foundation.translation import choose_language, chosen_words
from resources.packaging.source_date import source_date

_WIDTH = 78
_HEADINGS = {
    "nb": ("NAVN", "BRUK", "BESKRIVELSE", "FELLES VALG", "KOMMANDOER", "MILJØ", "FILER", "SE OGSÅ"),
    "nn": ("NAMN", "BRUK", "OMTALE", "FELLES VAL", "KOMMANDOAR", "MILJØ", "FILER", "SJÅ ÒG"),
    "en": (
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "COMMANDS",
        "ENVIRONMENT",
        "FILES",
        "SEE ALSO",
    ),
}
_TEXTS = {
    "nb": {
        "name": "celleoversikt, planer og samtaler for en fengselsavdeling",
        "password": "Passordet. Uten det spør programmet.",
        "new": "Det nye passordet til «officer password».",
        "now": "Stiller klokken, til prøver og framvisning. En ISO-tid.",
        "options": "Det samme som valgene --data-dir, --database, --officer og --language.",
        "machine": "Innstillinger for hele maskinen.",
        "user": "Innstillinger for brukeren.",
        "data": "Den krypterte databasen, nøklene og kladdene, der ikke PostgreSQL er valgt.",
    },
    "nn": {
        "name": "celleoversyn, planar og samtalar for ei fengselsavdeling",
        "password": "Passordet. Utan det spør programmet.",
        "new": "Det nye passordet til «officer password».",
        "now": "Stiller klokka, til prøver og framsyning. Ei ISO-tid.",
        "options": "Det same som vala --data-dir, --database, --officer og --language.",
        "machine": "Innstillingar for heile maskina.",
        "user": "Innstillingar for brukaren.",
        "data": "Den krypterte databasen, nøklane og kladdane, der PostgreSQL ikkje er vald.",
    },
    "en": {
        "name": "cell-block overview, plans and conversations for a prison unit",
        "password": "The password. Without it the program asks.",
        "new": "The new password for \\(lqofficer password\\(rq.",
        "now": "Sets the clock, for tests and demonstrations. An ISO time.",
        "options": "The same as --data-dir, --database, --officer and --language.",
        "machine": "Settings of the whole machine.",
        "user": "Settings of the user.",
        "data": "The encrypted database, the keys and the drafts, where PostgreSQL is not chosen.",
    },
}


def man_page(language: str) -> str:
    """Return the page of section 1 in one of the program's languages."""
    before = chosen_words().language
    choose_language(language)
    try:
        return "".join(f"{line}\n" for line in _lines(option_parser("mulighet"), language))
    finally:
        choose_language(before)


def _lines(parser: argparse.ArgumentParser, language: str) -> Iterator[str]:
    name, synopsis, description, options, commands, environment, files, see = _HEADINGS[language]
    texts = _TEXTS[language]
    day = datetime.fromtimestamp(source_date(), UTC).date().isoformat()
    yield f'.TH MULIGHET 1 {day} "Mulighet {program_version()}"'
    yield f".SH {_escaped(name)}"
    yield f"mulighet \\- {_escaped(texts['name'])}"
    yield f".SH {synopsis}"
    yield from (".B mulighet", _escaped(_usage(parser)))
    yield f".SH {_escaped(description)}"
    yield _escaped(parser.description or "")
    yield f".SH {options}"
    yield from _options(parser)
    yield f".SH {commands}"
    yield from _commands(parser)
    yield f".SH {_escaped(environment)}"
    yield from _tagged("MULIGHET_PASSWORD", texts["password"])
    yield from _tagged("MULIGHET_NEW_PASSWORD", texts["new"])
    names = ("DATA_DIR", "DATABASE", "OFFICER", "LANGUAGE")
    yield from _tagged(", ".join(f"MULIGHET_{part}" for part in names), texts["options"])
    yield from _tagged("MULIGHET_NOW", texts["now"])
    yield f".SH {files}"
    yield from _tagged("/etc/xdg/mulighet/config.toml", texts["machine"])
    yield from _tagged("~/.config/mulighet/config.toml", texts["user"])
    yield from _tagged("~/.local/share/mulighet/", texts["data"])
    yield f".SH {_escaped(see)}"
    yield ".BR lp (1)"


def _usage(parser: argparse.ArgumentParser) -> str:
    text = " ".join(parser.format_usage().split())
    return text.partition("mulighet ")[2]


def _options(parser: argparse.ArgumentParser, *, own: bool = True) -> Iterator[str]:
    for action in parser._actions:  # noqa: SLF001 - argparse tells it nowhere else
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            continue
        if own or action.option_strings:
            yield from _tagged(_invocation(action), action.help or "")


def _invocation(action: argparse.Action) -> str:
    value = action.metavar or (
        "{" + ",".join(map(str, action.choices)) + "}" if action.choices else ""
    )
    if not action.option_strings:
        return str(value or action.dest)
    names = ", ".join(action.option_strings)
    return f"{names} {value or action.dest.upper()}" if action.nargs != 0 else names


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    shared = {tuple(action.option_strings) for action in parser._actions}  # noqa: SLF001 - as above
    for path, leaf in leaves(parser):
        yield f".SS {_escaped(' '.join(path))}"
        yield _escaped(_sentence(leaf.description or ""))
        for action in leaf._actions:  # noqa: SLF001 - as above
            if tuple(action.option_strings) not in shared or not action.option_strings:
                yield from _tagged(_invocation(action), action.help or "")


def leaves(
    parser: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Yield every command's words with its parser."""
    groups = [
        action
        for action in parser._actions  # noqa: SLF001 - as above
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001 - as above
    ]
    if not groups:
        yield path, parser
    for group in groups:
        for name, part in group.choices.items():
            yield from leaves(part, (*path, name))


def _tagged(term: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_escaped(term)}"
    yield _escaped(_sentence(text)) if text else "\\&"


def _sentence(text: str) -> str:
    """Return an option's help as a sentence."""
    return text if text.endswith(".") else f"{text[:1].upper()}{text[1:]}."


def _escaped(text: str) -> str:
    """Return text as roff: ASCII alone, no line that is taken for a request, none too long."""
    text = text.replace("\\(", "\0(").replace("\\", "\\e").replace("\0(", "\\(").replace("-", "\\-")
    text = "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text)
    lines = wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)
