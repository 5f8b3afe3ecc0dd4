"""Cutting a sentence at its punctuation; what stands in brackets is hidden first: it neither cuts nor matches."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.model import Span

HIDDEN = "\ue000"
"""Stands for one character inside brackets or a long quotation (private use area: in no contract)."""

_BRACKETED = re.compile(
    r"（[^（）\n]{0,400}）|\([^()\n]{0,400}\)|【[^【】\n]{0,200}】|《[^《》\n]{1,80}》|\[[^\[\]\n]{0,80}\]"
    r"|“[^“”\n]{9,300}”|「[^「」\n]{9,300}」"
)
_SEPARATOR = re.compile(r"[，；：。！？;!?\n]|(?<!\d),|,(?!\d)|(?<!\d):|:(?!\d)")
_LABEL = re.compile(
    rf"[\s{HIDDEN}•·●■◆*\-—]*"
    r"(?:第[一二三四五六七八九十百零〇\d]+[条款项章节][\s、.．]*|[一二三四五六七八九十]+、|[①-⑳]"
    r"|\d+(?:[.．\-]\d+)*(?:[.．、)）]|(?=\s)|(?=[^\d\s年月日天个%％元时小周人份]{2}))\s*|[a-zA-Z][.)）]\s*)?"
)
_EDGES = " \t\u3000\n\r\xa0"


class Piece(NamedTuple):
    """The characters between two separators, and the separator that ends them ("" at the sentence's end)."""

    span: Span
    closer: str = ""


def mask(text: str) -> str:
    """``text`` with what stands in brackets, titles and long quotations hidden; same length, same offsets."""
    masked = _BRACKETED.sub(_hide, text)
    return _BRACKETED.sub(_hide, masked)


def split(masked: str, span: Span) -> tuple[Piece, ...]:
    """The pieces of ``span``, in order, without the number in front, outer spaces and empty pieces."""
    label = _LABEL.match(masked, span.start, span.end)
    start = label.end() if label and label.end() < span.end else span.start
    found = []
    for separator in _SEPARATOR.finditer(masked, start, span.end):
        first, last = _trimmed(masked, start, separator.start(), _EDGES)
        if first < last:
            found.append(Piece(Span(first, last), separator.group()))
        start = separator.end()
    first, last = _trimmed(masked, start, span.end, _EDGES)
    if first < last:
        found.append(Piece(Span(first, last)))
    return tuple(found)


def trim(masked: str, span: Span, extra: str = "") -> Span:
    """``span`` without spaces (and characters of ``extra``) at its edges; empty at its start where nothing is left."""
    start, end = _trimmed(masked, span.start, span.end, _EDGES + extra)
    return span if start == span.start and end == span.end else Span(start, end)


def _trimmed(masked: str, start: int, end: int, edges: str) -> tuple[int, int]:
    while start < end and masked[start] in edges:
        start += 1
    while end > start and masked[end - 1] in edges:
        end -= 1
    return start, end


def _hide(match: re.Match[str]) -> str:
    """Hide a bracket's content, unless the bracket is the whole paragraph (a note that is itself a sentence)."""
    text, start, end = match.string, match.start(), match.end()
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n", "。")
    return match.group() if alone and end - start > 12 else HIDDEN * (end - start)
