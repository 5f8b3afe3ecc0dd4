"""Which party pays and which performs: by role word, else by who 支付 and who 提供 in the text."""

from __future__ import annotations

import re

from extractors import roles
from extractors.model import Party

_GIVES_MONEY = (
    r"(?:(?!要求|有权|收到|方[应须需])[^，。；\n]){0,16}?(?:支付|付款|付清|缴纳|缴付|交纳|预付|购买|承租|租用)"
)
_GIVES_WORK = (
    r"(?:(?!要求|有权|收到|方[应须需])[^，。；\n]){0,12}?"
    r"(?:提供|交付|交货|供货|开发|施工|维护|完成|安装|出租|承揽|承运|办理|处理|实施|培训)"
)
_CLEAR_MARGIN = 1


def duties(text: str, parties: tuple[Party, ...]) -> tuple[str, ...]:
    """For each party "pays", "performs", or "" where neither its role words nor the text tell."""
    told = [_by_words(party) for party in parties]
    if len(parties) != 2:  # with three parties the other one's duty tells nothing
        return tuple(told)
    if told[0] == told[1]:
        told = _by_counts(text, parties)
    other = {"pays": "performs", "performs": "pays", "": ""}
    first, second = told
    return (first or other[second], second or (other[first] if first else ""))


def _by_words(party: Party) -> str:
    return next((side for word in (party.role, *party.aliases) if (side := roles.side_of(word))), "")


def _by_counts(text: str, parties: tuple[Party, ...]) -> list[str]:
    """The party that pays more often; without any paying, the text does not tell."""
    paid = [_count(text, party.role, _GIVES_MONEY) for party in parties]
    worked = [_count(text, party.role, _GIVES_WORK) for party in parties]
    lead = (paid[0] - worked[0]) - (paid[1] - worked[1])
    if paid[0] == paid[1] or abs(lead) < _CLEAR_MARGIN or (lead > 0) != (paid[0] > paid[1]):
        return ["", ""]
    return ["pays", "performs"] if lead > 0 else ["performs", "pays"]


def _count(text: str, role: str, act: str) -> int:
    """How often ``role`` is the subject of ``act``; 要求甲方支付 and 向甲方提供 have another subject."""
    return len(re.findall(rf"(?<![向给由对求和])(?<!要求){re.escape(role)}{act}", text))
