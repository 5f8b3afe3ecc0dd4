"""Places left open: ____, {{name}}, ${x}, 【 】, XXX, 人民币　　元, ____年__月__日, 甲方： with nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from extractors import roles
from extractors.entities.blank_kinds import stands_for
from extractors.entities.context import line_at
from extractors.entities.scanning import opening
from extractors.model import Blank, Block, BlockKind, DateFact, Region, RegionKind, Span

_LINE_SPACE = r"[ \t　 ]"
_UNDERSCORES = re.compile(
    opening(
        "_＿﹍",
        rf"(?<![0-9A-Za-z_＿])[_＿﹍]{{2,}}(?:{_LINE_SPACE}{{1,4}}[_＿﹍]{{2,}})*(?![0-9A-Za-z_＿])"
        rf"|(?<=[:：\s（(])[_＿](?={_LINE_SPACE}{{0,4}}[（(\n])",
    )
)
_STRUCK_BEFORE = re.compile(r"[_＿]\s?[/／]\s?$")
_STRUCK_AFTER = re.compile(r"\s?[/／]\s?(?:[_＿\n]|$)")
_FILLED = re.compile(rf"^{_LINE_SPACE}?[0-9]")
_PLACEHOLDERS = re.compile(
    opening(
        r"{$【\[［〔（(XxＸ×●待T",
        r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}"
        r"|【[\s●○_＿/XxＸ×*]{0,20}】|(?<!- )[\[［〔][ 　_＿●○XxＸ×]{0,20}[\]］〕](?![(（])"
        r"|[\[［【](?:年/月/日|编号|姓名|名称|金额|日期|地址|数字|公司名称|请?填写?[^\]］】\n]{0,12}|待[^\]］】\n]{1,6})[\]］】]"
        r"|[（(][ 　]{2,20}[）)]"
        r"|(?<![A-Za-z0-9-])[XxＸ×]{2,12}(?![A-Za-z0-9-])|(?<![A-Za-z0-9])[XＸ](?=[年月日天元%％份个](?![A-Za-z]))"
        r"|(?<=[^\n\s])●{1,12}|(?<=[:：，为（(])(?:待定|待填写?|待补充|待确认|TBD)(?=[。；，\s）)]|$)",
    )
)
_CURRENCY_OPEN = re.compile(
    opening(
        "人R¥￥（(大",
        rf"(?:人民币|RMB|[¥￥])(?:[（(]?大写[）)]?|[（(]?小写[）)]?)?[:：]?"
        rf"{_LINE_SPACE}*(?:(?=\.00)|元整?|圆整?|[:：]?{_LINE_SPACE}+(?=[）)。]))"
        rf"|[（(]?大写[）)]?[:：]?{_LINE_SPACE}*(?:元整?|圆整?)",
    )
)
_UNIT = (
    r"(?:元(?=[，。；、（(）)整/\s人])|万元|[%％]|份(?=[，。；、（(）)\s具，])|个(?=月|工作日|自然日|日历日|小时|系统|用户|员工)"
    r"|(?:工作日|日|天|年|个月|小时)(?=[，。；、（(）)\s内前后之以起止的未])"
    r"|平方米|平米|㎡|台套|课时|学时|名[，。]|G[（，。])"
)
_SPACE_BEFORE_UNIT = re.compile(rf"(?<=[一-鿿，：:（(￥¥]){_LINE_SPACE}{{1,60}}(?={_UNIT})")
_WIDE_SPACE = re.compile(rf"(?<=[一-鿿：:）)]){_LINE_SPACE}{{4,120}}(?=[一-鿿，。；、（(）)%％])")
_COLON_STOP = re.compile(rf"[:：]{_LINE_SPACE}{{0,40}}(?=[。；])")
_PROSE = re.compile(r"[，。；]")

_FIELD = (
    r"(?:统一社会信用代码|社会信用代码|营业执照号?码?|身份证/?(?:营业执照)?号码?|证件(?:类型|号码)?|法定代表人(?:/负责人)?|法人代表|负责人"
    r"|住\s{0,4}所地?|住址|(?:注册|联系|通讯|通信|家庭|单位|办公)?地\s{0,4}址|联\s?系\s?人"
    r"|(?:联系|投诉)?电\s{0,4}话|手机|传\s{0,4}真|电子邮[箱件]|邮箱|邮编"
    r"|开\s?户\s?(?:银\s?)?行|开户名|户\s{0,4}名|(?:银行|收款)?[账帐]\s{0,4}[号户]|税\s{0,4}号|职\s{0,4}务|姓\s{0,4}名"
    r"|(?:合\s?同|协\s?议)\s?编\s?号|(?:签[订约署])(?:地点?|时间|日期)|签\s?署\s?日\s?期|(?:合同)?签订地|项目名称|交货期"
    r"|[一-鿿]{0,6}联系电话)"
)
_ROLE = "(?:" + "|".join(r"\s{0,4}".join(role) for role in roles.ALL if role not in ("公司", "您")) + ")"
_EMPTY_FIELD = re.compile(
    rf"(?<![^\n\t　 ，。；）).、日])[ \t　]{{0,12}}"
    rf"(?P<field>(?:[甲乙丙丁]方)?{_FIELD}|{_ROLE}\s{{0,4}}[一二三四]?\s?(?:[（(][^（）()\n]{{1,24}}[）)])?)"
    rf"\s?[:：]为?[:：]?{_LINE_SPACE}*(?=\n|$|{_LINE_SPACE}(?:{_FIELD}|{_ROLE})|[。])"
)
_SIGNING = re.compile(r"签字|盖章|签章|公章|签名|授权代表|签署页")
_KEY_COLUMNS = re.compile(r"单价|总价|金额|数量|价格|名称|型号|网址|地址|期限|利率|日期|小计|合计|规格|品牌")


def find_blanks(
    text: str,
    regions: tuple[Region, ...] = (),
    dates: Iterable[DateFact] = (),
    blocks: tuple[Block, ...] = (),
) -> tuple[Blank, ...]:
    """All places left open, in order, each once; lines to sign on are meant to be open and are left out.

    ``dates`` are the dates found (those without value are blanks), ``blocks`` give the tables.
    """
    spans = [date.span for date in dates if date.value is None]
    dated = frozenset(span.end for span in spans)
    for pattern in (_PLACEHOLDERS, _CURRENCY_OPEN, _SPACE_BEFORE_UNIT, _COLON_STOP):
        spans += [Span(*match.span()) for match in pattern.finditer(text)]
    spans += _underscored(text) + _wide_spaces(text) + _empty_fields(text)
    spans += _empty_tables(text, blocks)
    closing = tuple(region.span for region in regions if region.kind is RegionKind.SIGNATURE)
    kept = [
        span
        for span in _merged(spans)
        if not _is_for_signing(text, span, closing, regions) and not _is_quoted(text, span)
    ]
    return tuple(_blank(text, span, dated) for span in kept)


def _blank(text: str, span: Span, dated: frozenset[int]) -> Blank:
    written = span.of(text)
    if span.end in dated:
        return Blank(span, "日期", written.strip())
    before = text[line_at(text, span.start).start : span.start].rstrip()
    label = re.sub(r"[\s_＿:：]", "", written)  # an empty field holds its own label
    kind = stands_for(written, before + label, text[span.end : span.end + 8])
    return Blank(span, kind, written.strip())


def _underscored(text: str) -> list[Span]:
    """Runs of underscores; __8__ is filled in, __/__ struck out."""
    found = []
    for match in _UNDERSCORES.finditer(text):
        before, after = text[max(match.start() - 3, 0) : match.start()], text[match.end() : match.end() + 4]
        struck = _STRUCK_BEFORE.search(before) or _STRUCK_AFTER.match(after)
        if not (struck or before[-1:].isdigit() or _FILLED.match(after)):
            found.append(Span(*match.span()))
    return found


def _wide_spaces(text: str) -> list[Span]:
    """Wide gaps inside prose; in a heading (合　　同) or a layout they are only spacing."""
    found = []
    for match in _WIDE_SPACE.finditer(text):
        line = line_at(text, match.start())
        if _PROSE.search(text[line.start : line.end]) and text[line.start : match.start()].strip():
            found.append(Span(*match.span()))
    return found


def _empty_fields(text: str) -> list[Span]:
    return [Span(match.start("field"), match.end()) for match in _EMPTY_FIELD.finditer(text)]


def _empty_tables(text: str, blocks: tuple[Block, ...]) -> list[Span]:
    """Tables whose key columns (单价, 数量, 名称 …) are empty in every row: one blank each, over their rows."""
    rows = [block for block in blocks if block.kind is BlockKind.TABLE_ROW and block.table is not None]
    found = []
    for _, group in groupby(rows, key=lambda block: block.table):
        table = list(group)
        header = table[0].span.of(text).split("\t")
        keys = [index for index, cell in enumerate(header) if _KEY_COLUMNS.search(cell)]
        values = [row.span.of(text).split("\t") for row in table[1:]]
        if keys and values and all(_empty_cells(cells, keys) for cells in values):
            found.append(Span(table[0].span.start, table[-1].span.end))
    return found


def _empty_cells(cells: list[str], keys: list[int]) -> bool:
    return all(index >= len(cells) or not cells[index].strip(" 　_/") for index in keys)


def _merged(spans: list[Span]) -> list[Span]:
    """Overlapping spans become the longest of them, touching ones become one: a date is one blank, not three."""
    kept: list[Span] = []
    for span in sorted((span for span in spans if len(span)), key=lambda span: (span.start, -span.end)):
        if kept and span.start < kept[-1].end:
            kept[-1] = max(kept[-1], span, key=len)
        elif kept and span.start == kept[-1].end:
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            kept.append(span)
    return kept


def _is_quoted(text: str, span: Span) -> bool:
    """Whether the sign is spoken of, not left open: 以“____”标注处."""
    return text[max(span.start - 1, 0) : span.start] in ("“", '"') and text[span.end : span.end + 1] in ("”", '"')


def _is_for_signing(text: str, span: Span, closing: tuple[Span, ...], regions: tuple[Region, ...]) -> bool:
    if any(region.overlaps(span) for region in closing):
        return True
    opening = any(
        region.kind in (RegionKind.PARTIES, RegionKind.TITLE) and region.span.overlaps(span) for region in regions
    )
    line = line_at(text, span.start)
    signing = _SIGNING.search(text[line.start : line.end])
    return bool(signing) and not opening and not _PROSE.search(text[line.start : line.end])
