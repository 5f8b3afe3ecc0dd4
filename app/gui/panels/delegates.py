"""Painting the rows of the findings list and of the outline."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui.marks import paint_mark
from app.gui.models.findings import Card, FindingRole
from app.gui.models.outline import OutlineRole
from app.gui.theme import Theme
from app.gui.wording import favour_phrase, verdict_name
from app.model import Verdict
from rules.model import Severity

Index = QModelIndex | QPersistentModelIndex
_PAD = 10.0
_MARK = 11.0


class CardDelegate(QStyledItemDelegate):
    """A group is one line with its count; a finding two: title and decision, then place, harm and quote."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for a finding, one for a group."""
        line = QFontMetricsF(option.font).height()
        lines = 2.0 if isinstance(index.data(FindingRole.CARD), Card) else 1.0
        return QSize(120, round(lines * line + (16 if lines > 1 else 13)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = index.data(FindingRole.CARD)
        if isinstance(card, Card):
            self._paint_card(painter, option, card)
        else:
            self._paint_group(painter, option, str(index.data()), int(index.data(FindingRole.COUNT) or 0))
        painter.restore()

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, name: str, count: int) -> None:
        box = QRectF(option.rect)
        painter.fillRect(box, QColor(self._theme.raised))
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(box.adjusted(_PAD, 0, -_PAD, 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(option.font)
        painter.setPen(QColor(self._theme.faint))
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(_PAD, 0, -_PAD, 0), place, str(count))

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: Card) -> None:
        box, theme = QRectF(option.rect), self._theme
        dismissed = card.state is Verdict.DISMISSED
        colour = QColor(theme.faint) if dismissed else theme.of_severity(card.finding.severity)
        self._paint_ground(painter, option, colour)
        inner = box.adjusted(_PAD + _MARK + 8, 7, -_PAD, -7)
        line = inner.height() / 2
        top = QRectF(inner.left(), inner.top(), inner.width(), line)
        mark = QRectF(box.left() + _PAD, top.center().y() - _MARK / 2, _MARK, _MARK)
        paint_mark(painter, mark, card.finding.severity, colour, hollow=dismissed)
        top.setRight(self._paint_tags(painter, option.font, top, card))
        font = _bold(option.font)
        font.setStrikeOut(dismissed)
        _write(painter, top, card.finding.title, font, QColor(theme.faint if dismissed else theme.text))
        quote = f"「{card.finding.quote}」" if card.finding.quote else card.finding.message
        facts = " · ".join(part for part in (card.place, card.harms, quote) if part)
        under = QRectF(inner.left(), inner.top() + line, inner.width(), line)
        _write(painter, under, facts, option.font, QColor(theme.faint))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, colour: QColor) -> None:
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self._theme.selection))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self._theme.hover))
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_tags(self, painter: QPainter, font: QFont, line: QRectF, card: Card) -> float:
        """Write the decision at the right end of ``line``; gives the x where the title must end."""
        words = [] if card.state is Verdict.OPEN else [verdict_name(card.state)]
        if card.noted:
            words.append("✎")
        if card.finding.favourable:
            words.append(favour_phrase(card.finding))
        if not words:
            return line.right()
        tag = " · ".join(words)
        width = QFontMetricsF(font).horizontalAdvance(tag)
        painter.setFont(font)
        favourable = card.state is Verdict.OPEN and card.finding.favourable
        painter.setPen(QColor(self._theme.good) if favourable else self._theme.of_verdict(card.state))
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, place, tag)
        return line.right() - width - 8


class OutlineDelegate(QStyledItemDelegate):
    """The usual row, with the mark of the gravest finding at its right end."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Top clauses stand out."""
        super().initStyleOption(option, index)
        if int(index.data(OutlineRole.LEVEL) or 0) <= 1:
            option.font = _bold(option.font)
        room = option.rect.width() - (28 if index.data(OutlineRole.SEVERITY) is not None else 8)
        metrics = QFontMetricsF(option.font)
        option.text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row, leaving room for the mark."""
        value = index.data(OutlineRole.SEVERITY)  # Qt hands the enum back as its plain value
        if value is None:
            super().paint(painter, option, index)
            return
        full, severity = QRectF(option.rect), Severity(value)
        super().paint(painter, option, index)
        box = QRectF(full.right() - 19, full.center().y() - _MARK / 2, _MARK, _MARK)
        paint_mark(painter, box, severity, self._theme.of_severity(severity))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _write(painter: QPainter, box: QRectF, words: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    short = QFontMetricsF(font).elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
