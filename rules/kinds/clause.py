"""Rules about what a clause on a subject should say and does not.

[when.clause]
title    patterns for the titles of clauses on the subject, where the finding is best placed
topic    patterns for a sentence that shows its clause is about the subject; the first is quoted
without  patterns that may not occur in that sentence
lacking  how many elements must be absent

[[when.clause.element]]
name     the element, as the message calls it
any      patterns, one of which must occur in the clause (or, with ``anywhere = true``, in the contract)

The top clauses with such sentences are read together. Fields: lacks (names of the absent elements).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Clause, Sentence, Span
from rules.context import Context
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table

_SHORT = 10  # characters; shorter sentences are headings
_LONG = 100  # characters


@dataclass(frozen=True, slots=True)
class Element:
    """Something a clause on the subject should say."""

    name: str
    any: tuple[Pattern, ...]
    anywhere: bool


@dataclass(frozen=True, slots=True)
class ClauseCondition:
    """See the module's text."""

    title: tuple[Pattern, ...]
    topic: tuple[Pattern, ...]
    without: tuple[Pattern, ...]
    elements: tuple[Element, ...]
    lacking: int

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match a contract, at the first sentence on the subject (in a clause named for it, if there is one)."""
        sentences = [sentence for sentence in context.contract.sentences if self._on_topic(sentence, context)]
        tops = {top.index: top for sentence in sentences if (top := _top(sentence, context)) is not None}
        if not tops:
            return
        text = "\n".join(context.canonical_of(top.span) for top in tops.values())
        lacks = [element.name for element in self.elements if not _has(element, text, context)]
        if len(lacks) >= self.lacking:
            named = [
                item for item in sentences if any(any_occurs(self.title, name) for name in context.titles(item.span))
            ]
            yield Match(_head((named or sentences)[0], context), fields={"lacks": "、".join(lacks)})

    def _on_topic(self, sentence: Sentence, context: Context) -> bool:
        text = context.canonical_of(sentence.span)
        return len(text) >= _SHORT and any_occurs(self.topic, text) and not any_occurs(self.without, text)


def parse_clause(when: Table) -> Finder:
    """The condition of ``[when.clause]``."""
    table = when.table("clause")
    condition = ClauseCondition(
        title=table.patterns("title"),
        topic=table.patterns("topic"),
        without=table.patterns("without"),
        elements=tuple(_element(row) for row in table.tables("element")),
        lacking=int(table.number("lacking", 1)),
    )
    if not condition.topic or not condition.elements:
        raise table.error("element", "needs topic and at least one element")
    table.close()
    return condition


def _element(row: Table) -> Element:
    element = Element(row.text("name"), row.patterns("any"), row.flag("anywhere", default=False))
    row.close()
    return element


def _top(sentence: Sentence, context: Context) -> Clause | None:
    """The clause on the top level (of the contract, or of an attached document) around ``sentence``."""
    clause = context.clause_of(sentence.span)
    if clause is None:
        return None
    above = context.contract.ancestors(clause)
    return next((item for item in reversed(above) if item.level >= 1), above[-1])


def _has(element: Element, text: str, context: Context) -> bool:
    return any_occurs(element.any, context.canonical.text if element.anywhere else text)


def _head(sentence: Sentence, context: Context) -> Span:
    """The sentence, or its first part where it is too long to quote."""
    if len(sentence.span) <= _LONG:
        return context.segment(sentence.span, sentence.span)
    start = context.canonical.canonical(sentence.span)[0]
    return context.segment(context.canonical.original(start, start + 1), sentence.span)
