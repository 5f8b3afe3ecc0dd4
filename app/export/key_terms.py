"""The terms of a contract that a reader wants first: price, term, late fees, disputes, copies."""

from __future__ import annotations

import re
from decimal import Decimal

from app import labels
from extractors.model import Contract, Money, Period, Rate, Span

_MOST = 6  # of a kind: a table of key terms, not an inventory
_EXCERPT = 120  # characters
_TERM_WORDS = re.compile(
    r"(合同期限?|合同有效期|协议期限|协议有效期|有效期限?|服务期限?|租赁期限?|租期|借款期限|合作期限|委托期限|质保期|保修期|保密期限?)"
    r"[^。；\n满前后内]{0,10}$"  # 服务期满前三十日 is no term of service
)
_FROM_TO = re.compile(r"自[^。；\n自]{4,24}起?至[^。；\n]{4,16}止")
# What tells the clause on disputes from others that mention a court; the weightiest sentence is shown.
_DISPUTE_WORDS = (
    (re.compile(r"争议|纠纷"), 3),
    (re.compile(r"协商|调解"), 2),
    (re.compile(r"(?:提交|提请|申请|提起|起诉|向|由|到)[^。；\n]{0,40}(?:仲裁|法院)"), 4),
)
_LEAST_WEIGHT = 5  # any two of them
_PERIOD_NAMES = {"day": "每日", "week": "每周", "month": "每月", "year": "每年", "": ""}
_PURPOSES = {
    "late fee": "逾期违约金",
    "penalty": "违约金",
    "interest": "利息",
    "deposit": "定金/保证金",
    "retention": "质保金",
    "cap": "责任上限",
}


def key_terms(contract: Contract) -> tuple[tuple[str, str], ...]:
    """Pairs of Chinese name and value, in the order of a cover sheet; only what the contract states."""
    rows = (
        ("金额", _joined(contract, [_money(contract, money) for money in contract.facts.money])),
        ("期限", _joined(contract, _terms(contract))),
        ("比例与费率", _joined(contract, [_rate(rate) for rate in contract.facts.rates])),
        ("争议解决", _dispute(contract)),
        ("合同份数", _copies(contract)),
    )
    return tuple((name, value) for name, value in rows if value)


def percent(fraction: Decimal) -> str:
    """A fraction as a percentage without needless noughts: 0.02 is 2%, 7.3 is 730%."""
    return f"{(fraction * 100).normalize():f}%"


def _joined(contract: Contract, entries: list[tuple[str, Span] | None]) -> str:
    shown: list[str] = []
    for entry in entries:
        if entry is None:
            continue
        text = f"{entry[0]}{_where(contract, entry[1])}"
        if text not in shown:
            shown.append(text)
    rest = f"；等{len(shown)}处" if len(shown) > _MOST else ""
    return "；".join(shown[:_MOST]) + rest


def _where(contract: Contract, span: Span) -> str:
    clause = contract.clause_at(span.start)
    return f"（{labels.clause_name(contract, clause)}）" if clause is not None else ""


def _money(contract: Contract, money: Money) -> tuple[str, Span] | None:
    if money.amount is None or money.in_words:
        return None
    return money.span.of(contract.text).strip(), money.span


def _terms(contract: Contract) -> list[tuple[str, Span] | None]:
    dated = (Span(*found.span()) for found in _FROM_TO.finditer(contract.text))
    named = [_term(contract, period) for period in contract.facts.periods]
    return [*((span.of(contract.text), span) for span in dated if contract.clause_at(span.start)), *named]


def _term(contract: Contract, period: Period) -> tuple[str, Span] | None:
    before = contract.text[max(0, period.span.start - 24) : period.span.start]
    named = _TERM_WORDS.search(before)
    if named is None:
        return None
    return f"{named[1]}{period.span.of(contract.text).strip()}", period.span


def _rate(rate: Rate) -> tuple[str, Span] | None:
    if rate.purpose not in _PURPOSES:
        return None
    base = f"，以{rate.base}为基数" if rate.base else ""
    yearly = f"，年化{percent(rate.per_year)}" if rate.per_year is not None and rate.period != "year" else ""
    return (
        f"{_PURPOSES[rate.purpose]}{_PERIOD_NAMES.get(rate.period, '')}{percent(rate.value)}{yearly}{base}",
        rate.span,
    )


def _dispute(contract: Contract) -> str:
    best, weight = Span(0, 0), _LEAST_WEIGHT - 1
    for line in re.finditer(r"[^。；\n]+", contract.text):
        found = sum(points for words, points in _DISPUTE_WORDS if words.search(line[0]))
        if found > weight and contract.clause_at(line.start()) is not None:
            best, weight = Span(*line.span()), found
    clause = contract.clause_at(best.start)
    if clause is None or not best:
        return ""
    words = best.of(contract.text).strip().removeprefix(clause.label).strip()
    shown = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}……"
    return f"{shown}{_where(contract, best)}"


def _copies(contract: Contract) -> str:
    totals = [copies.total for copies in contract.facts.copies]
    if not totals:
        return ""
    return "份数空白" if totals[0] is None else f"一式{totals[0]}份"
