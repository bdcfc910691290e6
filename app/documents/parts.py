"""Turn the parts of frozen content into blocks of the page's width."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from app.documents import styles
from app.documents.blocks import Block, Cell, Look, Row
from app.documents.content import Choices, Facts, Heading, Part, Quote, Text, Title
from app.documents.pen import SIGN_SIZE
from app.documents.signatures import signature_block
from app.documents.table import table_rows
from app.documents.wrapping import clip, text_width, wrap

_INSET = 12.0
_SIGN_ROOM = SIGN_SIZE + 5

_TEXT_STYLES = {
    "plain": styles.BODY,
    "muted": styles.BODY_MUTED,
    "internal": styles.INTERNAL,
}
_TEXT_LOOKS = {
    "plain": Look(above=4),
    "muted": Look(above=4),
    "internal": Look(above=4, pad_top=6, pad_bottom=7, fill=styles.GREY, bar=styles.MUTED),
}


def blocks_of(parts: Iterable[Part], width: float) -> Iterator[Block]:
    """Return the blocks of all parts, in order."""
    for part in parts:
        yield from _MAKERS[part["part"]](part, width)


def _title(part: Title, width: float) -> list[Block]:
    lines = [
        *wrap(part["text"], styles.TITLE, width),
        *wrap(part["below"], styles.BELOW_TITLE, width),
    ]
    return [Row([Cell(0, lines)], width, Look())]


def _facts(part: Facts, width: float) -> list[Block]:
    columns = part["columns"]
    share = width / columns
    rows: list[Block] = []
    for first in range(0, len(part["facts"]), columns):
        cells = [
            Cell(
                place * share,
                [
                    *wrap(label, styles.LABEL, share - _INSET),
                    *wrap(value, styles.BODY_STRONG, share - _INSET),
                ],
            )
            for place, (label, value) in enumerate(part["facts"][first : first + columns])
        ]
        rows.append(Row(cells, width, Look(above=8)))
    return rows


def _heading(part: Heading, width: float) -> list[Block]:
    look = Look(above=18, pad_bottom=1)
    lines = wrap(part["text"], styles.HEADING, width)
    return [Row([Cell(0, lines)], width, look, keeps_with_next=True)]


def _text(part: Text, width: float) -> list[Block]:
    style = _TEXT_STYLES[part["tone"]]
    inset = _INSET if part["tone"] == "internal" else 0.0
    lines = wrap(part["text"], style, width - 2 * inset)
    return [Row([Cell(inset, lines)], width, _TEXT_LOOKS[part["tone"]], flows=True)]


def _quote(part: Quote, width: float) -> list[Block]:
    look = Look(above=16, pad_top=8, pad_bottom=10, fill=styles.SOFT, bar=styles.PRIMARY)
    room = width - 2 * _INSET
    lines = [
        *wrap(part["label"], styles.COLUMN, room),
        *wrap(part["text"], styles.OWN_WORDS, room),
    ]
    return [Row([Cell(_INSET, lines)], width, look, flows=True)]


def _choices(part: Choices, width: float) -> list[Block]:
    cells = []
    x = 0.0
    for choice in part["choices"]:
        style = styles.BODY_STRONG if choice["chosen"] else styles.BODY
        sign = "ticked" if choice["chosen"] else "box"
        cells.append(Cell(x + _SIGN_ROOM, [(style, clip(choice["text"], style, width))], sign, x))
        x += _SIGN_ROOM + text_width(choice["text"], style) + 22
    return [Row(cells, width, Look(above=4), keeps_with_next=True)]


# Keyed by what a part calls itself: each maker gets the part that bears its name.
_MAKERS: dict[str, Callable[[Any, float], Iterable[Block]]] = {
    "title": _title,
    "facts": _facts,
    "heading": _heading,
    "text": _text,
    "quote": _quote,
    "choices": _choices,
    "table": table_rows,
    "signatures": signature_block,
}
