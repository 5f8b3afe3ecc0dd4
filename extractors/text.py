"""Building ``Document.text`` piece by piece, so that no character loses the place it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from extractors.errors import EmptyFileError, FileVanishedError, TooLargeError
from extractors.model import Aside, Block, Document, FileKind, Notice, Place, Span

PlaceAt = Callable[[Span], Place]

Progress = Callable[[str, float], None]
"""Told by a reader how far it is: a Chinese phrase for the stage, and the fraction done from 0 to 1.

It may raise `CancelledError`, which readers let through.
"""

MAX_FILE_BYTES: Final = 100 * 1024**2


def read_bytes(path: Path) -> bytes:
    """The file's bytes; `FileVanishedError`, `EmptyFileError` or `TooLargeError` where there is nothing to read."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise TooLargeError(f"{size} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise FileVanishedError(type(error).__name__) from error
    if not data:
        raise EmptyFileError
    return data


@dataclass
class DocumentBuilder:
    """Collects blocks and places in reading order; `build` gives the frozen document.

    ``begin()`` opens a block, ``add()`` appends text to it, ``end()`` closes it with what is known of it.
    Blocks are joined by one line feed; a block without text is dropped.
    """

    text_parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    length: int = 0
    _block_start: int = 0
    _places_before: int = 0
    _parts_before: int = 0

    def begin(self) -> None:
        """Open a block."""
        self._parts_before, self._places_before = len(self.text_parts), len(self.places)
        if self.blocks:
            self._append("\n")
        self._block_start = self.length

    def add(self, text: str, place: PlaceAt | None = None) -> Span:
        """Append ``text``; ``place`` makes its place from its span, and is left out for generated text."""
        span = Span(self.length, self.length + len(text))
        self._append(text)
        if place is not None and text:
            self.places.append(place(span))
        return span

    def end(self, **known: Any) -> None:  # noqa: ANN401 - the fields of Block
        """Close the block; ``known`` are further fields of `Block`."""
        body = "".join(self.text_parts[self._parts_before :])
        if not body.strip():
            del self.text_parts[self._parts_before :]
            del self.places[self._places_before :]
            self.length -= len(body)
            return
        self.blocks.append(Block(Span(self._block_start, self.length), **known))

    def build(self, path: Path, kind: FileKind, data: bytes, pages: int | None = None) -> Document:
        """The document; ``data`` are the file's bytes (for its hash)."""
        return Document(
            name=path.name,
            kind=kind,
            sha256=hashlib.sha256(data).hexdigest(),
            text="".join(self.text_parts),
            blocks=tuple(self.blocks),
            places=tuple(self.places),
            pages=pages,
            asides=tuple(self.asides),
            notices=tuple(self.notices),
        )

    def _append(self, text: str) -> None:
        self.text_parts.append(text)
        self.length += len(text)
