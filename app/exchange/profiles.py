"""Named profiles: which column holds which field, kept for the next file of the same system.

One TOML file each in the user's folder, ``profiles/NAME.toml``: ``kind`` and then field =
heading, the heading empty for a field that is not to be read. They hold headings and no content,
so IT can hand them out; the windows and the command line use the same ones.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.exchange.kinds import ImportKind
from app.foundation.setting_sources import read_toml, user_file
from app.foundation.translation import _

_NAME = re.compile(r"[\w-]{1,60}")
_KIND = "kind"
_DELETE = "\x7f"


class ProfileFault(Exception):
    """A profile cannot be had or kept; the text is a sentence for the officer."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile. ``kind`` None: written by hand, and good for every file that has its fields."""

    name: str
    kind: ImportKind | None
    columns: Mapping[str, str]


def profile_folder() -> Path:
    """Return where the user's profiles lie."""
    return user_file().parent / "profiles"


def read_profile(name: str) -> Profile:
    """Return a profile by its name.

    Raises:
        ProfileFault: no such name, no such profile, or it cannot be read.
    """
    file = _file(name)
    if not file.is_file():
        raise ProfileFault(_("Fant ikke profilen {0}.").format(file))
    try:
        content = read_toml(file)
        kind = ImportKind(str(content.pop(_KIND))) if _KIND in content else None
    except (OSError, ValueError) as fault:
        message = _("Profilen {0} kan ikke leses: {1}").format(file, fault)
        raise ProfileFault(message) from fault
    return Profile(name, kind, {field: str(heading) for field, heading in content.items()})


def every_profile() -> tuple[Profile, ...]:
    """Return all profiles by name; what cannot be read is left out."""
    found = []
    for file in sorted(profile_folder().glob("*.toml")):
        try:
            found.append(read_profile(file.stem))
        except ProfileFault:
            continue
    return tuple(found)


def write_profile(profile: Profile) -> None:
    """Keep a profile, in place of one of the same name.

    Raises:
        ProfileFault: the name, or the disk.
    """
    file = _file(profile.name)
    lines = [f"{_KIND} = {_quoted(profile.kind.value)}"] if profile.kind else []
    lines += [f"{_quoted(field)} = {_quoted(to)}" for field, to in profile.columns.items()]
    aside = file.with_suffix(".new")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside.write_text("\n".join((*lines, "")), encoding="utf-8")
        aside.replace(file)
    except (OSError, ValueError) as fault:
        raise ProfileFault(_("Profilen kunne ikke lagres i {0}.").format(file)) from fault


def delete_profile(name: str) -> None:
    """Remove a profile; one that is not there is no fault.

    Raises:
        ProfileFault: the name, or the disk.
    """
    file = _file(name)
    try:
        file.unlink(missing_ok=True)
    except OSError as fault:
        raise ProfileFault(_("Profilen {0} kunne ikke slettes.").format(file)) from fault


def _file(name: str) -> Path:
    if not _NAME.fullmatch(name):
        message = _("Navnet på profilen kan bare ha bokstaver, tall, - og _: {0}").format(name)
        raise ProfileFault(message)
    return profile_folder() / f"{name}.toml"


def _quoted(text: str) -> str:
    """Return a TOML string; its escapes are those of JSON, but for one."""
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")
