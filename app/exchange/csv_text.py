"""From the bytes of a file to text: which encoding it is, and what is no text at all."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from app.exchange.findings import Finding
from app.foundation.translation import _

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_LIST = 20 * 1024 * 1024
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOK_MARKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MEGABYTE = 1024 * 1024


def read_file(path: Path, limit: int = LARGEST_FILE) -> bytes | Finding:
    """Return the bytes of a file, or why it cannot be read.

    At most ``limit`` bytes are read, also of a file that grows meanwhile or never ends.
    """
    try:
        refusal = _refusal(path)
        if refusal:
            return _whole(refusal, path)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except PermissionError:
        return _whole(_("Du har ikke tilgang til filen «{name}»."), path)
    except (OSError, ValueError):
        return _whole(_("Filen «{name}» kan ikke leses. Kopier den og prøv igjen."), path)
    return _too_large(limit) if len(data) > limit else data


def _refusal(path: Path) -> str:
    """Return why a path is not even opened; a pipe or a device might never end."""
    if path.is_dir():
        return _("«{name}» er en mappe. Velg en fil.")
    if not path.exists():
        return _("Filen «{name}» finnes ikke. Se etter skrivefeil i navnet.")
    if not path.is_file():
        return _("«{name}» er ikke en vanlig fil. Velg en CSV-fil.")
    return ""


def _whole(message: str, path: Path) -> Finding:
    return Finding(None, None, message.format(name=path.name))


def _too_large(limit: int) -> Finding:
    text = _("Filen er større enn {size} MiB. Del den i flere filer.")
    return Finding(None, None, text.format(size=max(1, limit // _MEGABYTE)))


def decode(data: bytes, limit: int = LARGEST_FILE) -> str | Finding:
    """Return the text of a file in UTF-8 or Windows-1252 (NFC), or why it is none."""
    if len(data) > limit:
        return _too_large(limit)
    problem = next((message() for is_it, message in _NO_TEXT if is_it(data)), None)
    if problem is not None:
        return Finding(None, None, problem)
    text = _decoded(data)
    if text is None:
        return Finding(
            None,
            None,
            _("Tegnene i filen kan ikke leses. Lagre den som «CSV UTF-8» og prøv igjen."),
        )
    return unicodedata.normalize("NFC", text)


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-8-sig",) if data.startswith(_UTF8_MARK) else ("utf-8", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_empty(data: bytes) -> bool:
    return not data.removeprefix(_UTF8_MARK).strip()


def _is_utf16(data: bytes) -> bool:
    return data.startswith(_UTF16_MARKS)


def _is_workbook(data: bytes) -> bool:
    return data.startswith(_WORKBOOK_MARKS)


def _is_binary(data: bytes) -> bool:
    return b"\0" in data


def _empty_text() -> str:
    return _("Filen er tom. Velg en fil med overskrifter i første rad.")


def _utf16_text() -> str:
    return _("Filen er lagret som UTF-16. Lagre den som «CSV UTF-8» og prøv igjen.")


def _workbook_text() -> str:
    return _("Filen er et regneark, ikke CSV. Åpne den og lagre den som «CSV UTF-8».")


def _binary_text() -> str:
    return _("Filen er ikke en tekstfil. Velg en CSV-fil.")


_NO_TEXT: tuple[tuple[Callable[[bytes], bool], Callable[[], str]], ...] = (
    (_is_empty, _empty_text),
    (_is_utf16, _utf16_text),
    (_is_workbook, _workbook_text),
    (_is_binary, _binary_text),
)
