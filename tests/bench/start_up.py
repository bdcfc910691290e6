"""From the start of the process to the first window seen, beside an empty window; and the stall.

Both windows are shown offscreen. The program is started as an officer starts it, ``python -m app``,
and the child tells the time at which its first window has been painted.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.foundation.paths import places_for
from tests.bench.timing import figure

ROUNDS = 11
GOAL = 1.25
STALL_GOAL_MS = 50.0
_CHILD = Path(__file__).with_name("start_up_child.py")
_ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[dict[str, object]]:
    """Return the start beside its floor, and the longest stall while the rest is imported."""
    program, empty = [], []
    with tempfile.TemporaryDirectory() as folder:
        # Where there is a database, the first window asks for name and password.
        places_for(Path(folder)).database_file.touch()
        _round("program", folder)
        _round("empty", folder)
        for _number in range(ROUNDS):
            empty.append(_round("empty", folder)["painted_ms"])
            program.append(_round("program", folder)["painted_ms"])
        stalls = [_round("stall", folder)["stall_ms"] for _number in range(ROUNDS // 2)]
    name = "process start to sign-in window painted"
    return [
        figure(name, statistics.median(program), statistics.median(empty), GOAL)
        | {"floor": "an empty PySide6 window", "rounds": ROUNDS},
        {
            "figure": "longest stall of the first window while the rest is imported",
            "ours_ms": round(statistics.median(stalls), 1),
            "worst_ms": round(max(stalls), 1),
            "goal_ms": STALL_GOAL_MS,
        },
    ]


def _round(kind: str, folder: str) -> dict[str, float]:
    # As it is installed, with its bytecode beside it: the first round of each kind writes it.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(_ROOT),
        "MULIGHET_DATA_DIR": folder,
    }
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(_CHILD), kind, repr(begun)],
        env=environment,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer
