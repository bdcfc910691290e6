"""What stands in a page's place when there is nothing to show: why, and one thing to do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import NotAllowed
from app.foundation.translation import _
from app.ui.appearance.theme import theme
from app.ui.appearance.tokens import GAP
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button, PrimaryButton
from app.ui.widgets.failures import sentence
from app.ui.widgets.help_link import HelpLink, code_in
from app.ui.widgets.labels import HeadingLabel, Label
from app.ui.widgets.scrolling import scrolling

_CENTRE = Qt.AlignmentFlag.AlignCenter
_BY_PROGRAM = Qt.FocusPolicy.ClickFocus
_WIDEST = 520
# Of the width, before the widest is reached.
_MOST = 100
# Quick answers show no "Henter …" at all, so that nothing flickers.
_PATIENCE_MS = 300


@dataclass(frozen=True, slots=True)
class Act:
    """The one thing to do: its verb, and what it does."""

    verb: str
    act: Callable[[], None]


class Message(QWidget):
    """A heading, a sentence, and at most one button, in the middle; it scrolls if it must."""

    def __init__(
        self, heading: str, text: str, act: Act | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        inside = QWidget()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(inside))
        layout = QVBoxLayout(inside)
        layout.setSpacing(GAP)
        layout.addStretch(1)
        self.button: Button | None = None
        self.setFocusPolicy(_BY_PROGRAM)
        layout.addWidget(HeadingLabel(heading), 0, _CENTRE)
        layout.addLayout(_in_the_middle(text))
        if act is not None:
            self.button = PrimaryButton(act.verb, act.act)
            layout.addWidget(self.button, 0, _CENTRE)
        if code_in(text):
            layout.addWidget(HelpLink(text), 0, _CENTRE)
        layout.addStretch(2)


def _in_the_middle(text: str) -> QHBoxLayout:
    """Return a sentence of a width that is easily read; an alignment would cost it its lines."""
    words = Label(text, "muted", wrap=True)
    words.setAlignment(_CENTRE)
    words.setMaximumWidth(theme().px(_WIDEST))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(words, _MOST)
    row.addStretch(1)
    return row


class StateView(QStackedWidget):
    """Holds a page's content, and stands in for it: loading, empty, failed, not allowed.

    The content keeps its place and size while it loads anew, so that nothing jumps.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.addWidget(content)
        self._message: Message | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_waiting)
        self._focus_for: QWidget | None = None
        self._blank = QWidget()
        self._blank.setAccessibleName(_("Henter …"))
        self._blank.setFocusPolicy(_BY_PROGRAM)
        self.addWidget(self._blank)

    @property
    def message(self) -> Message | None:
        """Return what stands in for the content now."""
        return self._message if self.currentWidget() is self._message else None

    def show_content(self) -> None:
        """Show the content."""
        self._patience.stop()
        held = self._holds_focus()
        self.setCurrentWidget(self.content)
        target, self._focus_for = self._focus_for, None
        if held and target is not None:
            _give_focus(target)

    def show_loading(self) -> None:
        """Show nothing for a moment, then that the content is being fetched."""
        held = self._holds_focus() or self._takes_focus_over()
        self.setCurrentWidget(self._blank)
        if held:
            self._blank.setFocus()
        self._patience.start()

    def show_empty(self, heading: str, text: str, act: Act | None = None) -> None:
        """Say why there is nothing, and what to do about it."""
        self._stand_in(heading, text, act)

    def show_failure(self, fault: Exception, again: Callable[[], None]) -> None:
        """Say what went wrong with its code, and offer to try again; a refusal is no failure."""
        if isinstance(fault, NotAllowed):
            self.show_not_allowed()
            return
        text = sentence(fault)
        self._stand_in(_("Dette gikk ikke"), text, Act(_("Prøv igjen"), again))
        announce(self, text)

    def show_not_allowed(self) -> None:
        """Say that the account may not see this."""
        text = _("Kontoen din har ikke tilgang til denne siden. Forsøket er skrevet i loggen.")
        self._stand_in(_("Du har ikke tilgang"), text)

    def hold_focus_for(self, widget: QWidget) -> None:
        """Take the focus while the content is not there, and give it to a part of it then."""
        self._focus_for = widget
        self._focus_stand_in()

    def _holds_focus(self) -> bool:
        current, focus = self.currentWidget(), QApplication.focusWidget()
        if current is None or focus is None or current is self.content:
            return False
        return current is focus or current.isAncestorOf(focus)

    def _takes_focus_over(self) -> bool:
        """Tell whether the focus is in the content that is about to be hidden, and note where."""
        focus = QApplication.focusWidget()
        if self.currentWidget() is not self.content or focus is None:
            return False
        if not self.content.isAncestorOf(focus):
            return False
        self._focus_for = focus
        return True

    def _focus_stand_in(self) -> None:
        if self.currentWidget() is self._message and self._message is not None:
            (self._message.button or self._message).setFocus()
        else:
            self._blank.setFocus()

    def _show_waiting(self) -> None:
        self._stand_in(_("Henter …"), "")

    def _stand_in(self, heading: str, text: str, act: Act | None = None) -> None:
        self._patience.stop()
        held, before = self._holds_focus() or self._takes_focus_over(), self._message
        self._message = Message(heading, text, act)
        self.addWidget(self._message)
        self.setCurrentWidget(self._message)
        if held:
            self._focus_stand_in()
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()


def _give_focus(target: QWidget) -> None:
    """Give the focus to a widget, or to what stands in for it inside another state view."""
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, StateView) and around.currentWidget() is not around.content:
            around.hold_focus_for(target)
            return
        around = around.parentWidget()
    target.setFocus()
