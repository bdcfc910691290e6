"""The Debian package: what it holds, what it asks for, and what Debian's own tools say of it."""

import gzip
import subprocess
from pathlib import Path

import pytest

from app.foundation.program import program_version
from resources.packaging.debian import Packing, debian_package, metainfo
from resources.packaging.man_page import man_page
from resources.packaging.release_notes import releases

pytestmark = pytest.mark.timeout(900)
METAINFO = "usr/share/metainfo/no.mulighet.Mulighet.metainfo.xml"
DESKTOP = "usr/share/applications/no.mulighet.Mulighet.desktop"


def answer(*command: str | Path) -> tuple[int, str]:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def field(package: Path, name: str) -> str:
    return answer("dpkg-deb", "--field", package, name)[1].strip()


def test_it_holds_what_a_desktop_looks_for(package):
    _code, told = answer("dpkg-deb", "--contents", package)
    for path in (
        "./usr/bin/mulighet -> ../lib/mulighet/mulighet",
        "./usr/lib/mulighet/mulighet",
        f"./{DESKTOP}",
        f"./{METAINFO}",
        "./usr/share/icons/hicolor/scalable/apps/mulighet.svg",
        "./usr/share/icons/hicolor/48x48/apps/mulighet.png",
        "./usr/share/man/man1/mulighet.1.gz",
        "./usr/share/man/nb/man1/mulighet.1.gz",
        "./usr/share/doc/mulighet/copyright",
    ):
        assert path in told
    assert all(" root/root " in line for line in told.splitlines())


def test_nobody_but_root_may_write_to_its_files(installed):
    loose = [
        path
        for path in installed.rglob("*")
        if not path.is_symlink() and path.stat().st_mode & 0o022
    ]
    assert loose == []


def test_it_asks_for_the_libraries_it_uses(package):
    wanted = {part.strip() for part in field(package, "Depends").split(",")}
    assert {"libc6", "libgl1", "libxcb-cursor0", "libfontconfig1", "libssl3"} <= wanted
    assert "hunspell-no" in field(package, "Recommends")
    assert field(package, "Version") == program_version()


def test_its_check_sums_are_right(package, tmp_path):
    subprocess.run(["dpkg-deb", "--raw-extract", package, tmp_path / "raw"], check=True)
    code, told = answer(
        "sh", "-c", f"cd {tmp_path / 'raw'} && md5sum --check --quiet DEBIAN/md5sums"
    )
    assert (code, told) == (0, "")


def test_the_desktop_entry_is_valid(installed):
    assert answer("desktop-file-validate", installed / DESKTOP) == (0, "")


def test_the_data_of_software_centres_are_valid(installed):
    code, told = answer("appstreamcli", "validate", "--no-net", installed / METAINFO)
    assert code == 0, told


def test_appstream_sees_a_planted_fault(tmp_path):
    file = tmp_path / "no.mulighet.Mulighet.metainfo.xml"
    file.write_text(metainfo([]).replace("<project_license>EUPL", "<project_license>NONE"))
    assert answer("appstreamcli", "validate", "--no-net", file)[0] != 0


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_man_page_is_clean(language, tmp_path):
    file = tmp_path / "mulighet.1"
    file.write_text(man_page(language), encoding="utf-8")
    assert answer("mandoc", "-T", "lint", file) == (0, "")


def test_the_man_page_tells_every_command(installed):
    page = gzip.decompress((installed / "usr/share/man/nb/man1/mulighet.1.gz").read_bytes())
    file = installed / "page.1"
    file.write_bytes(page)
    shown = answer("mandoc", "-T", "ascii", file)[1]
    plain = answer("sh", "-c", f"mandoc -T ascii {file} | col -b")[1]
    assert shown
    for command in ("db create", "demo create", "import roll", "overview", "plan pdf", "doctor"):
        assert command in plain


def test_the_copyright_file_names_what_comes_along(installed):
    text = (installed / "usr/share/doc/mulighet/copyright").read_text(encoding="utf-8")
    for name in ("EUPL-1.2", "OFL-1.1", "LGPL-3", "PySide6", "reportlab"):
        assert name in text


def test_the_same_source_makes_the_same_package(small, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    first, second = (
        debian_package(small, tmp_path / name, tmp_path / f"{name}-made", Packing(level=1))
        for name in ("one", "two")
    )
    assert first.read_bytes() == second.read_bytes()


def test_the_releases_are_those_of_the_changelog(installed):
    text = (installed / METAINFO).read_text(encoding="utf-8")
    for release in releases():
        assert f'<release version="{release.version}" date="{release.day}"' in text
