"""Build everything there is to install into ``dist``: ``make installer``."""

import hashlib
import shutil
import sys
from pathlib import Path

from app.foundation.program import program_version
from resources.packaging.debian import debian_package
from resources.packaging.frozen import BUILD, ROOT, frozen_program
from resources.packaging.windows import windows_installer

_WINDOWS = sys.platform == "win32"


def main() -> int:
    """Build, say where things lie, and write their check sums."""
    target = ROOT / "dist"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    program = frozen_program()
    _say(program, "the program, as one folder")
    made = []
    if shutil.which("dpkg-deb"):
        made.append(debian_package(program, BUILD / "debian", target))
    if shutil.which("makensis"):
        name = f"mulighet-{program_version()}-setup"
        if not _WINDOWS:
            # Never to be taken for one that installs something that runs.
            name += "-linux-payload"
        made.append(windows_installer(program, BUILD / "windows", target, name=f"{name}.exe"))
    bill = target / f"mulighet-{program_version()}.cdx.json"
    shutil.copyfile(program / "_internal/licences/bom.cdx.json", bill)
    made.append(bill)
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in made]
    (target / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    for file in made:
        _say(file, f"{file.stat().st_size / 1_000_000:.1f} MB")
    return 0


def _say(path: Path, what: str) -> None:
    sys.stdout.write(f"{path.relative_to(ROOT)}: {what}\n")


if __name__ == "__main__":
    sys.exit(main())
