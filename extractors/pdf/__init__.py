"""The reader of text PDFs."""

from extractors.pdf.characters import PDFIUM_LOCK
from extractors.pdf.reader import read_pdf

__all__ = ["PDFIUM_LOCK", "read_pdf"]
