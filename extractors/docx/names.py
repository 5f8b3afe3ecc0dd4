"""Qualified names of the WordprocessingML elements and attributes the reader looks at (ISO/IEC 29500-1, 17)."""

from __future__ import annotations

from typing import Final, TypeAlias

from lxml.etree import _Element

Element: TypeAlias = _Element

_MAIN: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORD_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def w(name: str) -> str:
    """The qualified name of ``name`` in the main namespace (prefix ``w``)."""
    return _MAIN + name


VAL: Final = w("val")
AUTHOR, DATE, ID = w("author"), w("date"), w("id")

# blocks
BODY, P, TBL, TR, TC, SDT, SDT_CONTENT = (w(n) for n in ("body", "p", "tbl", "tr", "tc", "sdt", "sdtContent"))
TXBX_CONTENT, ALT_CHUNK = w("txbxContent"), w("altChunk")
ALTERNATE_CONTENT, CHOICE, FALLBACK = (_COMPATIBILITY + n for n in ("AlternateContent", "Choice", "Fallback"))
TRANSPARENT: Final = frozenset((SDT, SDT_CONTENT, w("customXml"), w("ins"), w("moveTo"), ALTERNATE_CONTENT, CHOICE))
"""Elements between a container and its blocks, rows or cells that change nothing of what is shown."""

# properties
P_PR, R_PR, TR_PR, TC_PR = w("pPr"), w("rPr"), w("trPr"), w("tcPr")
P_STYLE, R_STYLE, NUM_PR, ILVL, NUM_ID = w("pStyle"), w("rStyle"), w("numPr"), w("ilvl"), w("numId")
OUTLINE_LVL, JC, IND = w("outlineLvl"), w("jc"), w("ind")
BOLD, UNDERLINE, VANISH, R_FONTS = w("b"), w("u"), w("vanish"), w("rFonts")
V_MERGE = w("vMerge")
STRIKES: Final = frozenset((w("strike"), w("dstrike")))

# tracked changes
DEL, MOVE_FROM = w("del"), w("moveFrom")
INS, MOVE_TO = w("ins"), w("moveTo")
CELL_DEL, CELL_INS = w("cellDel"), w("cellIns")
P_PR_CHANGE, R_PR_CHANGE = w("pPrChange"), w("rPrChange")

# comments and notes
COMMENT_START, COMMENT_END, COMMENT_REFERENCE = (
    w(n) for n in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE = w("footnoteReference"), w("endnoteReference")

# content controls
SDT_PR, SHOWING_PLACEHOLDER = w("sdtPr"), w("showingPlcHdr")
CHECKBOX, CHECKED, CHECKED_VAL = (_WORD_2010 + n for n in ("checkbox", "checked", "val"))

# runs
R, T, DEL_TEXT, TAB, PTAB, BR, CR, SYM, NO_BREAK_HYPHEN = (
    w(n) for n in ("r", "t", "delText", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen")
)
FLD_CHAR, FLD_CHAR_TYPE, FF_DATA, RUBY_TEXT = w("fldChar"), w("fldCharType"), w("ffData"), w("rt")
INSTR_TEXT, HYPERLINK, ANCHOR = w("instrText"), w("hyperlink"), w("anchor")
MATH_TEXT: Final = _MATH + "t"
DRAWING, PICT, OBJECT = w("drawing"), w("pict"), w("object")
PICTURES: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)


def on(element: Element) -> bool:
    """Whether a toggle such as ``<w:b/>`` is switched on (ISO/IEC 29500-1, 17.17.4)."""
    return element.get(VAL, "true") not in {"0", "false", "off"}


def number(text: str | None) -> int | None:
    """A whole number attribute; None where it is absent or not a number."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None


def child_number(element: Element | None, name: str) -> int | None:
    """The number in ``<name w:val="…"/>`` below ``element``; None where there is none."""
    found = None if element is None else element.find(name)
    return None if found is None else number(found.get(VAL))
