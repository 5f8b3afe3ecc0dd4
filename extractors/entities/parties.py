"""Who concludes the contract: 甲方：…, 出租人（甲方）：…, …有限公司（以下简称“乙方”）, 您与平台."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors import roles
from extractors.entities.party_details import details_on, value_of
from extractors.entities.party_duties import duties
from extractors.model import Clause, Party, Region, RegionKind, Span

_SPACED = r"\s{0,4}"
_LETTERED = "甲乙丙丁戊己"
_LETTER_ROLE = rf"(?:[{_LETTERED}]{_SPACED}方(?:\s?[一二三四五1-5](?![0-9、.]))?)"
_NOT_HEADS = frozenset(
    ("公司", "本公司", "您", "平台", "用户", "客户", "会员", "顾问", "员工", "学校", "商户", "业主", "股东", "设计人")
)
_WORDS = [word for word in roles.ALL if word not in _NOT_HEADS and word[0] not in _LETTERED]
_WORD_ROLE = "(?:" + "|".join(_SPACED.join(word) for word in _WORDS) + ")"
_ROLE = rf"(?:{_LETTER_ROLE}|{_WORD_ROLE})"
_NOTE = r"[（(](?P<note>[^（）()\n]{1,40})[）)]"
_HEAD = re.compile(
    rf"(?:^|(?<=[\t \u3000：:。；]))\s{{0,12}}(?P<role>{_ROLE})(?:全称|名称)?\s{{0,4}}(?:{_NOTE})?\s{{0,4}}"
    rf"(?:[:：]+(?P<value>[^\n]{{0,120}})|(?<=[）)])(?P<bare>[_＿]{{3,40}}))",
    re.MULTILINE,
)
_CELL = re.compile(rf"(?:^|(?<=\t))(?P<role>{_LETTER_ROLE})\t(?P<value>[^\t\n]{{2,60}})", re.MULTILINE)
_NEXT_HEAD = re.compile(rf"(?:[\t \u3000]|(?<=[）)_])){_ROLE}\s{{0,4}}(?:[（(][^（）()\n]{{1,40}}[）)])?\s{{0,4}}[:：]")
_CALLED = re.compile(r"[（(](?:以下|下)?(?:简?称|统称)(?:为|作)?\s?(?P<names>[^（）()\n]{1,40})[）)]")
_CALLED_WORDS = re.compile(r"(?:以下|下)?(?:简|统|(?<!名))称(?:为|作)?")
_COMPANY = (
    r"(?P<name>[一-鿿A-Za-z0-9·&（）()]{2,40}?"
    r"(?:有限责任公司|股份有限公司|有限公司|集团|事务所|合作社|合伙企业[）)]?|研究院|大学|中心))"
)
_COMPANY_CALLED = re.compile(
    rf"{_COMPANY}\s?[（(](?:以下|下)?(?:简?称|统称)(?:为|作)?\s?(?P<names>[^（）()\n]{{1,30}})[）)]"
)
_SELF_CALLED = re.compile(
    r"[“\"](?P<name>[^“”\"\n]{2,20})[”\"][（(](?:以下)?简?称(?:为)?[“\"]?(?P<names>我们|平台|本平台)[”\"]?[）)]"
)
_CALLED_FIRST = re.compile(
    r"(?P<who>[^，。；、\n]{2,40}?)[（(]下?(?:以下)?简?称(?:为)?(?P<names>[^（）()\n]{0,20}[甲乙丙丁]方[^（）()\n]{0,12})[）)]"
)
_ALIAS = re.compile(r"(?!个人|本人|法人|自然人)[一-鿿]{1,8}(?:[方人商者户家]|公司|平台|学校|机构)")
_ALIAS_TAIL = re.compile(r"(?:姓名|名称|全称|签字|盖章)$")
_NO_NAME = re.compile(
    r"\{\{|\$\{|[Xx×]{3}|签字|盖章|公章|签章|印章|[*]{3}|^[/\\]$|姓名|名称$|^[男女]|是指|[，：:]|^[（(][^（）()]*[）)]$"
)
_NOISE = re.compile(r"^[\s_＿:：*【】\[\]]+|[\s_＿,，。;；*]+$")
_SEPARATORS = re.compile(r"[、，,或和及“”\"「」『』\s]+")
_HEAD_REACH = 6000
_OFTEN = 3
_USERS = ("您", "用户", "会员", "客户")


@dataclass
class _Found:
    """A party while its lines are being read."""

    role: str
    name: str = ""
    aliases: list[str] = field(default_factory=list)
    span: Span | None = None
    details: dict[str, str] = field(default_factory=dict)


def find_parties(text: str, clauses: tuple[Clause, ...] = (), regions: tuple[Region, ...] = ()) -> tuple[Party, ...]:
    """The parties in the order they are introduced, each role once.

    ``regions`` tell where the signatures are (their fields complete the details), ``clauses`` where the head ends.
    A party that no line introduces, but the text speaks of (承租人 and 出租人 throughout), has no span.
    """
    head = _head_end(text, clauses, regions)
    found: dict[str, _Found] = {}
    _read_lines(text, 0, head, found)
    _read_table(text, head, found)
    _read_preamble(text, head, found)
    if not found:
        _read_platform(text, min(len(text), _HEAD_REACH), found)
    if not found:
        found = {role: _Found(role) for role in roles.pair_in(text)}
    found = _completed_pair(text, found)
    for region in regions:
        if region.kind is RegionKind.SIGNATURE:
            _complete(text, region.span, found)
    parties = tuple(
        Party(item.role, item.name, tuple(dict.fromkeys(item.aliases)), item.span, tuple(item.details.items()))
        for item in found.values()
    )
    return tuple(replace(party, does=does) for party, does in zip(parties, duties(text, parties), strict=True))


def _head_end(text: str, clauses: tuple[Clause, ...], regions: tuple[Region, ...]) -> int:
    """Where the lines that introduce the parties end: with their region, else at the first clause behind them."""
    ends = [region.span.end for region in regions if region.kind in (RegionKind.PARTIES, RegionKind.PREAMBLE)]
    if ends:
        return max(ends)
    heads = (match.start() for match in _HEAD.finditer(text, 0, min(len(text), _HEAD_REACH)))
    first = next(heads, 0)
    starts = [clause.span.start for clause in clauses if clause.span.start > first]
    return min(starts[0] if starts else _HEAD_REACH, len(text))


def _read_lines(text: str, start: int, end: int, found: dict[str, _Found]) -> None:
    """Party lines and the detail lines under them; columns side by side belong to the parties side by side."""
    current: list[_Found] = []
    offset = start
    for line in text[start:end].split("\n"):
        heads = _heads_on(line, offset, found)
        current = heads or current
        if current:
            _add_details(line, current, found)
        offset += len(line) + 1


def _heads_on(line: str, offset: int, found: dict[str, _Found]) -> list[_Found]:
    heads = []
    at = 0
    while match := _HEAD.search(line, at):
        value = match["value"] or ""
        following = _NEXT_HEAD.search(value)
        value = value[: following.start()] if following else value
        at = match.start("value") + len(value) if match["value"] is not None else match.end()
        span = Span(offset + match.start("role"), offset + max(at, match.end("role")))
        heads.append(_merge(found, _head(match, value, span)))
    return heads


def _head(match: re.Match[str], value: str, span: Span) -> _Found:
    words = [match["role"], *_names(_CALLED_WORDS.sub("", match["note"] or ""))]
    called = _CALLED.search(value)
    if called:
        words += _names(called["names"])
        value = value[: called.start()]
    elif bracket := re.fullmatch(r"\s*[（(]([^（）()]{2,10})[）)]\s*", value):
        words.append(bracket[1])
    words = [_ALIAS_TAIL.sub("", "".join(word.split())) for word in words]
    role = next((word for word in words if re.fullmatch(_LETTER_ROLE, word)), words[0])
    aliases = [word for word in words if word != role and (called or word in roles.ALL or _ALIAS.fullmatch(word))]
    return _Found(role, _clean(value), aliases, span)


def _names(words: str) -> list[str]:
    return [word for word in _SEPARATORS.split(words) if word]


def _merge(found: dict[str, _Found], new: _Found) -> _Found:
    """The party with this role; a later line may give the name a cover page left open."""
    known = next((item for item in found.values() if new.role == item.role or new.role in item.aliases), None)
    if known is None:
        return found.setdefault(new.role, new)
    known.name = known.name or new.name
    known.aliases += new.aliases
    return known


def _clean(value: str) -> str:
    """The name in what stands behind the colon: ends at a wide gap or the next field; "" for a blank."""
    name = re.split(r"\t|\s{2,}|[。；]", value_of(value).strip())[0]
    name = _NOISE.sub("", name).strip()
    return "" if _NO_NAME.search(name) else name


def _add_details(line: str, current: list[_Found], found: dict[str, _Found]) -> None:
    seen: dict[str, int] = {}
    for detail in details_on(line):
        if detail.owner:
            owner = found.get(detail.owner)
        else:
            owner = current[min(seen.get(detail.name, 0), len(current) - 1)]
            seen[detail.name] = seen.get(detail.name, 0) + 1
        if owner is not None and not owner.details.get(detail.name):
            owner.details[detail.name] = detail.value


def _read_table(text: str, end: int, found: dict[str, _Found]) -> None:
    for match in _CELL.finditer(text, 0, end):
        role = "".join(match["role"].split())
        _merge(found, _Found(role, _clean(match["value"]), [], Span(*match.span())))


def _read_preamble(text: str, end: int, found: dict[str, _Found]) -> None:
    """…有限公司（以下简称“乙方”） in running text, where no line introduces that party."""
    for match in _CALLED_FIRST.finditer(text, 0, end):
        words = _names(match["names"])
        role = next((word for word in words if re.fullmatch(_LETTER_ROLE, word)), "")
        if role and role not in found:
            company = re.search(_COMPANY + "$", match["who"])
            name = re.sub(r"^.*(?:由|与|和|及)", "", company["name"]) if company else ""
            found[role] = _Found(role, name, [word for word in words if word != role], Span(*match.span()))


def _read_platform(text: str, end: int, found: dict[str, _Found]) -> None:
    """A platform's terms: the company by the short name it gives itself, and whoever accepts."""
    for match in (*_COMPANY_CALLED.finditer(text, 0, end), *_SELF_CALLED.finditer(text, 0, end)):
        words = _names(match["names"])
        if words and words[0] not in found:
            name = re.sub(r"^.*(?:您与|由|与|和|及|欢迎)", "", match["name"])
            found[words[0]] = _Found(words[0], name, words[1:], Span(*match.span()))
            break
    counts = {word: text.count(word) for word in _USERS}
    user = max(_USERS, key=lambda word: counts[word])
    at = text.find(user)
    if found and at >= 0:
        found[user] = _Found(user, "", [], Span(at, at + len(user)))


def _completed_pair(text: str, found: dict[str, _Found]) -> dict[str, _Found]:
    """The other one of a pair, where the contract speaks of it but no line introduces it (a placeholder does)."""
    if len(found) != 1:
        return found
    role = next(iter(found))
    other = roles.opposite(role)
    if not other or text.count(other) < _OFTEN:
        return found
    return {other: _Found(other), **found} if role == "乙方" else {**found, other: _Found(other)}


def _complete(text: str, span: Span, found: dict[str, _Found]) -> None:
    """Details that stand with the signatures, and only what is filled in there."""
    closing: dict[str, _Found] = {}
    _read_lines(text, span.start, span.end, closing)
    for role, item in closing.items():
        if role in found:
            found[role].name = found[role].name or item.name
            for name, value in item.details.items():
                if value and not found[role].details.get(name):
                    found[role].details[name] = value
