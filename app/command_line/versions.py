"""Which program, schema, Qt and Python this is. Imports no Qt: the version stands in its wheel."""

import platform

from app.command_line.output import print_json
from app.foundation.program import package_version, program_version
from app.use_cases.upkeep import schema_version


def versions() -> dict[str, str]:
    """Return the four versions."""
    return {
        "program": program_version(),
        "schema": str(schema_version()),
        "qt": package_version("PySide6-Essentials"),
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
