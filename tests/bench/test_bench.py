"""The bench itself: it measures, fails nothing, and says what it could not measure."""

import json

import pytest

from tests.bench import __main__ as bench
from tests.bench import board, overview, prisons, saving, signed_in

FEW = 300


@pytest.mark.parametrize("part", [overview, saving])
def test_a_part_measures_both_engines_beside_their_floor(part, monkeypatch, tmp_path):
    monkeypatch.setattr(prisons, "_KEPT", tmp_path)
    figures = part.measure(FEW)
    assert [figure["figure"].rpartition(", ")[2] for figure in figures] == [
        "sqlcipher",
        "postgresql",
    ]
    for figure in figures:
        assert figure["ours_ms"] > 0
        assert figure["floor_ms"] > 0
        assert figure.get("selects", 0) <= 2


_NO_SIZE_HINTS = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@_NO_SIZE_HINTS
def test_sign_in_is_measured_to_the_painted_overview(monkeypatch, tmp_path, qapp):
    monkeypatch.setattr(prisons, "_KEPT", tmp_path)
    embedded, server = signed_in.measure(FEW, rounds=1)
    assert embedded["figure"] == "sign-in accepted to overview painted, sqlcipher"
    assert server["figure"] == "sign-in accepted to overview painted, postgresql"
    assert embedded["ratio"] > 0


@_NO_SIZE_HINTS
def test_a_country_is_measured_beside_a_prison(monkeypatch, qapp):
    monkeypatch.setattr(board, "PEOPLE", (28, 56))
    monkeypatch.setattr(board, "COUNTRY", 140)
    monkeypatch.setattr(board, "BUILDS", 2)
    monkeypatch.setattr(board, "SIZES", ((1366, 768),))
    names = [figure["figure"] for figure in board.measure()]
    assert names[-3:] == [
        "board build, 140 people beside 28",
        "board repaint, 140 people beside 56",
        "filter key to repaint, 140 people",
    ]


def test_a_part_that_fails_is_told_and_stops_no_other(monkeypatch, capsys):
    monkeypatch.setattr(bench, "PARTS", ("no_such_part", "timing"))
    assert bench.main([]) == 0
    first, second = json.loads(capsys.readouterr().out)["figures"]
    assert first["figure"] == "no_such_part"
    assert "this part is missing" in first["not_measured"]
    assert "AttributeError" in second["not_measured"]


def test_an_unknown_part_is_refused(capsys):
    with pytest.raises(SystemExit) as end:
        bench.main(["nothing"])
    assert end.value.code == 2
    assert "no such part: nothing" in capsys.readouterr().err
