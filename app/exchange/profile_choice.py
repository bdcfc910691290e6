"""Which profile fits a file."""

from collections.abc import Collection, Iterable

from app.exchange.fields import FIELDS
from app.exchange.kinds import ImportKind
from app.exchange.profiles import Profile


def profile_kind(profile: Profile, guessed: ImportKind | None) -> ImportKind | None:
    """Return what kind of file a profile is for; None if no kind has all its fields."""
    if profile.kind is not None:
        return profile.kind
    kinds = [
        kind
        for kind in ImportKind
        if {field.name for field in FIELDS[kind]} >= set(profile.columns)
    ]
    return guessed if guessed in kinds else next(iter(kinds), None)


def fitting_profile(
    profiles: Iterable[Profile], headings: Collection[str], guessed: ImportKind | None
) -> Profile | None:
    """Return the profile whose headings the file has, every one; of several the most telling.

    One for the kind of file that the headings suggest comes before any other.
    """
    fitting = [profile for profile in profiles if _fits(profile, headings, guessed)]
    return max(
        fitting,
        key=lambda profile: (profile_kind(profile, guessed) is guessed, _told(profile)),
        default=None,
    )


def _fits(profile: Profile, headings: Collection[str], guessed: ImportKind | None) -> bool:
    wanted = [heading for heading in profile.columns.values() if heading]
    return (
        bool(wanted) and set(wanted) <= set(headings) and profile_kind(profile, guessed) is not None
    )


def _told(profile: Profile) -> int:
    return sum(1 for heading in profile.columns.values() if heading)
