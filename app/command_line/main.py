"""Where a command starts and how it ends: never with a traceback."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from app.command_line import (
    backups,
    config,
    conversations,
    database,
    demo,
    doctor,
    imports,
    officers,
    overview,
    plans,
)
from app.command_line.exits import Exit, Stopped
from app.command_line.failures import explain
from app.command_line.options import asked_language, read_options
from app.command_line.output import say
from app.command_line.session import Call
from app.command_line.settings import language_ahead, settings_for
from app.command_line.versions import print_versions
from app.domain.errors import ErrorCode
from app.foundation.clock import system_clock
from app.foundation.translation import _, choose_language

CrashReport = Callable[[BaseException], Path | None]

_COMMANDS: dict[str, Callable[[Call], Exit]] = {
    "db create": database.create,
    "db info": database.info,
    "db check": database.check,
    "db upgrade": database.upgrade,
    "db backup": backups.backup,
    "db restore": backups.restore_file,
    "demo create": demo.create,
    "officer add": officers.add,
    "officer password": officers.password,
    "import places": imports.run,
    "import roll": imports.run,
    "import conversations": imports.run,
    "import list": imports.show_past,
    "import undo": imports.undo,
    "overview": overview.show,
    "conversations add": conversations.add,
    "conversations list": conversations.show,
    "conversations search": conversations.search,
    "plan show": plans.show,
    "plan pdf": plans.pdf,
    "config show": config.show,
    "doctor": doctor.show,
}


def run(arguments: Sequence[str], crash_report: CrashReport | None = None) -> int:
    """Carry out one command and return its exit code.

    ``crash_report`` writes down a fault of ours, without case text, and answers where.
    """
    try:
        code = _run(arguments, crash_report)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough (`... | head`). What is left must not fail once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    return code


def _run(arguments: Sequence[str], crash_report: CrashReport | None) -> int:
    choose_language(asked_language(arguments) or language_ahead(os.environ))
    try:
        options = read_options(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    try:
        return _carry_out(options)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as fault:  # noqa: BLE001 - nobody is to meet a traceback
        known = explain(fault)
        if known is None:
            _unexpected(fault, options, crash_report)
            return Exit.FAILED
        say(known.message)
        return known.code


def _carry_out(options: Namespace) -> Exit:
    settings = settings_for(options, os.environ)
    choose_language(settings.language)
    try:
        system_clock()
    except ValueError as fault:
        raise Stopped(Exit.USAGE, _("MULIGHET_NOW er ikke et tidspunkt.")) from fault
    if options.version:
        print_versions(as_json=options.json)
        return Exit.DONE
    if options.command is None:
        raise Stopped(Exit.USAGE, _("Oppgi en kommando. --help viser dem."))
    return _COMMANDS[options.command](Call(options, settings, system_clock))


def _unexpected(fault: Exception, options: Namespace, crash_report: CrashReport | None) -> None:
    message = _("Noe gikk galt hos oss. (Kode {0})").format(ErrorCode.UNEXPECTED.value)
    say(message)
    file = crash_report(fault) if crash_report else None
    if file:
        say(_("En rapport uten personopplysninger ligger i {0}").format(file))
    if options.verbose:
        say(type(fault).__name__)
