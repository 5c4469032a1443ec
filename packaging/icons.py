"""Draws the program's icon in the sizes and formats that systems want.

icons.py FOLDER: ``SIZExSIZE.png`` for Linux, ``clockify-desktop.ico`` for Windows and
``clockify-desktop.icns`` for macOS.
"""

import io
import sys
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_WINDOWS: Final = (16, 24, 32, 48, 64, 256)
_LARGEST: Final = 1024
DRAWING: Final = (
    Path(__file__).parents[1] / "resources" / "icons" / "clockify-desktop.svg"
)


def draw(folder: Path) -> None:
    """Write all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"{size}x{size}.png").write_bytes(_png(size))
    largest = Image.open(io.BytesIO(_png(_LARGEST)))
    drawn = [Image.open(io.BytesIO(_png(size))) for size in _WINDOWS]
    drawn[-1].save(folder / "clockify-desktop.ico", append_images=drawn[:-1])
    largest.save(folder / "clockify-desktop.icns")


def _png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    written = QByteArray()
    target = QBuffer(written)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, "PNG")  # type: ignore[call-overload] - Qt takes a text there
    return bytes(written.data())


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
