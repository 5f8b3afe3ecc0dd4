"""Icons from resources/icons, drawn in the colour of the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
_DENSITIES = (1, 2, 3)


def icon_path(name: str) -> Path:
    """The file of the icon ``name``."""
    return _FOLDER / f"{name}.svg"


def icon(name: str, colour: str, faint: str = "") -> QIcon:
    """The icon ``name`` with its strokes in ``colour`` and, when disabled, in ``faint`` (both ``#rrggbb``)."""
    drawing = icon_path(name).read_bytes()
    result = QIcon()
    for density in _DENSITIES:
        result.addPixmap(_drawn(drawing, colour, 20, density))
        if faint:
            result.addPixmap(_drawn(drawing, faint, 20, density), QIcon.Mode.Disabled)
    return result


def picture(name: str, colour: str, size: int) -> QPixmap:
    """The icon ``name`` as a picture of ``size`` logical pixels."""
    return _drawn(icon_path(name).read_bytes(), colour, size, 2)


def _drawn(drawing: bytes, colour: str, size: int, density: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing.replace(b"currentColor", colour.encode())))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size * density, size * density))
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(density)
    return pixmap
