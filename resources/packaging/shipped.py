"""Which Python packages are in a bundle, read off the names of its files."""

from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import PurePosixPath

# In the bundle as data: the faces of screen and paper are cut out of it.
_AS_DATA = ("fontpkg-noto-sans",)
# Makes the bundle, and its starter is in it.
_MAKER = ("pyinstaller",)


def distributions_of(names: Iterable[str]) -> list[Distribution]:
    """Return the installed packages that modules and files of a bundle belong to, by name."""
    known = packages_distributions()
    found = {*_AS_DATA, *_MAKER}
    for name in names:
        top = PurePosixPath(name.replace("\\", "/")).parts[0].partition(".")[0]
        found.update(known.get(top, ()))
    unique = {distribution(name).name.lower(): distribution(name) for name in found}
    return [unique[name] for name in sorted(unique)]
