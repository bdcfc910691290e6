import pytest

from app.domain.conversations import ConversationKind
from app.domain.inmates import LegalStatus, Whereabouts
from tests.helpers.prison import admit, build_places, talk

UNIT = {
    "unit": "B",
    "cells": 5,
    "max_capacity": 5,
    "working_capacity": 5,
    "certified_capacity": 5,
    "occupied": 1,
    "free": 4,
    "out_of_use": 1,
    "overcrowded": 0,
}


@pytest.fixture
def people(office):
    prison = build_places(office)
    placed = admit(office, 1, prison.cells["B-2-B201"], family_name="Ødegård", given_name="Åse")
    talk(office, placed.id, days_ago=9)
    talk(office, placed.id, days_ago=1, kind=ConversationKind.NOTE)
    admit(
        office,
        2,
        family_name="Kowalska",
        given_name="Zofia",
        legal_status=LegalStatus.REMAND,
        whereabouts=Whereabouts.COURT,
    )
    return placed


def test_the_shape_of_the_contract(command, people):
    overview = command("overview", "--json").json
    assert list(overview) == ["units", "totals", "inmates"]
    assert overview["units"] == [UNIT]
    assert overview["totals"] == {"roll": 2, "placed": 1, "without_cell": 1}
    assert overview["inmates"][0] == {
        "id": str(people.id),
        "name": "Ødegård, Åse",
        "unit": "B",
        "cell": "B-2-B201",
        "legal_status": "convicted",
        "contact_officer": None,
        "days_since_conversation": 9,
        "open_steps": 0,
        "overdue_steps": 0,
        "next_review": None,
    }
    second = overview["inmates"][1]
    assert (second["cell"], second["legal_status"]) == (None, "remand")
    assert second["days_since_conversation"] is None


def test_one_unit(command, people):
    overview = command("overview", "--unit", "B", "--json").json
    assert [line["name"] for line in overview["inmates"]] == ["Ødegård, Åse"]
    assert overview["totals"]["roll"] == 1


def test_an_unknown_unit_ends_with_1(command, people):
    answer = command("overview", "--unit", "X", "--json")
    assert (answer.code, answer.out) == (1, "")


def test_the_table_is_for_people(command, people):
    answer = command("overview")
    assert "2 på listen: 1 i celle, 1 uten celle." in answer.out
    assert "Ødegård, Åse" in answer.out
    assert "Varetekt" in answer.out


def test_an_auditor_may_not_see_it(command, monkeypatch):
    monkeypatch.setenv("MULIGHET_NEW_PASSWORD", "et annet langt passord")
    assert command("officer", "add", "eva", "--role", "auditor").code == 0
    monkeypatch.setenv("MULIGHET_PASSWORD", "et annet langt passord")
    answer = command("overview", "--json", officer="eva")
    assert (answer.code, answer.out) == (5, "")
