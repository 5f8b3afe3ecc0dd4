"""The comments and tracked changes that were in the file, in the order of its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.gui.wording import comment_name, revision_name
from extractors.model import Document, Span

Index = QModelIndex | QPersistentModelIndex
_MOST = 300  # characters shown of one remark


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment or a tracked change; ``kind`` is its name in the user's language."""

    kind: str
    author: str
    date: datetime | None
    text: str
    span: Span | None

    @property
    def heading(self) -> str:
        """Kind, author and day in one line."""
        day = self.date.date().isoformat() if self.date else ""
        return " · ".join(part for part in (self.kind, self.author, day) if part)


def remarks_of(document: Document) -> tuple[Remark, ...]:
    """All remarks of ``document`` by their place in the text; those without a place come last."""
    comments = [Remark(comment_name(), item.author, item.date, item.text, item.span) for item in document.comments]
    changes = [
        Remark(revision_name(item.kind), item.author, item.date, item.text, item.span) for item in document.revisions
    ]
    end = len(document.text)
    return tuple(sorted((*comments, *changes), key=lambda item: end if item.span is None else item.span.start))


class RemarksModel(QAbstractListModel):
    """One row per remark: heading and text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remarks: tuple[Remark, ...] = ()

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show ``remarks`` in the order given."""
        self.beginResetModel()
        self._remarks = remarks
        self.endResetModel()

    def span_of(self, index: Index) -> Span | None:
        """The place of a row's remark in the text; None where it has none."""
        return self._remarks[index.row()].span if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt: how many there are."""
        return 0 if parent.isValid() else len(self._remarks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: heading and text, shortened; all of it as the tool tip."""
        if not index.isValid():
            return None
        remark = self._remarks[index.row()]
        text = remark.text.strip()
        if role == Qt.ItemDataRole.DisplayRole:
            short = text if len(text) <= _MOST else f"{text[:_MOST]}…"
            return f"{remark.heading}\n{short}"
        return text if role == Qt.ItemDataRole.ToolTipRole else None
