"""Clause numbers that repeat, jump, or belong to another clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from extractors.entities.numerals import number
from extractors.model import Clause, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_LAST = re.compile(r"[0-9]+|[一二三四五六七八九十]+")
_STYLE = re.compile(r"(?P<lead>.*?)(?P<last>[0-9]+|[一二三四五六七八九十]+)(?P<tail>[^0-9一二三四五六七八九十]*)")
_CHINESE = ("零", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五")
_MARKS = str.maketrans({"．": ".", "，": "、", ",": "、", "(": "（", ")": "）", " ": None, "\u3000": None})
_NEAR = 3  # a number further off belongs to another document
_HEAD = 60  # characters of a clause quoted


def parse_numbering(_table: Table) -> Finder:
    """Articles out of order, and decimal numbers under another clause's number. Fields: label, expected.

    Numbers that Word makes itself cannot be wrong, and are left out.
    """
    return _find


def _find(context: Context) -> Iterator[Match]:
    automatic = {block.span.start for block in context.contract.document.blocks if block.label}
    clauses = [clause for clause in context.contract.clauses if clause.label and clause.span.start not in automatic]
    yield from _out_of_order(clauses, context)
    yield from _siblings(clauses, context)
    yield from _foreign(clauses, context)


def _out_of_order(clauses: list[Clause], context: Context) -> Iterator[Match]:
    """Articles (第X条) of one document whose number is not one more than the last; articles run on through chapters."""
    documents: dict[int | None, list[tuple[int, Clause]]] = defaultdict(list)
    for clause in clauses:
        value = _number(clause.label)
        if value is not None and re.match(r"第.+条", clause.label):
            root = context.contract.ancestors(clause)[-1]
            documents[root.index if root.level == 0 else None].append((value, clause))
    for articles in documents.values():
        expected = articles[0][0]
        for index, (value, clause) in enumerate(articles):
            if value == expected:
                expected += 1
                continue
            fields = {"label": clause.label, "expected": f"第{_like(clause.label, expected)}条"}
            yield Match(_head(clause, context), harms="both", fields=fields, why=clause.label)
            expected = _expected_after([later for later, _ in articles[index + 1 :]], value, expected)


def _expected_after(later: list[int], value: int, expected: int) -> int:
    """The next number, so that one stray number does not make those that follow wrong."""
    following = later[0] if later else 0
    return following if following in (expected, expected + 1) else value + 1


def _siblings(clauses: list[Clause], context: Context) -> Iterator[Match]:
    """Numbers of one style under one parent (一、, 3.1, （二）) that repeat or jump. One finding a parent and style."""
    families: dict[tuple[int | None, str], list[tuple[int, Clause]]] = defaultdict(list)
    for clause in clauses:
        style = _STYLE.fullmatch(clause.label.translate(_MARKS))
        value = _number(style["last"]) if style else None
        if style and value is not None and "条" not in clause.label:
            families[clause.parent, f"{style['lead']}#{style['tail']}"].append((value, clause))
    for family in families.values():
        for (before, _), (value, clause) in pairwise(family):
            if family[0][0] == 1 and value not in (before + 1, 1):
                expected = clause.label.replace(_LAST.findall(clause.label)[-1], _like(clause.label, before + 1))
                fields = {"label": clause.label, "expected": expected}
                yield Match(_head(clause, context), harms="both", fields=fields, why=clause.label)
                break


def _like(label: str, value: int) -> str:
    """``value`` in the digits of ``label``."""
    return str(value) if re.search("[0-9]", label) or value >= len(_CHINESE) else _CHINESE[value]


def _foreign(clauses: list[Clause], context: Context) -> Iterator[Match]:
    """「六、违约责任」 followed by 「7.1」: the first number names another clause. One finding a parent."""
    seen: set[int] = set()
    for clause in clauses:
        found = re.match(r"(\d+)[.．-]\d", clause.label)
        if found is None or clause.parent is None or clause.parent in seen:
            continue
        parent = context.contract.clauses[clause.parent]
        value = _number(parent.label)
        if parent.level == 1 and value is not None and 0 < abs(value - int(found[1])) <= _NEAR:
            seen.add(clause.parent)
            fields = {"label": clause.label, "expected": f"{value}.1"}
            yield Match(_head(clause, context), harms="both", fields=fields, why=clause.label)


def _head(clause: Clause, context: Context) -> Span:
    """The clause's first line, cut where it is long."""
    line = clause.own.of(context.contract.text).split("\n")[0].rstrip()
    return Span(clause.own.start, clause.own.start + min(max(len(line), 1), _HEAD))


def _number(label: str) -> int | None:
    digits = re.search(r"[0-9]+|[零〇一二三四五六七八九十百]+", label)
    value = number(digits[0]) if digits else None
    return int(value) if value is not None else None
