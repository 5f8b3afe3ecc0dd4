"""References that lead nowhere, or to a clause about something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.entities.numerals import number
from extractors.model import Clause, CrossReference, Span
from rules.context import Context
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table

_BEHIND = 24  # characters after a reference that say what its clause is about
_ARTICLES = 2  # the lowest level on which articles stand
_LIST_MARKS = "、和及与或《》“”"


def parse_references(_table: Table) -> Finder:
    """Clauses referred to that are not there. Fields: label."""
    return _lost


@dataclass(frozen=True, slots=True)
class _OffSubject:
    """Clauses referred to for something they do not speak of."""

    said: tuple[Pattern, ...]
    speaks: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        for reference in context.contract.facts.references:
            if reference.kind != "clause" or reference.target is None:
                continue
            target = context.contract.clauses[reference.target]
            if self._is_said(reference, context) and not any_occurs(self.speaks, _all_of(target, context)):
                yield _match(reference, context, {"title": _title(target, context)})

    def _is_said(self, reference: CrossReference, context: Context) -> bool:
        end = context.canonical.canonical(reference.span)[1]
        behind = context.canonical.text[end : end + _BEHIND]
        return any_occurs(self.said, behind.split("。")[0].split("，")[0])


def parse_off_subject(table: Table) -> Finder:
    """References followed by ``said`` whose clause (or one above it) has none of ``speaks``. Fields: label, title."""
    return _OffSubject(table.patterns("said"), table.patterns("speaks"))


@dataclass(frozen=True, slots=True)
class _NamedClauses:
    subjects: frozenset[str]
    listed: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        for sentence in context.contract.sentences:
            text = context.canonical_of(sentence.span)
            start = context.canonical.canonical(sentence.span)[0]
            for pattern in self.listed:
                for hit in pattern.find(text):
                    absent = [
                        name for name in self._named(hit.groups["names"]) if not self._is_there(name, text, context)
                    ]
                    if absent:
                        quote = context.canonical.original(start + hit.start, start + hit.end)
                        yield Match(quote, harms="both", fields={"label": f"{'、'.join(absent)}条款"}, why=absent[0])

    def _named(self, names: str) -> list[str]:
        for mark in _LIST_MARKS:
            names = names.replace(mark, " ")
        words = [word.removesuffix("条款").removesuffix("等") for word in names.split()]
        return [word for word in words if word in self.subjects]

    def _is_there(self, name: str, sentence: str, context: Context) -> bool:
        return name in context.canonical.text.replace(sentence, "")


def parse_named_clauses(table: Table) -> Finder:
    """Clauses referred to by their subject (知识产权条款) that the contract nowhere speaks of. Fields: label.

    ``listed`` are patterns with the group ``names``, ``subjects`` the words that name a clause.
    """
    return _NamedClauses(frozenset(table.texts("subjects")), table.patterns("listed"))


def _lost(context: Context) -> Iterator[Match]:
    seen: set[str] = set()
    for reference in context.contract.facts.references:
        lost = reference.kind == "clause" and reference.target is None and not _is_labelled(reference, context)
        if lost and reference.label not in seen and not context.signed(reference.span):
            seen.add(reference.label)
            yield _match(reference, context, {})


def _is_labelled(reference: CrossReference, context: Context) -> bool:
    """Whether a clause bears this number below a part or chapter: 第二部分 / 25."""
    whole = re.fullmatch(r"第([0-9一二三四五六七八九十百零〇]+)条", reference.label)
    if whole is None:
        return False
    wanted = number(whole[1])
    labels = (re.fullmatch(r"第?([0-9一二三四五六七八九十百零〇]+)[条.、．]?", item.label) for item in _upper(context))
    return any(label is not None and number(label[1]) == wanted for label in labels)


def _upper(context: Context) -> list[Clause]:
    return [clause for clause in context.contract.clauses if clause.level <= _ARTICLES]


def _match(reference: CrossReference, context: Context, fields: dict[str, str]) -> Match:
    sentence = context.sentence_of(reference.span)
    quote = context.segment(reference.span, sentence.span) if sentence else reference.span
    return Match(quote, harms="both", fields={"label": reference.label, **fields}, why=reference.label)


def _all_of(clause: Clause, context: Context) -> str:
    titles = [above.title for above in context.contract.ancestors(clause)]
    return "\n".join((*titles, context.canonical_of(clause.span)))


def _title(clause: Clause, context: Context) -> str:
    """What the clause is called, or its first words."""
    named = next((above.title for above in context.contract.ancestors(clause) if above.title), "")
    start = clause.span.start
    return named or context.canonical_of(Span(start, min(start + 16, clause.span.end))).strip()
