"""Notices a link to the server that is up and silent, and lets nobody wait on it for ever.

TCP's own limits (``keepalives``, ``tcp_user_timeout``) see a wire that is cut. A firewall or a
proxy that still answers for a server it no longer reaches looks alive to them. So whoever has
waited a second is doubted: the server is asked for anything at all on a link of its own. If it
answers, it is busy and the wait goes on; if not, the silent link is cut, and the wait ends as a
lost connection does.
"""

import os
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

import psycopg

_LOOK_SECONDS = 0.25
_DOUBT_SECONDS = 1.0
_ANSWER_SECONDS = 1.0
# A server answers this with one letter before it knows who asks (protocol 3.0, SSLRequest).
_ASK = bytes.fromhex("0000000804d2162f")
Result = TypeVar("Result")


@dataclass(slots=True)
class _Wait:
    connection: psycopg.Connection[Any]
    since: float


class LinkWatch:
    """One thread that looks four times a second at who waits; started with the first wait."""

    def __init__(self) -> None:
        self._waits: dict[int, _Wait] = {}
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, connection: psycopg.Connection[Any]) -> None:
        """Note that somebody waits on a connection."""
        if self._thread is None:
            self._start()
        self._waits[id(connection)] = _Wait(connection, time.monotonic())

    def end(self, connection: psycopg.Connection[Any]) -> None:
        """Note that the wait is over."""
        self._waits.pop(id(connection), None)

    def close(self) -> None:
        """Look no longer."""
        self._closed.set()

    def _start(self) -> None:
        with self._lock:
            if self._thread is None and not self._closed.is_set():
                self._thread = threading.Thread(target=self._watch, name="link", daemon=True)
                self._thread.start()

    def _watch(self) -> None:
        while not self._closed.wait(_LOOK_SECONDS):
            for key, wait in tuple(self._waits.items()):
                if time.monotonic() - wait.since < _DOUBT_SECONDS:
                    continue
                if answers(wait.connection):
                    wait.since = time.monotonic()
                elif self._waits.get(key) is wait:
                    cut(wait.connection)


def watched_class(watch: LinkWatch) -> type[psycopg.Connection[Any]]:
    """Return a connection that tells the watch of each of its waits."""

    class Watched(psycopg.Connection[Any]):
        """Everything the driver does on the wire passes ``wait`` once."""

        def wait(self, *arguments: Any, **options: Any) -> Any:
            watch.begin(self)
            try:
                return super().wait(*arguments, **options)
            finally:
                watch.end(self)

    return Watched


def answers(connection: psycopg.Connection[Any]) -> bool:
    """Tell whether the server of a connection answers on a new link."""
    try:
        host, port = connection.info.host, connection.info.port
        if not host or host.startswith("/"):
            return True  # A socket of this machine; no wire to be silent.
        with socket.create_connection((host, port), _ANSWER_SECONDS) as link:
            link.settimeout(_ANSWER_SECONDS)
            link.sendall(_ASK)
            return bool(link.recv(1))
    except (OSError, psycopg.Error):
        return False


def cut(connection: psycopg.Connection[Any]) -> None:
    """End a connection under whoever waits on it; closing it is left to them."""
    with (
        suppress(OSError, psycopg.Error),
        socket.socket(fileno=os.dup(connection.fileno())) as link,
    ):
        link.shutdown(socket.SHUT_RDWR)
