"""The first board, read while the window that shows it is still being made."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.ui.background.tasks import Tasks
from app.ui.screens.cell_blocks.sections import Board, build_board
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.office import Office

Answer = Callable[[Board], None]
Failed = Callable[[Exception], None]


def read_board(office: Office, unit: str | None, *, refresh: bool = False) -> Board:
    """Read the overview of a unit, or of all of them, and put it in order. Waits for the database.

    Raises:
        NotAllowed: the role may not read inmates.
    """
    return build_board(cell_block_overview(office, unit, refresh=refresh), office.officer.id)


class BoardAhead(QObject):
    """Asks for the board of the officer's own unit at once, and hands the answer to one page."""

    def __init__(self, office: Office, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outcome: Board | Exception | None = None
        self._answer: Answer | None = None
        self._failed: Failed | None = None
        read = partial(read_board, office, office.officer.unit)
        tasks.read(read, self, self._arrive, self._arrive)

    def hand_to(self, answer: Answer, failed: Failed) -> None:
        """Call one of the two in the window's thread: now, or when the answer is there."""
        self._answer, self._failed = answer, failed
        self._hand_over()

    def _arrive(self, outcome: Board | Exception) -> None:
        self._outcome = outcome
        self._hand_over()

    def _hand_over(self) -> None:
        outcome, answer, failed = self._outcome, self._answer, self._failed
        if outcome is None or answer is None or failed is None:
            return
        if isinstance(outcome, Exception):
            failed(outcome)
        else:
            answer(outcome)
