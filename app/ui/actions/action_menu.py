"""Context menus: what a row or what is in front answers to, in the words of the list."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.foundation.translation import _
from app.ui.actions.entries import entry_of, key_text
from app.ui.actions.trail import trail
from app.ui.appearance.icons import themed_in_menu

_GONE = Qt.WidgetAttribute.WA_DeleteOnClose
Answers = Mapping[str, Callable[[], object]]
"""What something answers to, by the ids of the list."""


@runtime_checkable
class Answering(Protocol):
    """A row or card that can do something of the list."""

    def answers(self) -> Answers:
        """Return what it can do now."""


class ActionMenu(QMenu):
    """A menu that is made when it is wanted, and gone when it closes.

    ``words`` replace the usual text where a row can say it more exactly (`Flytt til en annen
    celle`); each of ``groups`` stands between lines.
    """

    def __init__(
        self,
        parent: QWidget,
        answers: Answers,
        words: Mapping[str, str] | None = None,
        groups: Iterable[frozenset[str]] = (),
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Handlinger"))
        self.setAttribute(_GONE)
        apart = list(groups)
        before: frozenset[str] | None = None
        for action_id, act in answers.items():
            group = next((ids for ids in apart if action_id in ids), None)
            if self.actions() and group is not before:
                self.addSeparator()
            before = group
            self.addAction(action_for(self, action_id, act, (words or {}).get(action_id)))

    def open_at(self, place: QPoint) -> None:
        """Open at a place on the screen, with the first action chosen, so that Enter does it."""
        self.popup(place)
        if self.actions():
            self.setActiveAction(self.actions()[0])


def action_for(
    parent: QObject, action_id: str, act: Callable[[], object], word: str | None = None
) -> QAction:
    """Return an action of the list for one row; its key is shown, and answered to elsewhere."""
    entry = entry_of(action_id)
    key = f"\t{key_text(entry.keys[0])}" if entry.keys else ""
    action = QAction(f"{word or _(entry.text)}{key}", parent)
    action.setObjectName(action_id)
    if entry.icon:
        action.setIcon(themed_in_menu(entry.icon))

    def do() -> None:
        trail().note(action_id)
        act()

    action.triggered.connect(do)
    return action


def answers_around(widget: QWidget) -> dict[str, Callable[[], object]]:
    """Return what the row or card around a field answers to."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, Answering):
            return dict(around.answers())
        around = around.parentWidget()
    return {}


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
