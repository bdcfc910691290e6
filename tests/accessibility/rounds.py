"""Round trips of the Tab key."""

from tests.accessibility.desktop import Desktop, Node


def tab_round(desktop: Desktop, most: int) -> list[Node]:
    """Press Tab until the keyboard is back where it began; return the stops.

    Raises:
        AssertionError: when Tab does not move, or does not come back.
    """
    first = _focus(desktop)
    stops = [first]
    while len(stops) <= most:
        desktop.press("Tab")
        here = desktop.reader.moved_from(stops[-1])
        assert here is not None, f"Tab stays on {stops[-1].said()}"
        if here == first:
            return stops
        stops.append(here)
    raise AssertionError(f"no way round in {most} steps: {[stop.said() for stop in stops]}")


def tab_to(desktop: Desktop, name: str, most: int = 60) -> Node:
    """Press Tab until the keyboard is on something of that name."""
    here = _focus(desktop)
    for _ in range(most):
        if here.name == name:
            return here
        desktop.press("Tab")
        moved = desktop.reader.moved_from(here)
        assert moved is not None, f"Tab stays on {here.said()}"
        here = moved
    raise AssertionError(f"Tab never came to {name}")


def _focus(desktop: Desktop) -> Node:
    focus = desktop.reader.focus()
    assert focus is not None
    return focus
