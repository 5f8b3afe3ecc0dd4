"""Who pays a rate or a sum: from 要求X支付, 由X承担, 向X支付 (the other), X逾期, 因X原因."""

from __future__ import annotations

import re
from functools import cache

from extractors import roles as role_words
from extractors.entities.context import Sentences
from extractors.model import Span

_SENTENCES_BACK = 3
_VERB = (
    r"(?:如|若)?(?:因[^，。；]{0,12})?(?:应|须|需|按|逾期|迟延|延迟|延误|延期|拖欠|拖延|未|每|迟|违反|违约|擅自|不|无正当理由|无故|"
    r"拒|单方|提前|仍|将|同意|向|支付|承担|有(?!权)|存在|出现|发生|存有|作为|在|自|另|除|就|若|如|超过|到期|欠)"
)


class _Patterns:
    """The expressions for one set of role words."""

    def __init__(self, roles: tuple[str, ...]) -> None:
        role = f"(?P<role>{'|'.join(map(re.escape, roles))})"
        pays = r"(?:支付|承担|赔偿|赔付|偿付|缴纳|给付|交纳|计付|负担|加付)"
        # 要求甲方支付, 由甲方承担
        self.demanded = re.compile(
            rf"(?:要求|请求|责令|由|对){role}(?=(?:一次性|另行)?(?:{pays}|加收|应|处|作出|罚|扣))"
        )
        # 向甲方支付: the other one pays
        self.towards = re.compile(
            rf"(?:向|付给|支付给){role}(?=(?:一次性|另行|额外|加倍)?(?:{pays}|按|以)|[^，。；]{{0,30}}违约金)"
        )
        # 因甲方原因
        self.because = re.compile(rf"(?:由于|因|因为|归因于|属于){role}(?:方面)?的?(?:原因|责任|过错|违约|自身)")
        # 甲方逾期
        self.subject = re.compile(rf"(?<![向给由对和、及与]){role}的?(?={_VERB})")
        # what stands behind the number: …向甲方支付, …由甲方承担
        self.behind_towards = re.compile(rf"[^，。；,;]{{0,14}}向{role}")
        self.behind_from = re.compile(rf"[^，。；,;]{{0,14}}向{role}(?:加收|收取|主张|追究|追索|索赔|计收)")
        self.behind_by = re.compile(rf"[^，。；,;]{{0,14}}由{role}{pays}")


@cache
def _patterns(roles: tuple[str, ...]) -> _Patterns:
    return _Patterns(tuple(sorted({*roles, *role_words.ALL}, key=len, reverse=True)))


def payer_of(sentences: Sentences, span: Span, roles: tuple[str, ...] = ()) -> str:
    """The role that pays what stands at ``span``; "" where its sentence and those before it do not tell."""
    text, patterns = sentences.text, _patterns(roles)
    sentence = sentences.around(span)
    behind = text[span.end : min(sentence.end, span.end + 30)]
    before = text[sentence.start : span.end]
    return (
        _told_behind(patterns, behind, roles)
        or _told_before(patterns, before, roles)
        or _last(patterns.subject, before)
        or _told_earlier(patterns, sentences, sentence)
    )


def _told_behind(patterns: _Patterns, behind: str, roles: tuple[str, ...]) -> str:
    if match := patterns.behind_by.match(behind) or patterns.behind_from.match(behind):
        return match["role"]
    match = patterns.behind_towards.match(behind)
    return role_words.opposite(match["role"], roles) if match else ""


def _told_before(patterns: _Patterns, before: str, roles: tuple[str, ...]) -> str:
    """The strong forms, the nearest to the number first: 要求X支付, 向X支付, 由X承担, 因X原因."""
    places = [(match.start(), match["role"]) for match in patterns.demanded.finditer(before)]
    places += [(match.start(), match["role"]) for match in patterns.because.finditer(before)]
    places += [
        (match.start(), role_words.opposite(match["role"], roles)) for match in patterns.towards.finditer(before)
    ]
    return max((place for place in places if place[1]), default=(0, ""))[1]


def _told_earlier(patterns: _Patterns, sentences: Sentences, sentence: Span) -> str:
    """逾期的，… takes its subject from the sentences before it on the line."""
    previous = sentences.previous(sentence)
    for _ in range(_SENTENCES_BACK):
        if previous is None:
            return ""
        if found := _last(patterns.subject, previous.of(sentences.text)):
            return found
        previous = sentences.previous(previous)
    return ""


def _last(pattern: re.Pattern[str], words: str) -> str:
    found = ""
    for match in pattern.finditer(words):
        found = match["role"]
    return found
