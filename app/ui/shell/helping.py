"""Leads from what is in front to the page of the guide about it, and tells what is new once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from app.foundation.program import program_version
from app.foundation.translation import _
from app.ui.appearance.remembered import remembered
from app.ui.shell.frame import Frame
from app.ui.shell.manual_pages import CONTENTS
from app.ui.shell.manual_window import ManualWindow
from app.ui.widgets.help_link import place_of_code
from app.ui.widgets.page import Notice
from app.ui.widgets.state_view import Message

_SEEN = "window/version_seen"


class Helping(QObject):
    """One guide for one window; it closes with it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.manual: ManualWindow | None = None

    def help(self) -> None:
        """Show the page about what is in front; a message with a code comes first (F1)."""
        self.open(self._of_message() or self._of_front())

    def open(self, place: str = CONTENTS) -> None:
        """Show a place in the guide."""
        self._window().show_place(place)

    def open_changes(self) -> None:
        """Show what is new in this version."""
        self._window().show_changes()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this does for the list of actions."""
        return {"help": self.help, "manual": self.open, "whats_new": self.open_changes}

    def close(self) -> None:
        """Close the guide: the officer leaves."""
        manual, self.manual = self.manual, None
        if manual is not None:
            manual.close()
            manual.deleteLater()

    def news(self) -> Notice | None:
        """Return that the program is another than the last time, told once for each version."""
        memory, version = remembered(), program_version()
        if memory is None:
            return None
        seen = memory.value(_SEEN)
        memory.setValue(_SEEN, version)
        if seen is None or seen == version:
            return None
        text = _("Mulighet er oppdatert til {0}.").format(version)
        return Notice(text, _("Se hva som er nytt"), self.open_changes)

    def _window(self) -> ManualWindow:
        if self.manual is None:
            self.manual = ManualWindow()
        return self.manual

    def _of_front(self) -> str:
        content, page = self._frame.panel.content, self._frame.page
        of_panel = content.help() if content is not None else ""
        return of_panel or (page.help() if page is not None else "") or CONTENTS

    def _of_message(self) -> str:
        shown: list[QWidget] = [self._frame.toast, *self._frame.findChildren(Message)]
        for message in shown:
            if message.isVisible():
                for label in message.findChildren(QLabel):
                    place = place_of_code(label.text())
                    if place:
                        return place
        return ""
