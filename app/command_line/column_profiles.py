"""The named profiles of an import, for the command line."""

from collections.abc import Mapping

from app.command_line.exits import Exit, Stopped
from app.exchange.profiles import ProfileFault, read_profile


def column_profile(name: str) -> Mapping[str, str]:
    """Return the column headings of a named profile: field = heading.

    Raises:
        Stopped: there is no such profile, or it cannot be read.
    """
    try:
        return read_profile(name).columns
    except ProfileFault as fault:
        raise Stopped(Exit.USAGE, str(fault)) from fault
