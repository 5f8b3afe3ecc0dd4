"""A file in, a Contract out. `read` is the only public door (`read_text` for text that is no file).

Readers and finders are imported at the first reading: the window imports the models long before it reads a file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.model import Contract, Document
    from extractors.text import Progress

__all__ = ["read", "read_text"]


def read(path: Path, progress: Progress | None = None, password: str | None = None) -> Contract:
    """Read the contract in ``path``, in this process; for files of others there is `extractors.isolation`.

    ``progress`` is told stage and fraction (0 to 1), and may raise CancelledError to stop. ``password`` opens an
    encrypted file.

    Raises:
        UnreadableFileError: one of its named subclasses, each with a sentence for the user.
    """
    return _understand(_read_document(path, progress, password), progress)


def read_text(text: str, name: str = "文本.txt") -> Contract:
    """The contract in ``text``."""
    from extractors.plain import document_from_text

    return _understand(document_from_text(text, name), None)


def _read_document(path: Path, progress: Progress | None, password: str | None) -> Document:
    match path.suffix.lower():
        case ".docx":
            from extractors.docx import read_docx

            return read_docx(path, progress, password)
        case ".pdf":
            from extractors.pdf import read_pdf

            return read_pdf(path, progress, password)
        case ".jpg" | ".jpeg" | ".png" | ".tif" | ".tiff" | ".bmp" | ".webp":
            from extractors.ocr import read_image

            return read_image(path, progress)
        case ".doc" | ".wps" | ".rtf" | ".odt":
            from extractors.office import read_office

            return read_office(path, progress, password)
        case ".txt" | ".md" | ".markdown" | ".text":
            from extractors.plain import read_plain

            return read_plain(path, progress)
        case suffix:
            from extractors.errors import NotAContractFileError

            raise NotAContractFileError(f"no reader for {suffix!r}")


def _understand(document: Document, progress: Progress | None) -> Contract:
    from extractors.clauses import segment
    from extractors.entities import classify, find_facts
    from extractors.frames import find_frames
    from extractors.model import Contract
    from extractors.sentences import split_sentences

    tell = progress or (lambda _stage, _fraction: None)
    tell("clauses", 0.0)
    structure = segment(document)
    sentences = split_sentences(document, structure.clauses, structure.regions)
    tell("facts", 0.5)
    facts = find_facts(document, structure.clauses, structure.regions)
    frames = find_frames(document.text, sentences, structure.clauses, facts.parties)
    tell("facts", 1.0)
    return Contract(
        document=document,
        type=classify(document, structure.clauses, facts),
        clauses=structure.clauses,
        regions=structure.regions,
        sentences=sentences,
        frames=frames,
        facts=facts,
    )
