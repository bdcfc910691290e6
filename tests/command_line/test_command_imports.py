from pathlib import Path

import pytest

from app.command_line.settings import user_folder

PLACES = """\
prison_id,path_hierarchy,parent_path,location_type,code,status,max_capacity,working_capacity,certified_normal_accommodation
TST,B,,WING,B,ACTIVE,,,
TST,B-1,B,LANDING,1,ACTIVE,,,
TST,B-1-001,B-1,CELL,001,ACTIVE,1,1,1
TST,B-1-002,B-1,CELL,002,ACTIVE,2,2,1
"""
ROLL = """\
Innsattnr;Etternavn;Fornavn;Fødselsdato;Celle;Status
T0001;Hassan;Omar;04.05.1992;B-1-001;dom
T0002;Ødegård;Åse;01.12.1980;B-1-002;varetekt
T0003;Kowalska;Zofia;02.02.1990;B-9-999;dom
"""
NOTES = """\
CASE_NOTE_ID,PRISONER_NO,CONTACT_TIME,STAFF_ID,CASE_NOTE_TEXT
1,T0001,2026-11-20 10:00:00,77,Snakket om arbeid.
2,T0002,2026-11-21 10:00:00,77,Snakket om besøk.
"""
SHAPE = ["created", "changed", "unchanged", "rejected", "warnings"]


@pytest.fixture
def write(tmp_path: Path):
    def file(name: str, text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return file


def counts(answer) -> list[int]:
    assert list(answer.json)[: len(SHAPE)] == SHAPE
    return [answer.json[name] for name in SHAPE[:3]]


@pytest.fixture
def places(command, write):
    answer = command("import", "places", write("places.csv", PLACES))
    assert (answer.code, counts(answer)) == (0, [4, 0, 0])
    assert answer.json["rejected"] == []


def test_all_three_kinds_come_in(command, places, write):
    roll = command("import", "roll", write("roll.csv", ROLL, "cp1252"))
    assert (roll.code, counts(roll)) == (0, [3, 0, 0])
    (unknown,) = [found for found in roll.json["warnings"] if found["row"] == 4]
    assert (unknown["column"], "B-9-999" in unknown["message"]) == ("Celle", True)
    overview = command("overview", "--json").json
    assert overview["totals"] == {"roll": 3, "placed": 2, "without_cell": 1}
    assert overview["units"][0]["overcrowded"] == 0
    notes = command("import", "conversations", write("notes.csv", NOTES))
    assert (notes.code, counts(notes)) == (0, [2, 0, 0])
    (line,) = command("conversations", "list", "--inmate", "T0001", "--json").json
    assert (line["author"], line["occurred_at"]) == ("77", "2026-11-20T09:00:00Z")


@pytest.mark.parametrize(
    ("kind", "name", "text", "number"),
    [
        ("places", "p.csv", PLACES, 4),
        ("roll", "r.csv", ROLL, 3),
        ("conversations", "n.csv", NOTES, 2),
    ],
)
def test_the_same_file_twice_changes_nothing(command, places, write, kind, name, text, number):
    if kind == "conversations":
        command("import", "roll", write("roll.csv", ROLL))
    command("import", kind, write(name, text))
    again = command("import", kind, write(name, text))
    assert (again.code, counts(again)) == (0, [0, 0, number])


def test_a_dry_run_tells_and_changes_nothing(command, places, write):
    file = write("roll.csv", ROLL)
    answer = command("import", "roll", file, "--dry-run")
    assert (answer.code, counts(answer)) == (0, [3, 0, 0])
    assert "Ingenting er endret ennå." in answer.err
    assert command("overview", "--json").json["totals"]["roll"] == 0


BAD = [
    ("roll", "", None, None),
    ("roll", "T0001;Hassan\n", 1, None),
    ("roll", "Etternavn;Fornavn\nHassan;Omar\n", 1, None),
    ("roll", ROLL + "T0001;Berg;Nils;01.01.1990;;dom\n", 5, "Innsattnr"),
    ("roll", ROLL + ";Berg;Nils;01.01.1990;;dom\n", 5, "Innsattnr"),
    ("roll", ROLL + "T0009;Berg;Nils;31.02.1990;;dom\n", 5, "Fødselsdato"),
    ("places", PLACES + "TST,B-1-001,B-1,CELL,001,ACTIVE,1,1,1\n", 6, "path_hierarchy"),
]


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(("kind", "text", "row", "column"), BAD)
def test_an_error_stops_the_whole_file_with_6_and_the_json(
    command, write, kind, text, row, column, dry_run
):
    arguments = ["--dry-run"] if dry_run else []
    answer = command("import", kind, write("bad.csv", text), *arguments)
    assert (answer.code, counts(answer)) == (6, [0, 0, 0])
    first = answer.json["rejected"][0]
    assert list(first) == ["row", "column", "message"]
    assert (first["row"], first["column"]) == (row, column)
    assert first["message"]
    assert "Filen er avvist. Ingenting er endret." in answer.err
    assert command("overview", "--json").json["totals"]["roll"] == 0


def test_a_file_that_is_not_there_ends_with_6(command, tmp_path):
    answer = command("import", "roll", tmp_path / "none.csv")
    assert (answer.code, counts(answer)) == (6, [0, 0, 0])
    (found,) = answer.json["rejected"]
    assert (found["row"], found["column"]) == (None, None)


def test_missing_cells_are_made_when_asked_for(command, places, write):
    answer = command("import", "roll", write("roll.csv", ROLL), "--create-places")
    assert answer.code == 0
    assert command("overview", "--json").json["totals"]["placed"] == 3


def test_a_newer_roll_moves_and_departs_and_verbose_tells_who(command, places, write):
    command("import", "roll", write("roll.csv", ROLL))
    newer = "\n".join(
        line.replace("B-1-001", "B-1-002") for line in ROLL.splitlines() if "Kowalska" not in line
    )
    answer = command("import", "roll", write("newer.csv", newer), "--verbose")
    assert (answer.code, counts(answer)) == (0, [0, 1, 1])
    assert "Hassan, Omar" in answer.err
    assert "Kowalska, Zofia" in answer.err
    assert command("overview", "--json").json["totals"]["roll"] == 2


def test_a_roll_of_several_prisons(command, write):
    text = "Fengsel;Innsattnr;Etternavn;Celle\nAAA;T1;Berg;\nAAA;T2;Dahl;\nBBB;T3;Lund;\n"
    answer = command("import", "roll", write("roll.csv", text), "--prison", "BBB")
    assert (answer.code, answer.json["created"]) == (0, 1)
    assert answer.json["warnings"]
    names = [line["name"] for line in command("overview", "--json").json["inmates"]]
    assert names == ["Lund"]


def test_a_profile_names_the_columns(command, write):
    text = "Hvem er det;Kallenavn\nT0001;Hassan\n"
    file = write("roll.csv", text)
    assert command("import", "roll", file, "--dry-run").code == 6
    profiles = user_folder() / "profiles"
    profiles.mkdir(parents=True)
    profile = 'prison_number = "Hvem er det"\nlast_name = "Kallenavn"\n'
    (profiles / "eget.toml").write_text(profile, encoding="utf-8")
    answer = command("import", "roll", file, "--profile", "eget")
    assert (answer.code, counts(answer)) == (0, [1, 0, 0])
    assert command("import", "roll", file, "--profile", "ukjent").code == 2


def test_only_an_administrator_imports(command, write, monkeypatch):
    monkeypatch.setenv("MULIGHET_NEW_PASSWORD", "et annet langt passord")
    command("officer", "add", "ola", "--role", "officer")
    monkeypatch.setenv("MULIGHET_PASSWORD", "et annet langt passord")
    answer = command("import", "roll", write("roll.csv", ROLL), officer="ola")
    assert (answer.code, answer.out) == (5, "")


def test_the_json_tells_who_moves_and_who_leaves(command, places, write):
    first = command("import", "roll", write("roll.csv", ROLL)).json
    assert (first["prison"], first["moved"], first["departed"]) == ("TST", 0, 0)
    assert first["import"]
    newer = "\n".join(
        line.replace("B-1-001", "B-1-002").replace("01.12.1980", "02.12.1980")
        for line in ROLL.splitlines()
        if "Kowalska" not in line
    )
    looked = command("import", "roll", write("newer.csv", newer), "--dry-run").json
    assert (looked["moved"], looked["departed"], looked["import"]) == (1, 1, None)
    assert looked["changes"] == [
        {
            "what": "moved",
            "subject": "Hassan, Omar",
            "from": "B-1-001",
            "to": "B-1-002",
            "facts": [],
        },
        {
            "what": "changed",
            "subject": "Ødegård, Åse",
            "from": None,
            "to": None,
            "facts": [{"field": "birth_date", "before": "01.12.1980", "after": "02.12.1980"}],
        },
        {"what": "departed", "subject": "Kowalska, Zofia", "from": None, "to": None, "facts": []},
    ]


def test_an_import_is_listed_and_undone(command, places, write):
    done = command("import", "roll", write("roll.csv", ROLL)).json["import"]
    past = {one["kind"]: one for one in command("import", "list", "--json").json}
    assert (past["places"]["created"], past["places"]["file_name"]) == (4, "places.csv")
    roll = past["roll"]
    assert (roll["id"], roll["officer"], roll["created"]) == (done, "Kari Lunde", 3)
    assert (roll["file_name"], roll["undone_at"]) == ("roll.csv", None)
    undone = command("import", "undo", done)
    assert (undone.code, undone.out) == (0, "")
    assert "Alt er som før den." in undone.err
    assert command("overview", "--json").json["totals"]["roll"] == 0
    past = {one["id"]: one for one in command("import", "list", "--json").json}
    assert past[done]["undone_at"]
    assert done in command("import", "list").out
    assert command("import", "undo", done).code == 6


def test_what_was_written_since_stops_an_undo_with_6(command, places, write):
    done = command("import", "roll", write("roll.csv", ROLL)).json["import"]
    command("conversations", "add", "--inmate", "T0001", "--text", "Etterpå")
    refused = command("import", "undo", done)
    assert (refused.code, refused.out) == (6, "")
    assert "Hassan, Omar: 1 samtale er skrevet." in refused.err
    assert command("overview", "--json").json["totals"]["roll"] == 3


def test_an_unknown_import_ends_with_1_and_no_id_with_2(command, places):
    unknown = "01234567-89ab-cdef-0123-456789abcdef"
    assert command("import", "undo", unknown).code == 1
    assert command("import", "undo", "noe").code == 2
