"""`make bench`: every figure beside its floor from the same run, as one JSON document.

Fails nothing: it measures. Names of parts as arguments measure only those.
"""

import argparse
import importlib
import json
import os
import platform
import sys
import time
from importlib.metadata import version

PARTS = (
    "overview",
    "start_up",
    "signed_in",
    "board",
    "palette",
    "saving",
    "search",
    "plan_paper",
    "plan_batch",
    "backup",
    "kill_minus_nine",
)
_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "psycopg", "reportlab")


def measure(part: str) -> list[dict[str, object]]:
    """Return the figures of a part; one that cannot be measured is told in plain words."""
    begun = time.perf_counter()
    try:
        measured = importlib.import_module(f"tests.bench.{part}").measure()
    except ImportError as missing:
        return [{"figure": part, "not_measured": f"this part is missing: {missing}"}]
    except Exception as fault:  # noqa: BLE001 - the other figures are wanted all the same
        return [{"figure": part, "not_measured": f"{type(fault).__name__}: {fault}"}]
    sys.stderr.write(f"{part}: {time.perf_counter() - begun:.0f} s\n")
    return measured if isinstance(measured, list) else [measured]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    wanted = parser.parse_args(arguments).parts or PARTS
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    document = {
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            **{name: version(name) for name in _LIBRARIES},
        },
        "figures": [line for part in wanted for line in measure(part)],
    }
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
