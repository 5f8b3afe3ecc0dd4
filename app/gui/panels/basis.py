"""The legal basis of a finding: one line per article, its text on demand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.gui.panels.frames import wrapped_label
from app.gui.wording import basis_name
from rules.model import Article, Basis

FindArticle = Callable[[Basis], Article | None]


class BasisList(QWidget):
    """A link per basis; a click opens the article's text below it, another closes it."""

    def __init__(self, find_article: FindArticle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find_article = find_article
        self._bases: tuple[Basis, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)

    def show_bases(self, bases: tuple[Basis, ...]) -> None:
        """Replace what is shown; what is shown already stays as it is, opened or not."""
        if bases == self._bases:
            return
        self._bases = bases
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for basis in bases:
            self._add(basis)

    def _add(self, basis: Basis) -> None:
        link = QPushButton(f"▸ {basis_name(basis)}")
        link.setProperty("role", "link")
        link.setCheckable(True)
        text = wrapped_label("quote")
        text.hide()
        self._layout.addWidget(link)
        self._layout.addWidget(text)

        def toggle(*, shown: bool) -> None:
            if shown and not text.text():
                text.setText(self._text_of(basis))
            text.setVisible(shown)
            link.setText(f"{'▾' if shown else '▸'} {basis_name(basis)}")

        link.toggled.connect(lambda shown: toggle(shown=shown))

    def _text_of(self, basis: Basis) -> str:
        article = self._find_article(basis)
        if article is None:
            return self.tr("The text of this article is not in the statute table.")
        if article.effective is None:
            return article.text
        return self.tr("{text} (in force since {date})").format(text=article.text, date=article.effective.isoformat())
