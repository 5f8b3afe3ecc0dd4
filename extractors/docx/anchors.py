"""Where the runs of a part stand in the text that was made of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from extractors.docx import names as n
from extractors.docx.names import Element
from extractors.model import Place, RunPlace, Span

_NOWHERE: Final = (-1, -1)  # a run outside all paragraphs


class Anchors:
    """Finds spans of runs by the places the reader kept; ``length`` is that of the whole text."""

    def __init__(self, root: Element, part: str, places: Sequence[Place], length: int) -> None:
        self._paragraphs = {paragraph: index for index, paragraph in enumerate(root.iter(n.P))}
        self._runs: dict[Element, dict[Element, int]] = {}
        self._length = length
        self._spans: dict[tuple[int, int], Span] = {}
        for place in places:
            if isinstance(place, RunPlace) and place.part == part:
                key, span = (place.paragraph, place.run), place.span
                before = self._spans.get(key, span)
                self._spans[key] = Span(min(before.start, span.start), max(before.end, span.end))
        self._order = sorted(self._spans)

    def span_of(self, runs: Sequence[Element]) -> Span | None:
        """From the first to the last character of ``runs``; empty, at their place, where none is in the text."""
        first, last = self._first(runs), self._first(reversed(runs))
        if first is None or last is None:
            return self._place_of(self._key(runs[0])) if runs else None
        return Span(min(first.start, last.start), max(first.end, last.end))

    def _first(self, runs: Iterable[Element]) -> Span | None:
        return next((span for run in runs if (span := self._spans.get(self._key(run))) is not None), None)

    def _key(self, run: Element) -> tuple[int, int]:
        """Paragraph and run as a `RunPlace` counts them."""
        paragraph = next(run.iterancestors(n.P), None)
        if paragraph is None:
            return _NOWHERE
        if paragraph not in self._runs:
            self._runs[paragraph] = {own: index for index, own in enumerate(paragraph.iter(n.R))}
        return self._paragraphs[paragraph], self._runs[paragraph][run]

    def _place_of(self, key: tuple[int, int]) -> Span:
        """Behind the text before ``key`` in its paragraph, or before the text that follows."""
        after = bisect_left(self._order, key)
        if after and self._order[after - 1][0] == key[0]:
            offset = self._spans[self._order[after - 1]].end
        elif after < len(self._order):
            offset = self._spans[self._order[after]].start
        else:
            offset = self._length
        return Span(offset, offset)
