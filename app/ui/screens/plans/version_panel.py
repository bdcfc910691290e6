"""Which version this is, what can be done with it, and the finished ones before it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.plans import Plan
from app.domain.read_models import PlanVersionLine
from app.foundation.clock import oslo_date
from app.foundation.dates import date_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN, SPACE
from app.ui.screens.plans.texts import version_facts, version_title
from app.ui.widgets.buttons import Button, LinkButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.labels import HeadingLabel, SecondaryLabel


class VersionPanel(QFrame):
    """The box with the version.

    Signals:
        print_asked, finish_asked: a button was pressed.
        version_asked: with the number of a finished version to read.
    """

    print_asked = Signal()
    finish_asked = Signal()
    version_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = HeadingLabel()
        self.facts = SecondaryLabel(wrap=True)
        self.print_button = Button(_("Skriv ut"), self.print_asked.emit)
        self.finish_button = Button(_("Gjør versjonen ferdig"), self.finish_asked.emit)
        self._earlier = SecondaryLabel(_("Ferdige versjoner"))
        self._lines = QWidget()
        self._line_column = QVBoxLayout(self._lines)
        self._line_column.setContentsMargins(0, 0, 0, 0)
        self._line_column.setSpacing(SPACE)
        self.links: list[LinkButton] = []
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.finish_button)
        row.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, GAP + SPACE)
        column.setSpacing(GAP)
        for part in (self.title, self.facts, buttons, self._earlier, self._lines):
            column.addWidget(part)
        self.show_versions(())

    def show_plan(self, plan: Plan | None, *, is_editing: bool) -> None:
        """Show which version this is; one that is edited can be finished."""
        self.title.setText(version_title(plan, is_editing=is_editing))
        self.facts.setText("\n".join(version_facts(plan)))
        self.facts.setToolTip(plan.digest if plan else "")
        self.finish_button.setVisible(is_editing)
        self.print_button.setVisible(plan is not None)

    def show_versions(self, lines: Sequence[PlanVersionLine]) -> None:
        """Offer the finished versions, the newest first."""
        for link in self.links:
            self._line_column.removeWidget(link)
            link.deleteLater()
        self.links = [self._link(line) for line in lines]
        for link in self.links:
            self._line_column.addWidget(link)
        self._earlier.setVisible(bool(lines))
        self._lines.setVisible(bool(lines))

    def focus_chain(self) -> list[QWidget]:
        """Return the buttons as Tab goes through them."""
        return [self.finish_button, self.print_button, *self.links]

    def _link(self, line: PlanVersionLine) -> LinkButton:
        day = date_text(oslo_date(line.finished_at))
        text = _("Versjon {0}, ferdig {1}").format(line.number, day)
        link = LinkButton(
            text,
            lambda: self.version_asked.emit(line.number),
            name=_("Les versjon {0}, ferdig {1} av {2}").format(line.number, day, line.finished_by),
        )
        link.setToolTip(f"{line.finished_by} · {line.digest[:12]}")
        return link
