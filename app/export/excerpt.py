"""Words of the contract made fit to show elsewhere: in one line, with the sentence around a quotation."""

from __future__ import annotations

import re

from rules.model import Finding

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_STOPS = "。；;\n"
_REACH = 120  # characters to either side


def printable(text: str) -> str:
    """``text`` without the characters that XML, and so a DOCX file, cannot hold."""
    return _NOT_XML.sub("", text)


def one_line(text: str) -> str:
    """``text`` without line feeds and tabs, and printable."""
    return printable(text).replace("\n", " ").replace("\t", " ")


def excerpt(text: str, finding: Finding) -> tuple[str, str, str]:
    """The words before, of and after the quotation, as far as its sentence goes; …… where it goes further still.

    Only the quotation itself where the finding has no place in ``text``.
    """
    span = finding.span
    if span is None:
        return "", finding.quote, ""
    start = max((text.rfind(stop, 0, span.start) + 1 for stop in _STOPS), default=0)
    ends = [at + (stop != "\n") for stop in _STOPS if (at := text.find(stop, span.end)) >= 0]
    end = min(ends, default=len(text))
    if len(span) and text[span.end - 1] in _STOPS:
        end = span.end
    before, after = text[start : span.start].lstrip(), text[span.end : end].rstrip()
    if len(before) > _REACH:
        before = f"……{before[-_REACH:]}"
    if len(after) > _REACH:
        after = f"{after[:_REACH]}……"
    return before, span.of(text), after
