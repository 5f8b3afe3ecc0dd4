"""The small sound files that the fuzzing damages: one of every kind and of every feature a reader has code for."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from msoffcrypto.format.ooxml import OOXMLFile

from tests.extractors.docx.conftest import write_docx
from tests.extractors.pdf.lock import locked_pdf
from tests.extractors.pdf.make import Page, make_pdf

PASSWORD = "fuzz"  # noqa: S105 - of the files made here
_CLAUSES = (
    "技术服务合同",
    "甲方（委托方）：云杉科技有限公司",
    "乙方（受托方）：海棠软件有限公司",
    "第一条 服务内容",
    "1.1 乙方应于2024年3月1日前交付系统，总价人民币壹拾万元整（¥100,000.00）。",
    "第二条 违约责任",
    "2.1 乙方逾期交付的，每日按合同总额的2%支付违约金；（一）逾期超过30日的，甲方有权解除合同。",
    "2.2 本合同一式____份，双方各执贰份。见本合同第1.1条及《中华人民共和国民法典》第五百八十五条。",
)


@dataclass(frozen=True)
class Seed:
    """A sound file: its suffix and its bytes."""

    suffix: str
    data: bytes


def make_seeds() -> tuple[Seed, ...]:
    """All seeds, in the same order and with the same bytes in every run but for the encrypted package."""
    text = "\n".join(_CLAUSES)
    sample = files("resources").joinpath("samples", "技术服务合同（示例）.docx").read_bytes()
    plain, rich = _docx(), _rich_docx()
    common = (
        Seed(".docx", plain),
        Seed(".docx", rich),
        Seed(".docx", rich),
        Seed(".docx", sample),
        Seed(".pdf", _pdf()),
        Seed(".pdf", _pdf_with_table()),
        Seed(".pdf", locked_pdf(_pdf(), PASSWORD)),
        Seed(".txt", text.encode()),
        Seed(".txt", text.encode("gb18030")),
        Seed(".txt", text.encode("utf-16")),
        Seed(".md", f"# {text}\n\n| 项目 | 金额 |\n|---|---|\n| 开发 | 8万元 |\n\n- [ ] **验收**\n".encode()),
        Seed(".doc", rich),
    )
    return (*common * 3, Seed(".docx", _locked_docx(sample)))  # whose key takes a third of a second to derive


def _paragraphs() -> str:
    return "".join(f"<w:p><w:r><w:t>{clause}</w:t></w:r></w:p>" for clause in _CLAUSES)


def _docx() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return write_docx(Path(folder) / "a.docx", _paragraphs()).read_bytes()


def _rich_docx() -> bytes:
    """Automatic numbers, styles, a table, tracked changes, fields, a text box, notes, header, comment."""
    run = "<w:r><w:rPr><w:b/><w:strike/></w:rPr><w:t>每日2%</w:t><w:tab/><w:br/></w:r>"
    numbered = '<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='1'/><w:vMerge/></w:tcPr><w:p><w:r><w:t>金额</w:t></w:r></w:p></w:tc>"
    body = (
        _paragraphs()
        + "".join(f"{numbered.format(level % 3)}{run}</w:p>" for level in range(6))
        + f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>"
        + '<w:p><w:ins w:id="1"><w:r><w:t>新增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删去</w:delText>'
        '</w:r></w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>第一条</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t>"
        "</w:r></w:p></w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>"
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>表单</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    level = (
        '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/>'
        '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>'
    )
    levels = (("chineseCounting", "第%1条"), ("decimal", "%1.%2"), ("lowerLetter", "（%3）"))
    numbering = "".join(level.format(index, *shown) for index, shown in enumerate(levels))
    with tempfile.TemporaryDirectory() as folder:
        path = write_docx(
            Path(folder) / "a.docx",
            body,
            numbering=f'<w:abstractNum w:abstractNumId="0">{numbering}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
            styles='<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:pPr><w:outlineLvl w:val="1"/>'
            '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:rPr><w:b/></w:rPr></w:style>',
            footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>',
            comments='<w:comment w:id="1"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment>',
            header1="<w:p><w:r><w:t>机密</w:t></w:r></w:p>",
        )
        return path.read_bytes()


def _locked_docx(plain: bytes) -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(plain)).encrypt(PASSWORD, out)
    return out.getvalue()


def _pdf() -> bytes:
    head = Page().text(250, 60, _CLAUSES[0], 18).lines(72, 100, *(clause[:30] for clause in _CLAUSES[1:]))
    return make_pdf(head, Page(rotate=90).text(72, 72, _CLAUSES[4][:30]).form_field(72, 200, "云杉科技"))


def _pdf_with_table() -> bytes:
    page = Page(crop=(10, 10, 580, 830)).grid([72.0, 200.0, 400.0], [120.0, 150.0, 180.0, 210.0])
    for row in range(3):
        page.text(80, 140 + 30 * row, "项目").text(210, 140 + 30 * row, "金额2%")
    return make_pdf(page.text(72, 300, _CLAUSES[6][:30]).text(300, 500, "样本", degrees=45))
