"""The words around a place: its sentence, its 分句, found in time linear in the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extractors.model import Span

_SENTENCE_END = re.compile(r"[。；;！？!?\n]")
_REACH = 240  # characters of a sentence looked at on either side: a longer one is a list without stops


@dataclass(frozen=True)
class Sentences:
    """The text with the places of its sentence ends."""

    text: str
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Sentences:
        """The sentences of ``text``, ended by 。；！？ or a line feed."""
        return cls(text, tuple(match.start() for match in _SENTENCE_END.finditer(text)))

    def around(self, span: Span) -> Span:
        """The sentence that holds ``span``, at most some 240 characters to either side of it."""
        before = bisect_left(self.ends, span.start) - 1
        after = bisect_left(self.ends, span.end)
        start = self.ends[before] + 1 if before >= 0 else 0
        end = self.ends[after] if after < len(self.ends) else len(self.text)
        return Span(max(start, span.start - _REACH), min(end, span.end + _REACH))

    def previous(self, sentence: Span) -> Span | None:
        """The sentence before ``sentence`` on the same line; None where it opens its line."""
        last = bisect_right(self.ends, sentence.start - 1) - 1
        if last < 0 or self.text[self.ends[last]] == "\n" or self.ends[last] + 1 < sentence.start:
            return None
        start = self.ends[last - 1] + 1 if last >= 1 else 0
        return Span(max(start, self.ends[last] - _REACH), self.ends[last])


def line_at(text: str, offset: int) -> Span:
    """The line that holds ``offset``, without its line feed."""
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(text))
