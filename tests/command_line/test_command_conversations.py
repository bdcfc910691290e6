import io
import re
from uuid import UUID

import pytest

from tests.helpers.prison import admit, build_places, talk

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture
def inmate(office):
    prison = build_places(office)
    return admit(office, 7, prison.cells["B-2-B201"])


def test_add_and_list(command, inmate):
    added = command(
        *("conversations", "add", "--inmate", "T0007", "--text", "Søkte om permisjon æøå."),
        *("--at", "2026-11-23T09:00", "--minutes", "25", "--type", "motivation"),
        *("--place", "cellen"),
    )
    assert added.code == 0
    assert list(added.json) == ["id"]
    assert ID.fullmatch(added.json["id"])
    assert UUID(added.json["id"]).version == 7
    (line,) = command("conversations", "list", "--inmate", inmate.id, "--json").json
    assert line == {
        "id": added.json["id"],
        "inmate": str(inmate.id),
        "occurred_at": "2026-11-23T08:00:00Z",
        "written_at": "2026-11-23T08:41:00Z",
        "author": "Kari Lunde",
        "type": "motivation",
        "minutes": 25,
        "text": "Søkte om permisjon æøå.",
        "version": 1,
    }


def test_add_from_stdin_with_defaults(command, inmate, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("første linje\nandre linje\n"))
    assert command("conversations", "add", "--inmate", inmate.id, "--text", "-").code == 0
    (line,) = command("conversations", "list", "--inmate", inmate.id, "--json").json
    assert line["text"] == "første linje\nandre linje"
    assert line["type"] == "contact_officer"
    assert line["occurred_at"] == "2026-11-23T08:41:00Z"
    assert line["minutes"] is None


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (("--text", "  "), "Skriv hva dere snakket om."),
        (("--text", "x" * 4001), "høyst 4 000 tegn"),
        (("--text", "x", "--at", "2026-11-24T09:00"), "nå eller tidligere"),
        (("--text", "x", "--minutes", "601"), "fra 1 til 600"),
    ],
)
def test_what_breaks_a_rule_ends_with_6(command, inmate, wrong, message):
    answer = command("conversations", "add", "--inmate", inmate.id, *wrong)
    assert (answer.code, answer.out) == (6, "")
    assert message in answer.err
    assert command("conversations", "list", "--inmate", inmate.id, "--json").json == []


@pytest.mark.parametrize("unknown", ["T9999", "01a20790-cd60-7004-a61e-71657cf0ef3a", ""])
@pytest.mark.parametrize("action", [("list",), ("add", "--text", "x"), ("search", "x")])
def test_an_unknown_person_ends_with_1(command, inmate, unknown, action):
    answer = command("conversations", *action, f"--inmate={unknown}")
    if action[0] == "search" and not unknown:
        assert answer.code == 0
        return
    assert (answer.code, answer.out) == (1, "")


def test_the_list_is_newest_first_and_readable(command, inmate, office):
    talk(office, inmate.id, "Eldst", days_ago=3)
    talk(office, inmate.id, "Nyest", days_ago=1)
    answer = command("conversations", "list", "--inmate", inmate.id)
    assert answer.out.index("Nyest") < answer.out.index("Eldst")
    assert "22.11.2026 09:41 · Kontaktbetjentsamtale · 20 min · Kari Lunde" in answer.out


def test_search(command, inmate, office):
    other = admit(office, 8)
    talk(office, inmate.id, "Snakket om permisjonssøknad.", days_ago=2)
    newest = talk(office, inmate.id, "SØKNAD om arbeid.", days_ago=1)
    talk(office, other.id, "En søknad til.", days_ago=3)
    hits = command("conversations", "search", "søknad", "--json").json
    assert [hit["inmate"] for hit in hits] == [str(inmate.id), str(inmate.id), str(other.id)]
    assert hits[0] == {
        "id": str(newest.id),
        "inmate": str(inmate.id),
        "occurred_at": "2026-11-22T08:41:00Z",
        "snippet": "SØKNAD om arbeid.",
    }
    limited = command("conversations", "search", "søknad", "--limit", "1", "--json").json
    assert [hit["id"] for hit in limited] == [str(newest.id)]
    one = command("conversations", "search", "søknad", "--inmate", "T0008", "--json").json
    assert [hit["inmate"] for hit in one] == [str(other.id)]
    unit = command("conversations", "search", "søknad", "--unit", "B", "--json").json
    assert len(unit) == 2
    until = command("conversations", "search", "søknad", "--until", "2026-11-20", "--json").json
    assert [hit["inmate"] for hit in until] == [str(other.id)]
    since = command("conversations", "search", "søknad", "--since", "2026-11-22", "--json").json
    assert [hit["id"] for hit in since] == [str(newest.id)]
    notes = ("conversations", "search", "søknad", "--type", "note", "--json")
    assert command(*notes).json == []
    assert len(command("conversations", "search", "søknad", "--author", "kari", "--json").json) == 3
    assert command("conversations", "search", "finnes ikke", "--json").json == []
    assert "permisjonssøknad" in command("conversations", "search", "søknad").out
