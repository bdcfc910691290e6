"""One plan to PDF, warm, beside the same pages on a bare ReportLab canvas.

Ours is measured from the stored plan to the finished bytes: freezing, digest, layout, drawing. The
floor gets its strings and columns for nothing; it wraps them, breaks pages where one is full and
draws, with the same faces. Platypus, ReportLab's own layout, draws the same rows as the peer.
"""

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from app.documents import styles
from app.documents.drawing import render
from app.documents.frozen import FrozenDocument
from app.documents.plan import PlanSource, freeze_plan
from app.documents.styles import Style
from tests.documents.papers import CONTENT, NB, goal, source, step

_ROUNDS = 60
_LEFT, _WIDTH, _TOP, _FOOT = 45.0, 505.0, 740.0, 60.0
_SENTENCE = "Vi går gjennom hva som er gjort, hva som står igjen og hvem som hjelper til. "

Cell = tuple[float, float, Style, str]


def measure() -> dict[str, object]:
    """Return the medians in milliseconds and their ratio."""
    stored = three_pages()
    rows = rows_of(freeze_plan(stored, NB))
    ours, floor, platypus = _medians(
        lambda: render(freeze_plan(stored, NB)),
        lambda: draw_floor(rows),
        lambda: draw_platypus(rows),
    )
    return {
        "figure": "plan to PDF, warm",
        "ours_ms": round(ours, 2),
        "floor_ms": round(floor, 2),
        "ratio": round(ours / floor, 2),
        "goal": 3.0,
        "peers": {"platypus_ms": round(platypus, 2)},
    }


def three_pages() -> PlanSource:
    """Return a plan of three pages: 14 steps, nine paragraphs, signatures."""
    goals = tuple(
        goal(
            number,
            CONTENT.goals[number % 3].theme,
            f"Mål {number} som vi er enige om i møtet",
            *(
                step(number * 10 + place, _SENTENCE, partner="NAV Grünerløkka")
                for place in range(4 if number % 2 else 3)
            ),
        )
        for number in range(1, 5)
    )
    paragraphs = "\n\n".join([_SENTENCE * 2] * 9)
    return source(replace(CONTENT, goals=goals, own_words=paragraphs))


def rows_of(document: FrozenDocument) -> list[list[Cell]]:
    """Return what stands on the paper as rows of text at a place, without any look."""
    rows: list[list[Cell]] = []
    for part in document.content["parts"]:
        rows.extend(_ROWS[part["part"]](part))
    return rows


def _lines(style: Style, *texts: str) -> list[list[Cell]]:
    return [[(0.0, _WIDTH, style, line)] for text in texts for line in text.split("\n")]


def _table(part: dict) -> list[list[Cell]]:
    widths = [column["share"] for column in part["columns"]]
    places = [sum(widths[:index]) for index in range(len(widths))]
    headings = [column["heading"] for column in part["columns"]]
    rows = [_table_row(styles.COLUMN, places, widths, headings)]
    for row in part["rows"]:
        if row["kind"] == "group":
            left, right = row["cells"]
            rows.append(
                [(0.0, 300.0, styles.TABLE_STRONG, left), (300.0, 200.0, styles.LABEL, right)]
            )
        else:
            rows.append(_table_row(styles.TABLE, places, widths, row["cells"]))
    return rows


def _table_row(
    style: Style, places: list[float], widths: list[float], texts: list[str]
) -> list[Cell]:
    return [
        (place, width - 10, style, text)
        for place, width, text in zip(places, widths, texts, strict=False)
    ]


def _facts(part: dict) -> list[list[Cell]]:
    return [
        [(168.0 * (at % 3), 160.0, styles.BODY_STRONG, f"{label} {value}")]
        for at, (label, value) in enumerate(part["facts"])
    ]


_ROWS: dict[str, Callable[[dict], list[list[Cell]]]] = {
    "title": lambda part: _lines(styles.TITLE, part["text"], part["below"]),
    "facts": _facts,
    "heading": lambda part: _lines(styles.HEADING, part["text"]),
    "text": lambda part: _lines(styles.BODY, part["text"]),
    "quote": lambda part: _lines(styles.OWN_WORDS, part["label"], part["text"]),
    "choices": lambda part: _lines(styles.BODY, *(item["text"] for item in part["choices"])),
    "table": _table,
    "signatures": lambda part: _lines(
        styles.LABEL,
        part["heading"],
        *(line["role"] for line in part["lines"]),
        part["refusal"],
        part["refusal_note"],
    ),
}


def draw_floor(rows: list[list[Cell]]) -> bytes:
    """Draw the rows on a bare canvas, as one would by hand."""
    target = io.BytesIO()
    canvas = Canvas(
        target, pagesize=A4, pageCompression=1, invariant=1, initialFontName=styles.BODY.font
    )
    page, y = 1, _TOP
    for row in rows:
        cells = [(x, style, _wrap(text, style, width)) for x, width, style, text in row]
        height = max(style.leading * len(lines) for _x, style, lines in cells) + 8
        if y - height < _FOOT:
            _end_page(canvas, page)
            page, y = page + 1, _TOP
        for x, style, lines in cells:
            canvas.setFont(style.font, style.size)
            canvas.setFillColor(style.colour)
            at = y
            for line in lines:
                at -= style.leading
                canvas.drawString(_LEFT + x, at, line)
        y -= height
        canvas.line(_LEFT, y, _LEFT + _WIDTH, y)
    _end_page(canvas, page)
    canvas.save()
    return target.getvalue()


def _end_page(canvas: Canvas, page: int) -> None:
    canvas.setFont(styles.HEAD.font, styles.HEAD.size)
    canvas.drawString(_LEFT, 800, "Oslo fengsel · Avdeling B · celle B208")
    canvas.drawString(_LEFT, 786, "Omar Hassan · f. 12.05.1992 · nr. N4821")
    canvas.drawRightString(_LEFT + _WIDTH, 800, "Framtidsplan")
    canvas.drawRightString(_LEFT + _WIDTH, 786, "Innsattes eksemplar · 23.11.2026")
    canvas.line(_LEFT, 770, _LEFT + _WIDTH, 770)
    canvas.drawString(_LEFT, 40, f"Side {page} av 3 · dokument 019aafc2 · plan versjon 3 · fryst")
    canvas.showPage()


def _wrap(text: str, style: Style, width: float) -> list[str]:
    space = stringWidth(" ", style.font, style.size)
    lines, words, used = [], [], -space
    for word in text.split(" "):
        wide = stringWidth(word, style.font, style.size)
        if words and used + space + wide > width:
            lines.append(" ".join(words))
            words, used = [], -space
        words.append(word)
        used += space + wide
    lines.append(" ".join(words))
    return lines


def draw_platypus(rows: list[list[Cell]]) -> bytes:
    """Draw the rows with paragraphs and tables of ReportLab's own."""
    target = io.BytesIO()
    looks = {
        style: ParagraphStyle(
            f"{style.font}-{style.size}",
            fontName=style.font,
            fontSize=style.size,
            leading=style.leading,
            textColor=style.colour,
        )
        for row in rows
        for _x, _width, style, _text in row
    }
    ruled = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, styles.LINE)])
    story = [
        Table(
            [[Paragraph(text, looks[style]) for _x, _width, style, text in row]],
            colWidths=[width for _x, width, _style, _text in row],
            style=ruled,
        )
        if len(row) > 1
        else Paragraph(row[0][3], looks[row[0][2]])
        for row in rows
    ]
    SimpleDocTemplate(target, pagesize=A4, invariant=1).build(story)
    return target.getvalue()


def _medians(*works: Callable[[], object]) -> list[float]:
    """Time the works in turn, so that a busy moment of the machine meets them all."""
    times: list[list[float]] = [[] for _work in works]
    for round_number in range(_ROUNDS + 3):
        for work, taken in zip(works, times, strict=True):
            begun = time.perf_counter()
            work()
            if round_number >= 3:
                taken.append((time.perf_counter() - begun) * 1000)
    return [statistics.median(taken) for taken in times]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
