"""The zoom and the colours this machine had the last time."""

from app.ui.appearance.remembered import remembered
from app.ui.appearance.theme import USUAL_ZOOM, Scheme, theme

_ZOOM = "look/zoom"
_SCHEME = "look/scheme"


def restore_look() -> None:
    """Take up what is remembered, if it can be read."""
    memory = remembered()
    if memory is None:
        return
    zoom = str(memory.value(_ZOOM, USUAL_ZOOM))
    theme().set_zoom(int(zoom) if zoom.isdigit() else USUAL_ZOOM)
    scheme = str(memory.value(_SCHEME, Scheme.SYSTEM.value))
    theme().choose_scheme(Scheme(scheme) if scheme in set(Scheme) else Scheme.SYSTEM)


def remember_look() -> None:
    """Remember the present zoom and choice of colours."""
    memory = remembered()
    if memory is not None:
        memory.setValue(_ZOOM, theme().zoom)
        memory.setValue(_SCHEME, theme().scheme.value)
