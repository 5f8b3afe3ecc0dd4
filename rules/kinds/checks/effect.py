"""When the contract takes effect: said twice and differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.model import RegionKind, Span
from rules.context import Context
from rules.rule import Finder, Match
from rules.tables import Table

_EFFECT = re.compile(
    r"[^。；！？，\n]{0,40}?(?:，[^。；！？，\n]{0,24}){0,2}?(?<![不未、及和与])生效(?!后|之后|前|的|判决|裁决|法律|裁判|文书|日期)"
)
_OF_CONTRACT = re.compile(r"本(?:合同|协议|约)|(?:^|[、.．])(?:合同|协议|经|自|于)")
_NOT_OF_CONTRACT = re.compile(
    r"补充|变更|修改|解除|附件|通知|条款|承诺书|授权书|同时生效|其他|担保函|规则|订单|更新|公布|发布|转让生效"
)
_WAYS = (
    ("签字", re.compile(r"签字|签署|签订|签名|签章|签约")),
    ("盖章", re.compile(r"盖章|公章|签章|用印")),
    ("指印", re.compile(r"指印|指纹|手印")),
    ("点击", re.compile(r"点击|勾选|在线确认|网上确认")),
    ("满标", re.compile(r"满标|募集|招募|成交")),
)
_EITHER = re.compile(r"或(?:者)?(?:盖|加盖|签|按)|（盖章）|签章|/")


@dataclass(frozen=True, slots=True)
class _Effect:
    """One statement of when the contract takes effect."""

    span: Span
    ways: frozenset[str]
    either: bool  # 签字或盖章


def parse_effect(_table: Table) -> Finder:
    """Two moments of effect for one document that differ in what they ask for. Fields: first, second.

    Or one that asks for fingerprints, where the signature block asks for seals.
    """
    return _find


def _find(context: Context) -> Iterator[Match]:
    found = list(_effects(context))
    for before, effect in pairwise(found):
        if before.ways != effect.ways or before.either is not effect.either:
            yield _match(effect, before.span.of(context.contract.text), (before.span,), context)
            return
    signature = context.contract.region(RegionKind.SIGNATURE)
    for effect in found:
        if (
            effect.ways == {"指印"}
            and signature
            and re.search("[盖印]章|公章", signature.span.of(context.contract.text))
        ):
            yield _match(effect, "签署处须盖章", (), context)
            return


def _effects(context: Context) -> Iterator[_Effect]:
    for hit in _EFFECT.finditer(context.canonical.text):
        ways = frozenset(name for name, pattern in _WAYS if pattern.search(hit[0]))
        end = context.canonical.original(hit.end() - 1, hit.end())
        sentence = context.sentence_of(end)
        if not ways or sentence is None or not _OF_CONTRACT.search(hit[0]):
            continue
        if not _NOT_OF_CONTRACT.search(hit[0]):
            start = context.canonical.original(hit.start(), hit.end()).start
            yield _Effect(Span(max(start, sentence.span.start), end.end), ways, bool(_EITHER.search(hit[0])))


def _match(effect: _Effect, first: str, places: tuple[Span, ...], context: Context) -> Match:
    fields = {"first": first.strip(), "second": effect.span.of(context.contract.text).strip()}
    return Match(
        _quote(effect.span, context), harms="both", fields=fields, places=places, why="、".join(sorted(effect.ways))
    )


def _quote(span: Span, context: Context) -> Span:
    """``span`` without the spaces it starts with."""
    return context.canonical.original(*context.canonical.canonical(span))
