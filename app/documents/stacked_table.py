"""Tables in large print: entry below entry, each value under its own heading.

Six columns of 18 points do not stand beside each other on A4. What a row is about comes first,
over the whole width; the rest stands below it, two or three to the line.
"""

from dataclasses import replace

from app.documents import styles
from app.documents.blocks import Cell, Look, Row
from app.documents.content import Column, Table, TableRow
from app.documents.pen import SIGN_SIZE
from app.documents.styles import Setting
from app.documents.wrapping import wrap

_PADDING = 5.0
_NARROWEST = 230.0
_FIRST = Look(pad_top=7)
_LABELS = Look(pad_top=3)
_VALUES = Look()
_LAST = Look(pad_bottom=8, line=styles.LINE)
_GROUP = Look(above=10, pad_top=5, pad_bottom=5, fill=styles.SOFT, line=styles.LINE)
_NOTE = Look(pad_top=6, pad_bottom=8, fill=styles.GREY, line=styles.LINE)
_WHOLE = Look(pad_top=6, pad_bottom=8, line=styles.LINE)

# A heading, its value, and the sign before the value.
_Fact = tuple[str, str, str]


def stacked_rows(table: Table, width: float, setting: Setting) -> list[Row]:
    """Return the rows of a table, entry below entry; what belongs to an entry stays together."""
    setter = _Setter(table, width, setting)
    rows: list[Row] = []
    followers = [*table["rows"][1:], None]
    for row, follower in zip(table["rows"], followers, strict=True):
        leads = follower is not None and follower["kind"] != "group"
        rows += setter.group(row, leads=leads) if row["kind"] == "group" else setter.entry(row)
    return rows


class _Setter:
    """Sets the entries of one table."""

    def __init__(self, table: Table, width: float, setting: Setting) -> None:
        self._columns = table["columns"]
        self._lead = table.get("lead", 1)
        self._continued = table["continued"]
        self._width = width
        self._room = width - 2 * _PADDING
        self._setting = setting
        self._across = max(1, int(width // _NARROWEST))
        self._heading: tuple[Row, ...] = ()
        self._where = ""

    def group(self, row: TableRow, *, leads: bool) -> list[Row]:
        """Set the name of a group, which also heads the pages on which its entries go on."""
        left, right = row["cells"]
        strong, small = self._setting.table_strong, self._setting.label
        self._heading = (
            Row(
                [Cell(_PADDING, wrap(f"{left} {self._continued}", strong, self._room))],
                self._width,
                _GROUP,
            ),
        )
        lines = [*wrap(left, strong, self._room), *wrap(right, small, self._room)]
        return [Row([Cell(_PADDING, lines)], self._width, _GROUP, keeps_with_next=leads)]

    def entry(self, row: TableRow) -> list[Row]:
        """Set any other row."""
        if row["kind"] in {"note", "empty"}:
            style = self._setting.table if row["kind"] == "note" else self._setting.table_muted
            look = _NOTE if row["kind"] == "note" else _WHOLE
            lines = wrap(row["cells"][0], style, self._room)
            return [Row([Cell(_PADDING, lines)], self._width, look, heading=self._heading)]
        facts = self._facts(row)
        rows = [self._first(row)]
        for at in range(0, len(facts), self._across):
            rows += self._line(facts[at : at + self._across])
        look = rows[-1].look
        last = replace(look, pad_bottom=_LAST.pad_bottom, line=_LAST.line)
        rows[-1] = replace(rows[-1], look=last, keeps_with_next=False)
        return rows

    def _first(self, row: TableRow) -> Row:
        """Set what the row is about."""
        where, *rest = row["cells"][: self._lead]
        # In a table one cell stands once for all who share it; here each entry stands alone.
        self._where = where or self._where
        about = "  ".join(text for text in (self._where, *rest) if text)
        muted = row["kind"] == "muted"
        style = self._setting.table_muted if muted else self._setting.table_strong
        cells = [Cell(_PADDING, wrap(about, style, self._room))]
        return Row(cells, self._width, _FIRST, keeps_with_next=True, heading=self._heading)

    def _facts(self, row: TableRow) -> list[_Fact]:
        """Return the other cells that hold anything, each with its column's heading."""
        columns, cells = self._columns[self._lead :], row["cells"][self._lead :]
        pairs: list[tuple[Column, str]] = list(zip(columns, cells, strict=True))
        return [
            (column["heading"], text, row["sign"] if column["signed"] else "")
            for column, text in pairs
            if text
        ]

    def _line(self, facts: list[_Fact]) -> tuple[Row, Row]:
        """Set facts beside each other: their headings, and the values below."""
        setting = self._setting
        share = self._room / self._across
        inset = (SIGN_SIZE + 4) * setting.scale
        labels, values = [], []
        for place, (label, value, sign) in enumerate(facts):
            x = _PADDING + place * share
            labels.append(Cell(x, wrap(label, setting.label, share - 2 * _PADDING)))
            room = share - 2 * _PADDING - (inset if sign else 0.0)
            lines = wrap(value, setting.table, room)
            values.append(Cell(x + (inset if sign else 0.0), lines, sign, x))
        return (
            Row(labels, self._width, _LABELS, keeps_with_next=True, heading=self._heading),
            Row(values, self._width, _VALUES, keeps_with_next=True, heading=self._heading),
        )
