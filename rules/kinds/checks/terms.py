"""Terms: defined and never used, or two names for the contract itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import ClauseKind, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_SELF = re.compile(r"本(?:合同|协议)(?!书)")
_LEAST_USES = 3  # of the usual name, so that the other one is the slip
_SHOWN = 5  # terms named in the message


def parse_unused_terms(_table: Table) -> Finder:
    """Terms that are defined and never used again, as one finding. Fields: terms."""
    return _unused


def parse_self_names(_table: Table) -> Finder:
    """本合同 in some places and 本协议 in others, attached documents left out. Fields: usual, other, count."""
    return _self_names


def _unused(context: Context) -> Iterator[Match]:
    parties = context.contract.facts.parties
    names = {word for party in parties for word in (party.role, party.name, *party.aliases)}
    unused = [term for term in context.contract.facts.terms if not term.uses and not _names_party(term.term, names)]
    if unused:
        first, *others = unused
        sentence = context.sentence_of(first.span)
        quote = context.segment(first.span, sentence.span) if sentence else first.span
        fields = {"terms": "、".join(f"“{term.term}”" for term in unused[:_SHOWN])}
        yield Match(quote, harms="both", fields=fields, places=tuple(term.span for term in others), why=first.term)


def _names_party(term: str, names: set[str]) -> bool:
    return term in names or any(name and name in term for name in names)


def _self_names(context: Context) -> Iterator[Match]:
    found: dict[str, list[Span]] = {"本合同": [], "本协议": []}
    for hit in _SELF.finditer(context.canonical.text):
        span = context.canonical.original(hit.start(), hit.end())
        clause = context.clause_of(span)
        if clause is None or context.contract.ancestors(clause)[-1].kind is not ClauseKind.ATTACHMENT:
            found[hit[0]].append(span)
    (other, fewer), (usual, more) = sorted(found.items(), key=lambda item: len(item[1]))
    if not fewer or len(more) < _LEAST_USES:
        return
    sentence = context.sentence_of(fewer[0])
    quote = context.segment(fewer[0], sentence.span) if sentence else fewer[0]
    fields = {"usual": usual, "other": other, "count": str(len(fewer))}
    yield Match(quote, harms="both", fields=fields, places=tuple(fewer[1:]), why=other)
