"""The one moment that everything built bears, so that two builds of the same source are alike."""

import os
import subprocess
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
# 2026-11-25, for a source that does not come out of git.
_WITHOUT_HISTORY = "1795564800"


def source_date() -> int:
    """Return the moment of the last change in seconds; ``SOURCE_DATE_EPOCH`` goes before."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or _last_commit())


def build_environment() -> dict[str, str]:
    """Return the environment in which tools build the same from the same."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(source_date()),
        "PYTHONHASHSEED": "0",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def _last_commit() -> str:
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip() or _WITHOUT_HISTORY
