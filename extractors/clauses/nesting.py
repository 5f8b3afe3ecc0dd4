"""Which clause stands under which: a stack of open clauses, read with the numbering around each number.

No order of styles is fixed. A style seen for the first time below another becomes its child; a number that
continues a list returns to that list; a list that starts again at 1 is either a deeper list or the next one of
its kind, which the numbers that follow decide. A decimal (7.1) belongs to what carries its first parts (7).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractors.clauses.labels import Label, Style
from extractors.clauses.marks import Mark, Opening

# Both bounds keep the whole linear, whatever the text: marks looked at to decide on one list, clauses in each other.
_AHEAD = 150
_DEEPEST = 12


class Position(NamedTuple):
    """Where a mark stands in the tree; ``parent`` is the index of another mark."""

    parent: int | None
    level: int


def nest(marks: Sequence[Mark], resets: frozenset[int]) -> list[Position]:
    """The position of each mark; at the indices in ``resets`` (after a signature block) all clauses close."""
    return _Nesting(marks, resets).run()


@dataclass
class _Nesting:
    marks: Sequence[Mark]
    resets: frozenset[int]
    open: list[int] = field(default_factory=list)  # the open clauses, outermost first
    positions: list[Position] = field(default_factory=list)
    usual_parent: dict[Style, Style] = field(default_factory=dict)
    decimal_parents: Counter[Style] = field(default_factory=Counter)

    def run(self) -> list[Position]:
        self.decimal_parents = _decimal_parents(self.marks)
        for index, mark in enumerate(self.marks):
            if index in self.resets:
                del self.open[self._base() :]
            keep = self._keep(index, mark)
            del self.open[keep:]
            self._push(index, mark)
        return self.positions

    def _keep(self, index: int, mark: Mark) -> int:
        """How many of the open clauses stay open above the mark."""
        if mark.opening is Opening.ATTACHMENT:
            return 0
        if mark.opening is Opening.TITLE:
            return self._base()
        if mark.opening is Opening.SUBTITLE or mark.label is None:
            return min(self._base() + 1, len(self.open))
        self._close_titles(mark.label)
        if mark.label.style is Style.DECIMAL:
            return self._keep_for_decimal(mark.label)
        return self._keep_for_counted(index, mark.label)

    def _push(self, index: int, mark: Mark) -> None:
        parent = self.open[-1] if self.open else None
        level = 1 if parent is None else self.positions[parent].level + 1
        self.positions.append(Position(parent, 0 if mark.opening is Opening.ATTACHMENT else level))
        self.open.append(index)
        above = self.marks[parent].label if parent is not None else None
        if mark.label is not None and above is not None:
            self.usual_parent.setdefault(mark.label.style, above.style)

    def _base(self) -> int:
        """1 inside an attached document, else 0."""
        return 1 if self.open and self.marks[self.open[0]].opening is Opening.ATTACHMENT else 0

    def _labels(self) -> list[tuple[int, Label]]:
        """Place in the stack and label of each open numbered clause, outermost first."""
        pairs = ((place, self.marks[index].label) for place, index in enumerate(self.open))
        return [(place, label) for place, label in pairs if label is not None]

    def _close_titles(self, label: Label) -> None:
        """A number that is not of the list a heading governs, and usually stands above it, ends the heading."""
        for place, index in enumerate(self.open):
            mark = self.marks[index]
            headed = mark.opening in (Opening.TITLE, Opening.SUBTITLE)
            if headed and (mark.owns is None or label.style.rank < mark.owns.rank):
                del self.open[place:]
                return

    # ── decimals ──

    def _keep_for_decimal(self, label: Label) -> int:
        labels = self._labels()
        for place, other in reversed(labels):
            if other.style is Style.DECIMAL and other.numbers == label.numbers[:-1]:
                return place + 1
        if len(label.numbers) == 2:
            carriers = [(place, other) for place, other in labels if _carries(other, label)]
            if carriers:
                best = max(carriers, key=lambda pair: (self.decimal_parents[pair[1].style], pair[0]))
                return best[0] + 1
        for place, other in reversed(labels):
            if other.style is Style.DECIMAL and len(other.numbers) == len(label.numbers):
                return place
        return self._keep_for_stray_decimal(label, labels)

    def _keep_for_stray_decimal(self, label: Label, labels: list[tuple[int, Label]]) -> int:
        """7.1 below 六、, or 3.1.1 without a 3.1: under the nearest clause that usually stands above decimals."""
        for place, other in reversed(labels):
            shorter = other.style is Style.DECIMAL and len(other.numbers) < len(label.numbers)
            if shorter or other.style.rank <= Style.CHINESE.rank:
                return place + 1
        return min(self._base() + 1, len(self.open)) if labels else len(self.open)

    # ── everything that counts by one number ──

    def _keep_for_counted(self, index: int, label: Label) -> int:
        labels = self._labels()
        if not labels:
            return len(self.open)
        same = [(place, other) for place, other in labels if other.style is label.style]
        if same:
            return self._keep_for_known(index, label, same)
        return self._keep_for_new(index, label, labels[-1])

    def _keep_for_known(self, index: int, label: Label, same: list[tuple[int, Label]]) -> int:
        following = [(place, other) for place, other in same if label.number == other.number + 1]
        if following:
            return max(following, key=lambda pair: (pair[1].mark == label.mark, pair[0]))[0]
        place = same[-1][0]
        if label.number == 1:
            place = next((place for place, other in reversed(same) if other.mark == label.mark), place)
            deeper = len(self.open) < _DEEPEST and self._opens_deeper(index, label, place)
            return len(self.open) if deeper else place
        smaller = [place for place, other in same if other.number < label.number]
        return smaller[-1] if smaller else place

    def _opens_deeper(self, index: int, label: Label, place: int) -> bool:
        """Whether a list that starts again at 1 stands under the innermost clause, not beside the last of its kind."""
        last = self.marks[self.open[place]].label
        innermost = self.marks[self.open[-1]].label
        if last is None or innermost is None:
            return True
        if place == len(self.open) - 1:
            return last.mark != label.mark or self._resumed(index, label, last)
        if innermost.style.rank < label.style.rank:
            return True
        if innermost.style is Style.DECIMAL and label.style.rank > Style.CHINESE.rank:
            return True
        return self._resumed(index, label, last)

    def _keep_for_new(self, index: int, label: Label, innermost: tuple[int, Label]) -> int:
        place, other = innermost
        if label.style.rank > other.style.rank:
            return len(self.open)
        known = self.usual_parent.get(label.style)
        for place, other in reversed(self._labels()):
            if label.number > 1 and other.style is known:
                return place + 1
        if label.number == 1 and self._nested(index, label, innermost[1]):
            return len(self.open)
        return next((place for place, other in self._labels() if other.style.rank > label.style.rank), len(self.open))

    # ── looking ahead ──

    def _nested(self, index: int, label: Label, outer: Label) -> bool:
        """Whether the list beginning at ``index`` ends before the list of ``outer``, which stands open, goes on."""
        above = {other.style for _, other in self._labels() if other.style.rank < label.style.rank}
        expected = label.number + 1
        for other in self._ahead(index):
            if other.style is label.style:
                if other.number != expected:
                    break
                expected += 1
            elif _continues(other, outer):
                return True
            elif other.style is outer.style and other.number == 1:
                return False
            elif other.style in above:
                return True
        return bool(above)

    def _resumed(self, index: int, label: Label, last: Label) -> bool:
        """Whether the list of ``last`` goes on after the list that begins at ``index`` has ended."""
        expected = label.number + 1
        for other in self._ahead(index):
            if other.style is label.style:
                if other.number == expected:
                    expected += 1
                else:
                    return other.number == last.number + 1
            elif other.style.rank < label.style.rank:
                return False
        return False

    def _ahead(self, index: int) -> Iterator[Label]:
        """The labels after ``index`` up to the next heading or attached document."""
        for place in range(index + 1, min(index + 1 + _AHEAD, len(self.marks))):
            mark = self.marks[place]
            if mark.label is None or mark.opening is not Opening.LABEL:
                return
            yield mark.label


def _carries(other: Label, decimal: Label) -> bool:
    outer = other.style.rank <= Style.NUMBER.rank
    return outer and other.number == decimal.numbers[0]


def _continues(label: Label, earlier: Label) -> bool:
    return (
        label.style is earlier.style
        and label.numbers[:-1] == earlier.numbers[:-1]
        and label.number == earlier.number + 1
    )


def _decimal_parents(marks: Sequence[Mark]) -> Counter[Style]:
    """How often the clause that carries the first part of a decimal has each style, in this document."""
    votes: Counter[Style] = Counter()
    current: dict[Style, int] = {}
    for mark in marks:
        if mark.label is None:
            continue
        if mark.label.style is not Style.DECIMAL:
            current[mark.label.style] = mark.label.number
        elif len(mark.label.numbers) == 2:
            votes.update(style for style, number in current.items() if number == mark.label.numbers[0])
    return votes
