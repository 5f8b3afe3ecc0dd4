"""The DOCX reader: WordprocessingML walked in document order, with Word's automatic numbers."""

from extractors.docx.reader import read_docx

__all__ = ["read_docx"]
