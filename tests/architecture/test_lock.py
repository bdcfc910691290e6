"""The lock file: everything the program asks for, pinned and with the hash of every wheel."""

import re
import tomllib

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import ROOT

VERSIONS = ("3.11", "3.12", "3.13")


def locked() -> dict[str, tuple[Requirement, int]]:
    """Return each locked requirement with the number of its hashes."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        requirement = Requirement(re.sub(r"\s+--hash=\S+", "", line))
        found[canonicalize_name(requirement.name)] = (requirement, line.count("--hash=sha256:"))
    return found


def demanded() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


def test_what_the_project_asks_for_is_locked_in_a_version_it_accepts():
    lock = locked()
    for requirement in demanded():
        pinned = lock[canonicalize_name(requirement.name)][0]
        (exact,) = pinned.specifier
        assert exact.operator == "=="
        assert requirement.specifier.contains(exact.version), requirement


def test_everything_locked_carries_hashes():
    assert [name for name, (_requirement, hashes) in locked().items() if hashes == 0] == []


def test_nothing_locked_is_left_out_on_a_python_we_promise():
    for version in VERSIONS:
        environment = default_environment() | {"python_version": version}
        for requirement, _hashes in locked().values():
            if requirement.marker is not None and "sys_platform" not in str(requirement.marker):
                assert requirement.marker.evaluate(environment), (version, requirement)


def test_qt_is_pinned_to_the_version_that_keeps_its_references():
    pinned = locked()["pyside6-essentials"][0]
    assert str(pinned.specifier) == "==6.11.3"
