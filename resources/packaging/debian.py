"""Build the Debian package of a frozen program, without root and the same from the same."""

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from textwrap import fill
from xml.sax.saxutils import escape

from app.foundation.program import program_version
from resources.packaging.man_page import man_page
from resources.packaging.pictures import DRAWING, SIZES, draw_pictures
from resources.packaging.release_notes import Release, releases
from resources.packaging.source_date import build_environment, source_date

_HERE = Path(__file__).parent
_NAME = "no.mulighet.Mulighet"
# Where the pictures of a software centre are fetched from. A release is given its real home by
# MULIGHET_HOME; this name is reserved for examples and leads nowhere.
_HOME = "https://mulighet.example"
_MAINTAINER = "The Mulighet project <drift@mulighet.example>"
# Loaded by name while the program runs, so that no library tells of them.
_ALSO_NEEDED = ("fontconfig-config",)
_RECOMMENDED = ("hunspell-no", "cups-client", "xdg-desktop-portal")
_IN_USE = re.compile(r"=> (/\S+)")


@dataclass(frozen=True, slots=True)
class Packing:
    """How hard ``dpkg-deb`` packs: a release small, a test fast."""

    level: int = 9


def debian_package(program: Path, work: Path, target: Path, packing: Packing | None = None) -> Path:
    """Pack the folder of a frozen program; return the package's file in ``target``."""
    root = work / "root"
    shutil.rmtree(root, ignore_errors=True)
    # The program's files are linked, not copied.
    shutil.copytree(program, root / "usr/lib/mulighet", copy_function=os.link, symlinks=True)
    _lay_out(root, work)
    _write(root / "DEBIAN/control", _control(root))
    _write(root / "DEBIAN/md5sums", _sums(root))
    _set_modes(root)
    target.mkdir(parents=True, exist_ok=True)
    file = target / f"mulighet_{program_version()}_{_architecture()}.deb"
    level = (packing or Packing()).level
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", f"-z{level}", "--build", str(root), str(file)],
        check=True,
        stdout=subprocess.DEVNULL,
        env=build_environment(),
    )
    return file


def _lay_out(root: Path, work: Path) -> None:
    share = root / "usr/share"
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/mulighet").symlink_to("../lib/mulighet/mulighet")
    desktop = (_HERE / f"{_NAME}.desktop").read_text(encoding="utf-8")
    _write(share / f"applications/{_NAME}.desktop", desktop)
    _write(share / f"metainfo/{_NAME}.metainfo.xml", metainfo(releases()))
    draw_pictures(work / "pictures")
    icons = share / "icons/hicolor"
    _copy(DRAWING, icons / "scalable/apps/mulighet.svg")
    for size in SIZES:
        _copy(work / f"pictures/mulighet-{size}.png", icons / f"{size}x{size}/apps/mulighet.png")
    for language, folder in (("en", "man"), ("nb", "man/nb"), ("nn", "man/nn")):
        _write_packed(share / folder / "man1/mulighet.1.gz", man_page(language))
    _write_packed(share / "doc/mulighet/changelog.gz", _changelog(releases()))
    _write(share / "doc/mulighet/copyright", _copyright(root))


def metainfo(released: Iterable[Release]) -> str:
    """Return what software centres show: AppStream's data with the releases of the changelog."""
    text = (_HERE / f"{_NAME}.metainfo.xml").read_text(encoding="utf-8")
    home = os.environ.get("MULIGHET_HOME", _HOME).rstrip("/")
    told = "\n    ".join(_release_xml(release) for release in released)
    return text.replace("@HOME@", home).replace("@RELEASES@", told)


def _release_xml(release: Release) -> str:
    items = "".join(f"<li>{escape(change)}</li>" for change in release.changes)
    return (
        f'<release version="{release.version}" date="{release.day}" type="stable">'
        f"<description><ul>{items}</ul></description></release>"
    )


def _changelog(released: Iterable[Release]) -> str:
    parts = []
    for release in released:
        day = format_datetime(datetime.fromisoformat(release.day).replace(tzinfo=UTC))
        items = "\n".join(
            fill(change, 78, initial_indent="  * ", subsequent_indent="    ")
            for change in release.changes
        )
        parts.append(
            f"mulighet ({release.version}) stable; urgency=medium\n\n{items}\n\n"
            f" -- {_MAINTAINER}  {day}\n"
        )
    return "\n".join(parts)


def _copyright(root: Path) -> str:
    """Return who holds the rights in what, in Debian's machine-readable form."""
    overview = root / "usr/lib/mulighet/_internal/licences/overview.csv"
    others = overview.read_text(encoding="utf-8") if overview.is_file() else ""
    lines = [line.strip().strip('"').split('","') for line in others.splitlines()[1:]]
    listed = "\n".join(f"  {name} {version}: {licence}" for name, version, licence, _url in lines)
    return (_HERE / "copyright").read_text(encoding="utf-8").replace("@PACKAGES@", listed)


def _control(root: Path) -> str:
    size = sum(file.lstat().st_size for file in root.rglob("*")) // 1024
    text = (_HERE / "control").read_text(encoding="utf-8")
    values = {
        "VERSION": program_version(),
        "ARCHITECTURE": _architecture(),
        "MAINTAINER": _MAINTAINER,
        "SIZE": str(size),
        "DEPENDS": ", ".join(_dependencies(root)),
        "RECOMMENDS": ", ".join(_RECOMMENDED),
        "HOME": os.environ.get("MULIGHET_HOME", _HOME),
    }
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def _dependencies(root: Path) -> list[str]:
    """Return the Debian packages that bring what the program's libraries ask for."""
    inside = [str(file) for file in root.rglob("*") if _is_library(file)]
    if not inside:
        return []
    told = _answer("ldd", *inside)
    files = {path for path in _IN_USE.findall(told) if not path.startswith(str(root))}
    # Debian has merged /lib into /usr/lib; its lists have not.
    names = {name for path in files for name in (path, path.removeprefix("/usr"), f"/usr{path}")}
    owners = {
        line.partition(":")[0] for line in _answer("dpkg-query", "-S", *sorted(names)).splitlines()
    }
    return sorted({*owners, *_ALSO_NEEDED} - {"libc-bin"})


def _is_library(file: Path) -> bool:
    return (
        not file.is_symlink()
        and file.is_file()
        and (".so" in file.name or os.access(file, os.X_OK))
    )


def _answer(*command: str) -> str:
    # Both tell what they know and fail over what they do not.
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env=build_environment()
    ).stdout


def _architecture() -> str:
    return _answer("dpkg", "--print-architecture").strip()


def _sums(root: Path) -> str:
    files = [
        str(file.relative_to(root))
        for file in sorted((root / "usr").rglob("*"))
        if file.is_file() and not file.is_symlink()
    ]
    return subprocess.run(
        ["md5sum", "--", *files], check=True, cwd=root, capture_output=True, text=True
    ).stdout


def _set_modes(root: Path) -> None:
    for path in _all_in(root):
        if not path.is_symlink():
            run = path.is_dir() or (path.stat().st_mode & 0o100 and ".so" not in path.name)
            path.chmod(0o755 if run else 0o644)
            os.utime(path, (source_date(), source_date()))


def _all_in(root: Path) -> Iterator[Path]:
    # The innermost first: to touch a file is to touch its folder.
    return iter(sorted([root, *root.rglob("*")], key=lambda path: -len(path.parts)))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_packed(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), mtime=0))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
