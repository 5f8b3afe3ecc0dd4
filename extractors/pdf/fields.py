"""What was filled into the fields of a PDF form: it stands in annotations, where text extraction does not look."""

from __future__ import annotations

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage


def make_fields_text(page: PdfPage) -> bool:
    """Make what the form fields of a page show part of the page, in memory only; whether there was any.

    The page has to be loaded anew afterwards. The caller holds the lock of pdfium.
    """
    handle = page.raw
    fields = (_is_field(handle, index) for index in range(pdfium.FPDFPage_GetAnnotCount(handle)))
    if not any(fields):
        return False
    return bool(pdfium.FPDFPage_Flatten(handle, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _is_field(handle: object, index: int) -> bool:
    annotation = pdfium.FPDFPage_GetAnnot(handle, index)
    if not annotation:
        return False
    try:
        return bool(pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)
