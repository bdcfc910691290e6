"""The shape of frozen content: a page frame and a list of parts, in words only.

These are plain dictionaries and lists, so that what is typed here is what is stored as JSON.
"""

from typing import Literal, NotRequired, TypedDict

Tone = Literal["plain", "muted", "internal"]
RowKind = Literal["row", "muted", "group", "note", "empty"]


class Title(TypedDict):
    """The name of the paper, and one line about it."""

    part: Literal["title"]
    text: str
    below: str


class Facts(TypedDict):
    """Pairs of a label and a value, set in columns."""

    part: Literal["facts"]
    columns: int
    facts: list[list[str]]


class Heading(TypedDict):
    """The heading of what follows; never the last thing on a page."""

    part: Literal["heading"]
    text: str


class Text(TypedDict):
    """Running text; may go on over a page break. One that leads stays with what follows it."""

    part: Literal["text"]
    text: str
    tone: Tone
    leads: NotRequired[bool]


class Quote(TypedDict):
    """The inmate's own words, set apart."""

    part: Literal["quote"]
    label: str
    text: str


class Column(TypedDict):
    """A column: its heading, its share of the width, and whether a sign stands before its text."""

    heading: str
    share: int
    signed: bool


class TableRow(TypedDict):
    """A row that does not split. ``sign`` is drawn in the signed column.

    ``group``: cells are the text on the left and the text on the right. ``note`` and ``empty``:
    one cell over the whole width.
    """

    kind: RowKind
    cells: list[str]
    sign: str


class Table(TypedDict):
    """A table; its column headings are drawn again on each page.

    ``continued`` stands behind the name of a group that goes on there; ``dense`` is for lists.
    ``lead`` is how many columns, from the left, tell what a row is about: in large print they
    stand above the others.
    """

    part: Literal["table"]
    continued: str
    lead: NotRequired[int]
    dense: bool
    columns: list[Column]
    rows: list[TableRow]


class Choice(TypedDict):
    """One answer with a box to tick."""

    text: str
    chosen: bool


class Choices(TypedDict):
    """Answers side by side."""

    part: Literal["choices"]
    choices: list[Choice]


class SignatureLine(TypedDict):
    """A line to sign on: the role below it, and a name where the copy may carry one."""

    role: str
    name: str


class Signatures(TypedDict):
    """Lines to sign on and the box for who would rather not; never split from the heading."""

    part: Literal["signatures"]
    heading: str
    place_and_date: str
    lines: list[SignatureLine]
    refusal: str
    refusal_note: str


Part = Title | Facts | Heading | Text | Quote | Table | Choices | Signatures


class Band(TypedDict):
    """A band over the head of every page."""

    text: str
    tone: Literal["example", "draft"]


class Head(TypedDict):
    """The head of every page: where and whose on the left, what and from when on the right.

    A name too long for its line is cut; what identifies the person behind it never is.
    """

    left: str
    name: str
    behind_name: str
    right: str
    right_below: str


class Foot(TypedDict):
    """The foot of every page. ``{page}``, ``{pages}`` and ``{digest}`` are filled in."""

    page: str
    text: str


class Content(TypedDict):
    """Everything a paper shows. Papers frozen before there was large print say nothing of it."""

    form: int
    large_print: NotRequired[bool]
    language: str
    document_id: str
    frozen_at: str
    file_name: str
    title: str
    landscape: bool
    bands: list[Band]
    head: Head
    foot: Foot
    parts: list[Part]
