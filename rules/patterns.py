"""Patterns as a lawyer writes them, run on an engine that cannot blow up (RE2: time linear in the text).

A pattern is a regular expression over the canonical spelling (`extractors.canonical`), with three additions:

==========  ==========================================================================
``…``       up to 40 characters of the same sentence, as few as possible
``<role>``  a word for one party: 甲方, 承租人, 平台 …
``<all>``   全部, 所有, 一切, 任何 …
``[^…]``    never crosses a line
==========  ==========================================================================

RE2: https://github.com/google/re2/wiki/Syntax (no look-around; say what must not be there in ``without``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol, cast

import re2

from extractors import roles

_GAP = r"[^。；！？\n]{0,40}?"
_ADDRESS = ("贵公司", "本公司", "我公司", "贵单位", "本单位", "贵司", "我司", "我们", "您")
_ROLES = (*_ADDRESS, *(role for role in roles.ALL if role not in ("公司", *_ADDRESS)))  # 公司 ends most names
_MACROS = {
    "[^": r"[^\n",
    "<role>": "(?:" + "|".join(_ROLES) + ")",
    "<each>": "(?:" + "|".join(sorted(roles.EACH, key=len, reverse=True)) + ")",
    "<any>": "(?:" + "|".join(sorted(roles.ANY, key=len, reverse=True)) + ")",
    "<all>": "(?:全部|所有|一切|任何|全额)",
    "<number>": "(?:[0-9][0-9,.]*|[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟两半]+)",
    "…": _GAP,
}


class PatternError(ValueError):
    """A pattern that the engine does not accept; the message says why."""


class _Match(Protocol):
    def span(self, group: int = 0) -> tuple[int, int]: ...
    def groupdict(self) -> dict[str, str | None]: ...


class _Compiled(Protocol):
    @property
    def groupindex(self) -> dict[str, int]: ...
    def finditer(self, text: str) -> Iterator[_Match]: ...
    def search(self, text: str) -> _Match | None: ...


@dataclass(frozen=True)
class Hit:
    """One match: where it lies in the text searched, and what its named groups hold."""

    start: int
    end: int
    groups: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern."""

    source: str
    _compiled: _Compiled

    def find(self, text: str) -> Iterator[Hit]:
        """Every match in ``text``, in order; the group ``quote`` narrows it to what is to be quoted."""
        quoted = self._compiled.groupindex.get("quote", 0)
        for match in self._compiled.finditer(text):
            groups = {name: value for name, value in match.groupdict().items() if value is not None}
            start, end = match.span(quoted if "quote" in groups else 0)
            yield Hit(start, end, groups)

    def occurs(self, text: str) -> bool:
        """Whether ``text`` holds a match."""
        return self._compiled.search(text) is not None


@lru_cache(maxsize=4096)
def compile_pattern(source: str) -> Pattern:
    """Compile ``source``.

    Raises:
        PatternError: it is not a pattern, or matches the empty text.
    """
    expanded = source
    for word, meaning in _MACROS.items():
        expanded = expanded.replace(word, meaning)
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 64 << 20
    try:
        compiled = cast("_Compiled", re2.compile(expanded, options))
    except re2.error as error:
        raise PatternError(f"{source}: {error}") from error
    if compiled.search("") is not None:
        raise PatternError(f"{source}: matches the empty text")
    return Pattern(source, compiled)


def any_occurs(patterns: tuple[Pattern, ...], text: str) -> bool:
    """Whether one of ``patterns`` occurs in ``text``."""
    return any(pattern.occurs(text) for pattern in patterns)
