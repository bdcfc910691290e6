"""One process of the start-up measurement: an empty window, or the program itself."""

import os
import sys
import threading
import time
from importlib import import_module
from importlib.abc import MetaPathFinder
from runpy import run_module


def main(kind: str, begun: float) -> None:
    if kind == "empty":
        show_empty(begun)
    elif kind == "program":
        show_program(AfterPaint(begun))
    else:
        show_program(Stalls())


def tell(name: str, milliseconds: float) -> None:
    """Say what was measured, and end at once."""
    sys.stdout.write(f'{{"{name}": {milliseconds:.2f}}}\n')
    sys.stdout.flush()
    os._exit(0)


def show_empty(begun: float) -> None:
    """Show a main window with nothing in it."""
    core, widgets = import_module("PySide6.QtCore"), import_module("PySide6.QtWidgets")

    def painted() -> None:
        tell("painted_ms", (time.monotonic() - begun) * 1000)

    class Empty(widgets.QMainWindow):
        def paintEvent(self, event: object) -> None:  # noqa: N802 - as Qt has it
            super().paintEvent(event)
            core.QTimer.singleShot(0, painted)

    application = widgets.QApplication(["empty"])
    window = Empty()
    window.resize(480, 680)
    window.show()
    application.exec()


def show_program(watcher: MetaPathFinder) -> None:
    """Start as ``python -m app`` does."""
    sys.argv = ["app"]
    sys.meta_path.insert(0, watcher)
    run_module("app", run_name="__main__", alter_sys=True)


class AfterPaint(MetaPathFinder):
    """Sees the import of the application, which is the first thing done after the paint."""

    def __init__(self, begun: float) -> None:
        self._begun = begun

    def find_spec(self, name: str, _path: object, _target: object = None) -> None:
        if name == "app.startup.application":
            tell("painted_ms", (time.monotonic() - self._begun) * 1000)


class Stalls(MetaPathFinder):
    """Measures how long the first window could not have answered a key, from its paint on."""

    def __init__(self) -> None:
        self._timer: object = None
        self._last = 0.0
        self._worst = 0.0

    def find_spec(self, name: str, _path: object, _target: object = None) -> None:
        if name == "app.startup.application" and self._timer is None:
            self._last = time.perf_counter()
            self._timer = import_module("PySide6.QtCore").QTimer()
            self._timer.timeout.connect(self._tick)
            self._timer.start(1)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._worst = max(self._worst, (now - self._last) * 1000)
        self._last = now
        if not any(thread.name == "loading" for thread in threading.enumerate()):
            tell("stall_ms", self._worst)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
