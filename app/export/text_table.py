"""A review as plain text for a terminal, columns aligned where Chinese characters take two cells."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from app import labels
from app.export.excerpt import one_line
from rules.model import Finding, Review, Severity

_HEAD = ("等级", "条款", "问题", "对谁不利", "原文")
_WIDEST = (4, 22, 30, 14, 44)  # cells


def review_as_table(review: Review) -> str:
    """Heading, findings by severity, what is missing and the notices, as lines of text."""
    document = review.contract.document
    kind = review.contract.type.name or "合同类型未能判断"
    lines = [f"{one_line(document.name)}　{kind}　立场：{labels.STANCE[review.stance]}", _counts(review)]
    findings = sorted(review.findings, key=lambda finding: finding.severity.rank)
    if findings:
        lines += ["", *_table([_HEAD, *(_row(review, finding) for finding in findings)])]
    if review.missing:
        lines += ["", "建议补充："]
        lines += [f"  {labels.SEVERITY[finding.severity]}  {finding.title}" for finding in review.missing]
    if document.notices:
        lines += ["", "读取提示：", *(f"  · {one_line(notice.message)}" for notice in document.notices)]
    return "\n".join(lines) + "\n"


def cells(text: str) -> int:
    """The number of terminal cells that ``text`` takes: wide and full-width characters take two."""
    return sum(0 if unicodedata.combining(char) else 1 + _is_wide(char) for char in text)


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, with … where something is left out."""
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += cells(char)
        if used > width - cells("…"):
            break
        kept += char
    return f"{kept}…"


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"  # ambiguous ones (— …) are narrow in UTF-8 terminals


def _counts(review: Review) -> str:
    count = Counter(finding.severity for finding in review.findings)
    parts = [f"{labels.SEVERITY[severity]} {count[severity]}" for severity in Severity]
    return "　".join([*parts, f"缺失 {len(review.missing)}"])


def _row(review: Review, finding: Finding) -> tuple[str, ...]:
    harmed = labels.harms(finding) + ("（有利）" if finding.favourable else "")
    where = labels.clause_path(review.contract, finding)
    return labels.SEVERITY[finding.severity], where, finding.title, harmed, one_line(finding.quote)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    shown = [[cut(value, widest) for value, widest in zip(row, _WIDEST, strict=True)] for row in rows]
    widths = [max(cells(value) for value in column) for column in zip(*shown, strict=True)]
    return [
        "  ".join(_padded(value, width) for value, width in zip(row, widths, strict=True)).rstrip() for row in shown
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
