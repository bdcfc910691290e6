"""Which version of the program this is."""

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from app.foundation.paths import package_file


@cache
def program_version() -> str:
    """Return our own version; run from source, it stands in pyproject.toml alone."""
    file = package_file("pyproject.toml")
    if file.is_file():
        project = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
        return str(project["version"])
    return package_version("mulighet")


def package_version(package: str) -> str:
    """Return the version of an installed package, a question mark for one that is not."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
