"""The left column: the outline, and beside it the remarks where the file has any."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from app.gui.panels.outline_panel import OutlinePanel
from app.gui.panels.remarks_panel import RemarksPanel
from app.gui.theme import Theme
from extractors.model import Contract
from rules.model import Finding


class SidePanel(QTabWidget):
    """Tabs appear only where there is something to choose between."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlinePanel(theme)
        self.remarks = RemarksPanel()
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabBar().setProperty("role", "side")
        self.addTab(self.outline, self.tr("Outline"))

    def show_contract(self, contract: Contract, findings: tuple[Finding, ...]) -> None:
        """Show the clauses of ``contract`` with ``findings``, and the remarks in its file."""
        self.outline.show_contract(contract, findings)
        count = self.remarks.show_document(contract.document)
        if self.count() > 1:
            self.removeTab(1)
        if count:
            self.addTab(self.remarks, self.tr("Remarks ({count})").format(count=count))
        self.outline.header.setVisible(not count)
