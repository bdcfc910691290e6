"""Writes the guide's page of keys: ``python -m tests.helpers.key_page``."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from app.ui.actions.entries import ENTRIES, ActionEntry
from app.ui.actions.key_page import key_page
from app.ui.shell.pages import make_book

FILE = Path(__file__).parents[2] / "docs" / "guide" / "tastatur.md"


def entries() -> list[ActionEntry]:
    """Return the pages of the program, then everything else."""
    nothing = cast("Any", SimpleNamespace())
    return [*(page.action for page in make_book(nothing, nothing).listed), *ENTRIES]


if __name__ == "__main__":
    FILE.write_text(key_page(entries()), encoding="utf-8")
