"""Kill -9 while saving, 500 times on each engine: what is lost, after the planted fault."""

from tests.harness.campaign import measure as campaign

_KILLS = 500


def measure(kills: int = _KILLS) -> list[dict[str, object]]:
    """Return one line for each engine; the goal is that nothing acknowledged is lost."""
    return [
        {
            "figure": f"kill -9 while saving, {kills} times, {line['engine']}",
            "goal": "0 acknowledged entries lost, 0 half entries",
            **line,
        }
        for line in campaign(kills)
    ]
