"""Numbers written as Word's number formats write them (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59).

Where a format ends (① to ⑳, 甲 to 癸) Word goes on in Arabic digits, and so does `written`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_LOWER: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"


def _letters(value: int) -> str:
    """a … z, aa, bb … zz, aaa: Word repeats the letter."""
    return _LOWER[(value - 1) % 26] * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    """i, ii, iii, iv …"""
    out = []
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        out.append(sign * count)
    return "".join(out)


def _listed(signs: str) -> Callable[[int], str]:
    """A format that is a list of signs and ends with it."""
    return lambda value: signs[value - 1] if value <= len(signs) else ""


def _range(first: str, count: int) -> Callable[[int], str]:
    """A format whose signs follow one another in Unicode."""
    return _listed("".join(chr(ord(first) + i) for i in range(count)))


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    """一○二 for 102."""
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _below_ten_thousand(value: int, digits: str, units: str, leading: bool) -> str:  # noqa: FBT001 - private
    """Four places with their units; ``leading`` says whether places before these are written, so that 0 shows."""
    out, gap = "", leading and value < 1000
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            out += (digits[0] if gap else "") + digits[digit] + (units[power - 1] if power else "")
            gap = False
        else:
            gap = gap or bool(out)
    return out


def _with_units(digits: str, units: str, myriad: str, *, bare_ten: bool) -> Callable[[int], str]:
    """Numbers with 十, 百, 千 and 万; ``bare_ten`` writes 12 as 十二 instead of 一十二."""

    def write(value: int) -> str:
        head, rest = divmod(value, 10000)
        out = _below_ten_thousand(head, digits, units, leading=False) + myriad if head else ""
        out += _below_ten_thousand(rest, digits, units, leading=bool(head))
        return out[1:] if bare_ten and out.startswith(digits[1] + units[0]) else out

    return write


def _tens_then_digits(value: int) -> str:
    """十二, 九十九, then 一○○: the counting formats know no hundred."""
    return (_THOUSANDS if value < 100 else _ZERO_CIRCLE)(value)


def _japanese(value: int) -> str:
    """百, 千 without 一 before them and without zero between: 百一 for 101."""
    out = _THOUSANDS(value).replace("零", "").replace("一百", "百").replace("一千", "千")
    return out.replace("一十", "十")


_THOUSANDS: Final = _with_units("零一二三四五六七八九", "十百千", "万", bare_ten=True)
_ZERO_CIRCLE: Final = _digit_by_digit("○一二三四五六七八九")
_CIRCLED: Final = _range("①", 20)
_WIDE: Final = _digit_by_digit("０１２３４５６７８９")

_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _WIDE,
    "decimalFullWidth2": _WIDE,
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _tens_then_digits,
    "taiwaneseCounting": _tens_then_digits,
    "chineseCountingThousand": _THOUSANDS,
    "taiwaneseCountingThousand": _THOUSANDS,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _with_units("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", bare_ten=False),
    "ideographLegalTraditional": _with_units("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", bare_ten=False),
    "ideographDigital": _ZERO_CIRCLE,
    "japaneseDigitalTenThousand": _ZERO_CIRCLE,
    "taiwaneseDigital": _ZERO_CIRCLE,
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": lambda value: _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12],
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _range("⒈", 20),
    "decimalEnclosedParen": _range("⑴", 20),
    "ideographEnclosedCircle": _range("㊀", 10),
}
_LARGEST: Final = 32767  # the most Word counts to; beyond, letters and Roman numbers would only grow long
_SILENT: Final = frozenset(("none", "bullet"))


def written(value: int, number_format: str) -> str:
    """``value`` in Word's ``number_format``: Arabic digits where the format is unknown or ends before ``value``."""
    if number_format in _SILENT:
        return ""
    write = _FORMATS.get(number_format)
    return (write(value) if write is not None and 0 < value <= _LARGEST else "") or str(value)
