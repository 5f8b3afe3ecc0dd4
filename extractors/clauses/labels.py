"""Reading the number at the start of a line: 第一条, 一、, （一）, 1., 3.1.2, 3-1, (1), 1), ①, a., ii.

Only the words of one line are looked at here. Whether the number really opens a clause, and how deep it
stands, is decided in `extractors.clauses.nesting` from the numbers around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from string import ascii_letters
from typing import NamedTuple


class Style(Enum):
    """The look of a number; the order is the one in which Chinese contracts usually nest them (GB/T 9704)."""

    PART = 0  # 第一部分, 第一编
    CHAPTER = 1  # 第一章
    SECTION = 2  # 第一节
    ARTICLE = 3  # 第一条
    CHINESE = 4  # 一、
    CHINESE_PAREN = 5  # （一）
    CHINESE_HALF = 6  # 一）
    NUMBER = 7  # 1. 1、
    DECIMAL = 8  # 1.1, 3-1
    CLAUSE_OF_ARTICLE = 9  # 第一款
    PAREN = 10  # (1)
    HALF_PAREN = 11  # 1)
    CIRCLED = 12  # ①
    ROMAN_CAPITAL = 13  # Ⅰ.
    CAPITAL = 14  # A.
    LETTER = 15  # a.
    LETTER_PAREN = 16  # (a)
    ROMAN = 17  # ii.
    ROMAN_PAREN = 18  # (ii)

    def __init__(self, rank: int) -> None:
        self.rank = rank  # 0 for the style that usually stands outermost


class Label(NamedTuple):
    """A number as it stands at the start of a line.

    ``numbers`` holds one number, or all parts of a decimal (3.1.2). ``length`` counts the characters up to
    the text that follows, separators and spaces included. A ``weak`` label may as well be a quantity
    ("1 套", "3.5日内") and counts only where the numbers around it fit.
    """

    text: str
    style: Style
    numbers: tuple[int, ...]
    length: int
    mark: str = ""  # the punctuation that closes it: tells 1. from 1、 where both are used
    weak: bool = False

    @property
    def number(self) -> int:
        """The last number: what counts up from one clause to the next."""
        return self.numbers[-1]


_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN = r"[一二三四五六七八九十百零〇]{1,6}"
_GAP = r"[ \t\u3000\xa0]*"
# Characters that are one digit in one code point, and the radicals some PDF fonts give for numerals: one to one,
# so that offsets stay.
_SAME_LENGTH = str.maketrans(
    "０１２３４５６７８９⼀⼆⼋⼗",
    "0123456789一二八十",
)
_UNUSUAL = re.compile("[０-９⼀⼆⼋⼗]")  # translating is slow, and rarely needed
_LONGEST_LABEL = 48  # characters, what tells a reference included
_UNITS = (
    r"(?:%|％|‰|℃|°|[GMK]B?(?![a-zA-Z])|[ckm]?m(?![a-zA-Z])|kg|元(?![素件])|万|亿|倍|折|米|吨|公里|平方|美元|港元|欧元"
    r"|个(?![人别体案])|人(?![员民力身工才事为防])|年(?![度限检终报])|月(?![度结租底])|日(?![常期])|天(?![然气])|小时|分钟|秒"
    r"|分(?!包|公司|期|类|级|配|支|割|项|别|部|析|享|成|为|工|摊|红|歧|所)|次(?![要日月年])|台(?![账风])|套(?!餐)|份(?!额)|件|张|名(?![称义誉单])"
    r"|周(?!边)|年级|层(?![级次])|楼|号|栋|幢|寸|度(?!假)|级(?!别)|岁|千|百|公斤|克|升)"
)
_UNIT = re.compile(_GAP + _UNITS)
# Words that show a number at the start of a line to be the rest of a reference: 第五条约定的…, （一）项所述
_REFERENCE = re.compile(
    r"第|[项款](?!目)|的|之[一二三四五规约]|所[述列指约规]|中[的所约规，]|[、和及与或至到]\s*第|[，,。；;）)”》]|约定|规定|项下|以[上下内外]"
)
_ITEM_REFERENCE = re.compile(
    r"[项款](?!目)|[至到、和及与或]?[（(]\s*[\d一二三四五六七八九十]{1,3}\s*[)）]|[、和及与或至到]\s*第|所[述列指]|中所|[，,；;）)]"
)
_SPACED_REFERENCE = re.compile(_GAP + r"第[一二三四五六七八九十\d]+[款项]")

_ORDINAL = re.compile(rf"第{_GAP}({_HAN}|\d{{1,3}}){_GAP}(部分|[编篇章节条款])")
_ORDINAL_STYLE = {
    "部分": Style.PART,
    "编": Style.PART,
    "篇": Style.PART,
    "章": Style.CHAPTER,
    "节": Style.SECTION,
    "条": Style.ARTICLE,
    "款": Style.CLAUSE_OF_ARTICLE,
}
_CHINESE = re.compile(rf"({_HAN}){_GAP}([、.．：:])(?!{_HAN}[、级类层期楼日月年])")
_DOT = r"[.．]"
_DECIMAL = re.compile(rf"[1-9]\d?(?:{_DOT}[1-9]\d?){{1,5}}(?![\d:：]|{_DOT}\d)")
_SPACED_DECIMAL = re.compile(rf"[1-9]\d?(?: ?{_DOT} ?[1-9]\d?){{1,5}}(?=\s|$)")
_HYPHENED = re.compile(r"[1-9]\d?(?:[-－—][1-9]\d?){1,3}(?=[\s、]|$|[\u4e00-\u9fff])")
_NUMBER = re.compile(rf"([1-9]\d{{0,2}}){_GAP}([.．、])")
_ADDRESS = re.compile(r"\d+\.\d+\.\d")  # an address or version whose parts are no clause numbers
_BARE = re.compile(r"([1-9]\d?)[ \u3000]+(?=[\u4e00-\u9fff“《【A-Za-z])")
_PARENTHESES = re.compile(rf"[（(]{_GAP}(\d{{1,2}}|{_HAN}|[a-zA-Z]|[ivx]{{2,5}}){_GAP}[)）]{_GAP}[、.．]?")
_HALF_PAREN = re.compile(rf"(\d{{1,2}}|{_HAN}|[a-zA-Z]|[ivx]{{2,5}}){_GAP}[)）]{_GAP}[、.．]?")
_LETTER = re.compile(rf"([a-zA-Z]|[ivx]{{2,5}}){_GAP}[.．、](?![a-zA-Z\d.])")
# Enclosed numbers in one code point: first character, count, style.
_ENCLOSED = (
    ("①", 20, Style.CIRCLED),
    ("⑴", 20, Style.PAREN),
    ("⒈", 20, Style.NUMBER),
    ("㈠", 10, Style.CHINESE_PAREN),
    ("Ⅰ", 12, Style.ROMAN_CAPITAL),
    ("ⅰ", 12, Style.ROMAN),
    ("❶", 10, Style.CIRCLED),
    ("⓵", 10, Style.CIRCLED),
)
_DIGIT_RUN = re.compile(r"\d+")
_SEPARATOR = re.compile(rf"{_GAP}[：:、.．]?")
_CLOSING_MARKS = ("、", ".", "．", ")", "）")
_ROMAN_VALUE = {"i": 1, "v": 5, "x": 10}


def chinese_number(text: str) -> int:
    """The value of a Chinese numeral up to 999 (十二, 一百零三), or of Arabic digits."""
    if text.isdecimal():
        return int(text)
    total = current = 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = current * 10 + _DIGITS[character]
    return total + current


def read_label(line: str) -> Label | None:
    """The number at the start of ``line`` (which begins with it, without spaces before), or None."""
    head = line[:_LONGEST_LABEL]
    plain = head.translate(_SAME_LENGTH) if _UNUSUAL.search(head) else head
    found = next((found for reader in _READERS.get(plain[:1], ()) if (found := reader(plain))), None)
    if found is None:
        return None
    label, end = found
    length = end + len(line[end:]) - len(line[end:].lstrip(" \t\u3000\xa0"))
    return Label(line[: len(label.text)], label.style, label.numbers, length, label.mark, label.weak)


_Found = tuple[Label, int] | None


def _made(text: str, style: Style, *numbers: int, mark: str = "", weak: bool = False) -> Label:
    return Label(text.rstrip(" \t\u3000\xa0"), style, numbers, len(text), mark, weak)


def _ordinal(line: str) -> _Found:
    match = _ORDINAL.match(line)
    if match is None:
        return None
    after = line[match.end() :]
    if _REFERENCE.match(after) or _SPACED_REFERENCE.match(after):
        return None
    separator = _SEPARATOR.match(after)
    end = match.end() + (separator.end() if separator else 0)
    return _made(match.group(), _ORDINAL_STYLE[match.group(2)], chinese_number(match.group(1))), end


def _enclosed(line: str) -> _Found:
    code = ord(line[0])
    for first, count, style in _ENCLOSED:
        if 0 <= code - ord(first) < count:
            closed = line[1:2] in _CLOSING_MARKS
            return _made(line[0], style, code - ord(first) + 1), 1 + closed
    return None


def _decimal(line: str) -> _Found:
    match = _DECIMAL.match(line) or _SPACED_DECIMAL.match(line) or _HYPHENED.match(line)
    if match is None:
        return None
    numbers = tuple(int(part) for part in _DIGIT_RUN.findall(match.group()))
    if len(numbers) == 2 and _UNIT.match(line, match.end()):  # no quantity has three parts
        return None
    closing = _SEPARATOR.match(line, match.end())
    return _made(match.group(), Style.DECIMAL, *numbers), closing.end() if closing else match.end()


def _number(line: str) -> _Found:
    match = _NUMBER.match(line)
    if match is None or int(match.group(1)) > 200:
        return None
    glued = line[match.end() : match.end() + 1].isdecimal()
    if _ADDRESS.match(line):
        return None
    mark = "、" if match.group(2) == "、" else "."
    return _made(match.group(), Style.NUMBER, int(match.group(1)), mark=mark, weak=glued), match.end()


def _chinese(line: str) -> _Found:
    match = _CHINESE.match(line)
    if match is None:
        return None
    return _made(match.group(), Style.CHINESE, chinese_number(match.group(1))), match.end()


_PAREN_STYLES = (Style.CHINESE_PAREN, Style.PAREN, Style.LETTER_PAREN, Style.ROMAN_PAREN)
_HALF_STYLES = (Style.CHINESE_HALF, Style.HALF_PAREN, Style.LETTER, Style.ROMAN)


def _parenthesised(line: str) -> _Found:
    return _bracketed(line, _PARENTHESES.match(line), _PAREN_STYLES)


def _half(line: str) -> _Found:
    return _bracketed(line, _HALF_PAREN.match(line), _HALF_STYLES)


def _bracketed(line: str, match: re.Match[str] | None, styles: tuple[Style, Style, Style, Style]) -> _Found:
    if match is None or _ITEM_REFERENCE.match(line, match.end()):
        return None
    value = match.group(1)
    chinese, arabic, letter, roman = styles
    if value.isdecimal():
        return (_made(match.group(), arabic, int(value)), match.end()) if int(value) else None
    if value.isascii():
        return _lettered(match, value, letter, roman)
    return _made(match.group(), chinese, chinese_number(value)), match.end()


def _letter(line: str) -> _Found:
    match = _LETTER.match(line)
    if match is None:
        return None
    value = match.group(1)
    style = Style.CAPITAL if value.isupper() else Style.LETTER
    return _lettered(match, value, style, Style.ROMAN)


def _lettered(match: re.Match[str], value: str, letter: Style, roman: Style) -> _Found:
    if len(value) == 1:
        return _made(match.group(), letter, ord(value.lower()) - ord("a") + 1), match.end()
    values = [_ROMAN_VALUE[character] for character in value]
    total = sum(-here if here < after else here for here, after in zip(values, [*values[1:], 0], strict=True))
    return (_made(match.group(), roman, total), match.end()) if total > 0 else None


def _bare(line: str) -> _Found:
    match = _BARE.match(line)
    if match is None or _UNIT.match(line, match.end()):
        return None
    return _made(match.group(), Style.NUMBER, int(match.group(1)), mark="bare", weak=True), match.end()


def _readers() -> dict[str, tuple[Callable[[str], _Found], ...]]:
    """The readers to ask, by the first character of a line; most lines begin with none of these."""
    readers: dict[str, tuple[Callable[[str], _Found], ...]] = {"第": (_ordinal,)}
    readers |= dict.fromkeys("0123456789", (_decimal, _number, _half, _bare))
    readers |= dict.fromkeys("一二三四五六七八九十百零〇", (_chinese, _half))
    readers |= dict.fromkeys("（(", (_parenthesised,))
    readers |= dict.fromkeys(ascii_letters, (_half, _letter))
    for first, count, _style in _ENCLOSED:
        readers |= dict.fromkeys((chr(ord(first) + place) for place in range(count)), (_enclosed,))
    return readers


_READERS = _readers()
