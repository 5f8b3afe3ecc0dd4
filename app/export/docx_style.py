"""Chinese typography for DOCX: page, fonts, styles, tables, fields. Knows nothing of contracts.

Measures follow the usual office document: A4, 宋体 小四 (12 pt), headings 黑体, 1.5 lines, first line indented by
two characters. East Asian fonts are set on the styles (w:rFonts w:eastAsia), so that Word asks for no substitute.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import docx
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from app.export.docx_xml import (
    add_field,
    bar_left,
    drop_borders,
    indent_first_line,
    name_fonts,
    rule_below,
    set_row,
    shade,
)
from app.export.excerpt import one_line, printable

SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"
PROSE, QUOTE, LABELLED, CELL, CELL_HEAD, CAPTION, ANNEX = (
    "审查正文",
    "合同原文",
    "意见段落",
    "表格文字",
    "表格标题",
    "题注行",
    "法条附录",
)
INK = RGBColor(0x1F, 0x1F, 0x1F)
GREY = RGBColor(0x59, 0x59, 0x59)
HEAD_FILL = "E9EDF2"
TEXT_WIDTH = Cm(21.0 - 2.8 - 2.6)


def new_document() -> DocxDocument:
    """An empty A4 document with all styles of this module."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.4)
    section.header_distance, section.footer_distance = Cm(1.5), Cm(1.4)
    _set_defaults(document)
    _set_styles(document)
    return document


def add_prose(document: DocxDocument, text: str) -> Paragraph:
    """A paragraph of running text, its first line indented."""
    return document.add_paragraph(one_line(text), style=PROSE)


def add_labelled(document: DocxDocument, label: str, text: str, style: str = LABELLED) -> Paragraph:
    """A paragraph that opens with a bold label: 风险：…; further lines of ``text`` hang below the first."""
    paragraph = document.add_paragraph(style=style)
    opening = paragraph.add_run(f"{label}：")
    opening.bold = True
    paragraph.add_run(printable(text))
    return paragraph


def add_item(document: DocxDocument, text: str) -> Paragraph:
    """One item of a plain list."""
    return document.add_paragraph(f"·　{one_line(text)}", style=LABELLED)


def add_caption(document: DocxDocument, text: str) -> Paragraph:
    """A bold line that stays with the table or list below it."""
    return document.add_paragraph(one_line(text), style=CAPTION)


def add_quote(document: DocxDocument, before: str, quote: str, after: str) -> Paragraph:
    """Words of the contract, the ones in question in bold and underlined."""
    paragraph = document.add_paragraph(style=QUOTE)
    paragraph.add_run(one_line(before))
    marked = paragraph.add_run(one_line(quote))
    marked.bold = marked.underline = True
    paragraph.add_run(one_line(after))
    return paragraph


def center(table: Table) -> None:
    """Center the words of every cell."""
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def add_table(
    document: DocxDocument, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> Table:
    """A ruled table over the width of the text; ``widths`` are shares of it.

    The head repeats on every page and no row breaks across pages.
    """
    table: Table = document.add_table(rows=len(rows) + 1, cols=len(head), style="Table Grid")
    _lay_out(table, widths)
    for number, (row, values) in enumerate(zip(table.rows, (head, *rows), strict=True)):
        set_row(row, repeat=number == 0)
        for cell, value in zip(row.cells, values, strict=True):
            _fill(cell, value, CELL if number else CELL_HEAD)
    return table


def add_pairs(document: DocxDocument, pairs: Sequence[tuple[str, str]], label_share: float = 0.2) -> Table:
    """A table of names and values, the names shaded."""
    table: Table = document.add_table(rows=len(pairs), cols=2, style="Table Grid")
    _lay_out(table, (label_share, 1 - label_share))
    for row, (name, value) in zip(table.rows, pairs, strict=True):
        set_row(row, repeat=False)
        _fill(row.cells[0], name, CELL_HEAD)
        _fill(row.cells[1], value, CELL)
    return table


def set_header_and_footer(document: DocxDocument, title: str) -> None:
    """``title`` at the head of every page, 第 X 页 共 Y 页 at its foot (fields that Word keeps up to date)."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.text = one_line(title)
    rule_below(head)
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("第 ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" 页　共 ")
    add_field(foot, "NUMPAGES", "1")
    foot.add_run(" 页")


def _set_defaults(document: DocxDocument) -> None:
    # The template's defaults name theme fonts, which would win over the names set here.
    fonts = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}")
    if fonts is not None:
        name_fonts(fonts, LATIN, SONG)
    language = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:eastAsia"), "zh-CN")


def _set_styles(document: DocxDocument) -> None:
    normal = _style(document, "Normal")
    _dress(normal, SONG, 12)
    _space(normal, before=0, after=0, lines=1.5)
    title = _style(document, "Title")
    _dress(title, HEI, 22, bold=False)
    drop_borders(title)
    _space(title, before=6, after=14, lines=1.2)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, size, before, after in (("Heading 1", 15, 18, 8), ("Heading 2", 12.5, 14, 4)):
        heading = _style(document, name)
        _dress(heading, HEI, size, bold=False)
        _space(heading, before=before, after=after, lines=1.3)
        heading.paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        _dress(_style(document, name), SONG, 9, colour=GREY)
    _add_body_styles(document)


def _add_body_styles(document: DocxDocument) -> None:
    prose = _new_style(document, PROSE, 12)
    _indent_first_line(prose, characters=2)
    prose.paragraph_format.widow_control = True
    labelled = _new_style(document, LABELLED, 12)
    _space(labelled, before=2, after=2, lines=1.35)
    labelled.paragraph_format.keep_together = True
    _space(_new_style(document, ANNEX, 10.5), before=2, after=3, lines=1.2)
    quote = _new_style(document, QUOTE, 11)
    bar_left(quote)
    _space(quote, before=3, after=5, lines=1.35)
    quote.paragraph_format.left_indent = Cm(0.4)
    quote.paragraph_format.keep_with_next = True
    caption = _new_style(document, CAPTION, 12, bold=True)
    _space(caption, before=10, after=4, lines=1.3)
    caption.paragraph_format.keep_with_next = True
    for name, bold in ((CELL, False), (CELL_HEAD, True)):
        cell = _new_style(document, name, 10.5, bold=bold)
        _space(cell, before=2, after=2, lines=1.15)


def _style(document: DocxDocument, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", document.styles[name])


def _new_style(document: DocxDocument, name: str, size: float, *, bold: bool = False) -> ParagraphStyle:
    style = cast("ParagraphStyle", document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = document.styles["Normal"]
    _dress(style, SONG, size, bold=bold)
    return style


def _dress(style: ParagraphStyle, east_asian: str, size: float, *, bold: bool = False, colour: RGBColor = INK) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = colour
    style.font.name = LATIN
    name_fonts(style.element.get_or_add_rPr().get_or_add_rFonts(), LATIN, east_asian)


def _space(style: ParagraphStyle, *, before: float, after: float, lines: float) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    layout.line_spacing = lines


def _indent_first_line(style: ParagraphStyle, *, characters: int) -> None:
    # firstLineChars follows the font size; firstLine is for programs that do not know it.
    size = style.font.size or Pt(12)
    style.paragraph_format.first_line_indent = size * characters
    indent_first_line(style, characters)


def _lay_out(table: Table, widths: Sequence[float]) -> None:
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    # LibreOffice goes by the columns, Word by each cell.
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Emu(int(TEXT_WIDTH * share))
    for row in table.rows:
        for cell, share in zip(row.cells, widths, strict=True):
            cell.width = Emu(int(TEXT_WIDTH * share))


def _fill(cell: _Cell, value: str, style: str) -> None:
    if style == CELL_HEAD:
        shade(cell, HEAD_FILL)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    cell.paragraphs[0].style = style
    cell.paragraphs[0].add_run(one_line(value))
