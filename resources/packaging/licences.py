"""Write the licences of everything in the bundle, and the list of what it is made of.

The folder ``licences`` of an installed program holds the licence texts of each package, an
overview (pip-licenses) and a software bill of materials (CycloneDX). Qt, shiboken and psycopg are
under the LGPL: they lie in the bundle as files of their own and may be exchanged.
"""

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution
from pathlib import Path

from resources.packaging.source_date import build_environment

_TEXTS = ("licen", "copying", "notice", "authors")
_HERE = Path(__file__).parent


def write_licences(root: Path, folder: Path, distributions: Sequence[Distribution]) -> None:
    """Write texts, overview and bill of materials anew into a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(root / "LICENSE", folder / "EUPL-1.2.txt")
    shutil.copytree(_HERE / "licence_texts", folder, dirs_exist_ok=True)
    shutil.copy(_licence_of_python(), folder / "Python.txt")
    for distribution in distributions:
        for file in _texts(distribution):
            target = folder / distribution.name / file.name
            target.parent.mkdir(exist_ok=True)
            shutil.copy(file, target)
    names = [distribution.name for distribution in distributions]
    (folder / "overview.csv").write_text(_overview(names), encoding="utf-8")
    bill = _bill_of_materials(root, {_key(name) for name in names})
    (folder / "bom.cdx.json").write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")


def _licence_of_python() -> Path:
    # Windows keeps it beside the program, the others among the library.
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    return next(place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file())


def _texts(distribution: Distribution) -> Iterator[Path]:
    for file in distribution.files or ():
        inside = any(part.endswith(".dist-info") for part in file.parts)
        if inside and ("licenses" in file.parts or file.name.lower().startswith(_TEXTS)):
            yield Path(str(distribution.locate_file(file)))


def _overview(names: Sequence[str]) -> str:
    return _answer("piplicenses", "--format=csv", "--with-urls", "--with-system", "-p", *names)


def _bill_of_materials(root: Path, names: set[str]) -> dict[str, object]:
    """Return CycloneDX's list of this environment without what is not in the bundle."""
    bill = json.loads(
        _answer(
            "cyclonedx_py",
            "environment",
            "--output-reproducible",
            f"--pyproject={root / 'pyproject.toml'}",
            sys.executable,
        )
    )
    kept = [part for part in bill["components"] if _key(part["name"]) in names]
    references = {part["bom-ref"] for part in kept} | {bill["metadata"]["component"]["bom-ref"]}
    bill["components"] = [*kept, *_without_a_package()]
    bill["dependencies"] = [
        {**entry, "dependsOn": [ref for ref in entry.get("dependsOn", ()) if ref in references]}
        for entry in bill["dependencies"]
        if entry["ref"] in references
    ]
    return dict(bill)


def _without_a_package() -> Iterator[dict[str, object]]:
    version = sys.version.split()[0]
    yield {
        "bom-ref": f"python=={version}",
        "type": "platform",
        "name": "CPython",
        "version": version,
        "licenses": [{"license": {"id": "PSF-2.0"}}],
        "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
    }


def _key(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _answer(module: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=build_environment(),
    ).stdout
