"""The last thing on the plan: lines to sign on, and a box for who would rather not."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents import styles
from app.documents.blocks import Block
from app.documents.content import Signatures
from app.documents.pen import SIGN_SIZE, Pen
from app.documents.styles import Setting
from app.documents.wrapping import Line, wrap

_COLUMNS = 2
_GAP = 28.0
_ROOM_TO_WRITE = 40.0
_UNDER_LINE = 2.0
_SIGN_ROOM = SIGN_SIZE + 5
_ABOVE_REFUSAL = 14.0


@dataclass(frozen=True, slots=True)
class _Field:
    """A line to write on, and what stands below it."""

    lines: Sequence[Line]
    room: float = _ROOM_TO_WRITE

    @property
    def height(self) -> float:
        return self.room + _UNDER_LINE + _height(self.lines)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.rule(x, top - self.room, width, styles.INK, weight=0.7)
        pen.lines(x, top - self.room - _UNDER_LINE, self.lines)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Heading, lines and box as one piece, which no page break parts."""

    width: float
    title: Sequence[Line]
    rows: Sequence[Sequence[_Field]]
    refusal: Sequence[Line]
    sign_room: float = _SIGN_ROOM
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
            + _ABOVE_REFUSAL
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
        top -= _ABOVE_REFUSAL
        pen.sign(x, top, self.refusal[0][0], "box")
        pen.lines(x + self.sign_room, top, self.refusal)


def signature_block(part: Signatures, width: float, setting: Setting) -> list[Block]:
    """Return the block for the part."""
    field_width = (width - (_COLUMNS - 1) * _GAP) / _COLUMNS
    room_to_write = _ROOM_TO_WRITE + 10 * (setting.scale - 1)
    fields = [
        _Field(
            [
                *wrap(line["role"], setting.label, field_width),
                *wrap(line["name"], setting.body_muted, field_width),
            ],
            room_to_write,
        )
        for line in part["lines"]
    ]
    place = _Field(wrap(part["place_and_date"], setting.label, field_width), room_to_write)
    sign_room = _SIGN_ROOM * setting.scale
    room = width - sign_room
    return [
        SignatureBlock(
            width,
            wrap(part["heading"], setting.heading, width),
            [[place], *(fields[at : at + _COLUMNS] for at in range(0, len(fields), _COLUMNS))],
            [
                *wrap(part["refusal"], setting.body_strong, room),
                *wrap(part["refusal_note"], setting.body_muted, room),
            ],
            sign_room,
        )
    ]


def _height(lines: Sequence[Line]) -> float:
    return sum(style.leading for style, _text in lines)
