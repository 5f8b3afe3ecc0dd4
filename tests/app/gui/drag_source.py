"""A small window in the lower left corner of the display; pressing the mouse on it drags the files given."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

_FLAGS = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.X11BypassWindowManagerHint  # there is no window manager
)


class Source(QLabel):
    """What a file manager is to a drag."""

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(name) for name in sys.argv[1:]])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


def main() -> None:
    """Wait for the mouse until the process is ended: the target asks for the data after the drop."""
    application = QApplication([])
    source = Source("drag")
    source.setWindowFlags(_FLAGS)
    source.setGeometry(0, 740, 60, 60)
    source.show()
    application.processEvents()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main()
