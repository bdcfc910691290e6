"""CHANGELOG.md tells each release, its day and its schema; packages read it from there."""

import re

import pytest

from app.database.schema import SCHEMA
from app.foundation.program import program_version
from resources.packaging.release_notes import releases
from tests.architecture.source import ROOT


def changelog() -> str:
    return (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_newest_release_is_the_programs_own_version():
    assert releases()[0].version == program_version()


def test_the_newest_section_tells_the_schema_the_program_has():
    told = re.search(r"^Database schema: (\d+)\.$", changelog(), re.MULTILINE)
    assert told is not None
    assert int(told[1]) == SCHEMA


def test_releases_go_down_in_version_day_and_schema():
    found = releases()
    keys = [([int(part) for part in one.version.split(".")], one.day, one.schema) for one in found]
    assert keys == sorted(keys, reverse=True)
    assert all(one.changes for one in found)


def test_a_release_without_a_schema_is_refused():
    with pytest.raises(ValueError, match=r"9\.9\.9"):
        releases("## 9.9.9 – 2026-01-01\n\n### Added\n\n- Something.\n")


def test_a_change_over_several_lines_is_one_sentence():
    text = (
        "## 1.0.0 – 2026-01-01\n\nDatabase schema: 1.\n\n- One\n  thing.\n- Two.\n\n## Unreleased\n"
    )
    (release,) = releases(text)
    assert release.changes == ("One thing.", "Two.")
