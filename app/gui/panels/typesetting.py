"""Setting a contract's text for reading: the characters stay as they are, only formats are added."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from app.gui.positions import Positions, shown_text
from app.gui.theme import Theme
from extractors.model import BlockKind, Clause, Contract, RegionKind, Span

_LINE_HEIGHT = 165.0  # per cent: Chinese characters fill their square and need more air than Latin letters
_INDENT = 14.0  # logical pixels per clause level below the second
_GAP = 7.0


def typeset(document: QTextDocument, contract: Contract, positions: Positions, theme: Theme) -> None:
    """Fill ``document`` with the contract's text; one paragraph of the text becomes one block."""
    document.setUndoRedoEnabled(False)
    document.setPlainText(shown_text(contract.text))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(_body_format())
    for span, block in _block_formats(contract, theme):
        _select(cursor, positions, span)
        cursor.mergeBlockFormat(block)
    for span, characters in _character_formats(contract, theme):
        _select(cursor, positions, span)
        cursor.mergeCharFormat(characters)
    cursor.endEditBlock()


def heading_span(clause: Clause, text: str) -> Span | None:
    """The clause's number and title as they stand in the text; None where the clause has neither."""
    line_end = text.find("\n", clause.span.start)
    line_end = min(line_end if line_end >= 0 else len(text), clause.span.end)
    if clause.title:
        start = text.find(clause.title, clause.span.start, line_end)
        return Span(clause.span.start, start + len(clause.title) if start >= 0 else line_end)
    label = text.startswith(clause.label, clause.span.start)
    return Span(clause.span.start, clause.span.start + len(clause.label)) if label and clause.label else None


def _select(cursor: QTextCursor, positions: Positions, span: Span) -> None:
    start, end = positions.range_of(span)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _body_format() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setBottomMargin(_GAP)
    return block


def _block_formats(contract: Contract, theme: Theme) -> Iterator[tuple[Span, QTextBlockFormat]]:
    for clause in contract.clauses:
        block = QTextBlockFormat()
        if clause.level <= 1:
            block.setTopMargin(2.5 * _GAP)
            yield Span(clause.span.start, clause.span.start), block
        elif clause.level > 2:
            block.setLeftMargin(_INDENT * min(clause.level - 2, 4))
            yield clause.own, block
    for row in contract.document.blocks:
        if row.kind is BlockKind.TABLE_ROW:
            block = QTextBlockFormat()
            block.setBackground(QColor(theme.raised))
            block.setBottomMargin(1)
            yield row.span, block
    for region in contract.regions:
        if region.kind is RegionKind.TITLE:
            block = QTextBlockFormat()
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            block.setBottomMargin(3 * _GAP)
            yield region.span, block


def _character_formats(contract: Contract, theme: Theme) -> Iterator[tuple[Span, QTextCharFormat]]:
    for region in contract.regions:
        if region.kind is RegionKind.TITLE:
            yield region.span, _strong(theme.text, size=2)
    for clause in contract.clauses:
        span = heading_span(clause, contract.text)
        if span is not None:
            yield span, _heading_format(clause, theme)


def _heading_format(clause: Clause, theme: Theme) -> QTextCharFormat:
    if clause.level <= 1 and clause.title:
        return _strong(theme.text, size=1)
    if clause.title or clause.level <= 1:
        return _strong(theme.text, size=0)
    number = QTextCharFormat()
    number.setForeground(QColor(theme.faint))
    return number


def _strong(colour: str, *, size: int) -> QTextCharFormat:
    characters = QTextCharFormat()
    characters.setFontWeight(QFont.Weight.DemiBold)
    characters.setForeground(QColor(colour))
    if size:  # relative, so that zooming the view takes it along
        characters.setProperty(QTextFormat.Property.FontSizeAdjustment, size)
    return characters
