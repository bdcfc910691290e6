"""What one run of the program goes by: every setting, what it means, and where its value is from.

A value is taken from the command line, else the environment, else what was chosen in the windows
of this machine, else ``config.toml`` in the user's folder, else the one IT fills for the whole
machine, else it is our own. What IT names in ``locked`` holds whatever the others say.

Reads no other module of weight: the first window waits for this one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path

from app.foundation.paths import Places, places_for
from app.foundation.translation import LANGUAGES, SOURCE_LANGUAGE, mark

SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200
SCHEMES = ("system", "light", "dark", "black_on_white", "white_on_black")
DENSITIES = ("tight", "normal", "airy")
SPELLINGS = ("nb nn", "nb", "nn", "off")
PAPER_COPIES = ("inmate", "internal")
KEEP, FORGET = "keep", "forget"
_PASSWORD = re.compile(r"(://[^/@:]*):[^/@]*@")


class Origin(StrEnum):
    """Where a value is from, in the order in which they are asked."""

    COMMAND_LINE = "command_line"
    ENVIRONMENT = "environment"
    REMEMBERED = "remembered"
    USER_FILE = "user_file"
    IT_FILE = "it_file"
    DEFAULT = "default"


ORIGIN_WORDS = {
    Origin.COMMAND_LINE: mark("kommandolinjen"),
    Origin.ENVIRONMENT: mark("miljøvariabel"),
    Origin.REMEMBERED: mark("valgt i programmet på denne maskinen"),
    Origin.USER_FILE: mark("din egen innstillingsfil"),
    Origin.IT_FILE: mark("innstillingsfilen fra IT"),
    Origin.DEFAULT: mark("programmets eget valg"),
}


@dataclass(frozen=True, slots=True)
class About:
    """What a setting means, its unit, and what it may be; ``restart``: only at the next start."""

    name: str
    description: str
    unit: str = ""
    allowed: tuple[str, ...] = ()
    is_chosen_in_windows: bool = False
    restart: bool = False


def _about(name: str, description: str, *, at_next_start: bool = False) -> dict[str, About]:
    """Return what goes with a setting that is given at the start."""
    return {"about": About(name, description, restart=at_next_start)}


def _choice(name: str, description: str, *allowed: str, unit: str = "") -> dict[str, About]:
    """Return what goes with a setting that is chosen in the windows."""
    return {"about": About(name, description, unit, allowed, is_chosen_in_windows=True)}


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run of the program goes by.

    ``database`` is the address of a PostgreSQL database, None for the embedded one in
    ``data_dir``; ``data_dir`` None stands for the platform's own folder; ``zoom`` 0 for the one
    that goes with the system's text size. ``origins`` tells where each value is from that is not
    our own, ``remembered`` all that this machine's memory holds beside windows and columns.
    """

    data_dir: Path | None = field(
        default=None,
        metadata=_about(
            mark("Datamappe"), mark("Mappen til den innebygde databasen."), at_next_start=True
        ),
    )
    database: str | None = field(
        default=None,
        metadata=_about(
            mark("Databasetjener"),
            mark("Adressen til en PostgreSQL-database. Tom er den innebygde databasen."),
            at_next_start=True,
        ),
    )
    officer: str | None = field(
        default=None,
        metadata=_about(mark("Brukernavn"), mark("Står ferdig utfylt der du logger inn.")),
    )
    language: str = field(
        default=SOURCE_LANGUAGE,
        metadata=_choice(mark("Språk"), mark("Språket i vinduene."), *LANGUAGES),
    )
    scheme: str = field(
        default="system",
        metadata=_choice(
            mark("Farger"), mark("Lyse, mørke, med høy kontrast, eller som i systemet."), *SCHEMES
        ),
    )
    density: str = field(
        default="normal",
        metadata=_choice(
            mark("Tetthet"), mark("Hvor mye luft linjer, felt og knapper har."), *DENSITIES
        ),
    )
    zoom: int = field(
        default=0,
        metadata=_choice(
            mark("Størrelse"),
            mark("Størrelsen på tekst og ikoner. Første gang som teksten i systemet."),
            unit=mark("prosent"),
        ),
    )
    spelling: str = field(
        default="nb nn",
        metadata=_choice(
            mark("Stavekontroll"), mark("Språkene det du skriver, blir kontrollert i."), *SPELLINGS
        ),
    )
    paper_copy: str = field(
        default="inmate",
        metadata=_choice(
            mark("Eksemplar"), mark("Eksemplaret som er valgt når du skriver ut."), *PAPER_COPIES
        ),
    )
    paper_language: str = field(
        default="",
        metadata=_choice(
            mark("Språk på papir"),
            mark("Språket som er valgt når du skriver ut. Tom er språket i vinduene."),
            *LANGUAGES,
        ),
    )
    printer: str = field(
        default="",
        metadata=_choice(
            mark("Skriver"), mark("Skriveren som er valgt når du skriver ut. Tom er systemets.")
        ),
    )
    shifts: str = field(
        default="07:00 14:45 21:30",
        metadata=_about(
            mark("Vaktskifter"),
            mark("Når dagvakt, kveldsvakt og nattvakt begynner."),
            at_next_start=True,
        ),
    )
    recent_at_lock: str = field(
        default=KEEP,
        metadata={
            "about": About(
                mark("Sist åpnet ved låsing"),
                mark("Om de siste du har åpnet, blir husket eller glemt når skjermen låses."),
                allowed=(KEEP, FORGET),
                restart=True,
            )
        },
    )
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False)
    locked: frozenset[str] = field(default=frozenset(), compare=False)
    remembered: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def folders(self) -> Places:
        """Return the folders this run may write to."""
        return places_for(self.data_dir)

    def origin(self, key: str) -> Origin:
        """Return where a value is from."""
        return self.origins.get(key, Origin.DEFAULT)


def known_settings() -> Mapping[str, About]:
    """Return every setting by its key."""
    return {one.name: one.metadata["about"] for one in fields(Settings) if one.metadata}


def shown(key: str, value: object) -> str:
    """Return a value as it may be shown: without the password of a database address."""
    if value is None or value == 0:
        return ""
    if key == "database":
        return _PASSWORD.sub(r"\1:***@", str(value))
    return str(value)
