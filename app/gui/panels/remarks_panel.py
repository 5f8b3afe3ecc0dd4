"""The list of comments and tracked changes that were in the file: a click shows the place in the text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from app.gui.models.remarks import RemarksModel, remarks_of
from extractors.model import Document


class RemarksPanel(QWidget):
    """Shows a `RemarksModel`."""

    place_chosen = Signal(object)  # a Span

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RemarksModel(self)
        self.list = QListView()
        self.list.setProperty("role", "remarks")
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Comments and changes in the file"))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def show_document(self, document: Document) -> int:
        """Show the remarks in ``document``; gives how many there are."""
        remarks = remarks_of(document)
        self.model.show_remarks(remarks)
        return len(remarks)

    def _choose(self, index: QModelIndex) -> None:
        span = self.model.span_of(index)
        if span is not None:
            self.place_chosen.emit(span)
