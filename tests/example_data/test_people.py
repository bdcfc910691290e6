from collections import Counter
from datetime import timedelta

from app.domain.inmates import LegalStatus, Whereabouts, age
from app.domain.places import PlaceKind, PlaceStatus, counts_as_cell
from app.foundation.clock import oslo_date
from tests.example_data.prisons import FIRST_MINUTE, TODAY, make, usual, usual_log

PICTURED = {
    "Haugen, Jonas": ("B-2-B201", "Kari Lunde", 3),
    "Kowalski, Piotr": ("B-2-B202", "Kari Lunde", 9),
    "Abdi, Yusuf": ("B-2-B203", None, 17),
    "Hassan, Omar": ("B-2-B208", "Anne Rønning", 21),
    "Ionescu, Andrei": ("B-3-B301", "Anne Rønning", 8),
    "Dahl, Magnus": ("B-3-B305", "Anne Rønning", 7),
    "Eriksen, Jan": ("B-3-B309", "Kari Lunde", 19),
    "Karlsen, Per": (None, "Marit Sæther", 4),
}


def days_since_talk() -> dict[object, int]:
    last = {
        made.entry.inmate_id: made.entry.occurred_at
        for made in usual_log()
        if made.entry.kind != "note"
    }
    return {inmate: (TODAY - oslo_date(moment)).days for inmate, moment in last.items()}


def test_the_unit_of_the_pictures_is_there() -> None:
    prison = usual()
    names = {officer.id: officer.display_name for officer in prison.officers}
    days = days_since_talk()
    found = {
        one.facts.display_name: (
            one.place_path,
            names[one.contact_officer_id] if one.contact_officer_id else None,
            days[one.id],
        )
        for one in prison.inmates
        if one.unit == "B"
    }
    assert len(found) == 19
    assert {name: found[name] for name in PICTURED} == PICTURED
    assert sum(path is not None for path, _officer, _days in found.values()) == 17
    assert sum(day > 7 for _path, _officer, day in found.values()) == 8


def test_even_one_person_is_one_of_the_pictures() -> None:
    assert make(1, 4).inmates[0].facts.display_name == "Hassan, Omar"


def test_the_log_of_the_pictures_is_word_for_word() -> None:
    omar = usual().inmates[0]
    log = [made.entry for made in usual_log() if made.entry.inmate_id == omar.id]
    assert log[-1].text.startswith("Vil søke om plass på sveisekurset.")
    assert log[-2].text == "Møtt på arbeid alle dager denne uka. Fortalt av verksbetjenten."


def test_people_sleep_in_cells_that_are_in_use() -> None:
    cells = {
        place.facts.path
        for place in usual().places
        if counts_as_cell(place.facts.kind, place.facts.status, place.facts.converted_to)
    }
    for inmate in usual().inmates:
        assert inmate.place_path is None or inmate.place_path in cells
        assert (inmate.place_path is None) == (inmate.facts.whereabouts is not Whereabouts.INSIDE)
        if inmate.place_path:
            assert inmate.place_path.partition("-")[0] == inmate.unit


def test_the_building_has_what_buildings_have() -> None:
    places = [place.facts for place in usual().places]
    cells = [facts for facts in places if facts.kind is PlaceKind.CELL]
    out = [facts for facts in cells if facts.status is PlaceStatus.INACTIVE]
    assert {facts.out_of_use_reason for facts in out} > {"vannskade"}
    assert all(facts.back_in_use_on and facts.back_in_use_on > TODAY for facts in out)
    assert sum(bool(facts.converted_to) for facts in cells) == 1
    assert any(facts.maximum == 2 for facts in cells)
    room = sum(facts.working for facts in cells if facts.status is PlaceStatus.ACTIVE)
    assert 392 < room < 440
    paths = {facts.path for facts in places}
    assert all(facts.parent_path in paths for facts in places if facts.parent_path)
    assert len(paths) == len(places)


def test_one_cell_holds_one_too_many() -> None:
    maximum = {place.facts.path: place.facts.maximum for place in usual().places}
    held = Counter(one.place_path for one in usual().inmates if one.place_path)
    assert [held[path] - maximum[path] for path in held if held[path] > maximum[path]] == [1]


def test_the_roll_is_mixed_as_in_a_norwegian_prison() -> None:
    people = [one.facts for one in usual().inmates]
    statuses = Counter(facts.legal_status for facts in people)
    assert 0.55 < statuses[LegalStatus.CONVICTED] / 392 < 0.70
    assert 0.24 < statuses[LegalStatus.REMAND] / 392 < 0.36
    assert statuses[LegalStatus.PREVENTIVE_DETENTION]
    assert statuses[LegalStatus.UNKNOWN] + statuses[LegalStatus.ARRESTED]
    languages = Counter(facts.languages[0] for facts in people)
    assert 0.58 < languages["nb"] / 392 < 0.72
    assert set(languages) == {"nb", "pl", "lt", "ro", "sq", "ar", "so"}
    assert any(facts.interpreter_needed for facts in people)
    assert all(18 <= age(facts.birth_date, TODAY) <= 75 for facts in people if facts.birth_date)


def test_only_convicted_people_have_a_date_of_release() -> None:
    for inmate in usual().inmates:
        is_convicted = inmate.facts.legal_status is LegalStatus.CONVICTED
        assert (inmate.facts.release_date is not None) == is_convicted


def test_nobody_in_remand_is_on_leave() -> None:
    for inmate in usual().inmates:
        if inmate.facts.whereabouts is Whereabouts.LEAVE:
            assert inmate.facts.legal_status is not LegalStatus.REMAND


def test_there_is_somebody_for_every_chip() -> None:
    people, days = usual().inmates, days_since_talk()
    without = sum(one.contact_officer_id is None for one in people)
    assert 20 < without < 60
    new = [one for one in people if FIRST_MINUTE - one.placed_at < timedelta(hours=72)]
    assert 3 < len(new) < 60
    assert 0 < len(people) - len(days) < 20
    shares = Counter(
        "week" if day <= 7 else "two" if day <= 14 else "long" for day in days.values()
    )
    assert shares["week"] > 200
    assert shares["two"] > 30
    assert 20 < shares["long"] < 80
    assert max(days.values()) <= 40


def test_names_are_various_and_hold_norwegian_letters() -> None:
    names = [one.facts.display_name for one in usual().inmates]
    assert len(set(names)) == len(names)
    assert any(letter in "".join(names) for letter in "ÆØÅ")
    numbers = [one.facts.prison_number for one in usual().inmates]
    assert len(set(numbers)) == len(numbers)
