"""The guide's page of keys, written from the list of actions."""

from collections.abc import Iterable

from app.foundation.translation import _
from app.ui.actions.entries import MENU_WORDS, ActionEntry, keys_text

_HEAD = """# Alle snarveier

Denne siden er laget av programmet selv. Ctrl+/ viser den samme listen i vinduet.
"""


def by_menu(entries: Iterable[ActionEntry]) -> list[tuple[str, list[ActionEntry]]]:
    """Return what has a key, under the word of its menu."""
    kept = [entry for entry in entries if entry.keys]
    parts = [
        (_(word).replace("&", ""), [entry for entry in kept if entry.menu is menu])
        for menu, word in MENU_WORDS.items()
    ]
    return [(word, part) for word, part in parts if part]


def key_page(entries: Iterable[ActionEntry]) -> str:
    """Return the page as Markdown, a table for each menu."""
    parts = [_HEAD]
    for word, keyed in by_menu(entries):
        rows = [f"| {_(entry.text)} | {keys_text(entry)} |" for entry in keyed]
        parts.append("\n".join([f"## {word}", "", "| Handling | Tast |", "|---|---|", *rows, ""]))
    return "\n".join(parts)
