"""What a process that draws papers does: it takes frozen documents and answers finished PDFs.

Each message is one byte that tells its kind, and what belongs to it; nothing is pickled.
"""

import json
import os
import struct
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread

from app.documents.drawing import CombinedFile, Rendered, render
from app.documents.frozen import FrozenDocument

DRAW = b"D"
BEGIN = b"B"
ADD = b"A"
FINISH = b"F"
DRAWN = b"P"
ADDED = b"a"
FAILED = b"X"

# The window and what else the officer works with come first.
_YIELDING = 5
_PAGES = struct.Struct(">I")
_Inbox = SimpleQueue[bytes | None]
_Outbox = SimpleQueue[bytes]


def serve(pipe: Connection) -> None:
    """Draw until the other end is closed."""
    if sys.platform != "win32":
        os.nice(_YIELDING)
    inbox: _Inbox = SimpleQueue()
    outbox: _Outbox = SimpleQueue()
    # Whoever sends is never kept waiting for what is being drawn, nor is drawing kept waiting for
    # whoever is busy with what was drawn before: a pipe holds only some papers.
    Thread(target=_receive, args=(pipe, inbox), daemon=True).start()
    Thread(target=_answer, args=(pipe, outbox), daemon=True).start()
    drawer = _Drawer()
    while (message := inbox.get()) is not None:
        try:
            answer = drawer.answer(message[:1], message[1:])
        except Exception as fault:  # noqa: BLE001 - told to whoever waits for the paper
            # The type alone: a message may quote what is on the paper.
            answer = FAILED + type(fault).__name__.encode()
        outbox.put(answer)


def _answer(pipe: Connection, outbox: _Outbox) -> None:
    # Whoever waited may be gone; the other thread learns of that as well, and ends the process.
    with suppress(OSError):
        while True:
            pipe.send_bytes(outbox.get())


def _receive(pipe: Connection, inbox: _Inbox) -> None:
    try:
        while True:
            inbox.put(pipe.recv_bytes())
    except (EOFError, OSError):
        inbox.put(None)


class _Drawer:
    """Draws single papers, and holds the combined file that grows."""

    def __init__(self) -> None:
        self._combined: CombinedFile | None = None

    def answer(self, kind: bytes, rest: bytes) -> bytes:
        """Do what a message asks for."""
        if kind == DRAW:
            return _packed(render(FrozenDocument.from_canonical(rest)))
        if kind == BEGIN:
            self._combined = CombinedFile(*json.loads(rest))
            return ADDED
        assert self._combined is not None
        if kind == ADD:
            bookmark, document = json.loads(rest)
            self._combined.add(FrozenDocument.from_canonical(document.encode()), bookmark)
            return ADDED
        return _packed(self._combined.finish())


def _packed(drawn: Rendered) -> bytes:
    return DRAWN + _PAGES.pack(drawn.pages) + drawn.data


def unpacked(answer: bytes) -> Rendered:
    """Return the PDF of an answer that begins with ``DRAWN``, its first byte taken off."""
    return Rendered(answer[_PAGES.size :], _PAGES.unpack_from(answer)[0])
