"""The last thing on the plan: lines to sign on, and a box for who would rather not."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents import styles
from app.documents.blocks import Block
from app.documents.content import Signatures
from app.documents.pen import SIGN_SIZE, Pen
from app.documents.wrapping import Line, wrap

_COLUMNS = 2
_GAP = 28.0
_ROOM_TO_WRITE = 40.0
_UNDER_LINE = 2.0
_SIGN_ROOM = SIGN_SIZE + 5


@dataclass(frozen=True, slots=True)
class _Field:
    """A line to write on, and what stands below it."""

    lines: Sequence[Line]

    @property
    def height(self) -> float:
        below = sum(style.leading for style, _text in self.lines)
        return _ROOM_TO_WRITE + _UNDER_LINE + below

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.rule(x, top - _ROOM_TO_WRITE, width, styles.INK, weight=0.7)
        pen.lines(x, top - _ROOM_TO_WRITE - _UNDER_LINE, self.lines)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Heading, lines and box as one piece, which no page break parts."""

    width: float
    title: Sequence[Line]
    rows: Sequence[Sequence[_Field]]
    refusal: Sequence[Line]
    above: float = 20.0
    keeps_with_next: bool = False
    flows: bool = False
    heading: Sequence[Block] = ()

    @property
    def height(self) -> float:
        """The height without the space above."""
        return (
            _height(self.title)
            + sum(max(field.height for field in row) for row in self.rows)
            + 14
            + _height(self.refusal)
        )

    def split(self, room: float) -> None:
        """Return None: it never splits."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the block below ``top``."""
        pen.lines(x, top, self.title)
        top -= _height(self.title)
        field_width = (self.width - (_COLUMNS - 1) * _GAP) / _COLUMNS
        for row in self.rows:
            for place, field in enumerate(row):
                field.draw(pen, x + place * (field_width + _GAP), top, field_width)
            top -= max(field.height for field in row)
        top -= 14
        pen.sign(x, top, self.refusal[0][0], "box")
        pen.lines(x + _SIGN_ROOM, top, self.refusal)


def signature_block(part: Signatures, width: float) -> list[Block]:
    """Return the block for the part."""
    field_width = (width - (_COLUMNS - 1) * _GAP) / _COLUMNS
    fields = [
        _Field(
            [
                *wrap(line["role"], styles.LABEL, field_width),
                *wrap(line["name"], styles.BODY_MUTED, field_width),
            ]
        )
        for line in part["lines"]
    ]
    place = _Field(wrap(part["place_and_date"], styles.LABEL, field_width))
    room = width - _SIGN_ROOM
    return [
        SignatureBlock(
            width,
            wrap(part["heading"], styles.HEADING, width),
            [[place], *(fields[at : at + _COLUMNS] for at in range(0, len(fields), _COLUMNS))],
            [
                *wrap(part["refusal"], styles.BODY_STRONG, room),
                *wrap(part["refusal_note"], styles.BODY_MUTED, room),
            ],
        )
    ]


def _height(lines: Sequence[Line]) -> float:
    return sum(style.leading for style, _text in lines)
