"""Numbers as contracts write them: 1,200.00, 120万, 壹佰贰拾万, 三十, 百分之三十, 5‰, 三分之一, 半.

All values are exact `Decimal`. The patterns are pieces for other modules' expressions and contain no groups.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

# Runs are bounded, so that a page of digits costs no more than linear time.
ARABIC = r"(?:[0-9０-９]{1,3}(?:,[0-9０-９]{3}){1,6}(?![0-9０-９])|[0-9０-９]{1,20})(?:[.．][0-9０-９]{1,10})?"
_CHINESE_CHARACTERS = "零〇○一二三四五六七八九十百千万亿两廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億点"
CHINESE = rf"[{_CHINESE_CHARACTERS}]{{1,24}}"
NUMBER = rf"(?:{ARABIC}(?:\s?[十百千万亿萬億]{{1,3}})?|{CHINESE})"
NUMBER_OPENS = f"0-9０-９{_CHINESE_CHARACTERS}"
"""What NUMBER, and SHARE, can begin with: characters and ranges of a class."""
SHARE = (
    rf"(?:(?:百|千|万|{CHINESE}|[0-9]{{1,3}})分之\s?(?:{NUMBER}|半)"
    rf"|{ARABIC}\s{{0,3}}[%％‰]|{CHINESE}成(?![立为本就交果员分品])|一半)"
)
"""A proportion: 30%, 5‰, 百分之三十, 三分之一, 三成, 一半."""

_TO_ASCII = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_TO_PLAIN = str.maketrans("萬億貳參陸○", "万亿贰叁陆〇")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_MIXED = re.compile(r"([0-9.]+)([十百千万亿]*)")
_DIGITS_ONLY = re.compile(r"[零〇一二三四五六七八九]{2,}")
_OF = re.compile(r"(.+)分之\s?(.+)")
_LONGEST = 40  # no amount needs more characters; guards cn2an against hostile runs


@lru_cache(maxsize=2048)  # a contract writes the same few numbers again and again
def number(words: str) -> Decimal | None:
    """The value of a number in Arabic or Chinese digits (万/亿 included); None where it is not a number."""
    plain = "".join(words.translate(_TO_ASCII).translate(_TO_PLAIN).replace(",", "").split())
    if not plain or len(plain) > _LONGEST:
        return None
    if mixed := _MIXED.fullmatch(plain):
        return _scaled(mixed[1], mixed[2])
    if plain == "半":
        return Decimal("0.5")
    return _chinese(plain)


def fraction(words: str) -> Decimal | None:
    """The value of a proportion as a fraction of one ("30%" is 0.3, 千分之五 is 0.005); None where it is none."""
    plain = words.translate(_TO_ASCII).strip()
    if plain in ("半", "一半"):
        return Decimal("0.5")
    if plain.endswith(("%", "‰")):
        value = number(plain[:-1])
        return None if value is None else value / (100 if plain[-1] == "%" else 1000)
    if plain.endswith("成"):
        value = number(plain[:-1])
        return None if value is None else value / 10
    parts = _OF.fullmatch(plain)
    return _quotient(parts[1], parts[2]) if parts else None


def _quotient(below: str, above: str) -> Decimal | None:
    """``above`` parts of ``below``; the bare scale words 百, 千 and 万 are denominators of their own."""
    bottom = Decimal(_SCALES[below]) if below in _SCALES else number(below)
    top = Decimal(_SCALES[above]) if above in _SCALES else number(above)
    return top / bottom if bottom and top is not None else None


def _scaled(digits: str, scales: str) -> Decimal | None:
    try:
        value = Decimal(digits)
    except InvalidOperation:  # "1.2.3"
        return None
    for scale in scales:
        value *= _SCALES[scale]
    return value


def _chinese(words: str) -> Decimal | None:
    if _DIGITS_ONLY.fullmatch(words):  # 二〇二四: digits read one by one
        return Decimal("".join(str("零一二三四五六七八九".index(c)) for c in words.replace("〇", "零")))
    import cn2an  # imported where first needed: it loads a table

    if words[0] in "拾佰仟":  # 拾万: cn2an knows 十万 without its 一, but not the capital forms
        words = "壹" + words
    try:
        return Decimal(str(cn2an.cn2an(words, "normal")))
    except (ValueError, KeyError, IndexError, TypeError):  # its words for "not a number"
        return None
