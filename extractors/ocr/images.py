"""The pages of a picture file: TIFF with several, all others with one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from extractors.errors import DamagedFileError, NotAContractFileError, TooLargeError
from extractors.ocr.engine import Pixels
from extractors.text import read_bytes

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")  # JPEG includes MPO, which many phones write
_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"BM", b"RIFF")
_MOST_PIXELS = 80_000_000  # of one page: A3 at 600 dpi has 70 million
_MOST_PAGES = 1000
_LONGEST_SIDE = 2480  # pixels: A4 at 212 dpi; more tells the engine nothing, and it shrinks less well
_A4_LONG_SIDE = 842.0  # points
_LEAST, _MOST = 200.0, 2400.0  # points that the longer side of a page may claim: A7 to A0 in part

_PLACEHOLDER = 96  # dots per inch: programs that know nothing write this, or 72

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, IndexError)
"""What Pillow raises on damaged files, by format."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page of a picture file, as a camera's note on its orientation shows it; None where it is damaged.

    ``points`` are those (1/72 inch) of one pixel: from the file's resolution where this gives a page of usual size,
    else so that the longer side is that of A4.
    """

    number: int
    count: int
    pixels: Pixels | None
    points: float


def page_images(path: Path) -> Iterator[PageImage]:
    """The pages of the picture file at ``path``, one at a time.

    Raises:
        UnreadableFileError: the file is gone, empty, no picture, damaged from the start, or far too large.
    """
    return pages_of(read_bytes(path))


def pages_of(data: bytes) -> Iterator[PageImage]:
    """The same for a file's bytes."""
    with _opened(data) as picture:
        count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        if count > _MOST_PAGES:
            raise TooLargeError(f"{count} pages")
        for index in range(count):
            pixels, points = None, 1.0
            with suppress(*_BROKEN):
                picture.seek(index)
                if picture.width * picture.height > _MOST_PIXELS:
                    raise TooLargeError(f"{picture.width} by {picture.height} pixels")
                pixels, points = _page(picture)
            yield PageImage(index + 1, count, pixels, points)


def _opened(data: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLargeError(str(error)) from error
    except UnidentifiedImageError as error:
        raise (DamagedFileError if data.startswith(_STARTS) else NotAContractFileError) from error
    except _BROKEN as error:
        raise DamagedFileError(type(error).__name__) from error
    return picture


def _page(picture: Image.Image) -> tuple[Pixels, float]:
    """The pixels of the picture's current page, made smaller where they are too many, and the points of one."""
    claimed = picture.info.get("dpi", (0, 0))[0]
    whole = max(picture.size)
    if picture.format in ("JPEG", "MPO"):
        picture.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
    upright = _on_white(ImageOps.exif_transpose(picture))
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    side = whole * 72 / float(claimed) if claimed and claimed > _PLACEHOLDER else 0.0
    points = (side if _LEAST <= side <= _MOST else _A4_LONG_SIDE) / max(upright.size)
    pixels = np.asarray(upright)
    return np.ascontiguousarray(pixels[:, :, ::-1]), points


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture in three colours, on white where it is transparent."""
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return Image.fromarray((np.asarray(picture) // 256).astype(np.uint8)).convert("RGB")
    if "A" in picture.getbands() or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        white = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(white, layered).convert("RGB")
    return picture.convert("RGB")
