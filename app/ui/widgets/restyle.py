"""Lets a widget look anew after one of the properties its style goes by has changed."""

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget) -> None:
    """Apply the style sheet's rules to a widget once more."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
