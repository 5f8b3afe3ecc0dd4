"""When the contract takes effect: signature against seal, said twice and differently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_EFFECT = re.compile(
    r"(?:自|经|于|在)?[^。；！？，\n]{0,30}?(?:签字|签署|签订|签名|盖章|公章|签章)[^。；！？\n]{0,22}?生效"
)


def parse_effect(_table: Table) -> Finder:
    """Two moments of effect for one document that differ in signature, seal or both. Fields: first, second."""
    return _find


def _find(context: Context) -> Iterator[Match]:
    first: tuple[str, Span] | None = None
    for found in _EFFECT.finditer(context.canonical.text):
        span = context.canonical.original(found.start(), found.end())
        sentence = context.sentence_of(span)
        if sentence is None or "补充" in context.canonical_of(sentence.span):
            continue
        formality = _formality(found[0])
        if first is None:
            first = (formality, span)
        elif formality != first[0]:
            yield Match(
                span,
                harms="both",
                fields={"first": first[1].of(context.contract.text), "second": span.of(context.contract.text)},
                places=(first[1],),
                why=formality,
            )
            return


def _formality(text: str) -> str:
    """What the words ask for: 签字, 盖章, both (并/且/和), or either (或)."""
    signs = bool(re.search(r"签字|签署|签订|签名|签章", text))
    seals = bool(re.search(r"盖章|公章|签章", text))
    if signs and seals:
        return "签字或盖章" if re.search(r"或|（盖章）|/", text) else "签字并盖章"
    return "盖章" if seals else "签字"
