"""``python tests/evaluation/compare_pair.py A B``: whether two files of one text give the same clauses and findings.

Prints which clause numbers, and which findings (rule and clause), stand in one reading only, and the shares in common.
Returns 1 where less than 95 per cent is the same.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

import rules  # noqa: E402 - after the path is set
from extractors import read  # noqa: E402
from extractors.model import Contract  # noqa: E402
from rules.model import Finding, Stance  # noqa: E402

_ENOUGH = 0.95


def main(first: str, second: str) -> int:
    """Compare the two files; 0 where clauses and findings are the same but for 5 per cent."""
    one, other = read(Path(first)), read(Path(second))
    shares = [
        _compared("clauses", _clauses(one), _clauses(other)),
        _compared("findings by rule", _findings(one), _findings(other)),
        _compared("findings by rule and quote", _quotes(one), _quotes(other)),
    ]
    return int(min(shares[:2]) < _ENOUGH)


def _plain(text: str) -> str:
    """``text`` without what two programs write differently: spaces, width, length of blanks."""
    return re.sub(r"_+", "_", re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))


def _clauses(contract: Contract) -> Counter[str]:
    return Counter(f"{clause.level} {_plain(clause.id)}" for clause in contract.clauses)


def _found(contract: Contract) -> tuple[Finding, ...]:
    review = rules.review(contract, Stance.NEUTRAL)
    return review.findings + review.missing


def _findings(contract: Contract) -> Counter[str]:
    return Counter(finding.rule for finding in _found(contract))


def _quotes(contract: Contract) -> Counter[str]:
    return Counter(f"{finding.rule}: {_plain(finding.quote)[:40]}" for finding in _found(contract))


def _compared(what: str, one: Counter[str], other: Counter[str]) -> float:
    """The share of items that both have, of all; prints the items of one only."""
    common, every = (one & other).total(), (one | other).total()
    share = common / every if every else 1.0
    print(f"{what}: {one.total()} and {other.total()}, {share:.1%} the same")
    for mark, only in (("<", one - other), (">", other - one)):
        for item in only.elements():
            print(f"  {mark} {item}")
    return share


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
