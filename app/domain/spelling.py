"""Which words of a text are to be looked at, and when a word counts as known. Plain rules."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# A word has letters only; parts may be joined by a hyphen or an apostrophe. What belongs to an
# address, a file or a number with letters is none.
_WORD = re.compile(r"(?<![\w@./\\-])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@\\-]|[./]\w)")
_AFTER_WHICH_ONE_BEGINS = '.?!:>–•\n"«('
_SHORTEST = 2
_LONGEST_ABBREVIATION = 6
_LONGEST = 60
_LEAST_PART = 4
# Letters of other scripts are no dictionary's of ours.
_LAST_LATIN = "\u024f"
_JOINTS = ("", "s", "e")

Knows = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A word and where it begins."""

    start: int
    word: str

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.start + len(self.word)


def words_in(text: str) -> Iterator[WordPlace]:
    """Yield the words to be looked at.

    Left out: abbreviations, what is written in other scripts, and what has a capital inside a
    sentence: in Norwegian that is a name.
    """
    for found in _WORD.finditer(text):
        word = found[0]
        if not _SHORTEST <= len(word) <= _LONGEST or word > _LAST_LATIN or not _is_latin(word):
            continue
        if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
            continue
        if any(letter.isupper() for letter in word[1:].replace("-", "")) and not word.isupper():
            continue
        if word[0].isupper() and not _begins_sentence(text, found.start()):
            continue
        yield WordPlace(found.start(), word)


def _is_latin(word: str) -> bool:
    return all(letter <= _LAST_LATIN or letter == "’" for letter in word)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \t")
    return not before or before[-1] in _AFTER_WHICH_ONE_BEGINS


def is_known(word: str, knows: Knows) -> bool:
    """Tell whether a word is right: known, in parts known, or joined of two known words."""
    if knows(word) or knows(word.lower()):
        return True
    parts = re.split(r"['’-]", word)
    if len(parts) > 1:
        return all(len(part) < _SHORTEST or is_known(part, knows) for part in parts)
    return _is_joined(word.lower(), knows)


def _is_joined(word: str, knows: Knows) -> bool:
    for end in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        first, second = word[:end], word[end:]
        if not knows(second):
            continue
        for joint in _JOINTS:
            bare = first.removesuffix(joint)
            if first.endswith(joint) and len(bare) >= _LEAST_PART - 1 and knows(bare):
                return True
    return False
