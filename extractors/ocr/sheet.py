"""A recognised page, and the way back from its lines to the page as given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.model import DOUBTFUL, Box, LinePlace, Span
from extractors.ocr.characters import SeenGlyph
from extractors.ocr.turning import Lie
from extractors.pdf.characters import PageContent
from extractors.pdf.lines import Line

_DRIFT = 0.3  # of a line's height that a place may rise or fall on a page askew
_POOR = 0.04  # of the characters doubtful: the page is to be checked against the original


@dataclass(frozen=True)
class Sheet:
    """A page recognised: ``page`` lies upright and straight, ``lie`` (in points) tells how it lay."""

    page: PageContent
    lie: Lie
    seen: Sequence[SeenGlyph]

    @property
    def poor(self) -> bool:
        """Whether much of the page is doubtful."""
        doubtful = sum(glyph.confidence < DOUBTFUL for glyph in self.seen)
        return doubtful > _POOR * len(self.seen)

    def places(self, line: Line) -> list[LinePlace]:
        """The places of a line on the page as given, spans from the line's start, without gaps.

        Doubtful characters have places of their own; on a page askew places are short enough for upright boxes,
        and on a turned one each character has its own.
        """
        confidences = self._confidences(line)
        starts = [0]
        for index in range(1, len(line.text)):
            if self._cut(line, confidences, starts[-1], index):
                starts.append(index)
        ends = [*starts[1:], len(line.text)]
        return [self._place(line, confidences, start, end) for start, end in zip(starts, ends, strict=True)]

    def _cut(self, line: Line, confidences: Sequence[float], start: int, index: int) -> bool:
        if self.lie.quarters or (confidences[index - 1] < DOUBTFUL) != (confidences[index] < DOUBTFUL):
            return True
        if not self.lie.degrees:
            return False
        first = self.lie.on_page(line.edges[start], line.baseline)[1]
        last = self.lie.on_page(line.edges[index + 1], line.baseline)[1]
        return abs(last - first) > _DRIFT * (line.bottom - line.top)

    def _place(self, line: Line, confidences: Sequence[float], start: int, end: int) -> LinePlace:
        x0, x1 = line.edges[start], line.edges[end]
        corners = [self.lie.on_page(x, y) for x in (x0, x1) for y in (line.top, line.bottom)]
        box = Box(*(round(edge(corner[axis] for corner in corners), 2) for edge in (min, max) for axis in (0, 1)))
        middle = (line.top + line.bottom) / 2
        edges = (
            ()
            if self.lie.quarters
            else tuple(round(self.lie.on_page(edge, middle)[0], 2) for edge in line.edges[start : end + 1])
        )
        return LinePlace(Span(start, end), self.page.number, box, edges, min(confidences[start:end]))

    def _confidences(self, line: Line) -> list[float]:
        """Of each character of the line; 1 for blanks and for underscores that stand for a drawn line."""
        on_line = [
            (seen.glyph.x0, seen.glyph.x1, seen.confidence)
            for seen in self.seen
            if line.top <= (seen.glyph.top + seen.glyph.bottom) / 2 <= line.bottom and not seen.glyph.blank
        ]
        on_line.sort()
        lefts = [left for left, _, _ in on_line]
        found = []
        for index, char in enumerate(line.text):
            middle = (line.edges[index] + line.edges[index + 1]) / 2
            at = bisect_right(lefts, middle) - 1
            inside = at >= 0 and middle <= on_line[at][1] and not char.isspace()
            found.append(on_line[at][2] if inside else 1.0)
        return found
