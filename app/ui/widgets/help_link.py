"""Leads from a code in a message to where the guide explains it."""

import re
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from app.foundation.translation import _
from app.ui.widgets.push_buttons import LinkButton

_CODES = "feilkoder.md"
_CODE = re.compile(r"\b[A-Z]{2}-\d{2}\b")


@runtime_checkable
class HelpGiving(Protocol):
    """A window that can show the guide."""

    def show_help(self, place: str) -> None:
        """Show a place in the guide: ``page.md#heading``."""


def code_in(text: str) -> str:
    """Return the code in a message, nothing where it has none."""
    found = _CODE.search(text)
    return found[0] if found else ""


def place_of_code(text: str) -> str:
    """Return where the guide explains the code in a message, nothing where it has none."""
    code = code_in(text)
    return f"{_CODES}#{code}" if code else ""


class HelpLink(LinkButton):
    """`Les om DB-02`, below a message that has a code."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Les om {0}").format(code_in(text)), self._lead, parent=parent)
        self._place = place_of_code(text)

    def _lead(self) -> None:
        window = self.window()
        if isinstance(window, HelpGiving):
            window.show_help(self._place)
