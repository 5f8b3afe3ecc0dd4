"""The pdfium calls that are made once a character or once an object, without the cost of checking each argument.

ctypes converts and checks every argument of the generated bindings, which takes longer than pdfium does. The
functions here take a handle as the integer `address` gives, and keep the interpreter's lock, as each returns at once.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from itertools import repeat

import pypdfium2.raw as pdfium

_ONE_CHARACTER = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_INTO_BUFFER = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_ONE_OBJECT = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_KIND = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p)

_RECTANGLE = 4  # floats: left, top, right, bottom (FS_RECTF)
_FLOAT = 4  # bytes


def address(handle: object) -> int:
    """A handle of the generated bindings as the integer the functions here take; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]  # handles are untyped


_get_unicode = _ONE_CHARACTER(address(pdfium.FPDFText_GetUnicode))
_get_loose_box = _INTO_BUFFER(address(pdfium.FPDFText_GetLooseCharBox))
_get_weight = _ONE_CHARACTER(address(pdfium.FPDFText_GetFontWeight))
_page_object = _ONE_OBJECT(address(pdfium.FPDFPage_GetObject))
_form_object = _ONE_OBJECT(address(pdfium.FPDFFormObj_GetObject))
_get_type = _KIND(address(pdfium.FPDFPageObj_GetType))


def codes(text_page: int, count: int) -> list[int]:
    """The UTF-16 code units of the first ``count`` characters of a text page."""
    return list(map(_get_unicode, repeat(text_page), range(count)))


def loose_boxes(text_page: int, count: int) -> tuple[array[float], array[float], array[float], array[float]]:
    """Left, top, right and bottom of the first ``count`` characters, in points on the PDF page."""
    boxes = array("f", bytes(_FLOAT * _RECTANGLE * count))
    start = boxes.buffer_info()[0]
    step = _FLOAT * _RECTANGLE
    for _ in map(_get_loose_box, repeat(text_page), range(count), range(start, start + step * count, step)):
        pass
    return boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]


def weight(text_page: int, index: int) -> int:
    """The font weight of a character, 400 for regular type; -1 where it is not known."""
    return int(_get_weight(text_page, index))


def page_objects(page: int, count: int) -> list[tuple[int, int]]:
    """The first ``count`` objects of a page, each with its type."""
    return _with_types(_page_object, page, count)


def form_objects(form: int, count: int) -> list[tuple[int, int]]:
    """The first ``count`` objects of a form, each with its type."""
    return _with_types(_form_object, form, count)


def _with_types(get: Callable[[int, int], int], holder: int, count: int) -> list[tuple[int, int]]:
    items = list(map(get, repeat(holder), range(count)))
    return list(zip(items, map(_get_type, items), strict=True))
