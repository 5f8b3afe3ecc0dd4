"""Comments that are in the file, with what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from extractors.docx import names as n
from extractors.docx.anchors import Anchors
from extractors.docx.names import Element
from extractors.docx.package import related, root_of
from extractors.docx.revisions import when
from extractors.model import Comment

if TYPE_CHECKING:
    from docx.opc.part import Part

TextOf = Callable[["Part", Element], str]


def read_comments(main: Part, root: Element, anchors: Callable[[], Anchors], text_of: TextOf) -> Iterator[Comment]:
    """The comments of a file in the order they are stored; ``text_of`` gives the shown text below an element.

    ``root`` is the main part's; ``anchors`` is asked only where there are comments.
    """
    found = [(part, comment) for _, part in related(main, "comments") for comment in root_of(part).iter(n.w("comment"))]
    if not found:
        return
    ranges = _Ranges(root)
    for part, comment in found:
        text = text_of(part, comment)
        if text:
            author, date = comment.get(n.AUTHOR, "").strip(), when(comment.get(n.DATE))
            yield Comment(author, date, text, anchors().span_of(ranges.of(comment.get(n.ID, ""))))


class _Ranges:
    """The runs each comment of a part is about."""

    def __init__(self, root: Element) -> None:
        self._runs: list[Element] = []
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self._marks: dict[str, list[Element]] = {}
        for element in root.iter(n.R, n.COMMENT_START, n.COMMENT_END, n.COMMENT_REFERENCE):
            name = element.get(n.ID, "")
            if element.tag == n.R:
                self._runs.append(element)
            elif element.tag == n.COMMENT_START:
                self._starts.setdefault(name, len(self._runs))
            elif element.tag == n.COMMENT_END:
                self._ends.setdefault(name, len(self._runs))
            else:
                self._marks[name] = list(element.iterancestors(n.R))[:1]

    def of(self, name: str) -> list[Element]:
        """The runs in the range of the comment with this id; of one without range, the run of its mark."""
        if name in self._starts and self._starts[name] < self._ends.get(name, 0):
            return self._runs[self._starts[name] : self._ends[name]]
        return self._marks.get(name, [])
