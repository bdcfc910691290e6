"""The four palettes, and the few sizes everything is measured in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

# Sizes in pixels at 100 % zoom.
SPACE = 4
GAP = 8
MARGIN = 14
RADIUS = 6
NAVIGATION_WIDTH = 188
HEADER_HEIGHT = 48
SIDE_PANEL_WIDTH = 470

# Type in pixels at 100 % zoom.
BODY = 14.0
SECONDARY = 12.5
HEADING = 15.0
TITLE = 18.0


class Tone(StrEnum):
    """What a badge or a word tells at a glance; never by colour alone."""

    PLAIN = "plain"
    PRIMARY = "primary"
    OK = "ok"
    WARNING = "warning"
    DANGER = "danger"


class Tokens(NamedTuple):
    """The colours of one palette as ``#rrggbb``.

    ``field`` borders what can be typed in or pressed; ``line`` only separates; ``chosen`` is the
    ground of the row that is selected, ``on_chosen`` its text.
    """

    background: str
    surface: str
    line: str
    field: str
    text: str
    muted: str
    primary: str
    primary_soft: str
    on_primary: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    ok: str
    ok_soft: str
    navigation: str
    navigation_text: str
    navigation_muted: str
    navigation_chosen: str
    hover: str
    chosen: str
    on_chosen: str
    example: str
    on_example: str
    desk: str

    def colours(self) -> Mapping[str, str]:
        """Return every colour by its name."""
        return self._asdict()

    @property
    def is_dark(self) -> bool:
        """Tell whether light text stands on a dark ground."""
        return self in (DARK, WHITE_ON_BLACK)

    @property
    def is_contrast(self) -> bool:
        """Tell whether this is a palette of high contrast: lines are thicker, grounds are plain."""
        return self in (BLACK_ON_WHITE, WHITE_ON_BLACK)

    def ink(self, tone: Tone) -> str:
        """Return the colour of text in a tone."""
        return self.colours()[_INKS[tone]]

    def ground(self, tone: Tone) -> str:
        """Return the soft colour behind text in a tone."""
        return self.colours()[_GROUNDS[tone]]


_INKS = {
    Tone.PLAIN: "muted",
    Tone.PRIMARY: "primary",
    Tone.OK: "ok",
    Tone.WARNING: "warning",
    Tone.DANGER: "danger",
}
_GROUNDS = {
    Tone.PLAIN: "background",
    Tone.PRIMARY: "primary_soft",
    Tone.OK: "ok_soft",
    Tone.WARNING: "warning_soft",
    Tone.DANGER: "danger_soft",
}

# Muted text is a shade darker than first drawn: it must reach 7 : 1 on the background, too.
LIGHT = Tokens(
    background="#f4f6f8",
    surface="#ffffff",
    line="#d5dbe1",
    field="#7d8893",
    text="#1b1b1b",
    muted="#49545f",
    primary="#0f4c81",
    primary_soft="#e3eef8",
    on_primary="#ffffff",
    danger="#a1201a",
    danger_soft="#fbe6e4",
    warning="#6e4300",
    warning_soft="#fff1cc",
    ok="#1a5f33",
    ok_soft="#e2f2e7",
    navigation="#12304d",
    navigation_text="#dce8f3",
    navigation_muted="#b9c9d9",
    navigation_chosen="#344c65",
    hover="#eceff3",
    chosen="#e3eef8",
    on_chosen="#1b1b1b",
    example="#ffe08a",
    on_example="#3a2a00",
    desk="#9098a1",
)
DARK = Tokens(
    background="#17191c",
    surface="#1f2226",
    line="#3a4047",
    field="#7a838e",
    text="#f0f0f0",
    muted="#b4bcc6",
    primary="#8ec5ff",
    primary_soft="#1d3347",
    on_primary="#17191c",
    danger="#ff9a8f",
    danger_soft="#3b2220",
    warning="#ffcf66",
    warning_soft="#3a3018",
    ok="#7fd6a0",
    ok_soft="#1d3226",
    navigation="#101820",
    navigation_text="#c9d6e2",
    navigation_muted="#a3b1bf",
    navigation_chosen="#333b42",
    hover="#2a2e33",
    chosen="#1d3347",
    on_chosen="#f0f0f0",
    example="#ffe08a",
    on_example="#3a2a00",
    desk="#3b4046",
)
# Of high contrast: all text at least 10 : 1, no ground of its own behind a status.
BLACK_ON_WHITE = Tokens(
    background="#ffffff",
    surface="#ffffff",
    line="#3a3a3a",
    field="#000000",
    text="#000000",
    muted="#1f1f1f",
    primary="#002d73",
    primary_soft="#ffffff",
    on_primary="#ffffff",
    danger="#7a0000",
    danger_soft="#ffffff",
    warning="#573000",
    warning_soft="#ffffff",
    ok="#00431c",
    ok_soft="#ffffff",
    navigation="#000000",
    navigation_text="#ffffff",
    navigation_muted="#ffffff",
    navigation_chosen="#000000",
    hover="#f2f2f2",
    chosen="#000000",
    on_chosen="#ffffff",
    example="#ffe08a",
    on_example="#000000",
    desk="#ffffff",
)
WHITE_ON_BLACK = Tokens(
    background="#000000",
    surface="#000000",
    line="#c8c8c8",
    field="#ffffff",
    text="#ffffff",
    muted="#f0f0f0",
    primary="#8fd3ff",
    primary_soft="#000000",
    on_primary="#000000",
    danger="#ffb3ab",
    danger_soft="#000000",
    warning="#ffe08a",
    warning_soft="#000000",
    ok="#9ff0bb",
    ok_soft="#000000",
    navigation="#000000",
    navigation_text="#ffffff",
    navigation_muted="#ffffff",
    navigation_chosen="#000000",
    hover="#161616",
    chosen="#ffffff",
    on_chosen="#000000",
    example="#ffe08a",
    on_example="#000000",
    desk="#000000",
)
