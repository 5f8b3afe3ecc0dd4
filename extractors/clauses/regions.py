"""The parts of a contract that are not clauses: title, parties, preamble, signature blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from extractors.clauses.labels import Label
from extractors.clauses.lines import Line
from extractors.clauses.signature import ROLE, ROLE_LINE
from extractors.model import Region, RegionKind, Span

_TITLE = re.compile(
    r"(?:合同|协议|契约|条款|章程|公约|承诺书|委托书|合同书|协议书|确认书|意向书|备忘录|须知|订单)(?:[（(《].{1,24}[)）》])?$"
)
_NOT_TITLE = re.compile(rf"[：:。；，]|^(?:根据|鉴于|依据|为了|经|本着)|^{ROLE}[：:（(]")
_TITLE_LENGTH = 40
_PARTY_DETAIL = re.compile(
    r"^(?:或)?(?:法定代表|法人|授权|委托代理|代表|代理人|经办|负责人|联系|电话|手机|传真|地址|注册地|住所|住址|家庭|通讯|通信|开户|账号|帐号|账户|户名|税号|纳税人"
    r"|邮编|邮政编码|电子邮|邮箱|身份证|证件|统一社会信用|信用代码|营业执照|组织机构|银行|单位名称|企业名称|公司名称|名称|姓名|性别|职务|用户名|出生|国籍|户籍)"
)
_PARTY_OPEN = re.compile(rf"^{ROLE}(?:[：:_＿/（(]|统一社会|地址|住所|联系|法定|电话|名称|$)")
_OTHER_DETAIL = re.compile(r"^[^，。；：:]{1,14}[：:](?!.*[。；])")
_ROLE_CELL = re.compile(rf"^{ROLE}[：:]?$")
_PREAMBLE = re.compile(
    r"根据|鉴于|依据|依照|为了|为规范|为明确|本着|经.{0,16}协商|达成|订立|签订本|如下|兹|拟|委托|同意|共同遵守"
)
_SIGNED = re.compile(r"盖章|签字|签章|公章|签名|无正文")
_LONG = 60
_FIELD = 20


def head_regions(lines: tuple[Line, ...]) -> list[Region]:
    """Title, parties and preamble among the ``lines`` before the first clause."""
    if not lines:
        return []
    title = next((index for index, line in enumerate(lines) if _is_title(line)), None)
    clusters = _party_clusters(lines)
    regions = [] if title is None else [_region(RegionKind.TITLE, lines, title, title)]
    regions += [_region(RegionKind.PARTIES, lines, first, last) for first, last in clusters]
    after = max([last for _, last in clusters] + ([title] if title is not None else []), default=-1)
    start = next((index for index in range(after + 1, len(lines)) if _is_preamble(lines[index])), None)
    if start is not None:
        regions.append(_region(RegionKind.PREAMBLE, lines, start, len(lines) - 1))
    return sorted(regions, key=lambda region: region.span)


def late_head(lines: tuple[Line, ...], labels: Mapping[int, Label]) -> tuple[int, int] | None:
    """First line of the parties and first line of the clauses, where numbered notes for the user stand before both.

    Model contracts print 使用说明 with numbers of their own above the parties.
    """
    order = sorted(labels)
    for before, after in pairwise(order):
        if labels[after].number != 1:
            continue
        gap = range(before + 1, after)
        if any(_SIGNED.search(lines[index].tight) for index in gap):
            return None
        opening = [index for index in gap if _opens_parties(lines[index])]
        if len(opening) > 1:
            return opening[0], after
    return None


def _region(kind: RegionKind, lines: tuple[Line, ...], first: int, last: int) -> Region:
    return Region(kind, Span(lines[first].start, lines[last].end))


def _is_title(line: Line) -> bool:
    tight = line.tight
    return len(tight) <= _TITLE_LENGTH and bool(_TITLE.search(tight)) and not _NOT_TITLE.search(tight)


def _is_preamble(line: Line) -> bool:
    prose = line.text.endswith(("。", "：", ":")) and len(line.tight) > _FIELD
    return prose or (bool(_PREAMBLE.search(line.tight)) and not _opens_parties(line))


def _opens_parties(line: Line) -> bool:
    if len(line.tight) > 2 * _LONG or line.text.endswith("。"):
        return False
    if line.row:
        return any(_ROLE_CELL.match(cell.strip()) for cell in line.text.split("\t"))
    return bool(_PARTY_OPEN.match(line.tight) or ROLE_LINE.match(line.tight))


def _party_clusters(lines: tuple[Line, ...]) -> list[tuple[int, int]]:
    """First and last line of each run of party lines, details included."""
    clusters: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if not _opens_parties(lines[index]):
            index += 1
            continue
        last, gap = index, 0
        for after in range(index + 1, len(lines)):
            if _opens_parties(lines[after]) or _is_detail(lines[after]):
                last, gap = after, 0
            elif gap or _is_preamble(lines[after]) or _is_title(lines[after]) or len(lines[after].tight) > _LONG:
                break
            else:
                gap += 1
        clusters.append((index, last))
        index = last + 1
    return clusters


def _is_detail(line: Line) -> bool:
    known = _PARTY_DETAIL.match(line.tight) or _OTHER_DETAIL.match(line.tight)
    return len(line.tight) <= 2 * _LONG and bool(known) and not line.text.endswith("。")
