"""What lies in the frozen program: licences of everything, Qt to be exchanged, no dead weight."""

import csv
import json
from pathlib import Path

import pytest

from resources.packaging import bundle

pytestmark = pytest.mark.timeout(900)


@pytest.fixture
def inside(frozen: Path) -> Path:
    return frozen / "_internal"


def overview(inside: Path) -> dict[str, str]:
    with (inside / "licences/overview.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["Name"].lower().replace("_", "-"): row["License"] for row in csv.DictReader(file)
        }


def test_every_package_in_it_has_its_licence_told(inside):
    told = overview(inside)
    assert {"pyside6-essentials", "shiboken6", "psycopg", "sqlcipher3", "reportlab"} <= set(told)
    assert not {"pytest", "mypy", "sphinx"} & set(told)


def test_the_licence_texts_are_there(inside):
    texts = inside / "licences"
    for name in ("EUPL-1.2.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "Python.txt"):
        assert (texts / name).stat().st_size > 1000
    # Those of Qt's packages come with no text: the LGPL above is theirs.
    without = {"pyside6-essentials", "shiboken6"}
    folders = {folder.name.lower().replace("_", "-") for folder in texts.iterdir()}
    assert set(overview(inside)) - without <= folders


def test_the_bill_of_materials_lists_the_same_packages(inside):
    bill = json.loads((inside / "licences/bom.cdx.json").read_text(encoding="utf-8"))
    listed = {part["name"].lower().replace("_", "-") for part in bill["components"]}
    assert bill["bomFormat"] == "CycloneDX"
    assert listed == {*overview(inside), "cpython"}
    references = {part["bom-ref"] for part in bill["components"]}
    assert {reference for entry in bill["dependencies"] for reference in entry["dependsOn"]} <= (
        references
    )


def test_qt_lies_in_files_of_its_own(inside):
    assert (inside / "PySide6/Qt/lib/libQt6Core.so.6").is_file()


def test_nothing_of_weight_is_in_it_that_nobody_uses(inside):
    names = [file.name for file in inside.rglob("*")]
    for unwanted in ("libqgtk3", "libqwayland", "libQt6Qml", "libQt6Quick", "libQt6Egl", "libgtk"):
        assert [name for name in names if name.startswith(unwanted)] == []
    for unwanted in ("numpy", "sqlite3", "tests"):
        assert not (inside / unwanted).exists()


def test_what_the_program_reads_is_in_it(inside):
    for file, folder in bundle.data_files(Path(bundle.__file__).parents[2]):
        assert not Path(file).is_file() or (inside / folder / Path(file).name).is_file(), file


def test_libraries_of_the_system_are_left_to_it(inside):
    # Debian mends these; a copy of ours would stay broken until our next release.
    for name in ("libgnutls.so.30", "libssl.so.3", "libglib-2.0.so.0", "libX11.so.6"):
        assert not (inside / name).exists()
