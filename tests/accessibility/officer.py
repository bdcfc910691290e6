"""An officer who has a keyboard and a screen reader, and neither mouse nor picture."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.use_cases.example_prison import ExampleCreated
from tests.accessibility.desktop import Desktop, Node, ScreenReader

# Roles an officer acts on: each must say what it is for.
ACTED_ON = {
    "check box",
    "check menu item",
    "combo box",
    "date editor",
    "entry",
    "link",
    "list",
    "menu item",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "radio menu item",
    "slider",
    "spin button",
    "table",
    "text",
    "toggle button",
    "tree",
}


@dataclass(frozen=True)
class Officer:
    desktop: Desktop
    process: subprocess.Popen[bytes]
    account: ExampleCreated
    log: Path

    @property
    def reader(self) -> ScreenReader:
        return self.desktop.reader

    def press(self, *keys: str) -> None:
        self.desktop.press(*keys)

    def type(self, text: str) -> None:
        self.desktop.type(text)

    def sign_in(self) -> None:
        self.reader.wait_focus("Brukernavn", "text")
        self.type(self.account.user_name)
        self.press("Tab")
        self.reader.wait_focus("Passord", "password text")
        self.type(self.account.password)
        self.press("Return")
        self.reader.wait_focus("Tavle", "list")

    def find(self, words: str, offered: str) -> None:
        """Go through the palette to what is offered for some words."""
        self.press("ctrl+k")
        self.reader.wait_focus("Finn person, side eller handling", "text")
        self.type(words)
        self.reader.wait_for(offered, "list item")
        self.press("Return")

    def nameless(self) -> list[str]:
        """Return what is acted on here but does not say what it is for."""
        return [node.said() + f" at {node.box}" for node in nameless(self.reader.tree())]


def nameless(tree: Node) -> Iterator[Node]:
    """Return what is seen, acted on, and has neither a name nor a label."""
    for node in tree.walk():
        is_line = node.role == "menu item" and "focusable" not in node.states
        if node.role in ACTED_ON and node.is_seen and not node.name.strip() and not is_line:
            yield node
