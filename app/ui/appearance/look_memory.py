"""The zoom, the colours and the density this machine had the last time, kept in ui.ini.

Read without Qt's own settings: those would take two milliseconds of the first window's time.
"""

from pathlib import Path

from app.ui.appearance.theme import theme

SECTION = "look"


def restore_look(file: Path) -> None:
    """Take up what is remembered in a file, if there is one that can be read."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    if f"[{SECTION}]" not in lines:
        return
    values: dict[str, str] = {}
    for line in lines[lines.index(f"[{SECTION}]") + 1 :]:
        if line.startswith("["):
            break
        key, _equals, value = line.partition("=")
        values[key] = value
    theme().take_up(values)
