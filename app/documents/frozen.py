"""A document as it was frozen: everything the paper shows, in words, before a line is drawn.

Drawing looks nothing up, so the same frozen document gives the same bytes for ever; its digest
is printed on every page and tells whether a paper and a stored document belong together.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, cast

from app.documents.content import Content
from app.documents.escape import escape


@dataclass(frozen=True)
class FrozenDocument:
    """What a paper says, as JSON types only. ``kind`` is ``plan`` and the like.

    Nothing in it is changed any more: its canonical form is written once.
    """

    kind: str
    content: dict[str, Any]

    def canonical(self) -> bytes:
        """Return the one way to write this document down: UTF-8 JSON with sorted keys."""
        return self._canonical

    @cached_property
    def _canonical(self) -> bytes:
        return json.dumps(
            {"content": self.content, "kind": self.kind},
            ensure_ascii=False,
            allow_nan=False,
            sort_keys=True,
            separators=(",", ":"),
        ).encode()

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the canonical form, as 64 hexadecimal digits."""
        return sha256(self.canonical()).hexdigest()

    @classmethod
    def from_json(cls, text: bytes | str) -> "FrozenDocument":
        """Read the canonical form back.

        Raises:
            ValueError: the text is no frozen document.
        """
        stored = json.loads(text)
        if not isinstance(stored, dict) or set(stored) != {"content", "kind"}:
            raise ValueError("not a frozen document")
        return cls(str(stored["kind"]), cast("dict[str, Any]", stored["content"]))

    @classmethod
    def from_canonical(cls, text: bytes) -> "FrozenDocument":
        """Read back what ``canonical`` wrote, and need not write it again.

        Raises:
            ValueError: the text is no frozen document.
        """
        document = cls.from_json(text)
        vars(document)["_canonical"] = text
        return document

    def texts(self) -> Iterator[str]:
        """Return every piece of text in the document."""
        return _texts(self.content)


def freeze(kind: str, content: Content) -> FrozenDocument:
    """Freeze a document; every string in it passes the escape function here."""
    return FrozenDocument(kind, cast("dict[str, Any]", _escaped(content)))


def _escaped(value: object) -> object:
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, dict):
        return {key: _escaped(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_escaped(item) for item in value]
    return value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
