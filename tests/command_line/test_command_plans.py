import hashlib
import stat
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from app.command_line import plans
from app.domain.access import Verb
from app.domain.plans import Actor, Agreement, Goal, PlanContent, Step, Theme
from app.use_cases.plans import save_plan
from tests.helpers.access import access_log
from tests.helpers.prison import admit, build_places


@pytest.fixture
def inmate(office):
    prison = build_places(office)
    return admit(office, 7, prison.cells["B-2-B201"])


@pytest.fixture
def plan(office, inmate):
    steps = (Step(office.new_id(), "Søke kommunal bolig", Actor.INMATE, date(2026, 12, 1), "NAV"),)
    content = PlanContent(
        goals=(Goal(office.new_id(), Theme.HOUSING, "Et sted å bo", steps=steps),),
        own_words="Jeg vil bo nær søsteren min.",
        agreement=Agreement.YES,
        next_review=date(2027, 1, 15),
    )
    return save_plan(office, inmate.id, content, 0)


def test_show_has_the_shape_of_the_contract(command, inmate, plan):
    (goal,) = plan.content.goals
    assert command("plan", "show", "--inmate", "T0007", "--json").json == {
        "id": str(plan.id),
        "version": 1,
        "status": "draft",
        "next_review": "2027-01-15",
        "agreement": "yes",
        "own_words": "Jeg vil bo nær søsteren min.",
        "goals": [
            {
                "id": str(goal.id),
                "theme": "housing",
                "title": "Et sted å bo",
                "status": "current",
                "steps": [
                    {
                        "id": str(goal.steps[0].id),
                        "title": "Søke kommunal bolig",
                        "who": "inmate",
                        "due": "2026-12-01",
                        "partner": "NAV",
                        "status": "not_started",
                    }
                ],
            }
        ],
    }


def test_show_for_people(command, plan):
    text = command("plan", "show", "--inmate", "T0007").out
    assert "Framtidsplan, versjon 1 (kladd)" in text
    assert "Søke kommunal bolig · Den innsatte 01.12.2026 · ikke startet" in text


@pytest.mark.parametrize("arguments", [("show",), ("pdf", "--out", "plan.pdf")])
@pytest.mark.parametrize("reference", ["T0007", "T9999"])
def test_no_plan_and_no_person_end_with_1(
    command, inmate, reference, arguments, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    answer = command("plan", arguments[0], "--inmate", reference, *arguments[1:])
    assert (answer.code, answer.out) == (1, "")
    assert not (tmp_path / "plan.pdf").exists()


def pdf(command, file, *more):
    return command("plan", "pdf", "--inmate", "T0007", "--out", file, *more)


def test_pdf(command, office, plan, tmp_path):
    file = tmp_path / "plan.pdf"
    answer = pdf(command, file, "--language", "nb", "--copy", "inmate")
    assert answer.code == 0
    assert set(answer.json) == {"document", "version", "sha256", "pages", "file"}
    assert answer.json["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (answer.json["version"], answer.json["file"]) == (1, str(file))
    assert answer.json["pages"] == len(PdfReader(file).pages)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.glob(".plan*")) == []
    exported = [row for row in access_log(office) if row.verb is Verb.EXPORT]
    assert [str(row.record_id) for row in exported] == [answer.json["document"]]


def test_an_existing_file_is_left_alone_without_force(command, plan, tmp_path):
    file = tmp_path / "plan.pdf"
    file.write_text("mitt")
    refused = pdf(command, file)
    assert (refused.code, refused.out, file.read_text()) == (1, "", "mitt")
    assert "--force" in refused.err
    assert pdf(command, file, "--force").code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_reprint_is_byte_identical_and_new_is_another_document(
    command, plan, tmp_path, clock, monkeypatch
):
    files = [tmp_path / f"{number}.pdf" for number in range(5)]
    first = pdf(command, files[0]).json
    clock.pass_time(days=2)
    monkeypatch.setenv("MULIGHET_NOW", clock.now.isoformat())
    assert pdf(command, files[1]).json == first | {"file": str(files[1])}
    assert files[1].read_bytes() == files[0].read_bytes()
    new = pdf(command, files[2], "--new").json
    assert new["document"] != first["document"]
    assert pdf(command, files[3]).json["document"] == new["document"]
    internal = pdf(command, files[4], "--copy", "internal").json
    assert internal["document"] != new["document"]


def test_a_folder_that_is_not_there_ends_with_1(command, plan, tmp_path):
    answer = pdf(command, tmp_path / "none" / "plan.pdf")
    assert (answer.code, answer.out) == (1, "")
    assert "kan ikke skrives" in answer.err


def test_all_plans_of_a_unit(command, office, plan, inmate, tmp_path):
    prison_mate = admit(office, 8, inmate.place_id)
    save_plan(office, prison_mate.id, plan_of_others(office, plan), 0)
    admit(office, 9)
    folder = tmp_path / "plans"
    answer = command("plan", "pdf", "--unit", "B", "--out-dir", folder)
    assert answer.code == 0
    assert sorted(line["file"] for line in answer.json) == sorted(
        str(file) for file in folder.iterdir()
    )
    assert len(answer.json) == 2
    assert "2 av 2" in answer.err
    again = command("plan", "pdf", "--unit", "B", "--out-dir", folder)
    assert (again.code, again.out) == (1, "")
    forced = command("plan", "pdf", "--unit", "B", "--out-dir", folder, "--force")
    assert forced.json == answer.json


def test_all_plans_of_a_unit_in_one_file_too(command, office, plan, inmate, tmp_path):
    prison_mate = admit(office, 8, inmate.place_id, family_name="Berg")
    save_plan(office, prison_mate.id, plan_of_others(office, plan), 0)
    folder, file = tmp_path / "plans", tmp_path / "samlet.pdf"
    unit = ("plan", "pdf", "--unit", "B", "--out-dir", folder, "--combined", file)
    answer = command(*unit, "--copy", "internal")
    assert answer.code == 0
    assert len(answer.json) == len(list(folder.iterdir())) == 2
    reader = PdfReader(file)
    assert len(reader.outline) == 2
    assert len(reader.pages) == sum(line["pages"] for line in answer.json)
    assert hashlib.sha256(file.read_bytes()).hexdigest() in answer.err
    before = file.read_bytes()
    refused = command(*unit)
    assert (refused.code, refused.out, file.read_bytes()) == (1, "", before)
    forced = command(*unit, "--copy", "internal", "--force")
    assert (forced.json, file.read_bytes()) == (answer.json, before)


def test_large_print_is_another_document_with_larger_letters(command, plan, tmp_path):
    files = tmp_path / "vanlig.pdf", tmp_path / "stor.pdf"
    usual = pdf(command, files[0]).json
    large = pdf(command, files[1], "--large-print").json
    assert large["document"] != usual["document"]
    assert large["pages"] > usual["pages"]
    again = pdf(command, files[1], "--large-print", "--force").json
    assert again == large


def test_letters_that_cannot_be_printed_are_told(command, office, inmate, tmp_path):
    save_plan(office, inmate.id, PlanContent(own_words="Jeg heter 王"), 0)
    answer = pdf(command, tmp_path / "plan.pdf")
    assert answer.code == 0
    assert "kan ikke skrives ut: 王" in answer.err


def test_one_file_of_one_plan_is_wrong_use(command, plan, tmp_path):
    answer = pdf(command, tmp_path / "plan.pdf", "--combined", tmp_path / "samlet.pdf")
    assert (answer.code, answer.out) == (2, "")


def test_interrupted_it_says_how_many_files_there_are(command, office, plan, tmp_path, monkeypatch):
    def press_control_c(_office, _wish, _to, progress):
        progress.step(3, 12)
        raise KeyboardInterrupt

    monkeypatch.setattr(plans, "save_plans", press_control_c)
    answer = command("plan", "pdf", "--unit", "B", "--out-dir", tmp_path / "plans")
    assert (answer.code, answer.out) == (130, "")
    assert "3 filer er skrevet, og de er hele" in answer.err


def plan_of_others(office, plan):
    (goal,) = plan.content.goals
    (step,) = goal.steps
    own = replace(goal, id=office.new_id(), steps=(replace(step, id=office.new_id()),))
    return replace(plan.content, goals=(own,))


def test_an_unknown_unit_ends_with_1(command, plan, tmp_path):
    answer = command("plan", "pdf", "--unit", "X", "--out-dir", tmp_path / "plans")
    assert (answer.code, answer.out) == (1, "")
    assert not (tmp_path / "plans").exists()
