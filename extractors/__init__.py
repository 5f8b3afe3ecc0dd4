"""A file in, a Contract out. `read` is the public door (`read_matter` for several files, `read_text` for no file).

Readers and finders are imported at the first reading: the window imports the models long before it reads a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extractors import suffixes

if TYPE_CHECKING:
    from extractors.model import Contract, Document, RevisionView
    from extractors.text import Progress

__all__ = ["read", "read_matter", "read_text"]


def read(
    path: Path,
    progress: Progress | None = None,
    password: str | None = None,
    *,
    revisions: RevisionView = "accepted",
) -> Contract:
    """Read the contract in ``path``, in this process; for files of others there is `extractors.isolation`.

    ``progress`` is told stage and fraction (0 to 1), and may raise CancelledError to stop. ``password`` opens an
    encrypted file. ``revisions`` tells which text is read of a Word file with tracked changes.

    Raises:
        UnreadableFileError: one of its named subclasses, each with a sentence for the user.
    """
    from extractors.understanding import understand

    return understand(_read_document(path, progress, password, revisions), progress)


def read_matter(
    paths: Sequence[Path],
    progress: Progress | None = None,
    password: str | None = None,
    *,
    revisions: RevisionView = "accepted",
) -> Contract:
    """Read several files as one contract: the main contract, then the others as its attached documents.

    Arguments and errors are those of `read`; the error's ``file`` names the file. One path at least is needed.
    """
    from extractors.matter import combine, read_each

    def one(path: Path, tell: Progress) -> Contract:
        return read(path, tell, password, revisions=revisions)

    return combine(read_each(paths, one, progress))


def read_text(text: str, name: str = "文本.txt") -> Contract:
    """The contract in ``text``."""
    from extractors.plain import document_from_text
    from extractors.understanding import understand

    return understand(document_from_text(text, name))


def _read_document(path: Path, progress: Progress | None, password: str | None, revisions: RevisionView) -> Document:
    match path.suffix.lower():
        case suffix if suffix in suffixes.DOCX:
            from extractors.docx import read_docx

            return read_docx(path, progress, password, revisions=revisions)
        case suffix if suffix in suffixes.PDF:
            from extractors.pdf import read_pdf

            return read_pdf(path, progress, password)
        case suffix if suffix in suffixes.IMAGE:
            from extractors.ocr import read_image

            return read_image(path, progress)
        case suffix if suffix in suffixes.OFFICE:
            from extractors.office import read_office

            return read_office(path, progress, password, revisions=revisions)
        case suffix if suffix in suffixes.PLAIN:
            from extractors.plain import read_plain

            return read_plain(path, progress)
        case suffix:
            from extractors.errors import NotAContractFileError

            raise NotAContractFileError(f"no reader for {suffix!r}")
