"""The closing parts of the memo: what was checked, what could not be read, the articles relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from docx.document import Document as DocxDocument

from app import labels
from app.export.docx_style import ANNEX, add_caption, add_item, add_labelled, add_prose
from rules.loader import load_statutes
from rules.model import Basis, CheckState, Finding, Review

_LONGEST = 400  # characters of an article; the rest stands in the statute book


def add_scope(document: DocxDocument, review: Review) -> None:
    """Which checks ran and with which result, what was not read, and what the memo does not cover."""
    states = Counter(check.state for check in review.checks)
    add_prose(
        document,
        f"本次审查共设{len(review.checks)}项检查：{states[CheckState.FOUND]}项有提示，"
        f"{states[CheckState.PASSED]}项未见问题，{states[CheckState.NOT_APPLICABLE]}项不适用于本合同。",
    )
    passed = _titles(review, CheckState.PASSED)
    if passed:
        add_labelled(document, "未见问题的检查", "、".join(passed) + "。")
    skipped = _titles(review, CheckState.NOT_APPLICABLE)
    if skipped:
        add_labelled(document, "不适用的检查", "、".join(skipped) + "。")
    _add_notices(document, review)
    add_prose(
        document,
        "本意见书仅依据上述合同文本作出，未核实当事人资信、履约能力及文本以外的事实；商业条件是否合理，由委托人自行判断。",
    )


def add_annex(document: DocxDocument, findings: Sequence[Finding]) -> None:
    """The text of every article cited, once, by law and number."""
    cited = sorted({basis for finding in findings for basis in finding.basis}, key=_book_order)
    if not cited:
        add_prose(document, "本次意见未引用具体法律条文。")
    for basis in cited:
        add_labelled(document, labels.cite(basis), _article_text(basis), style=ANNEX)


def _book_order(basis: Basis) -> tuple[bool, str, int, str]:
    # The code first, then the laws and interpretations beside it.
    number = basis.article.partition("之")[0]
    return basis.law != "民法典", basis.law, int(number) if number.isdecimal() else 0, basis.article


def _article_text(basis: Basis) -> str:
    article = load_statutes().article(basis.law, basis.article)
    if article is None:
        return "条文内容请核对现行法律文本。"
    text = "".join(article.text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"


def _add_notices(document: DocxDocument, review: Review) -> None:
    notices = review.contract.document.notices
    if not notices:
        add_prose(document, "合同文本已全部读取。")
        return
    add_caption(document, "读取文件时的提示（下列内容可能未审查，请人工核对）")
    for notice in notices:
        page = f"第{notice.page}页：" if notice.page is not None and "页" not in notice.message else ""
        add_item(document, f"{page}{notice.message}")


def _titles(review: Review, state: CheckState) -> list[str]:
    return list(dict.fromkeys(check.title for check in review.checks if check.state is state))
