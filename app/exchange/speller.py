"""Asks the process that knows the dictionaries. A process that dies is started anew, once."""

import json
from collections.abc import Iterable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock

from app.exchange.speller_child import serve

_PATIENCE = 20.0


class SpellerLost(Exception):
    """The process does not answer; nothing is checked."""


class Speller:
    """Knows the words of some dictionaries and some words beside them. For any thread.

    Every call waits for the process, so none is for Qt's thread.
    """

    def __init__(self, dictionaries: Iterable[Path], known: Iterable[str]) -> None:
        self._dictionaries = [(str(path.parent), path.name) for path in dictionaries]
        self._known = set(known)
        self._lock = Lock()
        self._pipe: Connection | None = None
        self._process: SpawnProcess | None = None
        self._closed = False

    def unknown(self, words: Sequence[str]) -> frozenset[str]:
        """Return those of the words that are in no dictionary.

        Raises:
            SpellerLost: nobody answers.
        """
        return frozenset(self._ask("check", words))

    def suggestions(self, word: str) -> Sequence[str]:
        """Return some words it may have been meant to be, the likeliest first.

        Raises:
            SpellerLost: nobody answers.
        """
        return self._ask("suggest", [word])

    def learn(self, word: str) -> None:
        """Know one more word from now on.

        Raises:
            SpellerLost: nobody answers.
        """
        self._known.add(word)
        self._ask("learn", [word])

    def close(self) -> None:
        """End the process."""
        self._closed = True
        with self._lock:
            self._stop()

    def _ask(self, what: str, words: Sequence[str]) -> list[str]:
        message = json.dumps({"do": what, "words": list(words)}).encode()
        with self._lock:
            for _try in range(2):
                try:
                    return self._answer(message)
                except (EOFError, OSError):
                    self._stop()
        raise SpellerLost

    def _answer(self, message: bytes) -> list[str]:
        pipe = self._pipe or self._start()
        pipe.send_bytes(message)
        if not pipe.poll(_PATIENCE):
            raise EOFError
        answer: list[str] = json.loads(pipe.recv_bytes())
        return answer

    def _start(self) -> Connection:
        if self._closed:
            raise EOFError
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        begun = {"dictionaries": self._dictionaries, "known": sorted(self._known)}
        ours.send_bytes(json.dumps(begun).encode())
        return ours

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None
