"""The pages of the guide as the program shows them: order, headings, search. No windows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.foundation.folding import fold
from app.foundation.paths import package_file

GUIDE = package_file("docs", "guide")
CONTENTS = "veiledning.md"
NEWS = "nytt.md"
_LINK = re.compile(r"\[([^\]]+)\]\(([\w-]+\.md)\)")
_HEADING = re.compile(r"^(#{1,4}) (.*)$")
_NOT_IN_A_SLUG = re.compile(r"[^\w -]")
_MARKS = re.compile(r"[*_`#>|]|!?\[([^\]]*)\]\([^)]*\)")
_MOST_HITS = 40
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Chapter:
    """One line of the contents; without a page it is a heading over those that follow."""

    title: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class ManualHit:
    """Where words were found: ``place`` is ``page.md#heading``."""

    place: str
    title: str
    snippet: str


class Guide:
    """Reads the pages from a folder; a page that is not there has no text."""

    def __init__(self, folder: Path = GUIDE) -> None:
        self.folder = folder

    def text(self, page: str) -> str:
        """Return a page as Markdown, nothing for one that is not there."""
        file = self.folder / Path(page).name
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    @cached_property
    def contents(self) -> Sequence[Chapter]:
        """Return the chapters in the order of the guide's first page."""
        chapters: list[Chapter] = []
        for line in self.text(CONTENTS).splitlines():
            if line.startswith("## "):
                chapters.append(Chapter(line[3:]))
            chapters += [Chapter(title, page) for title, page in _LINK.findall(line)]
        return chapters

    def search(self, typed: str) -> list[ManualHit]:
        """Return where all words stand in one part of a page, pages in their order."""
        words = fold(typed).split()
        if not words:
            return []
        hits = [hit for page in self._pages for hit in self._hits(page, words)]
        return hits[:_MOST_HITS]

    @property
    def _pages(self) -> list[str]:
        return list(dict.fromkeys(chapter.page for chapter in self.contents if chapter.page))

    def _hits(self, page: str, words: list[str]) -> Iterator[ManualHit]:
        whole = ""
        for heading, body in parts_of(self.text(page)):
            whole = whole or heading
            plain = plain_text(body)
            folded = fold(f"{heading} {plain}")
            if all(word in folded for word in words):
                title = heading if heading == whole else f"{whole} › {heading}"
                yield ManualHit(f"{page}#{slug(heading)}", title, _around(plain, words[0]))


def parts_of(text: str) -> list[tuple[str, str]]:
    """Return each heading with what stands below it."""
    parts: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        heading = _HEADING.match(line)
        if heading:
            parts.append((heading[2], []))
        elif parts:
            parts[-1][1].append(line)
    return [(heading, "\n".join(lines)) for heading, lines in parts]


def plain_text(markdown: str) -> str:
    """Return the words of Markdown without its marks."""
    return " ".join(_MARKS.sub(lambda found: found[1] or " ", markdown).split())


def slug(heading: str) -> str:
    """Return what a heading is called in a link, as in every reader of Markdown."""
    return _NOT_IN_A_SLUG.sub("", heading.lower()).replace(" ", "-")


def newest_part(text: str) -> str:
    """Return a page of news up to its second heading: what the newest version brought."""
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return "".join(parts[:2]).strip()


def _around(text: str, word: str) -> str:
    place = fold(text).find(word)
    begin = max(0, place - _AROUND)
    cut = text[begin : max(place, 0) + 2 * _AROUND]
    before, after = ("… " if begin else ""), (" …" if begin + len(cut) < len(text) else "")
    return f"{before}{cut}{after}"
