"""What Ctrl+Z and Ctrl+Y do: the text alone in a text field, else what was done in the window."""

from collections.abc import Callable, Mapping

from app.foundation.translation import _
from app.ui.shell.recently_done import RecentlyDone
from app.ui.shell.undoing import Undoing
from app.ui.widgets.edited_field import edited_field
from app.ui.widgets.side_panel import PanelContent


def undo_commands(
    undoing: Undoing, open_panel: Callable[[PanelContent, str], None]
) -> Mapping[str, Callable[[], object]]:
    """Return what each of the actions does, by its id."""

    def undo() -> None:
        field = edited_field()
        if field is not None and field.can_undo:
            field.undo()
        else:
            undoing.undo()

    def redo() -> None:
        field = edited_field()
        if field is not None:
            field.redo()
        else:
            undoing.redo()

    def show() -> None:
        open_panel(RecentlyDone(undoing), _("Nylig gjort"))

    return {"undo": undo, "redo": redo, "recently_done": show}
