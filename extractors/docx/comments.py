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
    ranges = _ranges(root) if found else {}
    for part, comment in found:
        text = text_of(part, comment)
        if text:
            runs = ranges.get(comment.get(n.ID, ""), [])
            author, date = comment.get(n.AUTHOR, "").strip(), when(comment.get(n.DATE))
            yield Comment(author, date, text, anchors().span_of(runs))


def _ranges(root: Element) -> dict[str, list[Element]]:
    """The runs each comment is about, by its id; of one without range, the run of its mark."""
    open_: dict[str, list[Element]] = {}
    closed: dict[str, list[Element]] = {}
    marks: dict[str, list[Element]] = {}
    for element in root.iter(n.R, n.COMMENT_START, n.COMMENT_END, n.COMMENT_REFERENCE):
        name = element.get(n.ID, "")
        if element.tag == n.R:
            for runs in open_.values():
                runs.append(element)
        elif element.tag == n.COMMENT_START:
            open_.setdefault(name, [])
        elif element.tag == n.COMMENT_END:
            closed[name] = open_.pop(name, [])
        else:
            marks[name] = list(element.iterancestors(n.R))[:1]
    return {name: closed.get(name) or marks.get(name, []) for name in {*closed, *marks}}
