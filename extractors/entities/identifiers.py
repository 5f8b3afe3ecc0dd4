"""Check digits: 统一社会信用代码 (GB 32100-2015) and 公民身份号码 (GB 11643-1999)."""

from __future__ import annotations

from datetime import date

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # without I, O, S, V, Z
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_LENGTH = 18


def valid_credit_code(code: str) -> bool:
    """Whether ``code`` is a 统一社会信用代码 of 18 characters whose check digit fits (GB 32100-2015)."""
    code = code.strip().upper()
    if len(code) != _LENGTH or any(character not in _CREDIT_ALPHABET for character in code):
        return False
    total = sum(
        _CREDIT_ALPHABET.index(character) * weight for character, weight in zip(code, _CREDIT_WEIGHTS, strict=False)
    )
    return code[-1] == _CREDIT_ALPHABET[-total % len(_CREDIT_ALPHABET)]


def valid_id_number(number: str) -> bool:
    """Whether ``number`` is an 18-digit 公民身份号码 with a real birthday and a fitting check digit (GB 11643-1999)."""
    number = number.strip().upper()
    if len(number) != _LENGTH or not (number[:-1].isascii() and number[:-1].isdigit()):
        return False
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:  # 30 February
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return number[-1] == _ID_CHECKS[total % len(_ID_CHECKS)]
