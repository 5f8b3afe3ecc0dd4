"""References that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import CrossReference
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table


def parse_references(_table: Table) -> Finder:
    """Clauses referred to that are not there. Fields: label."""
    return lambda context: _lost(context, "clause")


def parse_attachments(_table: Table) -> Finder:
    """Attachments named that do not follow. Fields: label."""
    return lambda context: _lost(context, "attachment")


def _lost(context: Context, kind: str) -> Iterator[Match]:
    seen: set[str] = set()
    lost = [item for item in context.contract.facts.references if item.kind == kind and item.target is None]
    for reference in lost:
        if reference.label in seen or context.signed(reference.span):
            continue
        seen.add(reference.label)
        yield _match(reference, context)


def _match(reference: CrossReference, context: Context) -> Match:
    sentence = context.sentence_of(reference.span)
    quote = context.segment(reference.span, sentence.span) if sentence else reference.span
    return Match(quote, harms="both", fields={"label": reference.label}, why=reference.label)
