"""The list of findings with its filters."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, QModelIndex, QSize, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QPushButton, QTreeView, QVBoxLayout, QWidget

from app.gui.marks import mark_icon
from app.gui.models.findings import Card, FindingRole, FindingsFilter, FindingsModel
from app.gui.panels.delegates import CardDelegate
from app.gui.panels.frames import strip
from app.gui.theme import Theme
from app.gui.wording import severity_name
from app.model import Decision, Verdict
from rules.model import Review, Severity

_ACCEPTED = frozenset({Verdict.ACCEPTED, Verdict.EDITED})


class FindingsPanel(QWidget):
    """Shows a `FindingsModel` through a `FindingsFilter`; tells which finding was chosen."""

    finding_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel(self)
        self.filter = FindingsFilter(self.model, self)
        self.tree = self._make_tree(theme)
        self.chips = {severity: self._make_chip(severity, theme) for severity in Severity}
        self.states = self._make_states()
        header = strip("header", *self.chips.values(), self.states)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self.tree, 1)
        self._choosing = False

    def show_review(self, review: Review, decisions: Mapping[str, Decision]) -> None:
        """Show the findings of ``review``."""
        self.model.show_review(review, decisions)
        self.tree.expandAll()
        for severity, chip in self.chips.items():
            chip.setText(str(self.model.count(severity)))

    def show_decision(self, finding_id: str, decision: Decision | None) -> None:
        """Show what was decided on one finding."""
        self.model.show_decision(finding_id, decision)
        self.tree.expandAll()  # a group that the filter had emptied comes back closed

    def mark_current(self, finding_id: str) -> None:
        """Select the row of a finding and scroll to it; a filter that hides it is lifted."""
        index = self.filter.mapFromSource(self.model.index_of(finding_id))
        if finding_id and not index.isValid() and self.model.index_of(finding_id).isValid():
            self._lift_filters()
            index = self.filter.mapFromSource(self.model.index_of(finding_id))
        self._choosing = True
        self.tree.setCurrentIndex(index)
        self._choosing = False
        if index.isValid():
            if index.row() == 0:
                self.tree.scrollTo(index.parent())  # the heading with its first finding
            self.tree.scrollTo(index)

    def _make_tree(self, theme: Theme) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self.filter)
        tree.setItemDelegate(CardDelegate(theme, tree))
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(0)
        tree.setItemsExpandable(False)
        tree.setMouseTracking(True)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setAccessibleName(self.tr("Findings"))
        tree.selectionModel().selectionChanged.connect(self._choose)
        tree.clicked.connect(self._choose_again)
        return tree

    def _make_chip(self, severity: Severity, theme: Theme) -> QPushButton:
        chip = QPushButton("0")
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setIcon(mark_icon(severity, theme.of_severity(severity)))
        chip.setIconSize(QSize(16, 16))
        chip.setToolTip(self.tr("Show or hide: {severity}").format(severity=severity_name(severity)))
        chip.setAccessibleName(severity_name(severity))
        chip.toggled.connect(self._apply_filters)
        return chip

    def _make_states(self) -> QComboBox:
        states = QComboBox()
        states.addItem(self.tr("All states"), frozenset(Verdict))
        states.addItem(self.tr("Open"), frozenset({Verdict.OPEN}))
        states.addItem(self.tr("Accepted"), _ACCEPTED)
        states.addItem(self.tr("Dismissed"), frozenset({Verdict.DISMISSED}))
        states.setAccessibleName(self.tr("State"))
        states.currentIndexChanged.connect(self._apply_filters)
        return states

    def _apply_filters(self) -> None:
        severities = frozenset(severity for severity, chip in self.chips.items() if chip.isChecked())
        states = self.states.currentData()
        self.filter.choose(severities, frozenset(Verdict(state) for state in states))
        self.tree.expandAll()

    def _lift_filters(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(True)
        self.states.setCurrentIndex(0)

    def _choose(self, selected: QItemSelection) -> None:
        indexes = selected.indexes()
        if indexes and not self._choosing:
            self._choose_again(indexes[0])

    def _choose_again(self, index: QModelIndex) -> None:
        card = index.data(FindingRole.CARD)
        if isinstance(card, Card):
            self.finding_chosen.emit(card.finding.id)
