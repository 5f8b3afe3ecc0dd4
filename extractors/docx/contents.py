"""Word's table of contents: it repeats the headings, and must not be read as clauses."""

from __future__ import annotations

import re
from typing import Final

from extractors.docx import names as n
from extractors.docx.names import Element
from extractors.docx.styles import StyleSheet

_STYLE: Final = re.compile(r"toc (?:\d|heading)")
_HEADING: Final = re.compile(r"目[录次]|contents|tableofcontents", re.IGNORECASE)
_PAGE: Final = re.compile(r"[\t.．…·\s](?:\d{1,4}|[ivxIVX]{1,6})$")
_LONGEST: Final = 20  # characters of the heading, spaces included
_BOOKMARK: Final = "_Toc"


def is_contents(style: str) -> bool:
    """Whether paragraphs of the style with this name belong to a table of contents."""
    return style.startswith("toc ") and _STYLE.fullmatch(style) is not None


def is_entry(paragraph: Element, text: str) -> bool:
    """Whether a ``w:p`` in the field of a table of contents is an entry: it has a page number, or links to a heading.

    A field that is never closed must not swallow the contract.
    """
    return bool(_PAGE.search(text)) or _links_to_heading(paragraph)


def heads_contents(paragraph: Element, text: str, styles: StyleSheet) -> bool:
    """Whether a ``w:p`` with this text is the heading of the table of contents that follows."""
    if len(text) > _LONGEST or not _HEADING.fullmatch("".join(text.split())):
        return False
    following = paragraph.getnext()
    first = following if following is None or following.tag == n.P else next(following.iter(n.P), None)
    if first is None:
        return False
    style = first.find(f"{n.P_PR}/{n.P_STYLE}")
    named = styles.name(None if style is None else style.get(n.VAL))
    in_field = any("TOC" in (code.text or "") for code in first.iter(n.INSTR_TEXT))
    return is_contents(named) or in_field or _links_to_heading(first)


def _links_to_heading(paragraph: Element) -> bool:
    return any(link.get(n.ANCHOR, "").startswith(_BOOKMARK) for link in paragraph.iter(n.HYPERLINK))
