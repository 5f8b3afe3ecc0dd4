"""The characters of one run, and the state of the fields they stand in.

**How the characters of a run are counted** (`RunPlace.offset`): the children of the ``w:r`` in order;
each ``w:t`` and ``w:delText`` counts as many characters as its text has; ``w:tab``, ``w:ptab``, ``w:br``
(page and column breaks included), ``w:cr``, ``w:sym`` and ``w:noBreakHyphen`` count one each; everything else
counts nothing. Each counted character is one character of the document's text, or none (hidden, deleted, field
code, a line break at the edge of the paragraph). Who splits a run at an offset counts with `units`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extractors.docx import names as n
from extractors.docx import symbols
from extractors.docx.names import Element

_ONE_CHARACTER: Final = {n.TAB: "\t", n.PTAB: "\t", n.BR: "\n", n.CR: "\n", n.NO_BREAK_HYPHEN: "-"}
_CONTENTS_CODE: Final = re.compile(r"\s*TOC\b", re.IGNORECASE)  # the field of a table of contents
_XML_SPACES: Final = re.compile("[\t\r\n]")  # line ends of the XML file itself are spaces in Word


def symbol_character(sym: Element) -> str:
    """The one character of a ``w:sym`` element."""
    try:
        code = int(sym.get(n.w("char"), ""), 16)
    except ValueError:
        return symbols.UNKNOWN
    return symbols.shown(code, sym.get(n.w("font"), "").lower())


def units(run: Element) -> Iterator[tuple[Element, str]]:
    """The counted children of a run with their text, each as long as it counts; children that count nothing too."""
    for child in run:
        tag = child.tag
        if tag in (n.T, n.DEL_TEXT):
            yield child, _XML_SPACES.sub(" ", child.text or "")
        elif tag in _ONE_CHARACTER:
            yield child, _ONE_CHARACTER[tag]
        elif tag == n.SYM:
            yield child, symbol_character(child)
        else:
            yield child, ""


@dataclass
class FieldState:
    """Which fields are open, in the order of the text: their codes are not shown, their results are."""

    in_code: list[bool] = field(default_factory=list)
    _codes: list[str] = field(default_factory=list)  # of the same fields, as far as read

    @property
    def hides(self) -> bool:
        """Whether what stands here is part of a field's code."""
        return True in self.in_code

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is open, so that what stands here may be part of it."""
        return bool(self._codes) and any(_CONTENTS_CODE.match(code) for code in self._codes)

    def take_code(self, text: str) -> None:
        """Go over a ``w:instrText``."""
        if self._codes and self.in_code[-1]:
            self._codes[-1] += text

    def take(self, mark: Element) -> str:
        """Go over a ``w:fldChar``; returns what a form field shows there."""
        kind = mark.get(n.FLD_CHAR_TYPE)
        if kind == "begin":
            self.in_code.append(True)
            self._codes.append("")
            form = mark.find(n.FF_DATA)
            return "" if form is None else _form_field(form)
        if self.in_code:
            if kind == "separate":
                self.in_code[-1] = False
            elif kind == "end":
                self.in_code.pop()
                self._codes.pop()
        return ""

    def end_paragraph(self) -> None:
        """No code goes on over a paragraph: a field that was never closed must not hide the rest of a contract."""
        self.in_code = [False for _ in self.in_code]


def _form_field(form: Element) -> str:
    """The tick box or the chosen entry of a form field (ISO/IEC 29500-1, 17.16.17)."""
    box = form.find(n.w("checkBox"))
    if box is not None:
        state = box.find(n.w("checked"))
        state = box.find(n.w("default")) if state is None else state
        return "☑" if state is not None and n.on(state) else "☐"
    choices = form.find(n.w("ddList"))
    if choices is not None:
        entries = [entry.get(n.VAL, "") for entry in choices.findall(n.w("listEntry"))]
        chosen = n.child_number(choices, n.w("result")) or n.child_number(choices, n.w("default")) or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""
