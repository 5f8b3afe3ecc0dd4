"""The empty window: where to drop files, what kinds, and the contracts opened last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.icons import picture
from app.gui.theme import Theme, interface_font
from app.storage import RecentContract

_WIDTH = 520
_SHOWN = 5


class WelcomePage(QWidget):
    """Says what to do; a click on a recent contract opens it."""

    open_wanted = Signal()
    file_chosen = Signal(object)  # a Path

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drop_zone = self._make_drop_zone(theme)
        self._heading = QLabel(self.tr("Recent contracts"))
        self._heading.setProperty("role", "section")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.drop_zone)
        column.addSpacing(6)
        column.addWidget(self._heading)
        column.addLayout(self._list)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(column)
        layout.setAlignment(column, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.show_recent(())

    def show_recent(self, recent: Sequence[RecentContract]) -> None:
        """List contracts opened before whose file is still there."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for contract in [contract for contract in recent if contract.path][:_SHOWN]:
            self._list.addWidget(self._make_link(contract))
        self._heading.setVisible(self._list.count() > 0)

    def show_dragging(self, *, active: bool) -> None:
        """Light up the drop zone while files are held over the window."""
        self.drop_zone.setProperty("active", active)
        self.drop_zone.style().unpolish(self.drop_zone)
        self.drop_zone.style().polish(self.drop_zone)

    def _make_drop_zone(self, theme: Theme) -> QFrame:
        zone = QFrame()
        zone.setProperty("role", "drop")
        zone.setFixedWidth(_WIDTH)
        image = QLabel()
        image.setPixmap(picture("drop", theme.accent, 44))
        title = QLabel(self.tr("Drop contracts here"))
        title.setFont(interface_font(15))
        kinds = QLabel(
            self.tr("Word, WPS, PDF, text and scans (JPG, PNG, TIFF), several at once. Nothing leaves this computer.")
        )
        kinds.setProperty("role", "faint")
        kinds.setWordWrap(True)
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("Open contracts…"))
        button.setProperty("role", "primary")
        button.clicked.connect(self.open_wanted)
        layout = QVBoxLayout(zone)
        layout.setContentsMargins(24, 26, 24, 26)
        layout.setSpacing(12)
        for widget in (image, title, button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.insertWidget(2, kinds)
        return zone

    def _make_link(self, contract: RecentContract) -> QPushButton:
        counts = f"▲{contract.high}  ◆{contract.medium}  ●{contract.low}"
        link = QPushButton(f"{contract.name}    {counts}".replace("&", "&&"))
        link.setProperty("role", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setToolTip(str(contract.path))
        path = contract.path or Path()
        link.clicked.connect(lambda: self.file_chosen.emit(path))
        return link
