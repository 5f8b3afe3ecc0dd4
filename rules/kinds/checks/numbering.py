"""Clause numbers that repeat, jump, or belong to another clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.entities.numerals import number
from extractors.model import Clause
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table


def parse_numbering(_table: Table) -> Finder:
    """Top clauses out of order, and decimal numbers under another clause's number. Fields: label, expected.

    Numbers that Word makes itself cannot be wrong, and are left out.
    """
    return _find


def _find(context: Context) -> Iterator[Match]:
    automatic = {block.span.start for block in context.contract.document.blocks if block.label}
    clauses = [clause for clause in context.contract.clauses if clause.label and clause.span.start not in automatic]
    yield from _out_of_order(clauses)
    yield from _foreign(clauses, context)


def _out_of_order(clauses: list[Clause]) -> Iterator[Match]:
    """Neighbours of one parent and one style of number whose numbers do not follow each other."""
    articles = [clause for clause in clauses if re.match(r"第.+条", clause.label)]
    for before, clause in pairwise(articles):
        if before.parent != clause.parent:
            continue
        first, second = _number(before.label), _number(clause.label)
        if first is not None and second is not None and second != first + 1:
            yield Match(clause.own, harms="both", fields={"label": clause.label, "expected": f"第{first + 1}条"})


def _foreign(clauses: list[Clause], context: Context) -> Iterator[Match]:
    """「六、违约责任」 followed by 「7.1」: the first number names another clause. One finding a parent."""
    seen: set[int] = set()
    for clause in clauses:
        found = re.match(r"(\d+)[.．-]\d", clause.label)
        if found is None or clause.parent is None or clause.parent in seen:
            continue
        parent = context.contract.clauses[clause.parent]
        number = _number(parent.label)
        if parent.level == 1 and number is not None and number != int(found[1]):
            seen.add(clause.parent)
            yield Match(clause.own, harms="both", fields={"label": clause.label, "expected": f"{number}.1"})


def _number(label: str) -> int | None:
    digits = re.search(r"[0-9]+|[零〇一二三四五六七八九十百]+", label)
    value = number(digits[0]) if digits else None
    return int(value) if value is not None else None
