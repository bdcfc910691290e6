"""Looks for garbage on the window's thread alone.

Python looks for it in whichever thread happens to make the next object. A widget that is part of
such garbage would then be destroyed by a thread that reads the database, and the program with it.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 1000


class GarbageCollection(QObject):
    """Takes over from Python's own search until ``stop``.

    Nothing is looked for before ``ready`` says so: while the program is still being read in,
    nothing is garbage, and to look through all of it would stop the window.
    """

    def __init__(
        self, parent: QObject | None = None, ready: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(parent)
        self._ready = ready
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Search as thoroughly as so many new objects call for, by Python's own measures."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [age for age in range(len(counts)) if counts[age] > limits[age]]
        if due and self._ready():
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave it to Python again: no window is left."""
        self._timer.stop()
        gc.enable()
