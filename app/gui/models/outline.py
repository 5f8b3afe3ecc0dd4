"""The contract's clauses as a tree, each with the gravest finding in it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from extractors.model import Clause, Contract
from rules.model import Finding, Severity

Index = QModelIndex | QPersistentModelIndex
_SNIPPET = 24


class OutlineRole(IntEnum):
    """What a row tells beside its text."""

    SEVERITY = Qt.ItemDataRole.UserRole + 1  # Severity of the gravest finding in it or below it, or None
    COUNT = Qt.ItemDataRole.UserRole + 2  # how many findings are in it and below it
    LEVEL = Qt.ItemDataRole.UserRole + 3


class OutlineModel(QAbstractItemModel):
    """Rows are clauses; dismissed findings should not be among those it is given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contract: Contract | None = None
        self._children: dict[int | None, list[Clause]] = {}
        self._rows: dict[int, int] = {}
        self._gravest: dict[int, Severity] = {}
        self._count: dict[int, int] = {}

    def show_contract(self, contract: Contract, findings: tuple[Finding, ...]) -> None:
        """Show the clauses of ``contract`` with ``findings``."""
        self.beginResetModel()
        self._contract = contract
        self._children = {}
        for clause in contract.clauses:
            siblings = self._children.setdefault(clause.parent, [])
            self._rows[clause.index] = len(siblings)
            siblings.append(clause)
        self._weigh(findings)
        self.endResetModel()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Count ``findings`` anew; the clauses stay."""
        before, counted = self._gravest, self._count
        self._weigh(findings)
        for clause in self._contract.clauses if self._contract else ():
            now = self._gravest.get(clause.index), self._count.get(clause.index)
            if now != (before.get(clause.index), counted.get(clause.index)):
                index = self.index_of(clause)
                self.dataChanged.emit(index, index)

    def clause(self, index: Index) -> Clause | None:
        """The clause of a row."""
        if not index.isValid() or self._contract is None:
            return None
        return self._contract.clauses[index.internalId()]

    def index_of(self, clause: Clause) -> QModelIndex:
        """The row of a clause."""
        return self.createIndex(self._rows[clause.index], 0, clause.index)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Qt: the index of a child."""
        above = self.clause(parent)
        children = self._children.get(above.index if above else None, [])
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].index)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # PySide6 declares QObject.parent() too
        """Qt: the index of the clause above."""
        clause = self.clause(index)
        if clause is None or clause.parent is None or self._contract is None:
            return QModelIndex()
        return self.index_of(self._contract.clauses[clause.parent])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt: how many clauses are below."""
        above = self.clause(parent)
        return len(self._children.get(above.index if above else None, []))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """Qt: one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the clause's number and title, and what `OutlineRole` names."""
        clause = self.clause(index)
        if clause is None or self._contract is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return caption(clause, self._contract.text)
        answers = {
            OutlineRole.SEVERITY: self._gravest.get(clause.index),
            OutlineRole.COUNT: self._count.get(clause.index, 0),
            OutlineRole.LEVEL: clause.level,
        }
        return answers[OutlineRole(role)] if role in answers else None

    def _weigh(self, findings: tuple[Finding, ...]) -> None:
        self._gravest, self._count = {}, {}
        if self._contract is None:
            return
        by_id = {clause.id: clause for clause in self._contract.clauses}
        for finding in findings:
            clause = by_id.get(finding.clause)
            for above in self._contract.ancestors(clause) if clause else ():
                self._count[above.index] = self._count.get(above.index, 0) + 1
                worst = self._gravest.get(above.index, finding.severity)
                self._gravest[above.index] = min(worst, finding.severity, key=lambda severity: severity.rank)


def caption(clause: Clause, text: str) -> str:
    """Number and title of a clause, or number and first words where it has no title."""
    if clause.title:
        return f"{clause.label} {clause.title}".strip()
    words = " ".join(clause.own.of(text).split())
    words = words.removeprefix(clause.label).lstrip(" 　、.．")
    short = words[:_SNIPPET] + ("…" if len(words) > _SNIPPET else "")
    return f"{clause.label} {short}".strip()
