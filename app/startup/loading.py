"""The one place that imports late: what is heavy, while the officer types a password.

Importing it all before the first window would make that four times as slow. In a thread the
window stays alive meanwhile.
"""

import builtins
import gc
import sys
from importlib import import_module
from threading import Event, Thread
from typing import Any

# In the order they are wanted: first what signing in needs, then what the main window needs.
_FOR_SIGNING_IN = ("app.use_cases.sign_in", "app.use_cases.example_prison")
_FOR_THE_WINDOW = ("app.ui.shell.manual_window", "app.ui.shell.opening")
_FOR_LATER = ("app.use_cases.documents", "app.use_cases.imports")
# Python hands over after this long, not 5 ms, so that the window is not kept waiting.
_SWITCH_SECONDS = 0.001


def module(name: str) -> Any:  # noqa: ANN401 - a module's names are not known before it is here
    """Import a module by its name, now."""
    return import_module(name)


def load_qt() -> None:
    """Import Qt, and give Python its own import back.

    PySide6 reads the source of every module imported after it, to see whether it asks for snake
    case. Ours do not; without the reading the rest is imported a fifth faster.
    """
    module("PySide6.QtWidgets")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


class Loading:
    """Imports in a thread; ``wait_for`` blocks the caller until a module is there."""

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        self._names = names or (*_FOR_SIGNING_IN, *_FOR_THE_WINDOW, *_FOR_LATER)
        self._there = {name: Event() for name in self._names}
        self._faults: dict[str, Exception] = {}
        self._thread = Thread(target=self._import_all, name="loading", daemon=True)
        self.finished = Event()

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if not self._thread.is_alive() and not self.finished.is_set():
            self._thread.start()

    def wait_for(self, name: str) -> Any:  # noqa: ANN401 - as above
        """Return the module when it is there. Never called in the window's thread.

        Raises:
            Exception: the import failed; whatever it failed with.
        """
        self.start()
        self._there[name].wait()
        if name in self._faults:
            raise self._faults[name]
        return sys.modules[name]

    def _import_all(self) -> None:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        for name in self._names:
            try:
                import_module(name)
            except Exception as fault:  # noqa: BLE001 - told to whoever waits
                self._faults[name] = fault
            self._there[name].set()
        sys.setswitchinterval(usual)
        # All this stays for good: looking through it for garbage would stop the window for long.
        gc.freeze()
        self.finished.set()
