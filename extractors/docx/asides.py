"""Text of a DOCX file that stands outside the contract's body: headers, footers, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from extractors.docx import names as n
from extractors.docx.flow import Flow
from extractors.docx.names import Element
from extractors.docx.numbering import Numbering
from extractors.docx.package import related, root_of
from extractors.docx.styles import StyleSheet
from extractors.model import Aside, AsideKind, RevisionView
from extractors.text import DocumentBuilder

if TYPE_CHECKING:
    from docx.opc.part import Part

_PAGE_NUMBER: Final = re.compile(r"(?:[\s\d第共页码当前总/,，;；|·\-–—_:：]|page|of)*", re.IGNORECASE)
_NOTES: Final = (("footnotes", "footnote", n.FOOTNOTE_REFERENCE), ("endnotes", "endnote", n.ENDNOTE_REFERENCE))
_SEPARATORS: Final = frozenset(("separator", "continuationSeparator", "continuationNotice"))


class AsideReader:
    """Reads what stands beside the body, with tracked changes as ``view`` says."""

    def __init__(self, main: Part, styles: StyleSheet, view: RevisionView) -> None:
        self._main, self._styles, self._view = main, styles, view

    def read(self, note_marks: Mapping[tuple[str, str], str]) -> Iterator[Aside]:
        """Headers and footers (each text once), then footnotes and endnotes, which open with their mark in the text."""
        yield from self._headers_and_footers()
        for kind, tag, reference in _NOTES:
            for _, part in related(self._main, kind):
                for note in root_of(part).iter(n.w(tag)):
                    text = self.text(part, note)
                    if text and note.get(n.w("type")) not in _SEPARATORS:
                        mark = note_marks.get((reference, note.get(n.ID, "")), "")
                        yield Aside(AsideKind.FOOTNOTE, f"{mark} {text}".lstrip())

    def text(self, part: Part, container: Element) -> str:
        """The shown text below ``container``, its blocks joined by line feeds."""
        builder = DocumentBuilder()
        name = str(part.partname).lstrip("/")
        flow = Flow(builder, name, container, self._styles, Numbering(None, self._styles), self._view)
        for _ in flow.read(container):
            pass
        return "".join(builder.text_parts).strip()

    def _headers_and_footers(self) -> Iterator[Aside]:
        seen: set[tuple[AsideKind, str]] = set()
        for kind, relation in ((AsideKind.HEADER, "header"), (AsideKind.FOOTER, "footer")):
            for _, part in related(self._main, relation):
                text = self.text(part, root_of(part))
                if text and (kind, text) not in seen:
                    seen.add((kind, text))
                    yield Aside(AsideKind.PAGE_NUMBER if _PAGE_NUMBER.fullmatch(text) else kind, text)
