"""Cut the faces that screen and paper use out of the variable Noto Sans: `make setup` runs this.

ReportLab embeds only static faces, and a face cut to the scripts we promise is far smaller.
Run as ``python -m app.documents.font_cutting``; a second run finds the faces fresh and stops.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import fontpkg_noto_sans
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from app.foundation.paths import resource

_SOURCE = Path(fontpkg_noto_sans.ROOT)
_UPRIGHT = "NotoSans[wdth,wght].ttf"
_ITALIC = "NotoSans-Italic[wdth,wght].ttf"
_LICENCE = "OFL.txt"

# Latin for every language written with it (Polish, Lithuanian, Romanian, Albanian, Vietnamese,
# Somali, Sami ...), Greek, Cyrillic, and the signs around them. Other scripts need shaping.
_RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x036F),
    (0x0370, 0x052F),
    (0x1AB0, 0x1AFF),
    (0x1D00, 0x1FFF),
    (0x2000, 0x22FF),
    (0x2500, 0x27BF),
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)


@dataclass(frozen=True, slots=True)
class Face:
    """One face to cut: where from, at which weight, and how systems are to call it."""

    source: str
    weight: float
    style: str
    weight_class: int

    @property
    def file_name(self) -> str:
        """Return the name of the cut file."""
        return f"NotoSans-{self.style}.ttf"


# Drawn at 650, the weight of emphasis on our screens, but known as 600: 650 has no style name.
FACES = (
    Face(_UPRIGHT, 400, "Regular", 400),
    Face(_UPRIGHT, 650, "SemiBold", 600),
    Face(_ITALIC, 400, "Italic", 400),
)


def cut_faces(folder: Path) -> tuple[Path, ...]:
    """Cut the faces that are missing or older than their source; return those that were cut."""
    folder.mkdir(parents=True, exist_ok=True)
    licence = folder / _LICENCE
    if not licence.exists():
        shutil.copyfile(_SOURCE / "LICENSE", licence)
    return tuple(folder / face.file_name for face in FACES if _cut(face, folder / face.file_name))


def _cut(face: Face, target: Path) -> bool:
    source = _SOURCE / "files" / face.source
    if target.exists() and target.stat().st_mtime >= _newest(source, Path(__file__)):
        return False
    font = TTFont(source, recalcTimestamp=False)
    _keep_our_scripts(font)
    instancer.instantiateVariableFont(font, {"wght": face.weight, "wdth": 100}, inplace=True)
    _name(font, face)
    # Two runs at once must never leave half a file that both believe in.
    unfinished = target.with_suffix(f".{os.getpid()}.part")
    font.save(unfinished)
    unfinished.replace(target)
    return True


def _newest(*files: Path) -> float:
    return max(file.stat().st_mtime for file in files)


def _keep_our_scripts(font: TTFont) -> None:
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in _RANGES for code in range(low, high + 1)])
    cutter.subset(font)


def _name(font: TTFont, face: Face) -> None:
    """Give the face the names by which Qt, ReportLab and PDF readers find it."""
    family = "Noto Sans" if face.style in {"Regular", "Italic"} else f"Noto Sans {face.style}"
    names = {
        1: family,
        2: face.style if family == "Noto Sans" else "Regular",
        4: f"Noto Sans {face.style}",
        6: f"NotoSans-{face.style}",
        16: "Noto Sans",
        17: face.style,
    }
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight_class


def main() -> int:
    """Cut the faces into the program's resources."""
    for path in cut_faces(resource("fonts")):
        sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
