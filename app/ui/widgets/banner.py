"""The yellow band that says these people are invented."""

from PySide6.QtWidgets import QWidget

from app.foundation.translation import _
from app.ui.widgets.labels import Label


class ExampleBanner(Label):
    """EKSEMPELDATA, on every window of an example prison."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("EKSEMPELDATA"), "example", parent=parent)
        self.setAccessibleName(_("Eksempeldata: alle personer er oppdiktet"))
        self.setToolTip(_("Alle personer er oppdiktet."))
