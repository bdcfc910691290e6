"""What goes into the frozen program, and what stays out. ``build_installer.spec`` asks here."""

import platform
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from PyInstaller.utils.hooks import copy_metadata

from resources.packaging.licences import write_licences
from resources.packaging.pictures import draw_pictures
from resources.packaging.shipped import distributions_of

# As PyInstaller has them: where to in the bundle, where from, what kind.
Entry = tuple[str, str, str]

# Wanted by a library that can do without.
EXCLUDED = [
    "PIL.AvifImagePlugin",
    "PIL.ImageQt",
    "PIL.WebPImagePlugin",
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingft",
    "PIL._webp",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "IPython",
    "charset_normalizer",
    "curses",
    "docutils",
    "fontTools",
    "fontpkg_noto_sans",
    "matplotlib",
    "mypy",
    "numpy",
    "pygments",
    "pytest",
    "readline",
    "setuptools",
    "sphinx",
    # The standard library's own has neither encryption nor the mended WAL.
    "sqlite3",
    "tests",
    "tkinter",
]
# Folders and files of the project that the program reads while it runs.
_DATA = (
    ("app/database/migrations", "app/database/migrations"),
    ("docs/guide", "docs/guide"),
    ("resources/dictionaries", "resources/dictionaries"),
    ("resources/example_data", "resources/example_data"),
    ("resources/fonts", "resources/fonts"),
    ("resources/icons", "resources/icons"),
    ("resources/styles", "resources/styles"),
    ("resources/translations", "resources/translations"),
)
_DATA_FILES = ("pyproject.toml", "LICENSE", "CHANGELOG.md")
# Packages that are asked for their version while the program runs.
_ASKED = ("PySide6-Essentials",)
_NOT_DATA = (".pyc", ".po", ".pot", ".ts")

_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")

# The languages of window and paper, and what Babel falls back on.
_BABEL = {"root", "nb", "nb_NO", "nn", "nn_NO", "no", "en", "en_001", "en_GB", "en_US"}
# The countries whose names the example prison has, and those Faker falls back on.
_FAKER = {"en_US", "en_GB", "no_NO", "pl_PL", "lt_LT", "ro_RO"}
_QT_LEFT_OUT = (
    "plugins/egldeviceintegrations/",
    "plugins/generic/",
    "plugins/imageformats/libqicns",
    "plugins/imageformats/libqpdf",
    "plugins/imageformats/libqtga",
    "plugins/imageformats/libqtiff",
    "plugins/imageformats/libqwbmp",
    "plugins/imageformats/libqwebp",
    "plugins/networkinformation/",
    "plugins/platforminputcontexts/libqtvirtualkeyboard",
    "plugins/platforms/libqeglfs",
    "plugins/platforms/libqlinuxfb",
    "plugins/platforms/libqminimal",
    "plugins/platforms/libqminimalegl",
    "plugins/platforms/libqvkkhrdisplay",
    "plugins/platforms/libqvnc",
    "plugins/platforms/libqwayland",
    "plugins/platformthemes/libqgtk3",
    "plugins/tls/",
    "plugins/wayland",
    "translations/",
)
# In Qt's own folder, and as links beside the program.
_LIBRARIES_LEFT_OUT = (
    "libQt6Egl",
    "libQt6Network",
    "libQt6Pdf",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6VirtualKeyboard",
    "libQt6Wayland",
    "libQt6Wl",
)
# Where Linux keeps the libraries that it mends itself: docs/decisions/0012-installers.md.
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/")


def own_modules(root: Path) -> list[str]:
    """Return every module of ours: much is imported by name, when it is wanted."""
    found = []
    for file in sorted((root / "app").rglob("*.py")):
        parts = file.relative_to(root).with_suffix("").parts
        if "versions" not in parts and parts[-1] != "__main__":
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return [*found, "logging.config", "sqlcipher3.dbapi2", "psycopg_binary", "tzdata.zoneinfo"]


def data_files(root: Path) -> list[tuple[str, str]]:
    """Return what the program reads while it runs: file, and its folder in the bundle."""
    found = [(str(root / name), ".") for name in _DATA_FILES]
    for source, target in _DATA:
        for file in sorted((root / source).rglob("*")):
            if file.is_file() and file.suffix not in _NOT_DATA:
                folder = PurePosixPath(target, *file.relative_to(root / source).parts[:-1])
                found.append((str(file), str(folder)))
    found += [(str(file), "docs/screenshots") for file in pictures_of(root / "docs" / "guide")]
    for name in _ASKED:
        found += copy_metadata(name)
    return found


def pictures_of(guide: Path) -> list[Path]:
    """Return the pictures that pages of the guide show, light and dark."""
    shown: set[Path] = set()
    for page in guide.glob("*.md"):
        for name in _PICTURE.findall(page.read_text(encoding="utf-8")):
            shown |= {guide / name, guide / name.replace("-light.png", "-dark.png")}
    return sorted(file.resolve() for file in shown)


def icon(root: Path) -> str | None:
    """Return the icon of the program file; only Windows has one in it."""
    if platform.system() != "Windows":
        return None
    draw_pictures(root / "build" / "pictures")
    return str(root / "build" / "pictures" / "mulighet.ico")


def trim(analysis: Any) -> None:  # noqa: ANN401 - PyInstaller is not typed
    """Take out what the hooks of the libraries brought too much of."""
    analysis.pure = [entry for entry in analysis.pure if _wanted_module(entry[0])]
    analysis.binaries = [
        entry
        for entry in analysis.binaries
        if _wanted_file(entry[0]) and not _is_of_the_system(entry[1])
    ]
    analysis.datas = [entry for entry in analysis.datas if _wanted_file(entry[0])]


def papers(root: Path, analysis: Any) -> Iterator[Entry]:  # noqa: ANN401 - as above
    """Write the licences of all that is in the bundle; yield their entries."""
    names = [entry[0] for part in ("pure", "binaries") for entry in getattr(analysis, part)]
    folder = root / "build" / "licences"
    write_licences(root, folder, distributions_of(names))
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield str(PurePosixPath("licences", file.relative_to(folder))), str(file), "DATA"


def _wanted_module(name: str) -> bool:
    parts = name.split(".")
    if parts[:2] == ["faker", "providers"]:
        return all(part in _FAKER for part in parts[3:] if _is_locale(part))
    return True


def _wanted_file(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    parts = path.parts
    if parts[:2] == ("faker", "providers"):
        return path.name == "__init__.py" and all(
            part in _FAKER for part in parts[3:-1] if _is_locale(part)
        )
    if parts[:2] == ("babel", "locale-data"):
        return path.stem in _BABEL
    if parts[0] == "PySide6":
        inside = "/".join(parts[1:]).removeprefix("Qt/")
        return not inside.startswith(_QT_LEFT_OUT) and _wanted_library(path)
    return _wanted_library(path)


def _wanted_library(path: PurePosixPath) -> bool:
    return not path.name.startswith(_LIBRARIES_LEFT_OUT)


def _is_of_the_system(source: str) -> bool:
    return source.startswith(_SYSTEM) and "python" not in source


def _is_locale(part: str) -> bool:
    language, _, country = part.partition("_")
    return len(language) in {2, 3} and country.isupper()
