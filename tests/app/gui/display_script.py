"""Shows the window with the sample on the display given, works it by keys, and tells as JSON what became of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.gui.application import Shell, make_application
from app.gui.main_window import MainWindow
from app.gui.session import Order, Phase
from app.gui.workspace import Workspace
from app.storage import Store
from extractors.text import Progress
from rules.model import Review
from tests.app.samples import sample_review


def review_sample(order: Order, _progress: Progress) -> Review:
    """The sample review, whatever the file."""
    return sample_review(order.stance, order.path.name)


def clipped(window: QWidget) -> list[str]:
    """Buttons that are shown with less room than their words need, or outside the window."""
    found = []
    for button in window.findChildren(QAbstractButton):
        inside = window.rect().contains(button.mapTo(window, button.rect().center()))
        small = button.width() + 1 < button.minimumSizeHint().width()
        if button.isVisible() and button.text() and (small or not inside):
            found.append(button.text())
    return found


def red_pixels(image: QImage) -> int:
    """How many pixels have the very colour of high risk."""
    red = QColor("#c4262e").rgb()
    return sum(image.pixel(x, y) == red for x in range(image.width()) for y in range(image.height()))


def use(window: MainWindow) -> None:
    """Open the sample, go to its first finding and accept it, by keys."""
    page = window.page
    assert page is not None
    for _ in range(400):
        if page.session.phase is Phase.READY:
            break
        QTest.qWait(50)
    window.activateWindow()  # there is no window manager to do so
    QTest.qWait(100)
    page.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F8)
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.qWait(300)


def main(picture: str, appearance: str) -> None:
    """Show, use, take a picture, tell."""
    application = make_application(["shenyue"])
    store = Store(Path(":memory:"))
    store.set_setting("appearance", appearance)
    workspace = Workspace(store, review_sample)
    shell = Shell(application, workspace)
    shell.show()
    workspace.open_files([Path("技术服务合同.txt")])
    use(shell.window)
    image = shell.window.grab().toImage()
    image.save(picture)
    told = {
        "clipped": clipped(shell.window),
        "size": [image.width(), image.height()],
        "decided": len(workspace.sessions[0].decisions),
        "red": red_pixels(image),
    }
    sys.stdout.write(json.dumps(told))
    workspace.shut_down()


if __name__ == "__main__":
    main(*sys.argv[1:])
