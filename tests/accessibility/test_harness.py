"""The listening tests find the faults they are there for."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.accessibility.desktop import Desktop
from tests.accessibility.officer import nameless
from tests.accessibility.rounds import tab_round

HERE = Path(__file__).parent


@pytest.fixture
def planted(desktop: Desktop, tmp_path: Path) -> Iterator[Desktop]:
    with desktop.program([sys.executable, str(HERE / "planted.py")], tmp_path / "log"):
        desktop.reader.wait_focus("Navngitt felt")
        yield desktop


def test_a_button_without_a_name_is_found(planted: Desktop) -> None:
    assert [node.role for node in nameless(planted.reader.tree())] == ["push button"]


def test_a_text_that_holds_the_tab_key_is_found(planted: Desktop) -> None:
    with pytest.raises(AssertionError, match="Felle"):
        tab_round(planted, most=8)


def test_silence_is_found(planted: Desktop) -> None:
    with pytest.raises(AssertionError, match="never announced"):
        planted.reader.wait_said("Lagret", patience=0.2)


def test_a_password_that_begins_with_dashes_is_typed_as_it_is(planted: Desktop) -> None:
    planted.type("--7ga")
    planted.reader.wait_for("--7ga")
