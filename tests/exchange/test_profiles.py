"""Profiles are kept as text that a person can read, and chosen where every heading fits."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange import profiles
from app.exchange.kinds import ImportKind
from app.exchange.profile_choice import fitting_profile, profile_kind
from app.exchange.profiles import (
    Profile,
    ProfileFault,
    delete_profile,
    every_profile,
    profile_folder,
    read_profile,
    write_profile,
)

ROLL = Profile("kompis", ImportKind.ROLL, {"prison_number": "Fangenr", "last_name": "Navn"})


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(profiles, "user_file", lambda: tmp_path / "config.toml")


def test_a_profile_is_kept_read_replaced_and_deleted():
    write_profile(ROLL)
    assert read_profile("kompis") == ROLL
    other = Profile("kompis", ImportKind.ROLL, {"prison_number": "Nr", "last_name": ""})
    write_profile(other)
    assert every_profile() == (other,)
    delete_profile("kompis")
    delete_profile("kompis")
    assert every_profile() == ()
    with pytest.raises(ProfileFault, match="Fant ikke"):
        read_profile("kompis")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_heading_comes_back_as_it_was(heading):
    profile = Profile("enhver", None, {"last_name": heading})
    write_profile(profile)
    assert read_profile("enhver") == profile


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "a.b", "x" * 61, "a\n"])
def test_a_name_that_would_lead_elsewhere_is_refused(name):
    for use in (read_profile, delete_profile):
        with pytest.raises(ProfileFault, match="Navnet på profilen"):
            use(name)


def test_what_cannot_be_read_is_left_out_of_the_list():
    write_profile(ROLL)
    (profile_folder() / "broken.toml").write_text("nonsense", encoding="utf-8")
    (profile_folder() / "kind.toml").write_text('kind = "noe"\n', encoding="utf-8")
    assert every_profile() == (ROLL,)


def test_the_profile_with_the_most_headings_of_the_file_is_chosen():
    small = Profile("liten", ImportKind.ROLL, {"prison_number": "Fangenr"})
    places = Profile("steder", ImportKind.PLACES, {"path_hierarchy": "Fangenr", "code": "Navn"})
    headings = ("Fangenr", "Navn", "Annet")
    every = (small, places, ROLL)
    assert fitting_profile(every, headings, ImportKind.ROLL) == ROLL
    assert fitting_profile(every, headings, ImportKind.PLACES) == places
    assert fitting_profile(every, ("Fangenr",), None) == small
    assert fitting_profile(every, ("Navn",), ImportKind.ROLL) is None
    nothing = Profile("tom", ImportKind.ROLL, {"last_name": ""})
    assert fitting_profile([nothing], headings, ImportKind.ROLL) is None


def test_a_profile_written_by_hand_is_for_the_kind_that_has_its_fields():
    by_hand = Profile("egen", None, {"path_hierarchy": "Sti"})
    assert profile_kind(by_hand, ImportKind.ROLL) is ImportKind.PLACES
    assert profile_kind(Profile("x", None, {"noe": "Sti"}), None) is None
    shared = Profile("y", None, {"prison_number": "Nr"})
    assert profile_kind(shared, ImportKind.CONVERSATIONS) is ImportKind.CONVERSATIONS
