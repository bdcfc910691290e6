"""Pack a frozen program into a Windows installer with NSIS.

On Linux the payload is the Linux program: that proves the script, and installs nothing of use.
On Windows ``python -m resources.packaging.windows FOLDER`` comes after PyInstaller.
"""

import subprocess
import sys
from pathlib import Path

from app.foundation.program import program_version
from resources.packaging.pictures import draw_pictures
from resources.packaging.source_date import build_environment

_HERE = Path(__file__).parent
_LICENCE = _HERE.parents[1] / "LICENSE"
_DENSE = "/SOLID lzma"


def windows_installer(
    program: Path, work: Path, target: Path, *, name: str, compressor: str = _DENSE
) -> Path:
    """Pack the folder of a frozen program; return the installer's file.

    Raises:
        CalledProcessError: makensis found fault with the script; a warning is one, too.
    """
    draw_pictures(work)
    target.mkdir(parents=True, exist_ok=True)
    file = (target / name).absolute()
    values = {
        "PAYLOAD": program.absolute(),
        "VERSION": program_version(),
        "OUTFILE": file,
        "ICON": (work / "mulighet.ico").absolute(),
        "LICENCE": _LICENCE,
        "COMPRESSOR": compressor,
    }
    subprocess.run(
        [
            "makensis",
            "-V2",
            "-WX",
            *(f"-D{key}={value}" for key, value in values.items()),
            str(_HERE / "installer.nsi"),
        ],
        check=True,
        env=build_environment(),
    )
    return file


if __name__ == "__main__":
    made = windows_installer(
        Path(sys.argv[1]),
        Path("build/windows"),
        Path("dist"),
        name=f"mulighet-{program_version()}-setup.exe",
    )
    sys.stdout.write(f"{made}\n")
