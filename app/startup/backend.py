"""What the first window asks, answered by the use cases as soon as they are imported."""

from typing import Any

from app.foundation.clock import Clock
from app.foundation.progress import Progress
from app.foundation.settings import Settings
from app.startup.loading import Loading
from app.ui.screens.sign_in.backend import NewExample, NewPrison

_SIGN_IN = "app.use_cases.sign_in"
_EXAMPLE = "app.use_cases.example_prison"
_OPENING = "app.ui.shell.opening"


class LoadedBackend:
    """Waits for the import where it must; so only ``has_prison`` may be asked in Qt's thread."""

    def __init__(self, settings: Settings, clock: Clock, loading: Loading) -> None:
        self._settings = settings
        self._clock = clock
        self._loading = loading

    @property
    def has_prison(self) -> bool:
        """Tell whether there is a database; on a server that is seen at sign-in."""
        return self.is_server or self._settings.folders.holds_database

    @property
    def is_server(self) -> bool:
        """Tell whether the data are on a server."""
        return self._settings.database is not None

    def create(self, prison: NewPrison) -> str:
        """Make an empty prison and return its recovery code."""
        use_case = self._loading.wait_for(_SIGN_IN)
        first = use_case.FirstOfficer(prison.user_name, prison.display_name, prison.password)
        return str(use_case.create_prison(self._place(), first, self._clock).recovery_code)

    def create_example(self, progress: Progress) -> NewExample:
        """Make the example prison."""
        use_case = self._loading.wait_for(_EXAMPLE)
        made = use_case.create_example_prison(self._place(), self._clock, progress=progress)
        return NewExample(made.user_name, made.password, made.recovery_code)

    def sign_in(self, user_name: str, password: str) -> object:
        """Return the office; the parts of the main window are imported when it is there."""
        use_case = self._loading.wait_for(_SIGN_IN)
        office = use_case.sign_in(self._place(), user_name, password, self._clock)
        self._loading.wait_for(_OPENING)
        return office

    def recover(self, user_name: str, code: str, new_password: str) -> object:
        """Return the office of an officer who came in by the recovery code."""
        enter = self._loading.wait_for(_SIGN_IN).sign_in_with_recovery_code
        office = enter(self._place(), user_name, code, new_password, self._clock)
        self._loading.wait_for(_OPENING)
        return office

    def print_code(self, title: str, text: str) -> bool:
        """Print a few lines on the usual printer."""
        return bool(self._loading.wait_for(_OPENING).print_lines(title, text))

    def _place(self) -> Any:  # noqa: ANN401 - its class is imported late
        use_case = self._loading.wait_for(_SIGN_IN)
        return use_case.DatabasePlace(self._settings.folders, self._settings.database)
