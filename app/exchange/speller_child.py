"""The process that knows the dictionaries.

To load one takes a fifth of a second in which nothing else of a process runs; so it is not done
in the process that has the windows.
"""

import json
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from hunspell import Hunspell

from app.domain.spelling import is_known

_MOST_SUGGESTIONS = 6


def serve(pipe: Connection) -> None:
    """Load what is asked for first, then answer until the other end is closed."""
    try:
        begun = json.loads(pipe.recv_bytes())
        checker = _Checker(begun["dictionaries"], begun["known"])
        while True:
            asked = json.loads(pipe.recv_bytes())
            answer = getattr(checker, asked["do"])(asked["words"])
            pipe.send_bytes(json.dumps(answer).encode())
    except (EOFError, OSError):
        return


class _Checker:
    def __init__(self, dictionaries: list[tuple[str, str]], known: list[str]) -> None:
        self._dictionaries: list[Any] = [
            Hunspell(name, hunspell_data_dir=folder) for folder, name in dictionaries
        ]
        self._known = {word.lower() for word in known}

    def check(self, words: list[str]) -> list[str]:
        return [word for word in words if not is_known(word, self._knows)]

    def suggest(self, words: list[str]) -> list[str]:
        found: dict[str, None] = {}
        for word in words:
            offered = [list(one.suggest(word)) for one in self._dictionaries]
            for rank in range(max(map(len, offered), default=0)):
                found |= dict.fromkeys(some[rank] for some in offered if rank < len(some))
        return list(found)[:_MOST_SUGGESTIONS]

    def learn(self, words: list[str]) -> list[str]:
        self._known |= {word.lower() for word in words}
        return []

    def _knows(self, word: str) -> bool:
        if word.lower() in self._known:
            return True
        spells: list[Callable[[str], bool]] = [one.spell for one in self._dictionaries]
        return any(spell(word) for spell in spells)
