"""What the documentation names exists, and what a person may need to look up is in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import ErrorCode
from tests.architecture.source import ROOT

MAKE = re.compile(r"`(?:[A-Z_]+=\S+ |xvfb-run )?make ([a-z-]+)")
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def documents() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def targets() -> set[str]:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0] for line in lines if re.match(r"[a-z-]+:.*## ", line)}


def named_tasks() -> Iterator[tuple[str, str]]:
    for document in documents():
        for task in MAKE.findall(document.read_text(encoding="utf-8")):
            yield document.name, task


def test_every_task_that_is_named_exists():
    known = targets()
    assert [named for named in named_tasks() if named[1] not in known] == []


def test_every_task_is_explained_by_make_help():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == targets()


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_every_link_inside_the_project_leads_somewhere(document):
    found = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in found if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_error_code_is_explained_in_the_guide(code):
    guide = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "docs" / "guide").rglob("*.md")
    )
    assert code.value in guide
