from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.database.records.inmate import ContactOfficerPeriodRecord, StayRecord
from app.domain.access import Role, Verb
from app.domain.errors import ChangedByAnother, NotFound, RuleBroken
from app.domain.inmates import Whereabouts
from app.use_cases.administration import NewOfficer, add_officer
from app.use_cases.cell_blocks import cell_block_overview
from app.use_cases.inmates import (
    add_inmate,
    correct_inmate,
    find_inmate,
    open_inmate,
    peek,
    put_in_cell,
    set_contact_officer,
    take_out_of_cell,
)
from app.use_cases.office import Office
from tests.helpers.access import access_log
from tests.helpers.prison import SteppingClock, admit, build_places, person, talk


def test_a_person_added_by_hand_is_found_by_id_and_number(office: Office) -> None:
    inmate = add_inmate(office, person())
    assert inmate.facts.display_name == "Hassan, Omar"
    assert find_inmate(office, str(inmate.id)) == inmate.id
    assert find_inmate(office, "T0001") == inmate.id
    with pytest.raises(NotFound):
        find_inmate(office, "T9999")


def test_what_is_wrong_is_said_field_by_field(office: Office) -> None:
    with pytest.raises(RuleBroken) as broken:
        add_inmate(office, person(family_name=" ", prison_number="", birth_date=date(2090, 1, 1)))
    fields = [problem.field for problem in broken.value.problems]
    assert fields == ["family_name", "prison_number", "birth_date"]
    assert not cell_block_overview(office).inmates


def test_a_number_belongs_to_one_person_on_the_roll(office: Office) -> None:
    add_inmate(office, person(1))
    with pytest.raises(RuleBroken):
        add_inmate(office, person(1, family_name="Lie"))


def test_a_correction_of_an_old_version_is_refused_and_shows_both(office: Office) -> None:
    inmate = add_inmate(office, person())
    theirs = correct_inmate(office, inmate.id, inmate.version, person(given_name="Omer"))
    with pytest.raises(ChangedByAnother) as refused:
        correct_inmate(office, inmate.id, inmate.version, person(given_name="Umar"))
    assert refused.value.theirs == theirs
    assert refused.value.mine == person(given_name="Umar")
    assert open_inmate(office, inmate.id).inmate.facts.given_name == "Omer"


def test_into_the_cell_and_out_again(office: Office, clock: SteppingClock) -> None:
    cells = build_places(office).cells
    inmate = admit(office)
    placed = put_in_cell(office, inmate.id, inmate.version, cells["B-2-B201"])
    assert (placed.place_path, placed.unit, placed.in_cell) == ("B-2-B201", "B", True)
    clock.pass_time(hours=1)
    out = take_out_of_cell(office, inmate.id, placed.version, Whereabouts.COURT)
    assert (out.place_path, out.unit, out.facts.whereabouts) == (None, "B", Whereabouts.COURT)
    with office.reading() as connection:
        stays = connection.execute(
            select(StayRecord.place_path, StayRecord.until).order_by(StayRecord.id)
        ).all()
    assert [stay.place_path for stay in stays] == ["", "B-2-B201", ""]
    assert [stay.until is None for stay in stays] == [False, False, True]


def test_nobody_is_put_on_a_landing_or_in_a_cell_out_of_use(office: Office) -> None:
    cells = build_places(office).cells
    inmate = admit(office)
    with pytest.raises(RuleBroken):
        put_in_cell(office, inmate.id, inmate.version, cells["B-3-B303"])
    with pytest.raises(NotFound):
        put_in_cell(office, inmate.id, inmate.version, inmate.id)


def test_a_full_cell_takes_one_more_and_shows_it(office: Office) -> None:
    cells = build_places(office).cells
    admit(office, 1, cells["B-2-B201"])
    admit(office, 2, cells["B-2-B201"])
    overview = cell_block_overview(office)
    assert overview.units[0].overcrowded == 1
    assert overview.units[0].occupied == 2


def test_the_contact_officer_and_those_before(office: Office, clock: SteppingClock) -> None:
    ola = add_officer(office, NewOfficer("ola", "Ola Moe", Role.OFFICER, "olas passord"))
    inmate = admit(office)
    first = set_contact_officer(office, inmate.id, inmate.version, office.officer.id)
    assert first.contact_officer_name == "Kari Lunde"
    clock.pass_time(days=1)
    second = set_contact_officer(office, inmate.id, first.version, ola)
    assert second.contact_officer_name == "Ola Moe"
    with office.reading() as connection:
        periods = connection.execute(select(ContactOfficerPeriodRecord.__table__)).all()
    assert sorted(period.until is None for period in periods) == [False, True]
    with pytest.raises(NotFound):
        set_contact_officer(office, inmate.id, second.version, inmate.id)


def test_each_look_and_each_change_is_logged(office: Office) -> None:
    inmate = admit(office)
    peek(office, inmate.id)
    open_inmate(office, inmate.id)
    correct_inmate(office, inmate.id, inmate.version, person(given_name="Omer"))
    rows = [(row.verb, row.feature) for row in access_log(office) if row.inmate_id == inmate.id]
    assert rows == [
        (Verb.COLLECT, "inmates"),
        (Verb.CONSULT, "peek"),
        (Verb.CONSULT, "inmates"),
        (Verb.ALTER, "inmates"),
    ]


def test_a_refresh_of_the_same_screen_writes_no_row(office: Office) -> None:
    inmate = admit(office)
    before = len(access_log(office))
    open_inmate(office, inmate.id, refresh=True)
    cell_block_overview(office, refresh=True)
    assert len(access_log(office)) == before


def test_the_page_and_the_peek_show_the_same_person(office: Office) -> None:
    inmate = admit(office, release_date=date(2028, 6, 20))
    talk(office, inmate.id, "Vil søke om plass.", days_ago=3)
    page, glance = open_inmate(office, inmate.id), peek(office, inmate.id)
    assert page.line == glance.line
    assert glance.last is not None
    assert glance.last.text == page.log[0].text == "Vil søke om plass."
    assert glance.release_date == date(2028, 6, 20)
    assert page.line.days_since_conversation == 3


def test_names_in_any_script_are_kept_and_found(office: Office) -> None:
    facts = replace(person(), family_name="Đoković-Łęcki", given_name="عمر")
    inmate = add_inmate(office, facts)
    assert open_inmate(office, inmate.id).inmate.facts.given_name == "عمر"
