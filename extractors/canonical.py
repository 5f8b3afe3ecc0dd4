"""One spelling for patterns to read: half-width digits and letters, full-width punctuation, no white space.

A contract writes 「2 %」, 「２％」 and 「2%」, 「,」 and 「，」; rules should not have to. The map leads every
character back to ``Document.text``.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from extractors.model import Span

_PUNCTUATION = str.maketrans({",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！", "．": "."})
_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDTH |= {ord("％"): ord("%"), ord("＿"): ord("_"), ord("￥"): ord("¥"), ord("﹪"): ord("%")}
_TABLE = {**_PUNCTUATION, **_WIDTH}


@dataclass(frozen=True)
class CanonicalText:
    """``text`` is the canonical spelling; ``offsets[i]`` is where its character ``i`` stands in the original."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """The original characters behind canonical ``start``..``end`` (at least one character long)."""
        return Span(self.offsets[start], self.offsets[max(end - 1, start)] + 1)

    def canonical(self, span: Span) -> tuple[int, int]:
        """Where an original span starts and ends in the canonical text."""
        return bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)

    def of(self, span: Span) -> str:
        """The canonical spelling of an original span."""
        start, end = self.canonical(span)
        return self.text[start:end]


@lru_cache(maxsize=8)
def canonical_text(text: str) -> CanonicalText:
    """``text`` in canonical spelling. Line feeds and tabs stay, since they separate lines and cells."""
    kept = [
        index for index, char in enumerate(text) if char in "\n\t" or not (char.isspace() or char in "\u200b\ufeff")
    ]
    spelled = "".join(text[index] for index in kept).translate(_TABLE)
    return CanonicalText(_undo_in_numbers(spelled), tuple(kept))


def _undo_in_numbers(text: str) -> str:
    """「1,200」 keeps its comma: a separator between digits is not punctuation."""
    chars = list(text)
    for index in range(1, len(chars) - 1):
        if chars[index] in "，：" and chars[index - 1].isdigit() and chars[index + 1].isdigit():
            after = text[index + 1 : index + 4]
            if chars[index] == "：" or (
                len(after) == 3 and after.isdigit() and not text[index + 4 : index + 5].isdigit()
            ):
                chars[index] = "," if chars[index] == "，" else ":"
    return "".join(chars)
