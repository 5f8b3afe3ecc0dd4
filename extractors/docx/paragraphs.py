"""One paragraph: its shown characters with their runs, and what is set apart from them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from extractors.docx import names as n
from extractors.docx import symbols
from extractors.docx.contents import is_contents, is_entry
from extractors.docx.controls import Controls
from extractors.docx.names import Element
from extractors.docx.revisions import REMOVED
from extractors.docx.runs import FieldState, units
from extractors.docx.styles import ParagraphLook, RunLook, StyleSheet, with_paragraph_properties, with_run_properties
from extractors.model import RevisionView

_ANCHORS: Final = frozenset((n.P, n.TXBX_CONTENT, n.FALLBACK, n.RUBY_TEXT))
_PICTURE_HOLDERS: Final = frozenset((n.DRAWING, n.PICT, n.OBJECT, n.ALTERNATE_CONTENT))
_SPACES: Final = re.compile("[ \t\u00a0\u3000\u2000-\u200a]+")
_BETWEEN_BLANKS: Final = re.compile(r"[年月日时分元份个天章条款项页次%％￥¥/、，。；：:,.;()（）\-—_\n]*")
_SINGLE_SPACES: Final = frozenset((" ", "\u00a0", "\u3000"))
_NOTE_MARKS: Final = {n.FOOTNOTE_REFERENCE: "[注{}]", n.ENDNOTE_REFERENCE: "[尾注{}]"}
_REST_OF_TAB: Final = "___"  # a tab is one character of the file; a blank needs more than one to be seen


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one go; ``run`` is None for text Word makes up (the offset then means nothing)."""

    text: str
    paragraph: int
    run: int | None = None
    offset: int = 0
    bold: bool = False
    underlined: bool = False

    def cut(self, start: int, end: int) -> Piece:
        """Some of it."""
        return replace(self, text=self.text[start:end], offset=self.offset + start)


@dataclass(slots=True)
class Paragraph:
    """A paragraph as read; ``index`` counts the w:p elements of the part."""

    index: int
    look: ParagraphLook
    properties: Element | None = None  # its w:pPr
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)  # w:txbxContent elements anchored here
    mark_deleted: bool = False  # a tracked change joins it with the next paragraph
    mark_hidden: bool = False
    hidden: int = 0  # characters of hidden text
    struck: bool = False  # holds text that is struck through
    pictures: bool = False
    formulas: int = 0
    contents: bool = False  # part of a table of contents

    @property
    def text(self) -> str:
        """What it shows, without its automatic number."""
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def bold(self) -> bool:
        """Whether all its text is bold."""
        written = [piece.bold for piece in self.pieces if piece.text.strip()]
        return bool(written) and all(written)

    @property
    def empty(self) -> bool:
        """Whether it shows no text."""
        return not any(piece.text.strip() for piece in self.pieces)


class ParagraphReader:
    """Reads the paragraphs of one part, in the order of the text, with tracked changes as ``view`` says."""

    def __init__(self, root: Element, styles: StyleSheet, view: RevisionView = "accepted") -> None:
        self.note_marks: dict[tuple[str, str], str] = {}
        self._notes: Counter[str] = Counter()
        self._styles = styles
        self._removed, self._rejected = REMOVED[view], view == "rejected"
        self._controls = Controls(root, styles)
        self._index = {paragraph: index for index, paragraph in enumerate(root.iter(n.P))}
        self._fields = FieldState()

    def read(self, element: Element) -> Paragraph:
        """What a ``w:p`` shows; its text boxes are handed back unread."""
        paragraph = self._begin(element)
        run_index = -1
        in_contents = self._fields.in_contents
        for item in element.iter(n.R, n.MATH_TEXT, n.TXBX_CONTENT):
            run_index += item.tag == n.R
            standing = self._standing(item, element)
            if standing != "own":
                continue
            if item.tag == n.R:
                self._take_run(item, run_index, paragraph)
                in_contents = in_contents or self._fields.in_contents
            elif item.tag == n.TXBX_CONTENT:
                paragraph.boxes.append(item)
            else:
                paragraph.formulas += 1
                paragraph.pieces.append(Piece(item.text or "", paragraph.index))
        self._fields.end_paragraph()
        paragraph.pieces = _without_edge_breaks(_with_blanks(paragraph.pieces))
        style = paragraph.look.styles[0] if paragraph.look.styles else None
        paragraph.contents = is_contents(self._styles.name(style)) or (
            in_contents and is_entry(element, paragraph.text)
        )
        return paragraph

    def _begin(self, element: Element) -> Paragraph:
        index, properties = self._index[element], element.find(n.P_PR)
        if properties is None:
            return Paragraph(index, self._styles.paragraph(None))
        shown = self._valid(properties, n.P_PR_CHANGE)
        style = shown.find(n.P_STYLE)
        look = self._styles.paragraph(None if style is None else style.get(n.VAL))
        paragraph = Paragraph(index, with_paragraph_properties(look, shown), shown)
        for item in properties.iterchildren(n.R_PR):
            for about_mark in item:
                if about_mark.tag in self._removed:
                    paragraph.mark_deleted = True
                elif about_mark.tag == n.VANISH:
                    paragraph.mark_hidden = n.on(about_mark)
        return paragraph

    def _valid(self, properties: Element, change: str) -> Element:
        """``properties``, or what they were before the tracked change of them that is rejected."""
        before = properties.find(f"{change}/{properties.tag!s}") if self._rejected else None
        return properties if before is None else before

    def _standing(self, item: Element, paragraph: Element) -> str:
        """Whether an element below ``paragraph`` is its "own" text, "removed" text, or belongs "elsewhere"."""
        standing = "own"
        parent = item.getparent()
        while parent is not None and parent is not paragraph:
            tag = parent.tag
            if tag in _ANCHORS:
                return "elsewhere"
            if tag in self._removed:
                standing = "removed"
            parent = parent.getparent()
        return standing

    def _take_run(self, run: Element, run_index: int, paragraph: Paragraph) -> None:
        look = self._look(run, paragraph.look.run)
        offset = start = 0
        text = ""

        def close() -> None:
            if text:
                piece = Piece(text, paragraph.index, run_index, start, look.bold, look.underlined)
                paragraph.pieces.append(piece)

        for child, unit in units(run):
            if unit:
                offset += len(unit)
                if look.hidden:
                    paragraph.hidden += len(unit)
                elif not self._fields.hides:
                    paragraph.struck |= look.struck
                    shown = symbols.shown_text(unit, look.font) if look.font and child.tag == n.T else unit
                    text += self._controls.shown(run, shown)
            elif child.tag == n.INSTR_TEXT:
                self._fields.take_code(child.text or "")
            elif child.tag == n.FLD_CHAR or child.tag in _NOTE_MARKS:
                close()
                made = self._fields.take(child) if child.tag == n.FLD_CHAR else self._note_mark(child)
                paragraph.pieces.append(Piece(made, paragraph.index, bold=look.bold))
                text = ""
            elif child.tag in _PICTURE_HOLDERS:
                paragraph.pictures = paragraph.pictures or next(child.iter(*n.PICTURES), None) is not None
            if not text:
                start = offset
        close()

    def _note_mark(self, reference: Element) -> str:
        """The mark Word shows as a raised number; notes are counted in the order of the text."""
        if reference.get(n.w("customMarkFollows")) is not None:
            return ""
        kind = str(reference.tag)
        key = (kind, reference.get(n.ID, ""))
        if key not in self.note_marks:
            self._notes[kind] += 1
            self.note_marks[key] = _NOTE_MARKS[kind].format(self._notes[kind])
        return self.note_marks[key]

    def _look(self, run: Element, base: RunLook) -> RunLook:
        properties = run.find(n.R_PR)
        if properties is None:
            return base
        properties = self._valid(properties, n.R_PR_CHANGE)
        style = properties.find(n.R_STYLE)
        return with_run_properties(self._styles.run(base, None if style is None else style.get(n.VAL)), properties)


def _with_blanks(pieces: list[Piece]) -> list[Piece]:
    """Underlined blanks (spaces or tabs) as underscores, so that they can be seen in the text.

    Spaces that pad underlined words stay spaces: what has been filled in is no blank.
    """
    if not any(piece.underlined for piece in pieces):
        return pieces
    out: list[Piece] = []
    for underlined, group in groupby(pieces, key=lambda piece: piece.underlined):
        stretch = list(group)
        out.extend(_drawn(stretch) if underlined else stretch)
    return out


def _drawn(stretch: list[Piece]) -> list[Piece]:
    """One underlined stretch; unchanged where it holds words."""
    text = "".join(piece.text for piece in stretch)
    if not _BETWEEN_BLANKS.fullmatch(_SPACES.sub("", text)):
        return stretch
    text = _SPACES.sub(lambda gap: "_" * len(gap.group()) if gap.group() not in _SINGLE_SPACES else gap.group(), text)
    out: list[Piece] = []
    position = 0
    for piece in stretch:
        start = 0
        new = replace(piece, text=text[position : position + len(piece.text)])
        for tab in re.finditer("\t", piece.text):
            out += (new.cut(start, tab.end()), Piece(_REST_OF_TAB, piece.paragraph))
            start = tab.end()
        out.append(new.cut(start, len(new.text)))
        position += len(piece.text)
    return out


def _without_edge_breaks(pieces: list[Piece]) -> list[Piece]:
    """Line and page breaks at the edges of a paragraph dropped, and pieces without text."""
    written = [piece for piece in pieces if piece.text]
    while written and not (rest := written[0].text.lstrip("\n")):
        del written[0]
    if written and rest != written[0].text:
        written[0] = written[0].cut(len(written[0].text) - len(rest), len(written[0].text))
    while written and not (rest := written[-1].text.rstrip("\n")):
        del written[-1]
    if written and rest != written[-1].text:
        written[-1] = written[-1].cut(0, len(rest))
    return written
