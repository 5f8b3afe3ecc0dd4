"""One finding in full: message, quote, basis, suggested wording, note, and the buttons to decide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.gui.icons import icon
from app.gui.marks import mark_icon
from app.gui.panels.basis import BasisList, FindArticle
from app.gui.panels.frames import strip, wrapped_label
from app.gui.panels.wording_field import WordingField
from app.gui.theme import Theme
from app.gui.wording import favour_phrase, harms_phrase, place_phrase, severity_name, verdict_name
from app.model import Decision, Verdict, wording_of
from extractors.model import Contract
from rules.model import Finding

_BELOW = 8  # logical pixels kept free below the wording when it is gone to


class DetailsPanel(QWidget):
    """Shows a finding; tells what the lawyer wants, decides nothing."""

    verdict_wanted = Signal(str, object, str, str)  # finding id, Verdict, wording, note
    wording_typed = Signal(str)

    def __init__(self, theme: Theme, find_article: FindArticle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._finding: Finding | None = None
        self._kept_note = ""
        self._kept_wording = ""
        self._state = Verdict.OPEN
        self._make_parts(find_article)
        self._arrange()
        self._connect()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no finding is selected."""
        self._take_note()
        self._finding = None
        self._scroll.hide()
        self._footer.hide()
        self._hint.show()

    def show_finding(self, finding: Finding, contract: Contract, decision: Decision | None, draft: str | None) -> None:
        """Show ``finding`` with what was decided on it; ``draft`` is wording typed before and not yet accepted."""
        if self._finding is not None and self._finding.id != finding.id:
            self._take_note()  # typed, and left by a key that moved no focus
        self._finding = finding
        self._state = decision.state if decision else Verdict.OPEN
        self._kept_note = decision.note if decision else ""
        self._icon.setPixmap(mark_icon(finding.severity, self._theme.of_severity(finding.severity)).pixmap(16, 16))
        self._title.setText(finding.title)
        facts = [
            severity_name(finding.severity),
            place_phrase(contract, finding),
            harms_phrase(finding),
            favour_phrase(finding),
        ]
        if self._state is not Verdict.OPEN:
            facts.append(verdict_name(self._state))
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self._message.setText(finding.message)
        self._quote.setText(finding.quote)
        self._quote.setVisible(bool(finding.quote))
        self.doubt.setVisible(finding.span is not None and contract.document.doubtful(finding.span))
        self._basis_heading.setVisible(bool(finding.basis))
        self.basis.show_bases(finding.basis)
        self._kept_wording = wording_of(finding, decision)
        self._fill_field(self._kept_wording if draft is None else draft)
        self.note.setText(self._kept_note)
        self._show_state()
        self._hint.hide()
        self._scroll.show()
        self._footer.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep a note that was typed before the page closed."""
        self._take_note()
        super().hideEvent(event)

    def scroll_to_top(self) -> None:
        """Show the beginning, as for another finding."""
        self._scroll.verticalScrollBar().setValue(0)

    def start_editing(self) -> None:
        """Put the caret into the wording."""
        self._scroll.ensureWidgetVisible(self.wording, 0, _BELOW)
        self.wording.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wording.selectAll()

    def want(self, verdict: Verdict) -> None:
        """Ask for a verdict with wording and note as they stand; asking for the one in force asks to reopen."""
        if self._finding is None:
            return
        if self.wording.hasFocus() or self.note.hasFocus():
            self.setFocus()  # so that Ctrl+Z takes the decision back, not a letter
        again = verdict is self._state or (verdict is Verdict.ACCEPTED and self._state is Verdict.EDITED)
        if again and not self._edited():
            verdict = Verdict.OPEN
        self.verdict_wanted.emit(self._finding.id, verdict, self.wording.toPlainText(), self.note.text())

    def _make_parts(self, find_article: FindArticle) -> None:
        self._icon = QLabel()
        self._title = wrapped_label("heading")
        self._facts = wrapped_label("faint")
        self._message = wrapped_label("message")
        self._quote = wrapped_label("quote")
        self.doubt = wrapped_label("doubt")
        self.doubt.setText(
            self.tr(
                "These words were recognised from a picture, and some are uncertain: compare them with the original."
            )
        )
        self._basis_heading = _section(self.tr("Legal basis"))
        self.basis = BasisList(find_article)
        self.wording = WordingField()
        self.wording.setAccessibleName(self.tr("Suggested wording"))
        self.note = QLineEdit()
        self.note.setAcceptDrops(False)
        self.note.setPlaceholderText(self.tr("Note for the memo or for yourself"))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setProperty("role", "link")
        self.accept = self._button("accept", self.tr("Accept (Ctrl+Return)"), "primary")
        self.dismiss = self._button("dismiss", self.tr("Dismiss (Delete)"), "")
        self.edit = self._button("edit", self.tr("Edit the wording"), "")
        self.edit.setText(self.tr("Edit"))
        self._hint = QLabel(self.tr("Select a finding to see what it says."))
        self._hint.setProperty("role", "faint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)

    def _button(self, name: str, tip: str, role: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", role)
        button.setIcon(icon(name, self._theme.on_accent if role == "primary" else self._theme.text))
        button.setToolTip(tip)
        return button

    def _arrange(self) -> None:
        sheet = QWidget()
        sheet.setProperty("role", "sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        for widget in (self._facts, self._message, self._quote, self.doubt, self._basis_heading, self.basis):
            column.addWidget(widget)
        wording_head = QHBoxLayout()
        wording_head.addWidget(_section(self.tr("Suggested wording")), 1)
        wording_head.addWidget(self.copy)
        column.addLayout(wording_head)
        column.addWidget(self.wording)
        column.addWidget(self.note)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(sheet)
        self._footer = strip("footer", self.accept, self.dismiss, self.edit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for part, stretch in ((self._scroll, 1), (self._footer, 0), (self._hint, 1)):
            outer.addWidget(part, stretch)

    def _connect(self) -> None:
        self.accept.clicked.connect(lambda: self.want(Verdict.ACCEPTED))
        self.dismiss.clicked.connect(lambda: self.want(Verdict.DISMISSED))
        self.edit.clicked.connect(self.start_editing)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.wording.toPlainText()))
        self.wording.textChanged.connect(self._take_typing)
        self.note.editingFinished.connect(self._take_note)

    def _fill_field(self, words: str) -> None:
        if words != self.wording.toPlainText():  # an equal text keeps its caret
            self.wording.blockSignals(True)  # noqa: FBT003
            self.wording.setPlainText(words)
            self.wording.blockSignals(False)  # noqa: FBT003

    def _edited(self) -> bool:
        return self.wording.toPlainText() != self._kept_wording

    def _take_typing(self) -> None:
        self.wording_typed.emit(self.wording.toPlainText())
        self._show_state()

    def _take_note(self) -> None:
        if self._finding is not None and self.note.text() != self._kept_note:
            self._kept_note = self.note.text()
            self.verdict_wanted.emit(self._finding.id, self._state, self._kept_wording, self.note.text())

    def _show_state(self) -> None:
        accepted = self._state in (Verdict.ACCEPTED, Verdict.EDITED)
        if accepted and not self._edited():
            self.accept.setText(self.tr("Accepted"))
        else:
            self.accept.setText(self.tr("Accept edit") if self._edited() else self.tr("Accept"))
        self.dismiss.setText(self.tr("Dismissed") if self._state is Verdict.DISMISSED else self.tr("Dismiss"))
        self.dismiss.setCheckable(True)
        self.dismiss.setChecked(self._state is Verdict.DISMISSED)


def _section(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "section")
    return label
