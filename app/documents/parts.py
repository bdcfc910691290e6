"""Turn the parts of frozen content into blocks of the page's width."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from app.documents import styles
from app.documents.blocks import Block, Cell, Look, Row
from app.documents.content import Choices, Facts, Heading, Part, Quote, Table, Text, Title
from app.documents.pen import SIGN_SIZE
from app.documents.signatures import signature_block
from app.documents.stacked_table import stacked_rows
from app.documents.styles import NORMAL, Setting
from app.documents.table import table_rows
from app.documents.wrapping import clip, text_width, wrap

_INSET = 12.0
_SIGN_ROOM = SIGN_SIZE + 5
_BETWEEN_CHOICES = 22.0
# What a label with its value needs at least where the type is large.
_NARROWEST_FACT = 230.0

_TEXT_LOOKS = {
    "plain": Look(above=4),
    "muted": Look(above=4),
    "internal": Look(above=4, pad_top=6, pad_bottom=7, fill=styles.GREY, bar=styles.MUTED),
}


def blocks_of(parts: Iterable[Part], width: float, setting: Setting = NORMAL) -> Iterator[Block]:
    """Return the blocks of all parts, in order."""
    for part in parts:
        yield from _MAKERS[part["part"]](part, width, setting)


def _title(part: Title, width: float, setting: Setting) -> list[Block]:
    lines = [
        *wrap(part["text"], setting.title, width),
        *wrap(part["below"], setting.below_title, width),
    ]
    return [Row([Cell(0, lines)], width, Look())]


def _facts(part: Facts, width: float, setting: Setting) -> list[Block]:
    columns = part["columns"]
    if setting.stacked:
        columns = min(columns, max(1, int(width // _NARROWEST_FACT)))
    share = width / columns
    rows: list[Block] = []
    for first in range(0, len(part["facts"]), columns):
        cells = [
            Cell(
                place * share,
                [
                    *wrap(label, setting.label, share - _INSET),
                    *wrap(value, setting.body_strong, share - _INSET),
                ],
            )
            for place, (label, value) in enumerate(part["facts"][first : first + columns])
        ]
        rows.append(Row(cells, width, Look(above=8)))
    return rows


def _heading(part: Heading, width: float, setting: Setting) -> list[Block]:
    look = Look(above=18, pad_bottom=1)
    lines = wrap(part["text"], setting.heading, width)
    return [Row([Cell(0, lines)], width, look, keeps_with_next=True)]


def _text(part: Text, width: float, setting: Setting) -> list[Block]:
    style = {
        "plain": setting.body,
        "muted": setting.body_muted,
        "internal": setting.internal,
    }[part["tone"]]
    inset = _INSET if part["tone"] == "internal" else 0.0
    look = _TEXT_LOOKS[part["tone"]]
    lines = wrap(part["text"], style, width - 2 * inset)
    look = replace(look, above=look.above * setting.scale)
    leads = part.get("leads", False)
    return [Row([Cell(inset, lines)], width, look, keeps_with_next=leads, flows=True)]


def _quote(part: Quote, width: float, setting: Setting) -> list[Block]:
    look = Look(above=16, pad_top=8, pad_bottom=10, fill=styles.SOFT, bar=styles.PRIMARY)
    room = width - 2 * _INSET
    lines = [
        *wrap(part["label"], setting.column, room),
        *wrap(part["text"], setting.own_words, room),
    ]
    return [Row([Cell(_INSET, lines)], width, look, flows=True)]


def _choices(part: Choices, width: float, setting: Setting) -> list[Block]:
    look = Look(above=4 * setting.scale)
    sign_room = _SIGN_ROOM * setting.scale
    rows: list[Block] = []
    cells: list[Cell] = []
    x = 0.0
    for choice in part["choices"]:
        style = setting.body_strong if choice["chosen"] else setting.body
        sign = "ticked" if choice["chosen"] else "box"
        wide = sign_room + text_width(choice["text"], style)
        if cells and x + wide > width:
            rows.append(Row(cells, width, look, keeps_with_next=True))
            cells, x = [], 0.0
        text = clip(choice["text"], style, width - sign_room)
        cells.append(Cell(x + sign_room, [(style, text)], sign, x))
        x += wide + _BETWEEN_CHOICES
    return [*rows, Row(cells, width, look, keeps_with_next=True)]


def _table(part: Table, width: float, setting: Setting) -> list[Row]:
    return stacked_rows(part, width, setting) if setting.stacked else table_rows(part, width)


# Keyed by what a part calls itself: each maker gets the part that bears its name.
_MAKERS: dict[str, Callable[[Any, float, Setting], Iterable[Block]]] = {
    "title": _title,
    "facts": _facts,
    "heading": _heading,
    "text": _text,
    "quote": _quote,
    "choices": _choices,
    "table": _table,
    "signatures": signature_block,
}
