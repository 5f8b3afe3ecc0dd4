"""A long synthetic contract in the three forms the benchmarks read: paragraphs, PDF, DOCX."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

_PARTIES = (
    "设备采购与技术服务框架合同",
    "甲方（采购方）：北京衡远供应链管理有限公司",
    "统一社会信用代码：________________",
    "乙方（供货方）：江苏澜图智能装备有限公司",
    "住所地：江苏省苏州市工业园区星海路 18 号",
    "根据《中华人民共和国民法典》及相关法律法规，甲乙双方经友好协商，就设备采购及技术服务事宜订立本合同，共同遵守。",
)
_TITLES = (
    "合同标的", "价款与支付", "交付与风险转移", "验收", "质量保证", "知识产权", "保密义务", "违约责任",
    "合同的变更与解除", "不可抗力", "通知与送达", "争议解决",
)  # fmt: skip
_CLAUSES = (
    "乙方应按照附件{n}所列的规格、型号和数量向甲方交付第{n}批设备，并保证该等设备为全新、未经使用且符合国家标准。",
    "本批设备含税总价为人民币{money}元（大写以实际结算为准），该价格已包含运输费、保险费、安装调试费及{rate}%的增值税。",
    "甲方应于收到乙方开具的合法有效的增值税专用发票后{days}个工作日内，向乙方指定账户支付合同总价的{rate}%。",
    "甲方逾期付款的，每逾期一日，应按逾期金额的万分之{few}向乙方支付违约金，违约金总额不超过逾期金额的10%。",
    "乙方应在甲方书面通知后{days}日内将设备运抵甲方指定地点，运输途中毁损、灭失的风险由乙方承担，自甲方签收之日起转移。",
    "甲方应自设备安装调试完毕之日起{days}日内组织验收；验收不合格的，乙方应在{days}日内予以更换或修理，由此产生的费用由乙方承担。",
    "设备质量保证期为自验收合格之日起{months}个月，质保期内因设备自身质量问题造成的损失，由乙方负责赔偿。",
    "未经对方书面同意，任何一方不得将本合同项下的权利义务全部或部分转让给第三方，但法律另有规定的除外。",
    "乙方在履行本合同过程中形成的技术成果，其知识产权归甲方所有；乙方为履行本合同所使用的既有技术仍归乙方所有。",
    "双方对在订立和履行本合同过程中知悉的对方商业秘密负有保密义务，保密期限自知悉之日起至本合同终止后{months}个月止。",
    "有下列情形之一的，甲方有权解除本合同：（1）乙方逾期交付超过{days}日的；（2）设备经{few}次修理仍不能正常使用的。",
    "因不可抗力不能履行合同的一方，应当及时通知对方，并在{days}日内提供证明，根据不可抗力的影响部分或者全部免除责任。",
    "因本合同引起的争议，双方应首先协商解决；协商不成的，任何一方均可向甲方住所地有管辖权的人民法院提起诉讼。",
)


def paragraphs(wanted: int) -> list[str]:
    """So many paragraphs of a contract in chapters of some twelve clauses each, no two alike in their numbers."""
    return list(islice(_paragraphs(), wanted))


def _paragraphs() -> Iterator[str]:
    yield from _PARTIES
    for chapter in count(1):
        yield f"第{_chinese(chapter)}条　{_TITLES[chapter % len(_TITLES)]}"
        for number, clause in enumerate(_CLAUSES, start=1):
            seed = chapter * len(_CLAUSES) + number
            filled = clause.format(
                n=seed % 40 + 1, money=f"{seed * 7919 % 9_000_000 + 10_000:,}", rate=seed % 60 + 3, days=seed % 55 + 5,
                months=seed % 30 + 6, few=seed % 8 + 2,
            )  # fmt: skip
            yield f"{chapter}.{number} {filled}"


def _chinese(number: int) -> str:
    """A number below a thousand in Chinese numerals."""
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = digits[hundreds] + "百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (digits[ones] if ones else "")


def write_pdf(path: Path, texts: Sequence[str]) -> None:
    """Write the paragraphs as Word would set them: A4, 12 points, first line indented, page numbers."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextCursor, QTextDocument

    _application = QGuiApplication.instance() or QGuiApplication([])
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(25, 25, 25, 25))
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Serif CJK SC", 12))
    cursor = QTextCursor(document)
    layout = cursor.blockFormat()
    layout.setTextIndent(24)
    layout.setLineHeight(150, 1)
    cursor.setBlockFormat(layout)
    for text in texts:
        cursor.insertText(text)
        cursor.insertBlock()
    document.print_(writer)


def write_docx(path: Path, texts: Sequence[str]) -> None:
    """Write the paragraphs as a Word file, one run each."""
    from docx import Document

    document = Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))
