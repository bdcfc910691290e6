"""Every subcommand with its options. Light: imports no use case, opens no database."""

import argparse
import sys
from argparse import SUPPRESS, ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from app.command_line.parser import Parser
from app.domain.access import Role
from app.domain.conversations import ConversationKind
from app.foundation.clock import parse_time
from app.foundation.translation import LANGUAGES, _

PROGRAM = "mulighet" if getattr(sys, "frozen", False) else "python -m app"
_GLOBAL_OPTIONS = {
    "data_dir": None,
    "database": None,
    "officer": None,
    "language": None,
    "json": False,
    "verbose": False,
    "version": False,
    "safe_mode": False,
    "command": None,
}
# What `add_parser` is called on; argparse gives it no public name.
Commands = Any


def read_options(arguments: Sequence[str]) -> Namespace:
    """Return the options; ``command`` is ``"plan show"`` and the like, None for the window.

    Raises:
        SystemExit: with 2 for wrong use, with 0 when help was asked for.
    """
    # A subparser hands its own defaults upwards and would reset an option given before the
    # subcommand. So global options have no default there; they are all set beforehand.
    return option_parser().parse_args(arguments, Namespace(**_GLOBAL_OPTIONS))


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return the language the arguments ask for, read ahead so that help can be shown in it."""
    ahead = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    ahead.add_argument("--language", nargs="?")
    found = ahead.parse_known_args(arguments)[0].language
    return found if found in LANGUAGES else None


def option_parser(program: str = PROGRAM) -> Parser:
    """Return the parser of every command; the man page is made from it, too."""
    shared = _shared()
    parser = Parser(
        prog=program,
        parents=[shared],
        description=_("Uten kommando åpnes vinduet. Med en kommando gjøres én ting."),
    )
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help=_(
            "åpne vinduet med det vanlige oppsettet, uten det som er husket av plasser og kolonner"
        ),
    )
    commands = parser.add_subparsers(title=_("kommandoer"), metavar=_("KOMMANDO"))
    for add in (
        _database,
        _demo,
        _officer,
        _import,
        _overview,
        _conversations,
        _plan,
        _config,
        _doctor,
    ):
        add(commands, shared)
    return parser


def _shared() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False, argument_default=SUPPRESS)
    group = shared.add_argument_group(_("felles valg"))
    group.add_argument("--data-dir", metavar=_("MAPPE"), help=_("mappen til den innebygde basen"))
    group.add_argument("--database", metavar="URL", help=_("adressen til en PostgreSQL-base"))
    group.add_argument("--officer", metavar=_("NAVN"), help=_("brukernavnet ditt"))
    group.add_argument("--language", choices=LANGUAGES, help=_("språket: nb, nn eller en"))
    group.add_argument("--json", action="store_true", help=_("skriv svaret som JSON"))
    group.add_argument("--verbose", action="store_true", help=_("fortell mer underveis"))
    group.add_argument("--version", action="store_true", help=_("vis versjonene og slutt"))
    return shared


def _leaf(
    commands: Commands, shared: argparse.ArgumentParser, command: str, what: str
) -> argparse.ArgumentParser:
    leaf: argparse.ArgumentParser = commands.add_parser(
        command.rpartition(" ")[2], parents=[shared], help=what, description=what
    )
    leaf.set_defaults(command=command)
    return leaf


def _group(commands: Commands, shared: argparse.ArgumentParser, name: str, what: str) -> Commands:
    group = commands.add_parser(name, parents=[shared], help=what, description=what)
    return group.add_subparsers(
        title=_("kommandoer"), metavar=_("KOMMANDO"), required=True, dest=SUPPRESS
    )


def _database(commands: Commands, shared: argparse.ArgumentParser) -> None:
    group = _group(commands, shared, "db", _("lag, se og ta vare på databasen"))
    leaf = _leaf(group, shared, "db create", _("lag et tomt fengsel og den første brukeren"))
    leaf.add_argument("--display-name", metavar=_("NAVN"), help=_("navnet andre ser"))
    _leaf(group, shared, "db info", _("vis hvor databasen er, og hva den inneholder"))
    _leaf(group, shared, "db check", _("kontroller at databasen er hel"))
    _leaf(group, shared, "db upgrade", _("løft databasen til programmets versjon"))
    leaf = _leaf(group, shared, "db backup", _("lag en kryptert sikkerhetskopi"))
    leaf.add_argument("file", type=Path, metavar=_("FIL"), help=_("filen som lages"))
    leaf.add_argument("--force", action="store_true", help=_("skriv over en fil som finnes"))
    leaf = _leaf(group, shared, "db restore", _("hent en sikkerhetskopi tilbake"))
    leaf.add_argument("file", type=Path, metavar=_("FIL"), help=_("sikkerhetskopien"))
    what = _("hent den også når databasen har nyere endringer")
    leaf.add_argument("--discard-newer", action="store_true", help=what)


def _demo(commands: Commands, shared: argparse.ArgumentParser) -> None:
    group = _group(commands, shared, "demo", _("eksempeldata å prøve seg på"))
    leaf = _leaf(group, shared, "demo create", _("lag et oppdiktet fengsel"))
    for name, number, what in (
        ("--inmates", 392, _("antall innsatte")),
        ("--conversations", 12_000, _("antall samtaler")),
    ):
        leaf.add_argument(name, type=_count, default=number, metavar="N", help=what)
    leaf.add_argument("--seed", type=int, default=1, metavar="N", help=_("samme tall, samme data"))
    leaf.add_argument("--today", type=_day, metavar=_("DATO"), help=_("dagen dataene slutter"))


def _officer(commands: Commands, shared: argparse.ArgumentParser) -> None:
    group = _group(commands, shared, "officer", _("brukere"))
    leaf = _leaf(group, shared, "officer add", _("legg til en bruker"))
    leaf.add_argument("name", metavar=_("NAVN"))
    leaf.add_argument("--role", required=True, choices=[role.value for role in Role])
    leaf.add_argument("--display-name", metavar=_("NAVN"), help=_("navnet andre ser"))
    leaf.add_argument("--unit", metavar=_("AVDELING"))
    _leaf(group, shared, "officer password", _("bytt passordet ditt"))


def _import(commands: Commands, shared: argparse.ArgumentParser) -> None:
    group = _group(commands, shared, "import", _("hent inn en fil, alt eller ingenting"))
    for kind, what in (
        ("places", _("avdelinger, etasjer og celler")),
        ("roll", _("listen over innsatte")),
        ("conversations", _("samtaler fra et annet system")),
    ):
        leaf = _leaf(group, shared, f"import {kind}", what)
        leaf.add_argument("file", metavar=_("FIL"), type=Path)
        leaf.add_argument(
            "--dry-run", action="store_true", help=_("vis hva som ville blitt endret")
        )
        leaf.add_argument("--prison", metavar=_("KODE"), help=_("fengselet i en fil med flere"))
        leaf.add_argument("--create-places", action="store_true", help=_("lag celler som mangler"))
        leaf.add_argument("--profile", metavar=_("NAVN"), help=_("lagret kolonnevalg"))
    _leaf(group, shared, "import list", _("vis tidligere innhentinger"))
    leaf = _leaf(group, shared, "import undo", _("angre en innhenting, alt eller ingenting"))
    leaf.add_argument("import_id", metavar="ID", type=_id, help=_("fra import list"))


def _overview(commands: Commands, shared: argparse.ArgumentParser) -> None:
    leaf = _leaf(commands, shared, "overview", _("celleoversikten"))
    leaf.add_argument("--unit", metavar=_("AVDELING"))


def _conversations(commands: Commands, shared: argparse.ArgumentParser) -> None:
    group = _group(commands, shared, "conversations", _("samtaleloggen"))
    leaf = _leaf(group, shared, "conversations add", _("skriv en samtale"))
    _add_inmate(leaf)
    leaf.add_argument(
        "--text",
        required=True,
        metavar=_("TEKST"),
        help=_("hva dere snakket om; - leser fra stdin"),
    )
    leaf.add_argument("--at", type=_moment, metavar=_("TID"), help=_("når dere snakket sammen"))
    leaf.add_argument("--minutes", type=_count, metavar="N", help=_("hvor lenge, i minutter"))
    leaf.add_argument(
        "--type",
        default=ConversationKind.CONTACT_OFFICER.value,
        choices=[kind.value for kind in ConversationKind],
    )
    leaf.add_argument("--place", default="", metavar=_("STED"))
    leaf = _leaf(group, shared, "conversations list", _("vis en persons samtaler"))
    _add_inmate(leaf)
    leaf = _leaf(group, shared, "conversations search", _("søk i samtalene"))
    leaf.add_argument("query", metavar=_("SØK"))
    leaf.add_argument("--inmate", metavar="ID")
    leaf.add_argument("--unit", metavar=_("AVDELING"))
    _add_filters(leaf)
    leaf.add_argument("--limit", type=_count, default=50, metavar="N")


def _add_filters(leaf: argparse.ArgumentParser) -> None:
    leaf.add_argument(
        "--type",
        action="append",
        default=[],
        choices=[kind.value for kind in ConversationKind],
        help=_("bare denne typen; kan gjentas"),
    )
    leaf.add_argument("--author", default="", metavar=_("NAVN"), help=_("hvem som har skrevet"))
    leaf.add_argument("--since", type=_day, metavar=_("DATO"), help=_("fra og med"))
    leaf.add_argument("--until", type=_day, metavar=_("DATO"), help=_("til og med"))


def _plan(commands: Commands, shared: argparse.ArgumentParser) -> None:
    group = _group(commands, shared, "plan", _("framtidsplanen"))
    leaf = _leaf(group, shared, "plan show", _("vis planen"))
    _add_inmate(leaf)
    leaf = _leaf(group, shared, "plan pdf", _("lag planen som PDF"))
    whose = leaf.add_mutually_exclusive_group(required=True)
    whose.add_argument("--inmate", metavar="ID", help=_("id eller innsattnummer"))
    whose.add_argument("--unit", metavar=_("AVDELING"), help=_("alle planene i en avdeling"))
    leaf.add_argument("--out", type=Path, metavar=_("FIL"))
    leaf.add_argument("--out-dir", type=Path, metavar=_("MAPPE"))
    leaf.add_argument(
        "--combined", type=Path, metavar=_("FIL"), help=_("alle planene i én fil i tillegg")
    )
    leaf.add_argument("--large-print", action="store_true", help=_("stor skrift"))
    leaf.add_argument("--copy", choices=("inmate", "internal"), default="inmate")
    leaf.add_argument("--force", action="store_true", help=_("skriv over filer som finnes"))
    leaf.add_argument("--new", action="store_true", help=_("frys planen på nytt"))


def _config(commands: Commands, shared: argparse.ArgumentParser) -> None:
    group = _group(commands, shared, "config", _("innstillingene"))
    leaf = _leaf(group, shared, "config show", _("vis innstillingene her på maskinen"))
    leaf.add_argument("--origin", action="store_true", help=_("si hvor hver verdi kommer fra"))


def _doctor(commands: Commands, shared: argparse.ArgumentParser) -> None:
    _leaf(commands, shared, "doctor", _("se om maskinen har det programmet trenger"))


def _add_inmate(leaf: argparse.ArgumentParser) -> None:
    leaf.add_argument("--inmate", required=True, metavar="ID", help=_("id eller innsattnummer"))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) == 0:
        raise ArgumentTypeError(_("{0} er ikke et helt tall over null").format(text))
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("{0} er ingen dato; skriv 2026-11-23").format(text)) from None


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise ArgumentTypeError(_("{0} er ingen id").format(text)) from None


def _moment(text: str) -> datetime:
    try:
        return parse_time(text)
    except ValueError:
        wanted = _("{0} er ikke et tidspunkt; skriv 2026-11-23T09:41").format(text)
        raise ArgumentTypeError(wanted) from None
