"""Tables whose rows do not split, and whose headings come again on every page."""

from dataclasses import dataclass, replace

from app.documents import styles
from app.documents.blocks import Cell, Look, Row
from app.documents.content import Column, Table, TableRow
from app.documents.pen import SIGN_SIZE
from app.documents.styles import Style
from app.documents.wrapping import text_width, wrap

_PADDING = 5.0
_SIGN_ROOM = SIGN_SIZE + 4

_STYLES = {
    "row": styles.TABLE,
    "muted": styles.TABLE_MUTED,
    "note": styles.TABLE,
    "empty": styles.TABLE_MUTED,
}
_COLUMNS_LOOK = Look(above=6, pad_top=4, pad_bottom=4, fill=styles.SOFT, line=styles.LINE)


@dataclass(frozen=True, slots=True)
class _Looks:
    """How the rows of a table look: as roomy as a plan, or as dense as a list."""

    row: Look
    group: Look
    note: Look


_ROOMY = _Looks(
    row=Look(pad_top=4, pad_bottom=5, line=styles.LINE),
    group=Look(pad_top=8, pad_bottom=5, line=styles.LINE),
    note=Look(pad_top=4, pad_bottom=5, fill=styles.GREY, line=styles.LINE),
)
_DENSE = _Looks(
    row=Look(pad_top=2.5, pad_bottom=3, line=styles.LINE),
    group=Look(pad_top=6, pad_bottom=3, line=styles.LINE),
    note=Look(pad_top=2.5, pad_bottom=3, fill=styles.GREY, line=styles.LINE),
)


def table_rows(table: Table, width: float) -> list[Row]:
    """Return the rows of a table, its headings first."""
    setter = _Setter(table, width)
    rows = [setter.headings] if table["columns"] else []
    followers = [*table["rows"][1:], None]
    for row, follower in zip(table["rows"], followers, strict=True):
        # The name of a group stays with its first row, not with the name of the next group.
        leads = follower is not None and follower["kind"] != "group"
        rows.append(setter.group(row, leads=leads) if row["kind"] == "group" else setter.row(row))
    return rows


class _Setter:
    """Sets rows into the columns of one table."""

    def __init__(self, table: Table, width: float) -> None:
        self._columns = table["columns"]
        self._continued = table["continued"]
        self._looks = _DENSE if table["dense"] else _ROOMY
        self._width = width
        shares = sum(column["share"] for column in self._columns) or 1
        self._widths = [column["share"] * width / shares for column in self._columns]
        self.headings = self._headings()
        self._heading: tuple[Row, ...] = (self.headings,) if self._columns else ()

    def group(self, row: TableRow, *, leads: bool) -> Row:
        """Set the name of a group, which also heads the pages on which its rows go on."""
        top = self._heading[:1] if self._columns else ()
        self._heading = (*top, self._group(row, f" {self._continued}"))
        return replace(self._group(row, ""), heading=top, keeps_with_next=leads)

    def row(self, row: TableRow) -> Row:
        """Set any other row."""
        style = _STYLES[row["kind"]]
        look = self._looks.note if row["kind"] == "note" else self._looks.row
        if row["kind"] in {"note", "empty"}:
            lines = wrap(row["cells"][0], style, self._width - 2 * _PADDING)
            return Row([Cell(_PADDING, lines)], self._width, look, heading=self._heading)
        cells = self._cells(row["cells"], style, row["sign"])
        return Row(cells, self._width, look, heading=self._heading)

    def _headings(self) -> Row:
        texts = [column["heading"] for column in self._columns]
        cells = self._cells(texts, styles.COLUMN, "")
        return Row(cells, self._width, _COLUMNS_LOOK, keeps_with_next=True)

    def _group(self, row: TableRow, behind: str) -> Row:
        left, right = row["cells"]
        right_width = min(text_width(right, styles.LABEL), self._width * 0.45)
        room = self._width - right_width - 3 * _PADDING
        right_x = self._width - right_width - _PADDING
        cells = [
            Cell(_PADDING, wrap(left + behind, styles.TABLE_STRONG, room)),
            Cell(right_x, wrap(right, _GROUP_RIGHT, right_width + 0.1)),
        ]
        return Row(cells, self._width, self._looks.group)

    def _cells(self, texts: list[str], style: Style, sign: str) -> list[Cell]:
        cells = []
        x = 0.0
        for text, column, width in zip(texts, self._columns, self._widths, strict=True):
            cells.append(_cell(text, column, style, (x, width), sign))
            x += width
        return cells


# As small as a label, but on the line of the group's name.
_GROUP_RIGHT = replace(styles.LABEL, leading=styles.TABLE_STRONG.leading)


def _cell(text: str, column: Column, style: Style, place: tuple[float, float], sign: str) -> Cell:
    x, width = place
    inset = _SIGN_ROOM if column["signed"] else 0.0
    lines = wrap(text, style, width - 2 * _PADDING - inset)
    return Cell(x + _PADDING + inset, lines, sign if column["signed"] else "", x + _PADDING)
