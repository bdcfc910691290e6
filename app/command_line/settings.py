"""The settings of one run, for the command line and the start of the windows.

Reads no module of weight, so that the first window is not held up.
"""

from collections.abc import Mapping
from pathlib import Path

from app.command_line.exits import Exit, Stopped
from app.foundation.setting_sources import SettingFault, settings_from, user_file
from app.foundation.settings import Settings
from app.foundation.translation import SOURCE_LANGUAGE


def user_folder() -> Path:
    """Return the folder of the user's own config.toml and import profiles."""
    return user_file().parent


def settings_for(options: object, environment: Mapping[str, str]) -> Settings:
    """Return the settings by the order of precedence; ``options`` are argparse's, or None.

    Raises:
        Stopped: a file cannot be read, or holds what is no setting.
    """
    given = {key: getattr(options, key, None) for key in _GIVEN}
    try:
        return settings_from(given, environment)
    except SettingFault as fault:
        raise Stopped(Exit.USAGE, str(fault)) from fault


def language_ahead(environment: Mapping[str, str]) -> str:
    """Return the language of what is said before the settings are known: of help, and of faults.

    Whoever reads the settings in earnest complains of what cannot be read.
    """
    try:
        return settings_for(None, environment).language
    except Stopped:
        return SOURCE_LANGUAGE


# What the command line has options for; `--printer` and the like belong to single commands.
_GIVEN = ("data_dir", "database", "officer", "language")
