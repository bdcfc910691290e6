"""Bind the guide into a manual for browser and printer: ``make manual``, into ``build/manual``.

A warning of Sphinx is an error: a dead link, a missing picture, a page nobody leads to.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from resources.packaging.frozen import BUILD, ROOT
from resources.packaging.key_sheet import write_key_sheet
from resources.packaging.source_date import build_environment

GUIDE = ROOT / "docs" / "guide"


def build_manual(target: Path, guide: Path = GUIDE) -> Path:
    """Build the manual anew; return its first page.

    Raises:
        CalledProcessError: Sphinx found fault with a page; it says so on standard error.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    words = ["-b", "html", "-q", "-W", "--keep-going", "-c", str(ROOT / "docs" / "manual")]
    kept = target.with_name(f"{target.name}-kept")
    shutil.rmtree(kept, ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "sphinx", *words, "-d", str(kept), str(guide), str(target)],
        check=True,
        cwd=ROOT,
        env=build_environment(),
    )
    write_key_sheet(guide, target / "tastatur.pdf")
    shutil.copyfile(target / "veiledning.html", target / "index.html")
    return target / "index.html"


if __name__ == "__main__":
    page = build_manual(BUILD / "manual")
    sys.stdout.write(f"{page.relative_to(ROOT)}\n")
