"""The sentence around a quotation, so that the reader of a memo need not open the contract."""

from __future__ import annotations

from rules.model import Finding

_STOPS = "。；;\n"
_REACH = 120  # characters to either side


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
