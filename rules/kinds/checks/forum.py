"""A court named by its place: one side's home, or a place that has nothing to do with the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Party, Sentence, Span
from rules.context import Context
from rules.patterns import Pattern, any_occurs
from rules.rule import Finder, Match
from rules.tables import Table

_COURT = re.compile(
    r"(?:由|向|提交|提请|交由|诉至|到|至|为)[^，。；\n]{0,12}?"
    r"(?P<place>[一-鿿]{2,16}?[市区县州旗])(?:有管辖权的|基层|第[一二三四五]|中级|高级){0,2}人民法院"
)
_UNIT = re.compile(r"[一-鿿]{2,7}?[省市区县州旗]")
_ADDRESS = re.compile(r"住所|地址|住址|所在地|经营场所")


@dataclass(frozen=True, slots=True)
class _NamedCourt:
    without: tuple[Pattern, ...]
    connected: bool  # whether the place is to be one side's home; else no one's

    def __call__(self, context: Context) -> Iterator[Match]:
        homes = {party.role: home for party in context.contract.facts.parties if (home := _home(party))}
        named = [party for party in context.contract.facts.parties if party.span]
        if not self.connected and (len(homes) < len(named) or len(homes) < 2):
            return  # where a home is not told, the place may have to do with it
        for hit in _COURT.finditer(context.canonical.text):
            span = context.canonical.original(hit.start(), hit.end())
            sentence = context.sentence_of(span)
            if sentence is None or any_occurs(self.without, context.canonical_of(sentence.span)):
                continue
            near = [role for role, home in homes.items() if _lies_in(hit["place"], home)]
            match = self._judge(hit["place"], near, sentence, span, context)
            if match is not None:
                yield match

    def _judge(self, place: str, near: list[str], sentence: Sentence, span: Span, context: Context) -> Match | None:
        quote = context.segment(span, sentence.span)
        if self.connected and len(near) == 1:
            return Match(quote, actor=near[0], fields={"place": place}, why=place)
        if not self.connected and not near and not _spoken_of(place, sentence, context):
            return Match(quote, harms="both", fields={"place": place}, why=place)
        return None


def parse_named_court(table: Table) -> Finder:
    """Courts at the home of one party (``connected = true``), or at a place the contract knows nothing of.

    ``without``: patterns that may not occur in the sentence. Fields: place.
    """
    return _NamedCourt(table.patterns("without"), table.flag("connected", default=True))


def _home(party: Party) -> str:
    return next((value for label, value in party.details if _ADDRESS.search(label) and value), "")


def _lies_in(place: str, home: str) -> bool:
    """Whether an address lies in the smallest unit that ``place`` names."""
    units = _UNIT.findall(place)
    return bool(units) and units[-1] in home


def _spoken_of(place: str, sentence: Sentence, context: Context) -> bool:
    """Whether the rest of the contract names the place's largest town or county."""
    rest = context.canonical.text.replace(context.canonical_of(sentence.span), "")
    return any(unit[:-1] in rest for unit in _UNIT.findall(place))
