"""Times things in turns, so that a busy moment of the machine meets all of them alike."""

import statistics
import time
from collections.abc import Callable


def medians(rounds: int, *works: Callable[[], object]) -> list[float]:
    """Return the median milliseconds of each work, after a tenth of the rounds to warm up."""
    taken: list[list[float]] = [[] for _work in works]
    warm_up = max(1, rounds // 10)
    for number in range(rounds + warm_up):
        for work, times in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            if number >= warm_up:
                times.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(times) for times in taken]


def figure(name: str, ours: float, floor: float, goal: float) -> dict[str, object]:
    """Return a figure beside its floor, in the shape all parts share."""
    return {
        "figure": name,
        "ours_ms": round(ours, 3),
        "floor_ms": round(floor, 3),
        "ratio": round(ours / floor, 2),
        "goal": goal,
    }
