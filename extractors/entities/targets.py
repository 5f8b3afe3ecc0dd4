"""Which clause a reference means: clauses by their numbers, each attached document for itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extractors.entities.numerals import number
from extractors.model import Clause

_LABEL_NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十百零〇]+")
_ATTACHMENT_NUMBER = re.compile(r"(?:附件|附表|附录)\s?[（(]?([0-9０-９一二三四五六七八九十]{1,3}|[A-H])")
_Root = int | None


class Targets:
    """The clauses of a contract, found by number."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self._clauses = clauses
        self._starts = [clause.span.start for clause in clauses]
        self._paths: dict[tuple[_Root, str], int] = {}
        self._articles: dict[tuple[_Root, str], int] = {}
        self._attachments: dict[str, int] = {}
        self._children: dict[int | None, list[int]] = {}  # None: the outermost clauses
        self._own_paths: dict[int, str] = {}
        for index, clause in enumerate(clauses):
            self._add(index, clause)

    @property
    def empty(self) -> bool:
        """Whether no clause is known."""
        return not self._clauses

    def starts_at(self, start: int, end: int) -> bool:
        """Whether a clause begins between the two offsets."""
        index = bisect_right(self._starts, end) - 1
        return index >= 0 and self._starts[index] >= start

    def attachment(self, written: str) -> int | None:
        """The attached document with this number; an attachment without number is the first where it is alone."""
        found = self._attachments.get(_plain(written))
        if found is None and len(self._attachments) == 1 and _plain(written) == "1":
            return self._attachments.get("")
        return found

    def clause(self, key: str, parts: list[str], offset: int) -> int | None:
        """The clause numbered ``key`` ("9", "9.6") in the document of ``offset``, then its 款 and 项 (``parts``).

        A 款 may be an unnumbered paragraph, so a missing one leads to its clause; it leads nowhere only where
        the clause has neither as many numbered children nor as many paragraphs.
        """
        root = self._root_at(offset)
        found = self._articles.get((root, key), self._paths.get((root, key)))
        for part in parts:
            if found is None:
                return None
            child = self._paths.get((root, f"{self._own_paths[found]}.{part}"))
            if child is None and not self._may_hold(found, part):
                return None
            found = found if child is None else child
        return found

    def within(self, offset: int, item: str) -> int | None:
        """The 款 or 项 ``item`` of the clause that holds ``offset``; that clause itself where it is not numbered."""
        index = self._at(offset)
        while index is not None:
            for child in self._children.get(index, []):
                if self._number(child) == item:
                    return child
            parent = self._clauses[index].parent
            if parent is None:
                return index if self._may_hold(index, item) else None
            index = parent
        return None

    def before(self, offset: int, *, whole_clause: bool) -> int | None:
        """The part before the one that holds ``offset``: the sibling before it, or the clause it stands in."""
        index = self._at(offset)
        if index is None:
            return None
        if whole_clause:
            while self._clauses[index].parent is not None and "条" not in self._clauses[index].label:
                index = self._clauses[index].parent or 0
        parent = self._clauses[index].parent
        siblings = self._children.get(parent, [])
        earlier = (siblings[place] for place in range(bisect_left(siblings, index) - 1, -1, -1))
        nearest = next((other for other in earlier if self._clauses[other].level), None)
        return index if nearest is None and not whole_clause else nearest

    def _add(self, index: int, clause: Clause) -> None:
        self._children.setdefault(clause.parent, []).append(index)
        if clause.level == 0:
            match = _ATTACHMENT_NUMBER.search(clause.label + clause.title)
            self._attachments.setdefault(_plain(match[1]) if match else "", index)
            self._own_paths[index] = ""
            return
        key = self._number(index)
        parent = clause.parent
        stands_alone = "条" in clause.label or parent is None or clause.level == 1 or "." in key
        path = key if stands_alone or parent is None else f"{self._own_paths[parent]}.{key}"
        self._own_paths[index] = path
        root = self._root_of(index)
        if key:
            self._paths.setdefault((root, path), index)
            if "条" in clause.label:
                self._articles.setdefault((root, key), index)

    def _number(self, index: int) -> str:
        return ".".join(_plain(part) for part in _LABEL_NUMBER.findall(self._clauses[index].label))

    def _may_hold(self, index: int, part: str) -> bool:
        clause = self._clauses[index]
        children = self._children.get(index, [])
        return not children or not part.isdigit() or int(part) <= max(len(children), len(clause.own) // 20)

    def _root_of(self, index: int) -> _Root:
        while (parent := self._clauses[index].parent) is not None:
            index = parent
        return index if self._clauses[index].level == 0 else None

    def _at(self, offset: int) -> int | None:
        index: int | None = bisect_right(self._starts, offset) - 1
        if index is None or index < 0:
            return None
        while index is not None and self._clauses[index].span.end <= offset:
            index = self._clauses[index].parent
        return index

    def _root_at(self, offset: int) -> _Root:
        index = self._at(offset)
        return self._root_of(index) if index is not None else None


def _plain(written: str) -> str:
    value = number(written)
    return str(int(value)) if value is not None else written
