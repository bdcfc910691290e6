"""The one function that all text passes on its way to paper.

Nothing behind it reads markup: our pages are drawn without ReportLab's Paragraph, which opens
files and makes links for tags it finds in text. So ``<b>`` needs no escaping and is drawn as it
was written; what must go are the characters that hide, reorder or break text.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\xad\u200b\u2060-\u2064\u206a-\u206f\ufeff"  # break hints and format signs
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the reading order
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"  # halves, tags, no characters
    "]"
)
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n){2,}")


def escape(text: str) -> str:
    """Return the text as it may stand on paper: lines ended one way, letters composed (NFC).

    Doing it twice changes nothing more, so frozen content reads as it was frozen.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return _BLANK_LINES.sub("\n\n", text)
