"""Text of a DOCX file that stands outside the contract's body: headers, footers, notes, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from extractors.docx import names as n
from extractors.docx.flow import Flow
from extractors.docx.names import Element
from extractors.docx.numbering import Numbering
from extractors.docx.package import related, root_of
from extractors.docx.styles import StyleSheet
from extractors.model import Aside, AsideKind
from extractors.text import DocumentBuilder

if TYPE_CHECKING:
    from docx.opc.part import Part

_PAGE_NUMBER: Final = re.compile(r"(?:[\s\d第共页码当前总/,，;；|·\-–—_:：]|page|of)*", re.IGNORECASE)
_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))
_SEPARATORS: Final = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_asides(main: Part, styles: StyleSheet) -> Iterator[Aside]:
    """Headers and footers (each text once), footnotes and endnotes, comments: in this order."""
    yield from _headers_and_footers(main, styles)
    for kind, tag in _NOTES:
        for _, part in related(main, kind):
            for note in root_of(part).iter(n.w(tag)):
                if note.get(n.w("type")) not in _SEPARATORS:
                    yield from _aside(AsideKind.FOOTNOTE, _text(part, note, styles))
    for _, part in related(main, "comments"):
        for comment in root_of(part).iter(n.w("comment")):
            author, text = comment.get(n.w("author"), "").strip(), _text(part, comment, styles)
            yield from _aside(AsideKind.COMMENT, f"{author}：{text}" if author and text else text)


def _headers_and_footers(main: Part, styles: StyleSheet) -> Iterator[Aside]:
    seen: set[tuple[AsideKind, str]] = set()
    for kind, relation in ((AsideKind.HEADER, "header"), (AsideKind.FOOTER, "footer")):
        for _, part in related(main, relation):
            text = _text(part, root_of(part), styles)
            if (kind, text) not in seen:
                seen.add((kind, text))
                yield from _aside(AsideKind.PAGE_NUMBER if _PAGE_NUMBER.fullmatch(text) else kind, text)


def _aside(kind: AsideKind, text: str) -> Iterator[Aside]:
    if text:
        yield Aside(kind, text)


def _text(part: Part, container: Element, styles: StyleSheet) -> str:
    """The shown text below ``container``, its blocks joined by line feeds."""
    builder = DocumentBuilder()
    flow = Flow(builder, str(part.partname).lstrip("/"), container, styles, Numbering(None, styles))
    for _ in flow.read(container):
        pass
    return "".join(builder.text_parts).strip()
