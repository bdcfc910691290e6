"""Draw the program's icon in the sizes that desktops and Windows ask for.

Run as ``python -m resources.packaging.pictures FOLDER``, in a process of its own: Qt has no screen.
"""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.foundation.paths import resource

SIZES = (32, 48, 64, 128, 256)
DRAWING = resource("icons", "application.svg")


def draw_pictures(folder: Path) -> None:
    """Write ``mulighet-<size>.png`` and ``mulighet.ico`` into a folder, from any process."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", __name__, str(folder)],
        check=True,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def _draw(size: int) -> QImage:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return image


def _main(folder: Path) -> None:
    application = QGuiApplication([])
    for size in SIZES:
        _draw(size).save(str(folder / f"mulighet-{size}.png"))
    _draw(SIZES[-1]).save(str(folder / "mulighet.ico"))
    del application


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
