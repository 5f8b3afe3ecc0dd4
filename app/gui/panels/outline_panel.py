"""The outline at the left: a click on a clause shows it in the text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QTreeView, QVBoxLayout, QWidget

from app.gui.models.outline import OutlineModel
from app.gui.panels.delegates import OutlineDelegate
from app.gui.panels.frames import strip
from app.gui.theme import Theme
from extractors.model import Clause, Contract
from rules.model import Finding

_OPEN_ALL_BELOW = 80  # clauses; a longer contract starts with its top clauses only


class OutlinePanel(QWidget):
    """Shows an `OutlineModel`."""

    clause_chosen = Signal(object)  # a Clause

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = OutlineModel(self)
        self.tree = QTreeView(self)
        self.tree.setProperty("role", "outline")
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(OutlineDelegate(theme, self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self.tree.setAccessibleName(self.tr("Outline"))
        heading = QLabel(self.tr("Outline"))
        heading.setProperty("role", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.header = strip("header", heading)
        layout.addWidget(self.header)
        layout.addWidget(self.tree)

    def show_contract(self, contract: Contract, findings: tuple[Finding, ...]) -> None:
        """Show the clauses of ``contract``."""
        self.model.show_contract(contract, findings)
        if len(contract.clauses) < _OPEN_ALL_BELOW:
            self.tree.expandAll()

    def point_to(self, clause: Clause | None) -> None:
        """Mark a clause; none for what stands outside all of them, or is missing."""
        index = self.model.index_of(clause) if clause else QModelIndex()
        self.tree.setCurrentIndex(index)
        if index.isValid():
            self.tree.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        clause = self.model.clause(index)
        if clause is not None:
            self.clause_chosen.emit(clause)
