"""The window: tabs of contracts, menus, toolbar. It shows the workspace and asks it for what the lawyer wants."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QIcon,
    QUndoGroup,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.actions import Actions, check
from app.gui.dialogs.about import show_about, show_shortcuts
from app.gui.dialogs.checks import ChecksDialog
from app.gui.dialogs.files import ask_contracts, ask_memo, documents_folder
from app.gui.dropping import dropped_contracts, holds_files
from app.gui.icons import icon
from app.gui.marks import mark_icon
from app.gui.menus import fill_menus, fill_toolbar
from app.gui.panels.contract_page import ContractPage
from app.gui.panels.message_bar import MessageBar
from app.gui.panels.status_line import StatusLine
from app.gui.panels.welcome import WelcomePage
from app.gui.problems import Problem, sentence_of
from app.gui.session import Phase, Session
from app.gui.theme import Theme
from app.gui.workspace import Workspace, article_of
from app.model import Verdict
from rules.model import Stance

_RECENT = 10  # contracts in the menu
_AT_ONCE = 20  # contracts opened by one drop: more tabs nobody finds anything in
_TAB_WIDTH = 190  # logical pixels for the name of a file


class MainWindow(QMainWindow):
    """Shows the sessions of a workspace, one tab each."""

    language_wanted = Signal(str)
    appearance_wanted = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self.undo_group = QUndoGroup(self)
        self.actions_ = Actions(theme, self.undo_group, self)
        self.message = MessageBar(theme)
        self.welcome = WelcomePage(theme)
        self.tabs = QTabWidget()
        self._stack = QStackedWidget()
        self.status = StatusLine()
        self._arrange()
        self._connect_actions()
        self._connect_workspace()
        for session in workspace.sessions:
            self._show_session(session)
        self._show_current()

    @property
    def page(self) -> ContractPage | None:
        """The page in front; None while nothing is open."""
        page = self.tabs.currentWidget()
        return page if isinstance(page, ContractPage) else None

    # ── Qt ──

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if holds_files(event.mimeData()):
            self.welcome.show_dragging(active=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files were taken away again."""
        self.welcome.show_dragging(active=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files dropped, wherever on the window."""
        self.welcome.show_dragging(active=False)
        event.acceptProposedAction()
        contracts = dropped_contracts(event.mimeData())
        self._workspace.open_files(contracts[:_AT_ONCE])
        if not contracts:
            self.message.say("warning", self.tr("There is no contract in this folder."))
        if len(contracts) > _AT_ONCE:
            words = self.tr("{count} contracts were dropped; the first {opened} of them were opened.")
            self.message.say("warning", words.format(count=len(contracts), opened=_AT_ONCE))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place."""
        self._workspace.set_setting("window.geometry", bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        super().closeEvent(event)

    # ── building ──

    def _arrange(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(760, 480)
        self.tabs.setDocumentMode(True)
        self.tabs.setMovable(True)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.tabs)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self._stack)
        self.setCentralWidget(centre)
        self._recent = fill_menus(self.menuBar(), self.actions_)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.addToolBar(fill_toolbar(self.actions_, self))
        self.setStatusBar(self.status)

    def _connect_actions(self) -> None:
        actions = self.actions_
        for action, act in (
            (actions.open, self._ask_files),
            (actions.export, self._ask_memo),
            (actions.close_tab, self._close_current),
            (actions.quit, self.close),
            (actions.shortcuts, lambda: show_shortcuts(actions, self)),
            (actions.about, lambda: show_about(self)),
        ):
            action.triggered.connect(lambda _checked=False, act=act: act())
        self._connect_page_actions()
        actions.stances.triggered.connect(self._take_stance)
        actions.languages.triggered.connect(lambda action: self.language_wanted.emit(str(action.data())))
        actions.appearances.triggered.connect(lambda action: self.appearance_wanted.emit(str(action.data())))
        self.status.checks_wanted.connect(actions.checks.trigger)
        self.welcome.open_wanted.connect(self._ask_files)
        self.welcome.file_chosen.connect(lambda path: self._workspace.open_files([path]))
        self.tabs.currentChanged.connect(self._show_current)

    def _connect_page_actions(self) -> None:
        actions = self.actions_
        for action, act in (
            (actions.checks, self._show_checks),
            (actions.find, lambda page: page.open_search()),
            (actions.next, lambda page: page.step(1)),
            (actions.previous, lambda page: page.step(-1)),
            (actions.accept, lambda page: page.details.want(Verdict.ACCEPTED)),
            (actions.dismiss, lambda page: page.details.want(Verdict.DISMISSED)),
            (actions.edit, lambda page: page.details.start_editing()),
            (actions.zoom_in, lambda page: page.view.zoom(1)),
            (actions.zoom_out, lambda page: page.view.zoom(-1)),
            (actions.outline, lambda page: page.side.setVisible(actions.outline.isChecked())),
        ):
            action.triggered.connect(lambda _checked=False, act=act: self.page and act(self.page))

    def _connect_workspace(self) -> None:
        self._workspace.opened.connect(self._show_session)
        self._workspace.closed.connect(self._drop_session)
        self._workspace.troubled.connect(self.show_problem)
        self._workspace.memo_written.connect(self._show_memo)
        self._workspace.several_opened.connect(self._offer_together)

    # ── from the workspace ──

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong."""
        self.message.say("error", sentence_of(problem))

    def _show_session(self, session: Session) -> None:
        page = self._page_of(session)
        if page is None:
            page = ContractPage(session, self._theme, article_of)
            page.side.setVisible(self.actions_.outline.isChecked())
            page.waiting.close_wanted.connect(lambda: self._workspace.close_session(session))
            self.undo_group.addStack(session.undo_stack)
            name = self.fontMetrics().elidedText(session.name, Qt.TextElideMode.ElideMiddle, _TAB_WIDTH)
            self.tabs.addTab(page, name.replace("&", "&&"))
            self.tabs.setTabToolTip(self.tabs.indexOf(page), "\n".join(str(path) for path in session.paths))
            self.tabs.tabBar().setTabButton(
                self.tabs.indexOf(page), QTabBar.ButtonPosition.RightSide, self._close_button(session)
            )
            for signal in (session.phase_changed, session.busy_changed, session.reviewed, session.decided):
                signal.connect(self._show_current)
        self.tabs.setCurrentWidget(page)
        self._show_current()

    def _drop_session(self, session: Session) -> None:
        page = self._page_of(session)
        if page is not None:
            self.tabs.removeTab(self.tabs.indexOf(page))
            page.deleteLater()
        self._show_current()

    def _page_of(self, session: Session) -> ContractPage | None:
        pages = [self.tabs.widget(index) for index in range(self.tabs.count())]
        return next((page for page in pages if isinstance(page, ContractPage) and page.session is session), None)

    def _show_memo(self, path: Path) -> None:
        self.message.say(
            "done",
            self.tr("The memo was saved: {name}").format(name=path.name),
            (self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
            (self.tr("Show in folder"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))),
        )

    def _offer_together(self, paths: list[Path]) -> None:
        def review_together() -> None:
            self.message.hide()
            self._workspace.open_together(paths)

        self.message.say(
            "info",
            self.tr("{count} files were opened one by one. Are they one contract with its attachments?").format(
                count=len(paths)
            ),
            (self.tr("Review together"), review_together),
            (self.tr("Keep apart"), self.message.hide),
        )

    def _show_current(self) -> None:
        page = self.page
        self._stack.setCurrentWidget(self.tabs if page else self.welcome)
        if page is None:
            self.welcome.show_recent(self._workspace.recent())
        session = page.session if page else None
        self.undo_group.setActiveStack(session.undo_stack if session else None)  # type: ignore[arg-type]  # Qt takes null
        ready = session is not None and session.phase is Phase.READY
        for action in self.actions_.on_contract():
            action.setEnabled(ready)
        self.actions_.close_tab.setEnabled(session is not None)
        check(self.actions_.stances, (session.stance if session else Stance.NEUTRAL).value)
        self.setWindowTitle(f"{session.name} — {self.tr('Shenyue')}" if session else self.tr("Shenyue"))
        self._show_tab_icons()
        self.status.show_session(session if ready else None)

    def _show_tab_icons(self) -> None:
        for index in range(self.tabs.count()):
            page = self.tabs.widget(index)
            if isinstance(page, ContractPage):
                self.tabs.setTabIcon(index, self._icon_of(page.session))

    def _icon_of(self, session: Session) -> QIcon:
        if session.phase is Phase.FAILED:
            return icon("alert", self._theme.high)
        gravest = min((finding.severity for finding in session.findings), key=lambda item: item.rank, default=None)
        return mark_icon(gravest, self._theme.of_severity(gravest)) if gravest else QIcon()

    # ── from the lawyer ──

    def _ask_files(self) -> None:
        paths = ask_contracts(self, self._workspace.setting("folder", documents_folder()))
        if paths:
            self._workspace.set_setting("folder", str(paths[0].parent))
            self._workspace.open_files(paths)

    def _ask_memo(self) -> None:
        if self.page is None:
            return
        session = self.page.session
        path = ask_memo(self, session.path)
        if path is not None:
            self._workspace.write_memo(session, path)

    def _show_checks(self, page: ContractPage) -> None:
        if page.session.review is not None:
            dialog = ChecksDialog(page.session.review, self)
            dialog.rule_chosen.connect(page.show_rule)
            dialog.open()

    def _fill_recent(self) -> None:
        self._recent.clear()
        for contract in [contract for contract in self._workspace.recent() if contract.path][:_RECENT]:
            action = self._recent.addAction(contract.name.replace("&", "&&"))
            action.setToolTip(str(contract.path))
            action.triggered.connect(lambda _checked=False, path=contract.path: self._workspace.open_files([path]))

    def _take_stance(self, action: QAction) -> None:
        stance = Stance(str(action.data()))
        if self.page is not None and self.page.session.stance is not stance:
            self.page.session.start(stance)

    def _close_button(self, session: Session) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "tab-close")
        button.setIcon(icon("close", self._theme.faint))
        button.setIconSize(QSize(14, 14))
        button.setToolTip(self.tr("Close"))
        button.clicked.connect(lambda: self._workspace.close_session(session))
        return button

    def _close_current(self) -> None:
        if self.page is not None:
            self._workspace.close_session(self.page.session)
