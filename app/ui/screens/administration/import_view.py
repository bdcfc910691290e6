"""What leading an import needs of the page that shows it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from app.exchange.kinds import ImportKind
from app.use_cases.import_report import ImportReport
from app.use_cases.imports import ImportOptions


class ImportView(Protocol):
    """What the presenter needs of the page."""

    def show_file(self, file: Path) -> None:
        """Name the file that is being read."""

    def show_kind(self, kind: ImportKind) -> None:
        """Press the chip of a kind in."""

    def show_no_file(self) -> None:
        """Show that no file is chosen."""

    def show_report(
        self,
        report: ImportReport,
        samples: Mapping[str, tuple[str, ...]],
        options: ImportOptions,
    ) -> None:
        """Show columns, counts, changes and findings."""

    def show_looking(self, *, yes: bool) -> None:
        """Show that the file is being read, with a way to stop it."""

    def show_working(self, *, yes: bool) -> None:
        """Show that the file is being brought in, with a way to stop it."""

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it has come."""

    def show_result(self, text: str) -> None:
        """Say how it went; an empty text takes it away."""

    def show_problem(self, text: str) -> None:
        """Say why nothing was brought in; an empty text takes it away."""

    def show_not_allowed(self) -> None:
        """Say that the account may not bring files in."""

    def focus_file(self) -> None:
        """Lead to where a file is chosen."""

    def focus_errors(self) -> None:
        """Lead to the errors."""
