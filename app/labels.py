"""The Chinese words for what the models hold as codes: one name per idea, for the memo, the table and the window."""

from __future__ import annotations

import re

from app.model import Verdict
from extractors.model import Clause, Contract
from rules.model import Basis, Finding, Severity, Stance

SEVERITY = {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低"}
VERDICT = {
    Verdict.OPEN: "待定",
    Verdict.ACCEPTED: "采纳建议",
    Verdict.EDITED: "采纳，条款已由律师修改",
    Verdict.DISMISSED: "不作为风险处理",
}
STANCE = {Stance.PARTY_A: "甲方", Stance.PARTY_B: "乙方", Stance.NEUTRAL: "中立（双方）"}
BLANK = "〔空白〕"

_WHOLE_NUMBER = re.compile(r"\d\s*[.．\-－]\s*\d")  # 2.3 tells the clause above it, （一） does not
_BARE_NUMBER = re.compile(r"[\d.．\-－]+|[一二三四五六七八九十百]+")
_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def cite(basis: Basis) -> str:
    """A basis as lawyers cite it: 《民法典》第五百八十五条; the law alone where there is no article."""
    return f"《{basis.law}》{article_label(basis.article)}"


def article_label(article: str) -> str:
    """An article number ("585", "22之一") as statutes print it: 第五百八十五条, 第二十二条之一."""
    number, joint, rest = article.partition("之")
    if not article or not number.isdecimal():
        return article
    return f"第{chinese_number(int(number))}条{joint}{rest}"


def chinese_number(number: int) -> str:
    """``number`` (0 to 9999) in Chinese numerals: 10 十, 108 一百零八, 1020 一千零二十."""
    if not 0 <= number <= 9999:
        raise ValueError(f"out of range: {number}")
    text = ""
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        text += _DIGITS[int(digit)] + (_UNITS[place] if digit != "0" else "")
    while "零零" in text:
        text = text.replace("零零", "零")
    text = text.rstrip("零") or "零"
    return text.removeprefix("一") if 10 <= number < 20 else text


def harms(finding: Finding) -> str:
    """Whom a finding harms: a role, 双方, or a dash where it cannot be told."""
    return {"both": "双方", "": "—"}.get(finding.harms, finding.harms)


def clause_path(contract: Contract, finding: Finding) -> str:
    """Where a finding stands, as a reader finds it: "第2.3条", "第三条（一）", "附件一 第二条"; else 正文."""
    clause = next((clause for clause in contract.clauses if clause.id == finding.clause), None)
    if clause is None:
        return finding.label or "正文"
    return clause_name(contract, clause)


def clause_name(contract: Contract, clause: Clause) -> str:
    """A clause with as much of the way down to it as its number needs: see `clause_path`."""
    way: list[str] = []
    for step in contract.ancestors(clause):
        if step.level == 0:
            way.append(f"{_short(step)} ")
        elif not way or not _WHOLE_NUMBER.search(way[-1]):
            name = _short(step)
            outermost = step.level == 1 or _WHOLE_NUMBER.search(name)
            unit = "条" if outermost else "项"
            way.append(f"第{name}{unit}" if _BARE_NUMBER.fullmatch(name) else name)
    return "".join(reversed(way)).strip()


def _short(clause: Clause) -> str:
    return clause.label.strip().rstrip("、.．") or clause.title[:12]
