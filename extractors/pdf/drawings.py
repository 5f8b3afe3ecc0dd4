"""The thin lines drawn on a PDF page: borders of tables and the lines under blanks to be filled in."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from extractors.model import Box
from extractors.pdf import native
from extractors.pdf.view import View

_MAX_FORM_DEPTH = 8  # nested form objects; a hostile file can nest without end
_MAX_RULES = 20_000  # more are a drawing, not a table
_MAX_SEGMENTS = 4_000  # of one path, likewise
_THIN = 2.5  # points; borders are seldom wider
_NEAR = 3.0  # points: lines that end so close to each other meet
_SHORTEST = 4.0  # points; dots and ticks are not lines

_Matrix = tuple[float, float, float, float, float, float]
_Points = list[tuple[float, float]]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def drawings(page: PdfPage, view: View) -> tuple[tuple[Box, ...], bool]:
    """The thin horizontal and vertical lines of the page as shown, and whether anything but text is drawn on it."""
    rules: list[Box] = []
    drawn = False
    for item, kind, matrix in _objects(page):
        drawn = True
        if kind == pdfium.FPDF_PAGEOBJ_PATH and len(rules) < _MAX_RULES:
            rules += _rules_of(item, matrix, view)
    return tuple(rules), drawn


def meet(pillar: Box, beam: Box) -> bool:
    """Whether a vertical and a horizontal line touch or cross."""
    return beam.x0 - _NEAR <= pillar.x0 <= beam.x1 + _NEAR and pillar.top - _NEAR <= beam.top <= pillar.bottom + _NEAR


def _objects(page: PdfPage) -> Iterator[tuple[object, int, _Matrix]]:
    """Every object but text of the page and of the forms on it, with its type and the matrix that leads to the page."""
    handle = page.raw
    tops = native.page_objects(native.address(handle), pdfium.FPDFPage_CountObjects(handle))
    waiting = [(at, kind, _IDENTITY, 0) for at, kind in tops if kind != pdfium.FPDF_PAGEOBJ_TEXT]
    while waiting:
        at, kind, outer, depth = waiting.pop()
        item = ctypes.cast(at, pdfium.FPDF_PAGEOBJECT)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
            matrix = _times(_matrix_of(item), outer)
            inner = native.form_objects(at, pdfium.FPDFFormObj_CountObjects(item))
            waiting += [(at, kind, matrix, depth + 1) for at, kind in inner if kind != pdfium.FPDF_PAGEOBJ_TEXT]
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, kind, _times(_matrix_of(item), outer)
        else:
            yield item, kind, outer


def _matrix_of(item: object) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    """The matrix that applies ``first``, then ``then`` (ISO 32000-1, 8.3.3)."""
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        c * ta + d * tc,
        c * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )


def _rules_of(path: object, matrix: _Matrix, view: View) -> list[Box]:
    """The lines of one path: thin shapes as a whole, the straight edges of stroked larger ones."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return []
    found = []
    for points in _outlines(path, matrix):
        whole = view.box(
            min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
        )
        if _is_rule(whole):
            found.append(whole)
        elif stroke.value:
            edges = (view.box(*start, *end) for start, end in itertools.pairwise(points))
            found += [edge for edge in edges if _is_rule(edge)]
    return found


def _is_rule(box: Box) -> bool:
    across, down = box.x1 - box.x0, box.bottom - box.top
    return min(across, down) <= _THIN and max(across, down) >= _SHORTEST


def _outlines(path: object, matrix: _Matrix) -> Iterator[_Points]:
    """The corner points of each part of a path, on the PDF page; a closed part ends where it began."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: _Points = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
