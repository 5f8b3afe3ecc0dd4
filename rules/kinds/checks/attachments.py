"""Papers that are part of the contract by its words, and are not in the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Clause, ClauseKind, CrossReference, Span
from rules.context import Context
from rules.model import Severity
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table

_NAME_ENDS = '《》“”"（）() 　'
_ITEM_ENDS = f"{_NAME_ENDS}；。，、：0123456789."
_QUOTE_LIMIT = 110  # characters
_LEAST_NAME = 3  # characters; fewer name no paper


def parse_attachments(_table: Table) -> Finder:
    """Attachments named by number that do not follow, or follow as a bare heading. Fields: label.

    MEDIUM where other attachments are there: then the number is wrong, or this one was left out.
    """
    return _find


@dataclass(frozen=True, slots=True)
class _Papers:
    any: tuple[Pattern, ...]
    without: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match a paper."""
        seen: set[str] = set()
        headings = _headings(context)
        for sentence in context.contract.sentences:
            text = context.canonical_of(sentence.span)
            if any_occurs(self.without, text) or context.signed(sentence.span):
                continue
            start = context.canonical.canonical(sentence.span)[0]
            for pattern in self.any:
                for hit in pattern.find(text):
                    paper = hit.groups.get("paper", "").strip(_NAME_ENDS)
                    if paper in seen or _follows(paper, headings, context):
                        continue
                    seen.add(paper)
                    span = context.canonical.original(start + hit.start, start + hit.end)
                    yield Match(context.segment(span, sentence.span), harms="both", fields={"label": paper}, why=paper)


def parse_papers(table: Table) -> Finder:
    """Papers the contract leans on (``any``, with the group ``paper``) that do not follow it. Fields: label."""
    return _Papers(table.patterns("any"), table.patterns("without"))


@dataclass(frozen=True, slots=True)
class _Listed:
    stem: tuple[Pattern, ...]
    grave: tuple[Pattern, ...]

    def __call__(self, context: Context) -> Iterator[Match]:
        """One match a list."""
        lists: dict[Span, list[Span]] = defaultdict(list)
        for sentence in context.contract.sentences:
            if sentence.stem and any_occurs(self.stem, context.canonical_of(sentence.stem)):
                lists[sentence.stem].append(sentence.span)
        headings = _headings(context)
        for stem, items in lists.items():
            names = {item: context.canonical_of(item).strip(_ITEM_ENDS) for item in items}
            absent = [item for item in items if names[item] and not _follows(names[item], headings, context)]
            if absent:
                label = "、".join(names[item] for item in absent)
                severity = None if any_occurs(self.grave, label) else Severity.LOW
                yield Match(_shown(stem, absent), severity, harms="both", fields={"label": label}, why=label)


def parse_listed_attachments(table: Table) -> Finder:
    """Attachments under a ``stem`` (附件包括：) that do not follow; LOW but for ``grave`` ones. Fields: label."""
    return _Listed(table.patterns("stem"), table.patterns("grave"))


def _shown(stem: Span, items: list[Span]) -> Span:
    """The list from its stem to the last of ``items`` that is near enough to quote."""
    near = [item.end for item in items if item.end - stem.start <= _QUOTE_LIMIT]
    return Span(stem.start, max([*near, stem.end]))


def _find(context: Context) -> Iterator[Match]:
    attached = _attached(context)
    empty = [clause for clause in attached if _is_bare(clause, context)]
    severity = Severity.MEDIUM if len(attached) > len(empty) else None
    seen: set[str] = set()
    for reference in context.contract.facts.references:
        lost = reference.kind == "attachment" and reference.target is None
        if lost and reference.label not in seen and not _is_there(reference, attached, context):
            seen.add(reference.label)
            yield Match(
                _quote(reference, context),
                severity,
                harms="both",
                fields={"label": reference.label},
                why=reference.label,
            )
    if empty:
        first, *others = empty
        label = "、".join(context.canonical_of(clause.own) for clause in empty)
        places = tuple(clause.own for clause in others)
        yield Match(first.own, harms="both", fields={"label": label}, places=places, why=first.label)


def _is_there(reference: CrossReference, attached: list[Clause], context: Context) -> bool:
    """Whether the paper follows without its number (附件2：保密协议), or is to be made later."""
    text = context.canonical.text
    end = context.canonical.canonical(reference.span)[1]
    name, _, after = text[end:].partition("\n")
    name = name.strip(_ITEM_ENDS)
    titled = any(clause.title and clause.title in name for clause in attached)
    heading = re.search(rf"^[^，。；\n]{{0,20}}{re.escape(name)}$", after, re.MULTILINE)
    headed = len(name) >= _LEAST_NAME and heading is not None
    made_later = "补充协议" in context.canonical_of(_quote(reference, context))
    return titled or headed or made_later or context.signed(reference.span)


def _attached(context: Context) -> list[Clause]:
    return [clause for clause in context.contract.clauses if clause.kind is ClauseKind.ATTACHMENT and clause.level == 0]


def _is_bare(clause: Clause, context: Context) -> bool:
    """Whether an attachment is its heading and nothing else."""
    return "附件" in clause.label + clause.title and "\n" not in clause.span.of(context.contract.text).strip()


def _headings(context: Context) -> list[str]:
    """What a paper may stand under: headings of attached documents, and lines that begin with 附件.

    A line that ends like a sentence is an item of a list of attachments, not a heading.
    """
    marks = ("附件", "附表", "附录")
    lines = [
        line for line in context.canonical.text.split("\n") if line.startswith(marks) and line[-1] not in "；。，、："
    ]
    return [*lines, *(context.canonical_of(_heading(clause)) for clause in _attached(context))]


def _follows(paper: str, headings: list[str], context: Context) -> bool:
    """Whether one of ``headings`` names the paper, or a clause is called like it."""
    return any(paper in heading.split("。")[0] for heading in headings) or any(
        clause.title and clause.title in paper for clause in context.contract.clauses
    )


def _heading(clause: Clause) -> Span:
    return Span(clause.span.start, min(clause.span.start + 60, clause.span.end))


def _quote(reference: CrossReference, context: Context) -> Span:
    sentence = context.sentence_of(reference.span)
    return context.segment(reference.span, sentence.span) if sentence else reference.span
