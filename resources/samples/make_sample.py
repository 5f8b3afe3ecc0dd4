"""Builds the sample contract: ``python resources/samples/make_sample.py`` writes the DOCX beside this file.

All names are invented. The contract holds typical risks (late fee of 2% a day, free acceptance by silence, arbitration
beside a lawsuit …) and, next to them, clauses that only look like one. Numbers are Word's automatic ones.
"""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree

NAME = "技术服务合同（示例）.docx"
NUMBERING = 77

OPENING = (
    "甲方（委托方）：杭州青禾智造有限公司",
    "住所：浙江省杭州市滨江区青禾路18号",
    "法定代表人：________",
    "乙方（受托方）：成都云岫软件有限公司",
    "住所：四川省成都市高新区云岫街6号",
    "法定代表人：何其安",
    "根据《中华人民共和国合同法》及有关法律规定，甲乙双方经平等协商，就甲方委托乙方提供生产数据平台技术服务事宜，订立本合同。",
)

# Each article: its title, then its numbered paragraphs. "TABLE" is where the instalments stand.
ARTICLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "服务内容",
        (
            "乙方为甲方杭州工厂的生产数据平台提供部署、调试、培训和运行维护服务，具体内容见附件一《服务清单》。",
            "甲方有权根据生产需要随时单方调整服务范围，乙方应予执行，服务费不作调整。",
            "乙方应按行业通行标准提供服务，达到甲方满意的程度。",
        ),
    ),
    (
        "服务期限",
        (
            "服务期限自2026年4月1日起至2027年3月31日止。",
            "服务期满前三十日，双方均未书面通知对方不再续约的，本合同自动续期一年，续期次数不限。",
        ),
    ),
    (
        "服务费与支付",
        (
            "服务费总额为人民币480,000元（大写：肆拾捌万伍仟元整），分期支付如下：",
            "TABLE",
            "乙方应于甲方每次付款前开具等额的增值税专用发票，税率为6%。",
            "甲方支付的款项，无论何种原因解除合同，乙方概不退还。",
        ),
    ),
    (
        "甲方的权利和义务",
        (
            "甲方应在本合同生效后____日内向乙方提供平台所需的服务器和网络环境。",
            "甲方指派____________为项目联系人，负责服务过程中的沟通。",
        ),
    ),
    (
        "乙方的权利和义务",
        (
            "未经甲方书面同意，乙方不得将本合同项下的服务转包或者分包给第三人。",
            "乙方可以将本合同项下的债权转让给任何第三人，无需通知甲方。",
            "乙方人员在甲方场所工作期间应遵守甲方的安全管理制度。",
        ),
    ),
    (
        "验收",
        (
            "乙方完成部署后书面申请验收，甲方应在收到申请后三日内提出异议，逾期未提出的视为验收合格。",
            "验收不合格的，乙方应在十个工作日内整改并重新申请验收，整改费用由乙方承担。",
        ),
    ),
    (
        "知识产权",
        (
            "乙方在履行本合同前已有的知识产权归乙方所有；履行本合同形成的技术成果及其知识产权归乙方所有，甲方不得自行使用或者许可他人使用。",
            "乙方保证其提供的服务不侵犯第三人的知识产权。",
        ),
    ),
    (
        "保密与数据",
        (
            "双方对在履行本合同中知悉的对方商业秘密负有保密义务，保密期限为本合同终止后三年。",
            "乙方可将平台运行中收集的数据用于自身产品改进，并可提供给合作伙伴使用。",
        ),
    ),
    (
        "违约责任",
        (
            "甲方逾期付款的，每逾期一日，应按服务费总额的2%向乙方支付违约金。",
            "乙方逾期交付的，每逾期一日，应按逾期部分服务费的万分之三支付违约金，累计不超过逾期部分服务费的10%。",
            "甲方违反本合同约定给乙方造成损失的，应赔偿乙方因此遭受的一切直接和间接损失，包括但不限于律师费、差旅费和预期利润。",
        ),
    ),
    (
        "责任限制",
        (
            "无论何种原因，乙方对甲方的数据丢失、停产损失和间接损失不承担任何责任。",
            "乙方在本合同项下的赔偿总额不超过甲方已支付的首期服务费。",
        ),
    ),
    (
        "合同的变更和解除",
        (
            "本合同的变更须经双方协商一致并签订书面补充协议。",
            "乙方有权提前五日通知甲方解除本合同，且不承担违约责任。",
            "一方严重违约，经对方书面催告后三十日内仍未改正的，对方有权解除本合同。",
        ),
    ),
    (
        "不可抗力",
        (
            "因不可抗力不能履行本合同的，根据不可抗力的影响部分或者全部免除责任。",
            "不可抗力包括但不限于自然灾害、政府行为、停电、网络故障、设备故障和人员离职。",
        ),
    ),
    (
        "争议解决",
        ("因本合同引起的争议，双方可以向仲裁委员会申请仲裁，也可以向乙方所在地人民法院提起诉讼。",),
    ),
    (
        "其他",
        (
            "本合同的最终解释权归乙方所有。",
            "本合同第90条约定的责任在合同终止后继续有效。",
            "本合同一式肆份，甲方执贰份，乙方执壹份，自双方盖章之日起生效。",
            "本合同附件为本合同的组成部分，与本合同具有同等效力。",
        ),
    ),
)
INSTALMENTS = (
    ("期次", "支付条件", "比例", "金额（元）"),
    ("第一期", "合同签订后五日内", "90%", "432,000"),
    ("第二期", "验收合格后十日内", "10%", "48,000"),
)
CLOSING = (
    "甲方（盖章）：",
    "授权代表（签字）：",
    "乙方（盖章）：",
    "授权代表（签字）：",
    "签订日期：    年    月    日",
)

_LEVELS = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>
<w:lvlText w:val="第%1条"/><w:lvlJc w:val="left"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>
<w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>"""
_INSTANCE = f'<w:num {nsdecls("w")} w:numId="{NUMBERING}"><w:abstractNumId w:val="{NUMBERING}"/></w:num>'


def build() -> Document:
    """The sample contract as a document."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    _add_numbering(document)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading = title.add_run("技术服务合同")
    heading.bold, heading.font.size = True, Pt(20)
    for line in OPENING:
        document.add_paragraph(line)
    for name, paragraphs in ARTICLES:
        _add_numbered(document, name, level=0)
        for text in paragraphs:
            if text == "TABLE":
                _add_instalments(document)
            else:
                _add_numbered(document, text, level=1)
    for line in CLOSING:
        document.add_paragraph(line)
    document.core_properties.author = ""
    return document


def _add_numbering(document: Document) -> None:
    numbering = document.part.numbering_part.element
    first_instance = numbering.find(qn("w:num"))
    first_instance.addprevious(parse_xml(_LEVELS))  # the schema wants definitions before instances
    numbering.append(parse_xml(_INSTANCE))


def _add_numbered(document: Document, text: str, *, level: int) -> None:
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = level == 0
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no public way to number
    number = etree.SubElement(properties, qn("w:numPr"))
    etree.SubElement(number, qn("w:ilvl")).set(qn("w:val"), str(level))
    etree.SubElement(number, qn("w:numId")).set(qn("w:val"), str(NUMBERING))


def _add_instalments(document: Document) -> None:
    table = document.add_table(rows=len(INSTALMENTS), cols=len(INSTALMENTS[0]), style="Table Grid")
    for row, values in zip(table.rows, INSTALMENTS, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value


if __name__ == "__main__":
    build().save(str(Path(__file__).with_name(NAME)))
