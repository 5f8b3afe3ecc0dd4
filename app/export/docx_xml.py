"""The few things python-docx has no words for: East Asian fonts, borders, shading, fields, rows of tables.

Elements are appended in the order the schema wants: call these before python-docx sets what follows them
(spacing, indents and alignment after borders; vertical alignment after shading), which it inserts by itself.
"""

# ruff: noqa: SLF001 - python-docx offers its elements only as private attributes

from __future__ import annotations

from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import etree


def name_fonts(fonts: etree._Element, latin: str, east_asian: str) -> None:
    """Set the fonts of a w:rFonts; theme fonts, which would win over names, are dropped."""
    for script in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{script}"), None)
    for script, name in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", east_asian)):
        fonts.set(qn(f"w:{script}"), name)
    fonts.set(qn("w:hint"), "eastAsia")  # quotation marks and dashes, which both scripts have, are Chinese here


def drop_borders(style: ParagraphStyle) -> None:
    """Remove the borders of a style of the template."""
    properties = style.element.get_or_add_pPr()
    for borders in properties.findall(qn("w:pBdr")):
        properties.remove(borders)


def bar_left(style: ParagraphStyle) -> None:
    """A vertical bar left of every paragraph of the style, as for quotations."""
    _add_border(style.element.get_or_add_pPr(), "left", size="18", space="8", colour="9AA5B1")


def rule_below(paragraph: Paragraph) -> None:
    """A thin rule below the paragraph, as under a page header."""
    _add_border(paragraph._p.get_or_add_pPr(), "bottom", size="4", space="4", colour="A6A6A6")


def indent_first_line(style: ParagraphStyle, characters: int) -> None:
    """Indent the first line by whole characters of any size; the style must have an indent in points already."""
    style.element.get_or_add_pPr().ind.set(qn("w:firstLineChars"), str(characters * 100))


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field such as PAGE, which Word computes; ``shown`` stands there until it does."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "instruction":
            instruction = etree.SubElement(run._r, qn("w:instrText"))
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
        elif kind != "shown":
            etree.SubElement(run._r, qn("w:fldChar")).set(qn("w:fldCharType"), kind)


def set_row(row: _Row, *, repeat: bool) -> None:
    """Keep a table row on one page; with ``repeat`` show it again at the top of every page."""
    properties = row._tr.get_or_add_trPr()
    etree.SubElement(properties, qn("w:cantSplit"))
    if repeat:
        etree.SubElement(properties, qn("w:tblHeader"))


def shade(cell: _Cell, colour: str) -> None:
    """Fill a table cell with a colour (RRGGBB)."""
    fill = etree.SubElement(cell._tc.get_or_add_tcPr(), qn("w:shd"))
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        fill.set(qn(f"w:{name}"), value)


def _add_border(properties: etree._Element, side: str, *, size: str, space: str, colour: str) -> None:
    border = etree.SubElement(etree.SubElement(properties, qn("w:pBdr")), qn(f"w:{side}"))
    for name, value in (("val", "single"), ("sz", size), ("space", space), ("color", colour)):
        border.set(qn(f"w:{name}"), value)
