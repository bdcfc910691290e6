"""Where the program begins: windows without a subcommand, the command line with one."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from app.command_line.exits import Stopped
from app.command_line.settings import language_ahead, settings_for
from app.foundation.setting_sources import forget_layout
from app.foundation.translation import _, choose_language
from app.startup import loading

if TYPE_CHECKING:
    from argparse import Namespace

    from app.foundation.settings import Settings

_CRASH = "app.startup.crash_report"
# Qt's own names for where windows go; any other ends in an abort.
_WITHOUT_SCREEN = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})
_ON_SCREEN = frozenset({"xcb", "wayland", "wayland-egl"})
# What argparse would make of no arguments; to import it would hold up the first window.
_NO_OPTIONS = SimpleNamespace(language=None, safe_mode=False)


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for, and return the exit code."""
    os.umask(0o077)
    if not arguments:
        return open_program(_NO_OPTIONS)
    options_module = loading.module("app.command_line.options")
    choose_language(options_module.asked_language(arguments) or language_ahead(os.environ))
    try:
        options = options_module.read_options(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    if options.command is None and not options.version:
        return open_program(options)
    gc.enable()
    return int(loading.module("app.command_line.main").run(arguments, _report_to(options)))


def open_program(options: "Namespace | SimpleNamespace") -> int:
    """Open the windows, and return when the officer has left."""
    if not has_display(os.environ, sys.platform):
        _choose_ahead(options)
        _say(_("Maskinen har ingen skjerm, så vinduet kan ikke åpnes. (Kode MU-03)"))
        _say(_("Med xvfb-run make run åpnes det på en skjerm i minnet."))
        return 1
    try:
        settings = _settings(options)
    except Stopped as stop:
        _say(stop.message)
        return int(stop.code)
    choose_language(settings.language)
    if options.safe_mode:
        forget_layout(settings.folders.interface_file)
    loading.load_qt()
    return int(loading.module("app.startup.program").run(settings))


def _settings(options: "Namespace | SimpleNamespace") -> "Settings":
    try:
        return settings_for(options, os.environ)
    except Stopped:
        # Once more, to complain in the officer's language.
        _choose_ahead(options)
        return settings_for(options, os.environ)


def _choose_ahead(options: "Namespace | SimpleNamespace") -> None:
    if options.language is None:
        choose_language(language_ahead(os.environ))


def _report_to(options: "Namespace") -> Callable[[BaseException], Path | None] | None:
    try:
        folder = settings_for(options, os.environ).folders.state
    except Stopped:
        return None
    report: Callable[[BaseException], Path | None] = (
        loading.module(_CRASH).CrashReport(folder).write
    )
    return report


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether windows can be shown; only Linux machines may be without."""
    if platform != "linux":
        return True
    chosen = (environment.get("QT_QPA_PLATFORM") or "xcb").partition(":")[0]
    if chosen in _WITHOUT_SCREEN:
        return True
    answers = _wayland_answers(environment) or _x_answers(environment)
    return chosen in _ON_SCREEN and answers


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    return bool(name) and Path(environment.get("XDG_RUNTIME_DIR", ""), name or "").is_socket()


def _x_answers(environment: Mapping[str, str]) -> bool:
    """Ask the screen itself, as Qt would: where none answers, Qt ends the program with an abort."""
    name = environment.get("DISPLAY")
    if not name:
        return False
    try:
        library = loading.module("ctypes").CDLL("libxcb.so.1")
    except OSError:
        # Then Qt has none either, or brings its own; it will say.
        return True
    library.xcb_connect.restype = loading.module("ctypes").c_void_p
    for function in (library.xcb_connection_has_error, library.xcb_disconnect):
        function.argtypes = [loading.module("ctypes").c_void_p]
    connection = library.xcb_connect(name.encode(), None)
    failed = library.xcb_connection_has_error(connection)
    library.xcb_disconnect(connection)
    return not failed


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
