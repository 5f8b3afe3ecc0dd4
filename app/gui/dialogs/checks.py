"""The list of all checks: which found something, which passed, which did not apply."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTreeView, QVBoxLayout, QWidget

from app.gui.models.checks import CheckRole, checks_model
from app.gui.panels.frames import wrapped_label
from app.gui.wording import checks_sentence
from rules.model import Review

_SIZE = (560, 600)


class ChecksDialog(QDialog):
    """Shows the checks of a review; one that found something can be chosen, which closes the window."""

    rule_chosen = Signal(str)

    def __init__(self, review: Review, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Checklist"))
        self.resize(*_SIZE)
        summary = wrapped_label("heading")
        summary.setText(checks_sentence(review))
        caveat = wrapped_label("faint")
        caveat.setText(
            self.tr("“Passed” means that the rules found nothing; it does not replace reading. Double-click a check "
                    "with findings to go to the first of them.")
        )  # fmt: skip
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter the checks"))
        self.field.setClearButtonEnabled(True)
        self.filter = QSortFilterProxyModel(self)
        self.filter.setRecursiveFilteringEnabled(True)
        self.filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter.setSourceModel(checks_model(review, self))
        self.tree = self._make_tree()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        for widget in (summary, caveat, self.field, self.tree, buttons):
            layout.addWidget(widget)

    def _make_tree(self) -> QTreeView:
        tree = QTreeView()
        tree.setModel(self.filter)
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setProperty("role", "outline")
        tree.setAccessibleName(self.tr("Checklist"))
        tree.activated.connect(self._choose)
        tree.expandAll()
        return tree

    def _apply(self, words: str) -> None:
        self.filter.setFilterFixedString(words)
        self.tree.expandAll()

    def _choose(self, index: QModelIndex) -> None:
        rule = str(index.data(CheckRole.RULE) or "")
        if rule:
            self.accept()
            self.rule_chosen.emit(rule)
