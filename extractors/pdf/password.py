"""Opening an encrypted PDF with the password the user gave."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import Final

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from extractors.errors import WrongPasswordError
from extractors.pdf.characters import PDFIUM_LOCK

_MARK: Final = b"/Encrypt"  # in the trailer, never compressed: ISO 32000-1, 7.6.1


def unlocked_pdf(data: bytes, password: str | None) -> bytes:
    """The PDF without its encryption, so that every library can read it.

    ``data`` itself where there is no password, or no need of one. Raises `WrongPasswordError`.
    """
    if password is None or _MARK not in data:
        return data
    with PDFIUM_LOCK:
        try:
            document = PdfDocument(data, password=password)
        except PdfiumError as error:
            if error.err_code == pdfium.FPDF_ERR_PASSWORD:
                raise WrongPasswordError from error
            return data  # broken in another way, which the reader tells
        with closing(document):
            opened = BytesIO()
            document.save(opened, flags=pdfium.FPDF_REMOVE_SECURITY)
    return opened.getvalue()
