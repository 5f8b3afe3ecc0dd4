"""Terms the contract defines: 本合同所称“保密信息”是指…, （以下简称“软件”）, “交付物”：指…."""

from __future__ import annotations

import re

from extractors import roles
from extractors.entities.scanning import opening
from extractors.model import DefinedTerm, Span

_OPEN, _CLOSE = '[“"「『【《]', '[”"」』】》]'
_SHORT = re.compile(
    opening(
        "以合简统下",
        rf"(?:以下)?(?:合?简称|统称|合称|下称|以下称)(?:为|作|：|:)?\s?"
        rf"(?:{_OPEN}(?P<quoted>[^”\"」』】》\n]{{1,24}}){_CLOSE}|(?P<bare>[一-鿿A-Za-z0-9]{{2,12}})(?=[）)]))",
    )
)
_CALLED = re.compile(
    rf"(?:本(?:合同|协议)(?:中)?(?:所称|所指|所述|提及)的?|所谓|其中[，,])\s?"
    rf"{_OPEN}?(?P<term>[^“”\"「」『』，。；：:\n]{{2,20}}?){_CLOSE}?\s?[，,]?\s?(?:系|即|均|仅)?(?:是)?指"
)
_MEANS = re.compile(
    rf"{_OPEN}(?P<term>[^“”\"「」『』【】《》，。；：:\n]{{1,20}}){_CLOSE}\s?(?:[：:，,]\s?)?"
    rf"(?:系|均|仅|特|即)?(?:是)?指(?!定|示|导|南|标|令|派)"
)
_LISTED = re.compile(
    r"(?:^|\n)[\s#*]{0,12}(?:[0-9.、（）()一二三四五六七八九十]{1,8}\s?)?(?P<term>[一-鿿A-Za-z]{2,14})\s?[：:]\s?(?:是|系)?指"
)
_ROLES = frozenset((*roles.ALL, *roles.EACH, *roles.ANY))  # names of the parties are no terms of the contract
_MOST_USES = 2000


def find_terms(text: str) -> tuple[DefinedTerm, ...]:
    """The terms ``text`` defines, each once, with the offsets where they are used after their definition."""
    found: dict[str, Span] = {}
    for pattern in (_SHORT, _CALLED, _MEANS, _LISTED):
        for match in pattern.finditer(text):
            name = _group_of(match)
            term = match[name].strip()
            if term and term not in _ROLES and (term not in found or match.start(name) < found[term].start):
                found[term] = Span(*match.span(name))
    terms = [DefinedTerm(span, term, _uses(text, term, span.end)) for term, span in found.items()]
    return tuple(sorted(terms, key=lambda term: term.span))


def _group_of(match: re.Match[str]) -> str:
    if "term" in match.re.groupindex:
        return "term"
    return "quoted" if match["quoted"] is not None else "bare"


def _uses(text: str, term: str, start: int) -> tuple[int, ...]:
    uses: list[int] = []
    at = text.find(term, start)
    while at >= 0 and len(uses) < _MOST_USES:
        uses.append(at)
        at = text.find(term, at + len(term))
    return tuple(uses)
