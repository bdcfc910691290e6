"""Columns put right once are right for the next file of the same system."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.exchange.kinds import ImportKind
from app.exchange.profiles import every_profile, profile_folder, read_profile
from app.ui.screens.administration.import_tab import ImportTab
from app.ui.widgets.questions import answer_with
from tests.ui.administration.importing import cells, choose, select, wait_for_report

ODD = "Hvem er det;Kallenavn;Annet\nA1;Omar H;x\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rull.csv"
    path.write_text(ODD, encoding="utf-8")
    return path


@pytest.fixture
def corrected(qtbot: QtBot, tab: ImportTab, file: Path) -> ImportTab:
    """A roll whose headings nobody can guess, put right column by column."""
    tab.kinds.chips()[1].click()
    choose(qtbot, tab, file)
    for heading, field in (("Hvem er det", "Innsattnummer"), ("Kallenavn", "Etternavn")):
        select(tab.columns.box(heading), offered(tab, heading, field))
        wait_for_report(qtbot, tab)
    return tab


def offered(tab: ImportTab, heading: str, field: str) -> str:
    """Return a field as it is offered, with a star where the file cannot do without it."""
    box = tab.columns.box(heading)
    words = [box.itemText(place) for place in range(box.count())]
    return next(word for word in words if word.removesuffix(" (må finnes)") == field)


def save(qtbot: QtBot, tab: ImportTab, name: str) -> None:
    tab.profiles.names.setEditText(name)
    tab.profiles.save_button.click()
    qtbot.waitUntil(lambda: tab.result.text() == f"Profilen {name} er lagret.")


def test_a_profile_is_saved_and_chosen_by_itself(
    qtbot: QtBot, corrected: ImportTab, file: Path
) -> None:
    assert cells(corrected) == [["ny", "Omar H", ""]]
    save(qtbot, corrected, "kompis")
    profile = read_profile("kompis")
    assert profile.kind is ImportKind.ROLL
    assert profile.columns["prison_number"] == "Hvem er det"

    corrected.kinds.chips()[0].click()
    wait_for_report(qtbot, corrected)
    choose(qtbot, corrected, file)
    assert corrected.kinds.value is ImportKind.ROLL
    assert corrected.profiles.names.currentText() == "kompis"
    assert not corrected.presenter._report.rejected


def test_another_profile_and_none_are_chosen(qtbot: QtBot, corrected: ImportTab) -> None:
    save(qtbot, corrected, "kompis")
    select(corrected.profiles.names, "")
    wait_for_report(qtbot, corrected)
    assert corrected.presenter._report.rejected
    select(corrected.profiles.names, "kompis")
    wait_for_report(qtbot, corrected)
    assert not corrected.presenter._report.rejected


def test_replacing_and_deleting_are_asked_about(qtbot: QtBot, corrected: ImportTab) -> None:
    save(qtbot, corrected, "kompis")
    before = read_profile("kompis")
    select(corrected.columns.box("Annet"), "Fornavn")
    wait_for_report(qtbot, corrected)
    with answer_with(lambda _question: 1):
        corrected.profiles.save_button.click()
    assert read_profile("kompis") == before
    with answer_with(lambda _question: 0):
        corrected.profiles.save_button.click()
        qtbot.waitUntil(lambda: read_profile("kompis") != before)
        qtbot.waitUntil(corrected.profiles.delete_button.isEnabled)
        corrected.profiles.delete_button.click()
        qtbot.waitUntil(lambda: every_profile() == ())
    qtbot.waitUntil(lambda: corrected.result.text() == "Profilen kompis er slettet.")
    assert not corrected.profiles.delete_button.isEnabled()


def test_a_name_that_cannot_be_is_explained(qtbot: QtBot, corrected: ImportTab) -> None:
    corrected.profiles.save_button.click()
    assert corrected.profiles.problem.text() == "Skriv et navn på profilen først."
    corrected.profiles.names.setEditText("../x")
    corrected.profiles.save_button.click()
    qtbot.waitUntil(lambda: corrected.profiles.problem.text().startswith("Navnet på profilen"))
    assert not profile_folder().exists()
