"""Cutting text for SQLite's full text search, which knows no Chinese words: every ideograph is a token.

A search for 违约金 becomes the phrase "违 约 金", so that words of any length are found, two characters too.
"""

from __future__ import annotations

import re

_IDEOGRAPH = re.compile(r"([\u3400-\u9fff\uf900-\ufaff])")
_PART = re.compile(r"\w+")


def spaced(text: str) -> str:
    """``text`` with a space on both sides of every Chinese character."""
    return _IDEOGRAPH.sub(r" \1 ", text)


def match_expression(words: str) -> str:
    """An FTS5 expression: every part of ``words`` (split at spaces) as a phrase; empty where nothing can be sought.

    Only letters, digits and ideographs go in, so that no character acts as an operator.
    """
    phrases = (" ".join(_PART.findall(spaced(part))) for part in words.split())
    return " AND ".join(f'"{phrase}"' for phrase in phrases if phrase)
