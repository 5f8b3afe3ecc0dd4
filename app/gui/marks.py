"""The shape of each severity: colour alone would fail in print and for the colour-blind.

High is a triangle and a solid line, medium a diamond and a dashed line, low a dot and a dotted line.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from rules.model import Severity

SYMBOL = {Severity.HIGH: "▲", Severity.MEDIUM: "◆", Severity.LOW: "●"}
_LINE = {
    Severity.HIGH: Qt.PenStyle.SolidLine,
    Severity.MEDIUM: Qt.PenStyle.DashLine,
    Severity.LOW: Qt.PenStyle.DotLine,
}


def line_pen(severity: Severity, colour: QColor) -> QPen:
    """The pen for the line under a finding's words."""
    pen = QPen(colour, 2.0, _LINE[severity])
    if severity is Severity.MEDIUM:
        pen.setDashPattern([3.0, 1.6])
    if severity is Severity.LOW:
        pen.setDashPattern([0.1, 1.9])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_mark(painter: QPainter, box: QRectF, severity: Severity, colour: QColor, *, hollow: bool = False) -> None:
    """Paint the shape of ``severity`` into ``box`` (logical pixels); ``hollow`` for what was dismissed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.3) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    if severity is Severity.LOW:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        painter.drawPolygon(_corners(box, severity))
    painter.restore()


def mark_icon(severity: Severity, colour: QColor, *, hollow: bool = False) -> QIcon:
    """The shape as an icon of 16 logical pixels, sharp at twice that density."""
    pixmap = QPixmap(32, 32)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(3, 3, 10, 10), severity, colour, hollow=hollow)
    painter.end()
    return QIcon(pixmap)


def _corners(box: QRectF, severity: Severity) -> QPolygonF:
    middle = box.center()
    if severity is Severity.HIGH:
        return QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()])
    return QPolygonF(
        [
            QPointF(middle.x(), box.top() - 0.5),
            QPointF(box.right() + 0.5, middle.y()),
            QPointF(middle.x(), box.bottom() + 0.5),
            QPointF(box.left() - 0.5, middle.y()),
        ]
    )
