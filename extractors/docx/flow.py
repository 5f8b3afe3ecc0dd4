"""The blocks of one part (body, header, footnote …) in the order they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from extractors.docx import names as n
from extractors.docx import tables
from extractors.docx.contents import heads_contents
from extractors.docx.names import Element
from extractors.docx.numbering import Label, Numbering
from extractors.docx.paragraphs import Paragraph, ParagraphReader, Piece
from extractors.docx.revisions import REMOVED
from extractors.docx.styles import StyleSheet, with_indent
from extractors.docx.symbols import UNKNOWN
from extractors.model import Aside, AsideKind, BlockKind, RevisionView, RunPlace
from extractors.text import DocumentBuilder, PlaceAt

_BLOCKS: Final = (n.P, n.TBL, n.ALT_CHUNK)


@dataclass(slots=True)
class Remarks:
    """What was met on the way and is not in the text."""

    hidden: int = 0
    struck: bool = False
    pictures: bool = False
    formulas: int = 0
    embedded: int = 0
    unknown_symbols: bool = False


@dataclass
class Flow:
    """Reads the blocks of one part into ``builder``."""

    builder: DocumentBuilder
    part: str
    root: Element
    styles: StyleSheet
    numbering: Numbering
    view: RevisionView = "accepted"
    remarks: Remarks = field(default_factory=Remarks)

    def __post_init__(self) -> None:
        self._removed = REMOVED[self.view]
        changed = next(self.root.iter(n.CELL_INS, n.CELL_DEL), None) is not None
        self._removed_cells = self._removed if changed else frozenset[str]()
        self._paragraphs = ParagraphReader(self.root, self.styles, self.view)
        self._tables = count()
        self._carried: list[Piece] = []  # of a paragraph whose mark is deleted: it runs on into the next
        self._contents: list[str] = []  # the lines of its table of contents

    @property
    def note_marks(self) -> dict[tuple[str, str], str]:
        """The mark in the text of each foot- or endnote referred to, by the reference's tag and the note's id."""
        return self._paragraphs.note_marks

    def read(self, container: Element) -> Iterator[int]:
        """Read the blocks below ``container``; yields the count of those read, after each."""
        for done, element in enumerate(tables.shown_children(container, *_BLOCKS), 1):
            self._block(element)
            yield done
        self.builder.begin()
        self._write_carried()
        self.builder.end()
        if self._contents:
            self.builder.asides.append(Aside(AsideKind.TABLE_OF_CONTENTS, "\n".join(self._contents)))

    def _read_all(self, container: Element) -> None:
        for element in tables.shown_children(container, *_BLOCKS):
            self._block(element)

    def _block(self, element: Element) -> None:
        if element.tag == n.P:
            self._paragraph(element)
        elif element.tag == n.TBL:
            self._table(element)
        else:
            self.remarks.embedded += 1

    # ── paragraphs ──────────────────────────────────────────────────────────

    def _paragraph(self, element: Element) -> None:
        paragraph, label = self._take(element)
        empty = paragraph.empty
        if paragraph.contents or (not empty and heads_contents(element, paragraph.text, self.styles)):
            self._contents.append(paragraph.text)
        elif label is not None or not empty:
            self._write_paragraph(paragraph, label)
        for box in paragraph.boxes:
            self._read_all(box)

    def _take(self, element: Element) -> tuple[Paragraph, Label | None]:
        """The paragraph and its automatic number, with what a deleted paragraph mark carries over to it."""
        paragraph = self._paragraphs.read(element)
        self._note(paragraph)
        paragraph.pieces = [*self._carried, *paragraph.pieces]
        self._carried = []
        if paragraph.mark_deleted:
            self._carried, paragraph.pieces = paragraph.pieces, []
        if paragraph.empty and paragraph.mark_deleted:
            return paragraph, None
        label = self.numbering.label(paragraph.look)
        # Word counts a hidden paragraph without showing its number; templates use that to step a list on.
        return paragraph, None if paragraph.empty and paragraph.mark_hidden else label

    def _note(self, paragraph: Paragraph) -> None:
        self.remarks.hidden += paragraph.hidden
        self.remarks.pictures |= paragraph.pictures
        self.remarks.struck |= paragraph.struck
        self.remarks.formulas += paragraph.formulas

    def _write_paragraph(self, paragraph: Paragraph, label: Label | None) -> None:
        look = paragraph.look
        if label is not None and (look.list_is_own or look.indent is None):
            own = None if paragraph.properties is None else paragraph.properties.find(n.IND)
            look = with_indent(with_indent(look, label.ind), own)
        self.builder.begin()
        self._write(paragraph.pieces, label)
        self.builder.end(
            label="" if label is None else label.text,
            outline=look.outline,
            numbering=None if label is None else label.numbering,
            indent=look.indent,
            bold=paragraph.bold,
            centered=look.centered,
        )

    def _write(self, pieces: list[Piece], label: Label | None) -> None:
        if label is not None:
            self.builder.add(label.text + label.suffix)
        for piece in pieces:
            self.builder.add(piece.text, None if piece.run is None else self._placed(piece, piece.run))
            self.remarks.unknown_symbols |= UNKNOWN in piece.text

    def _placed(self, piece: Piece, run: int) -> PlaceAt:
        return lambda span: RunPlace(span, self.part, piece.paragraph, run, piece.offset)

    def _write_carried(self) -> None:
        """What a deleted paragraph mark carries over stands alone where no paragraph follows."""
        pieces, self._carried = self._carried, []
        self._write(pieces, None)

    # ── tables ──────────────────────────────────────────────────────────────

    def _table(self, table: Element) -> None:
        index = None if tables.is_layout(table) else next(self._tables)
        for row in tables.rows(table):
            if tables.is_removed(row, self._removed):
                continue
            if index is None or tables.is_text_row(row):
                for cell in tables.cells(row, self._removed_cells):
                    self._read_all(cell)
            else:
                self._row(row, index)

    def _row(self, row: Element, table: int) -> None:
        later: list[Element] = []
        self.builder.begin()
        for number, cell in enumerate(tables.cells(row, self._removed_cells)):
            if number:
                self.builder.add("\t")
            if not tables.continues_above(cell):
                later += self._cell(cell)
        self.builder.end(kind=BlockKind.TABLE_ROW, table=table)
        for element in later:
            if element.tag == n.TBL:
                self._table(element)
            else:
                self._read_all(element)

    def _cell(self, cell: Element) -> list[Element]:
        """Write the paragraphs of a cell; hands back the nested tables and text boxes, which follow the row."""
        later: list[Element] = []
        written = False
        for element in tables.shown_children(cell, n.P, n.TBL):
            if element.tag == n.TBL:
                later.append(element)
                continue
            paragraph, label = self._take(element)
            later += paragraph.boxes
            if label is None and paragraph.empty:
                continue
            if written:
                self.builder.add("\n")
            self._write(paragraph.pieces, label)
            written = True
        self._write_carried()
        return later
