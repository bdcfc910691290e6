"""Both versions side by side when somebody else saved first. Nothing is chosen beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plans import Plan, PlanContent
from app.foundation.dates import moment_text
from app.foundation.translation import _
from app.ui.appearance.tokens import GAP, MARGIN, SPACE, Tone
from app.ui.screens.plans.compare import Pair, pairs
from app.ui.widgets.announce import announce
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Badge, HeadingLabel, Label, SecondaryLabel, TextLabel

_TOP = Qt.AlignmentFlag.AlignTop


class ConflictView(QFrame):
    """Theirs to the left, mine to the right, a mark where they differ.

    Signals:
        theirs_chosen, mine_chosen: a button was pressed.
    """

    theirs_chosen = Signal()
    mine_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        self._heading = HeadingLabel()
        self._heading.setWordWrap(True)
        self._column.addWidget(self._heading)
        text = _(
            "Ingenting er skrevet over. Din tekst er lagret som kladd. Les begge og velg hva du"
            " vil arbeide videre med."
        )
        self._column.addWidget(Label(text, wrap=True))
        self.use_theirs = Button(_("Bruk den andres"), self.theirs_chosen.emit)
        self.use_mine = Button(_("Fortsett med min"), self.mine_chosen.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.use_theirs)
        buttons.addWidget(self.use_mine)
        buttons.addStretch()
        self._column.addLayout(buttons)
        self._table: QWidget | None = None
        self.shown: Sequence[Pair] = ()

    def show_both(self, theirs: Plan, mine: PlanContent) -> None:
        """Show the two versions."""
        who = theirs.changed_by or _("En annen")
        heading = _("{0} lagret planen {1}").format(who, moment_text(theirs.changed_at))
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self.shown = pairs(theirs.content, mine)
        self._table = _table(self.shown, who)
        self._column.addWidget(self._table)
        announce(self, heading)
        self.use_theirs.setFocus()

    def focus_chain(self) -> list[QWidget]:
        """Return the buttons as Tab goes through them."""
        return [self.use_theirs, self.use_mine]


def _table(shown: Sequence[Pair], who: str) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(MARGIN)
    grid.setVerticalSpacing(SPACE)
    for column, text in enumerate(("", who, _("Din kladd"), "")):
        grid.addWidget(Label(text, "strong"), 0, column)
    for line, pair in enumerate(shown, 1):
        if not (pair.theirs or pair.mine):
            continue
        grid.addWidget(SecondaryLabel(pair.what), line, 0, _TOP)
        for column, text in enumerate((pair.theirs, pair.mine), 1):
            grid.addWidget(TextLabel(text or _("– står ikke her –")), line, column, _TOP)
        if pair.differs:
            grid.addWidget(Badge(_("ulikt"), Tone.WARNING), line, 3, _TOP)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return table
