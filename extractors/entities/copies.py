"""How many copies are made and who holds them: 一式四份，甲方执二份，乙方执二份; 双方各执一份; 正本贰份，副本肆份."""

from __future__ import annotations

import re

from extractors import roles
from extractors.entities.numerals import NUMBER, number
from extractors.model import Copies, Span

_BLANK = r"(?:[\s_＿　【】\[\]]{1,20}|\{\{[^{}\n]{1,30}\}\}|\$\{[^{}\n]{1,30}\})"
_COUNT = rf"(?:[\s_＿【\[]{{0,6}}(?:{NUMBER}|两){{1}}[\s_＿】\]]{{0,6}}|{_BLANK}|)"
_COPIES = re.compile(
    rf"(?:(?:一|壹|1)\s?式\s?(?:持|为)?(?P<total>{_COUNT})\s?份|正本\s?(?P<original>{_COUNT})\s?份)(?P<rest>[^。\n]{{0,120}})"
)
_KEEP = r"(?:执|持|留存|保存|保留|保管|存)?有?"
_EACH_HOLDS = re.compile(
    rf"(?P<who>(?:甲、?乙、?丙?、?丁?[双三四]?方?|[双三四各]方|当事人))[^，。；,;\n]{{0,8}}?各(?:自)?{_KEEP}(?P<count>{_COUNT})\s?份"
)
_HOLDS = re.compile(rf"(?P<who>{roles.ALTERNATION}|[一-鿿（）]{{2,14}}?)(?P<keeps>{_KEEP})(?P<count>{_COUNT})\s?份")
_DUPLICATES = re.compile(rf"副本\s?(?P<count>{_COUNT})\s?份")
_PARTIES_NAMED = {"双方": 2, "三方": 3, "四方": 4}


def find_copies(text: str, parties: tuple[str, ...] = ()) -> tuple[Copies, ...]:
    """All statements of copies; ``parties`` (roles) resolve 各方各执一份. None stands for a blank number."""
    return tuple(_copies(match, parties) for match in _COPIES.finditer(text))


def _copies(match: re.Match[str], parties: tuple[str, ...]) -> Copies:
    rest = match["rest"]
    total = _count(match["total"] if match["total"] is not None else match["original"])
    if match["original"] is not None and (duplicates := _DUPLICATES.search(rest[:20])):
        extra = _count(duplicates["count"])
        total = None if total is None or extra is None else total + extra
    holders: list[tuple[str, int | None]] = []
    end = 0
    for found in _EACH_HOLDS.finditer(rest):
        holders += [(role, _count(found["count"])) for role in _roles_of(found["who"], parties)]
        end = max(end, found.end())
    for found in _HOLDS.finditer(rest):
        who = found["who"].removeprefix("其中")
        if _named(who, found["keeps"]):
            holders.append((who, _count(found["count"])))
            end = max(end, found.end())
    return Copies(Span(match.start(), match.start("rest") + end), total, tuple(holders))


def _named(who: str, keeps: str) -> bool:
    """Whether one holder stands before a number: a role (甲方叁份), or any name with a verb (合营企业执二份)."""
    if any(word in who for word in ("双方", "各", "三方", "四方", "甲乙", "当事人", "副本", "正本")):
        return False
    return who in roles.ALL or bool(keeps)


def _roles_of(who: str, parties: tuple[str, ...]) -> tuple[str, ...]:
    named = tuple(f"{letter}方" for letter in "甲乙丙丁" if letter in who)
    if named:
        return named
    wanted = next((count for word, count in _PARTIES_NAMED.items() if word in who), len(parties))
    if len(parties) == wanted and parties:
        return parties
    return tuple(f"{letter}方" for letter in "甲乙丙丁"[:wanted]) or (who,)


def _count(words: str) -> int | None:
    value = number(words.strip(" \t　_＿【】[]")) if words else None
    return int(value) if value is not None else None
