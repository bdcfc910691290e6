"""Which program, schema, Qt and Python this is. Imports no Qt: the version stands in its wheel."""

import platform
import tomllib
from importlib.metadata import PackageNotFoundError, version

from app.command_line.output import print_json
from app.foundation.paths import package_file
from app.use_cases.upkeep import schema_version


def versions() -> dict[str, str]:
    """Return the four versions."""
    return {
        "program": _program(),
        "schema": str(schema_version()),
        "qt": _of("PySide6-Essentials"),
        "python": platform.python_version(),
    }


def print_versions(*, as_json: bool) -> None:
    """Print one line each, or one JSON document."""
    found = versions()
    if as_json:
        print_json(found)
        return
    for part, number in found.items():
        print(part, number)


def _program() -> str:
    """Return our own version; run from source, it stands in pyproject.toml alone."""
    file = package_file("pyproject.toml")
    if file.is_file():
        project = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
        return str(project["version"])
    return _of("mulighet")


def _of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
