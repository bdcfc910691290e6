"""Break text into lines in one pass, whatever its length: a word without end is simply cut."""

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.documents.fonts import drawable, load_fonts
from app.documents.styles import Style

Line = tuple[Style, str]

_ELLIPSIS = "…"
_BREAK_AFTER = "-/_.,;:@&"


def wrap(text: str, style: Style, width: float) -> list[Line]:
    """Return the lines of a text; line ends in it stay, empty text gives no line."""
    if not text:
        return []
    font = _font(style)
    lines: list[Line] = []
    for paragraph in drawable(text).split("\n"):
        if font.stringWidth(paragraph, style.size) <= width:
            lines.append((style, paragraph))
        else:
            lines.extend((style, line) for line in _fill(paragraph, font, style.size, width))
    return lines


def text_width(text: str, style: Style) -> float:
    """Return how wide a line of text is."""
    return _font(style).stringWidth(drawable(text), style.size)


def clip(text: str, style: Style, width: float) -> str:
    """Return the text cut to one line, with an ellipsis where something is missing."""
    text = drawable(text.replace("\n", " "))
    font = _font(style)
    if font.stringWidth(text, style.size) <= width:
        return text
    room = width - font.stringWidth(_ELLIPSIS, style.size)
    return text[: _fitting(text, 0, font, room * 1000 / style.size)].rstrip() + _ELLIPSIS


def _font(style: Style) -> TTFont:
    load_fonts()
    font = pdfmetrics.getFont(style.font)
    assert isinstance(font, TTFont)
    return font


def _fill(paragraph: str, font: TTFont, size: float, width: float) -> list[str]:
    measure = font.stringWidth
    space = measure(" ", size)
    lines: list[str] = []
    start = end = 0
    used = -space
    for word in paragraph.split(" "):
        wide = measure(word, size)
        if used + space + wide <= width:
            used += space + wide
            end += len(word) + 1
            continue
        if end > start:
            lines.append(paragraph[start : end - 1])
            start = end
        end = start + len(word) + 1
        used = wide
        if wide > width:
            pieces = _cut(word, font, size, width)
            lines.extend(pieces[:-1])
            start = end - 1 - len(pieces[-1])
            used = measure(pieces[-1], size)
    lines.append(paragraph[start : end - 1])
    return lines


def _cut(word: str, font: TTFont, size: float, width: float) -> list[str]:
    """Cut a word that is wider than the column, behind a dash or the like where there is one."""
    pieces = []
    start = 0
    while (end := _fitting(word, start, font, width * 1000 / size)) < len(word):
        end = max(word.rfind(sign, start, end) for sign in _BREAK_AFTER) + 1 or end
        pieces.append(word[start:end])
        start = end
    return [*pieces, word[start:]]


def _fitting(text: str, start: int, font: TTFont, room: float) -> int:
    """Return where the letters no longer fit; one always does, and marks stay with their letter."""
    widths = font.face.charWidths
    default = font.face.defaultWidth
    for at in range(start, len(text)):
        room -= widths.get(ord(text[at]), default)
        if room < 0 and at > start:
            return at
    return len(text)
