"""From characters of ``Document.text`` to positions of a Qt text document and back.

Qt counts UTF-16 units, Python counts characters; they part at every character beyond U+FFFF (rare
surnames such as 𠮷). Offsets in, offsets out; no Qt needed.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# What a Qt document would swallow (\r before \n), take for its own frame marks, or cannot encode.
_FOREIGN = re.compile("[\r\x00\ufdd0\ufdd1\ud800-\udfff]")


def shown_text(text: str) -> str:
    """``text`` with each character that a Qt document cannot hold replaced by one that it can, one for one."""
    return _FOREIGN.sub(lambda found: "\u2028" if found.group() == "\r" else "\ufffd", text)


class Positions:
    """The map for one text."""

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        # position of the first unit of each astral character
        self._units = [offset + before for before, offset in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """The Qt position before the character at ``offset``."""
        return offset + bisect_left(self._astral, offset)

    def from_qt(self, position: int) -> int:
        """The offset of the character that holds the UTF-16 unit at ``position``."""
        return position - bisect_left(self._units, position)

    def range_of(self, span: Span) -> tuple[int, int]:
        """The Qt positions before the first and after the last character of ``span``."""
        return self.to_qt(span.start), self.to_qt(span.end)
