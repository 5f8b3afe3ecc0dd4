"""The findings of a review as a tree of two levels: groups by severity, missing clauses last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from app.gui.wording import harms_phrase, place_phrase, severity_name
from app.model import Decision, Verdict
from rules.model import Finding, Review, Severity

Index = QModelIndex | QPersistentModelIndex
_GROUP = 0  # internal id of a group row; a finding has the number of its group plus one


@dataclass(frozen=True, slots=True)
class Card:
    """What one row shows of a finding."""

    finding: Finding
    state: Verdict
    noted: bool
    place: str
    harms: str


class FindingRole(IntEnum):
    """What a row tells beside its text."""

    CARD = Qt.ItemDataRole.UserRole + 1  # Card; None for a group
    COUNT = Qt.ItemDataRole.UserRole + 2  # how many findings a group has


class FindingsModel(QAbstractItemModel):
    """Groups HIGH, MEDIUM, LOW and missing; empty groups are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[Severity | None, list[Card]]] = []
        self._rows: dict[str, tuple[int, int]] = {}

    def show_review(self, review: Review, decisions: Mapping[str, Decision]) -> None:
        """Show all findings of ``review``, each with its decision."""
        self.beginResetModel()
        groups: dict[Severity | None, list[Card]] = {severity: [] for severity in (*Severity, None)}
        for finding in (*review.findings, *review.missing):
            severity = None if finding.missing else finding.severity
            place = place_phrase(review.contract, finding)
            groups[severity].append(_with_decision(finding, decisions.get(finding.id), place))
        self._groups = [(severity, cards) for severity, cards in groups.items() if cards]
        self._rows = {
            card.finding.id: (group, row)
            for group, (_, cards) in enumerate(self._groups)
            for row, card in enumerate(cards)
        }
        self.endResetModel()

    def show_decision(self, finding_id: str, decision: Decision | None) -> None:
        """Show what was decided on one finding; nothing happens where the review does not have it."""
        if finding_id not in self._rows:
            return
        group, row = self._rows[finding_id]
        cards = self._groups[group][1]
        cards[row] = _with_decision(cards[row].finding, decision, cards[row].place)
        index = self.index_of(finding_id)
        self.dataChanged.emit(index, index)

    def index_of(self, finding_id: str) -> QModelIndex:
        """The row of a finding; invalid where there is none."""
        if finding_id not in self._rows:
            return QModelIndex()
        group, row = self._rows[finding_id]
        return self.createIndex(row, 0, group + 1)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity, missing clauses among them."""
        return sum(card.finding.severity is severity for _, cards in self._groups for card in cards)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Qt: the index of a child."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # PySide6 declares QObject.parent() too
        """Qt: the group of a finding."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt: how many groups there are, or findings in a group."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == _GROUP else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """Qt: one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: a title, and what `FindingRole` names."""
        if not index.isValid():
            return None
        if index.internalId() == _GROUP:
            return self._group_data(index.row(), role)
        card = self._groups[index.internalId() - 1][1][index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return card.finding.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{severity_name(card.finding.severity)} {card.finding.title} {card.place} {card.harms}"
        return card if role == FindingRole.CARD else None

    def _group_data(self, group: int, role: int) -> object:
        severity, cards = self._groups[group]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            missing = QCoreApplication.translate("FindingsModel", "Missing clauses")
            return missing if severity is None else severity_name(severity)
        return len(cards) if role == FindingRole.COUNT else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: groups are not to be selected."""
        if index.isValid() and index.internalId() == _GROUP:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class FindingsFilter(QSortFilterProxyModel):
    """Lets through findings of the severities and states chosen; groups stay while one of theirs does."""

    def __init__(self, source: FindingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._severities = frozenset(Severity)
        self._states = frozenset(Verdict)
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(source)

    def choose(self, severities: frozenset[Severity], states: frozenset[Verdict]) -> None:
        """Show only findings of ``severities`` in ``states``."""
        self.beginFilterChange()
        self._severities, self._states = severities, states
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Qt: whether a row of the source is shown by itself."""
        source = self.sourceModel()
        card = source.index(row, 0, parent).data(FindingRole.CARD) if source else None
        if not isinstance(card, Card):
            return False
        return card.finding.severity in self._severities and card.state in self._states

    def shown_ids(self) -> list[str]:
        """The findings shown, from top to bottom."""
        groups = [self.index(row, 0) for row in range(self.rowCount())]
        rows = [self.index(row, 0, group) for group in groups for row in range(self.rowCount(group))]
        cards = [row.data(FindingRole.CARD) for row in rows]
        return [card.finding.id for card in cards if isinstance(card, Card)]

    def neighbour(self, finding_id: str, step: int) -> str:
        """The finding ``step`` rows further on, round the ends; the first or last where none is current."""
        shown = self.shown_ids()
        if not shown:
            return ""
        if finding_id not in shown:
            return shown[0 if step > 0 else -1]
        return shown[(shown.index(finding_id) + step) % len(shown)]


def _with_decision(finding: Finding, decision: Decision | None, place: str) -> Card:
    state = decision.state if decision else Verdict.OPEN
    return Card(finding, state, bool(decision and decision.note), place, harms_phrase(finding))
