"""Conditions and exceptions: which pieces of a sentence limit the others."""

from __future__ import annotations

import re

from extractors.model import Span

_MARKED = re.compile(
    r"(?:但|但是|且|并且|同时|而|另|另外|或|或者|对于?|在|凡)?(?:如(?![下期实数约同何上前意])|若(?!干)|如果|倘若|倘|假如|假使|一旦|万一|要是|除非|只要|只有"
    r"|因(?![此而素为此])|因为|由于|当(?!事人|日|月|年|期|地|时|天|场|面|然|值|庭|选)|凡|遇|无论|不论|不管|即使|即便|尽管|鉴于"
    r"|[^，。；：]{1,25}(?<![例诸比譬])[如若](?=遭|发生|有(?!权)|未|因|逾期|违反|违约|侵|出现|不|需|被|认为|发现|提前|拒|擅自|要|欲|想|遇|能)|[^，。；：]{0,8}[方人商者](?:遇|每(?:逾期|迟|延))|每?逾期|每迟|每延|逾(?!越)|届满|期满|视(?!为|同|频|作))"
)
_ENDING = re.compile(
    r"(?<!目)(?<!标)(?<!是)(?:的|时|之时|(?<!随)后|之后|以后|(?<!提)之?前|以前|前提下|情况下|情形下|条件下|期间|之外|(?<!除)者)$"
)
_NO_ENDING = re.compile(
    r"(?:目的|标的|随时|同时|及时|届时|按时|准时|实时|临时|此时|有的|是(?!否)[^，]{0,30}的|(?<![亲下附金])属[^，]{0,12}的|背后|最后|售后|然后|事前|当前|先后|税前|税后|提前|小时)$"
)
_TIME_NEED = re.compile(
    r"(?:发生|出现|有|存在|具有|具备|符合|属于|遇)?[^，]{0,12}(?:下列|以下|如下|上述|前述)[^，]{0,12}(?:情形|情况|行为|条件|事件|事由)(?:之一)?(?:的|时)?$"
)
_LAST_OF_ENDINGS = frozenset("的时后前下间外者形况为件由一")  # spares most pieces the two patterns
_LISTING = re.compile(r"(?:下列|以下|如下)[^，。：]{0,10}(?:情形|情况|行为|条件|事件|事由|原因|之一)")
_CONTINUES = re.compile(
    r"(?:并|且|而|或|仍|又|也|亦|导致|造成|致使|使|给|经|未|尚未|超过|逾期|达|累计|连续|引起|影响|从而|以致|以至|不|无法|拒|包括|即)"
)
_EXCEPT_AT_END = ("除外", "不在此限", "不受此限", "不受此限制", "不在此列", "从其约定", "从其规定")
_EXCEPT_BARE = re.compile(r"(?:则)?(?:除外|不在此限|不受此限制?|从其约定|从其规定)$")
_LONGEST_BEFORE_EXCEPT = 2  # characters of 但是, 且 in front of 除
_EXCEPT_IN_FRONT = re.compile(
    r"(?:但|但是|且|，)?(?:除了?)(?![非名权去湿尘草锈])[^。；]{1,120}?(?:以外|之外|外)(?=$|[^部观在包侧围墙方形汇币贸界埠聘派])"
)
_EXCEPT_OPENS = re.compile(r"(?:但|但是)?除了?(?![非名权去湿尘草锈])")
_BESIDES = re.compile(r"(?:但|但是)?除(?:此|前述|上述|前款)[^，]{0,10}外$")
_MORE = re.compile(r"[^，。；]{0,20}?(?:还|另|亦|并应|并须|也应|仍)")
_IN_BRACKETS = re.compile(r"[（(]([^（）()]{2,120}?除外)[）)]")
_OTHERWISE = ("否则", "不然")
_WITHOUT_COMMA = ("时", "后", "情况下", "情形下", "的")


def trimmed(masked: str, start: int, end: int) -> int:
    """Where a condition from ``start`` to ``end`` ends without the adverbs of the predicate behind it (均, 皆)."""
    while end > start and masked[end - 1] in "均皆都应须则":
        end -= 1
    return end


def is_marked(masked: str, span: Span) -> bool:
    """Whether a piece begins with a word of condition or cause."""
    return _MARKED.match(masked, span.start, span.end) is not None


def is_ended(masked: str, span: Span) -> bool:
    """Whether a piece ends as conditions do, or tells that one of the listed cases is given."""
    if masked[span.end - 1 : span.end] not in _LAST_OF_ENDINGS:
        return False
    if _TIME_NEED.match(masked, span.start, span.end):
        return True
    if _NO_ENDING.search(masked, span.start, span.end):
        return False
    return len(span) > 2 and _ENDING.search(masked, span.start, span.end) is not None


def marker_end(masked: str, span: Span) -> int:
    """Where the word of condition at the start of ``span`` ends; ``span.start`` where there is none."""
    match = _MARKED.match(masked, span.start, span.end)
    return match.end() if match else span.start


def continues_condition(masked: str, span: Span) -> bool:
    """Whether a piece without predicate goes on telling the condition before it: 造成甲方损失, 且超过三十日."""
    return _CONTINUES.match(masked, span.start, span.end) is not None


def names_listed_cases(masked: str, span: Span) -> Span | None:
    """Where ``span`` announces a list of cases: 下列情形之一."""
    match = _LISTING.search(masked, span.start, span.end)
    return Span(match.start(), match.end()) if match else None


def is_trailing_exception(masked: str, span: Span) -> bool:
    """Whether a piece is an exception by its end: 但法律另有规定的除外."""
    return masked.endswith(_EXCEPT_AT_END, span.start, span.end)


def is_bare_exception(masked: str, span: Span) -> bool:
    """Whether a piece only turns the one before it into an exception: 除外."""
    return _EXCEPT_BARE.match(masked, span.start, span.end) is not None


def opens_exception(masked: str, span: Span) -> bool:
    """Whether a piece begins with 除 and may find its 外 in a later piece."""
    return _EXCEPT_OPENS.match(masked, span.start, span.end) is not None


def leading_exception(masked: str, span: Span) -> Span | None:
    """The 除…外 at the start of ``span``."""
    if masked.find("除", span.start, span.start + _LONGEST_BEFORE_EXCEPT + 1) < 0:
        return None
    match = _EXCEPT_IN_FRONT.match(masked, span.start, span.end)
    return Span(match.start(), match.end()) if match else None


def is_addition(masked: str, span: Span) -> bool:
    """Whether the predicate behind 除…外 adds to it (还应, 另须): then nothing is excepted."""
    return _MORE.match(masked, span.start, span.end) is not None


def is_besides(masked: str, span: Span) -> bool:
    """Whether a leading exception only points back: 除此之外."""
    return _BESIDES.match(masked, span.start, span.end) is not None


def bracketed_exceptions(text: str, span: Span) -> tuple[Span, ...]:
    """Exceptions written in brackets: （不可抗力除外）."""
    if text.find("除外", span.start, span.end) < 0:
        return ()
    found = _IN_BRACKETS.finditer(text, span.start, span.end)
    return tuple(Span(match.start(1), match.end(1)) for match in found)


def otherwise(masked: str, span: Span) -> Span | None:
    """否则 at the start of ``span``: the opposite of what stands before is the condition."""
    if not masked.startswith(_OTHERWISE, span.start, span.end):
        return None
    return Span(span.start, span.start + len(_OTHERWISE[0]))


def ends_before(masked: str, start: int, at: int) -> bool:
    """Whether the words from ``start`` to ``at`` are a condition without comma: 验收合格后 · 甲方应…."""
    return at - start > 3 and masked.endswith(_WITHOUT_COMMA, start, at)
