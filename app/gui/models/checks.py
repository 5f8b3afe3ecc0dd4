"""The checks of a review as a tree of two levels: by what came of them, then by name."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.gui.wording import check_state_name
from rules.model import Check, CheckState, Review


class CheckRole(IntEnum):
    """What a row tells beside its text."""

    RULE = Qt.ItemDataRole.UserRole + 1  # the id of a rule that found something, else empty


def checks_model(review: Review, parent: QObject) -> QStandardItemModel:
    """The checks of ``review``, those with findings first; states that no check has are left out."""
    model = QStandardItemModel(parent)
    found = Counter(finding.rule for finding in (*review.findings, *review.missing))
    for state in (CheckState.FOUND, CheckState.PASSED, CheckState.NOT_APPLICABLE):
        checks = [check for check in review.checks if check.state is state]
        if checks:
            group = _row(f"{check_state_name(state)}  {len(checks)}")
            bold = group.font()
            bold.setBold(True)
            group.setFont(bold)
            group.appendRows([_check_row(check, found[check.rule]) for check in checks])
            model.appendRow(group)
    return model


def _check_row(check: Check, findings: int) -> QStandardItem:
    row = _row(f"{check.title}  ×{findings}" if findings > 1 else check.title)
    row.setData(check.rule if findings else "", CheckRole.RULE)
    return row


def _row(words: str) -> QStandardItem:
    row = QStandardItem(words)
    row.setEditable(False)
    return row
