"""The window: a menu bar that holds every action, and one page at a time.

It is painted before the rest of the program is imported, so it knows neither reports
nor accounts. Pages are added when they are ready.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from clockify_desktop.files.resources import resource
from clockify_desktop.translation import tr, tr_context
from clockify_desktop.ui.error_strip import NoticeStrip
from clockify_desktop.ui.layouts import column
from clockify_desktop.ui.window_size import within_screen

NAME: Final = tr("Clockify Desktop Reporter")
OF_REPORTS: Final = "of_reports"
"""The property of actions for menus in the View and Go menus that mean a report."""
_FIRST_SIZE: Final = QSize(1440, 900)
# A screen of 720 x 450, with what frames the window and lies along its edge.
_SMALLEST: Final = QSize(640, 360)

_REPORT: Final = (
    ("action_refresh", tr("&Refresh"), "F5"),
    ("action_export_csv", tr("Export a &file…"), "Ctrl+E"),
    ("action_export_review", tr("Export the r&eview as PDF…"), "Ctrl+Shift+E"),
    ("action_save_png", tr("Save &picture as PNG…"), "Ctrl+Shift+S"),
    ("action_save_svg", tr("Save picture as S&VG…"), "Ctrl+Shift+V"),
    ("action_save_pdf", tr("Save picture as P&DF…"), "Ctrl+Shift+P"),
    ("action_copy_picture", tr("Copy p&icture"), "Ctrl+Shift+C"),
    ("action_copy_command", tr("Copy as co&mmand"), "Ctrl+Shift+M"),
    ("action_save_report_file", tr("Save as report fi&le…"), "Ctrl+Shift+L"),
)
_FILE: Final = (
    ("action_open_export", tr("&Open…"), "Ctrl+O"),
    None,
    *_REPORT,
    None,
    ("action_settings", tr("&Settings…"), "Ctrl+,"),
    None,
    ("action_quit", tr("&Quit"), "Ctrl+Q"),
)
_VIEW: Final = (
    ("action_swap_axes", tr("Show by &project"), "Ctrl+T"),
    ("action_filter", tr("&Filter the table"), "Ctrl+F"),
    ("action_turn_over", tr("Picture or &table"), "Ctrl+Shift+T"),
)
_GO: Final = (
    ("action_previous_period", tr("&Previous period"), "Alt+Left"),
    ("action_next_period", tr("&Next period"), "Alt+Right"),
    ("action_current_period", tr("&Back to the chosen period"), "Alt+Home"),
    ("action_next_page", tr("Ne&xt page"), "Ctrl+PgDown"),
    ("action_previous_page", tr("Previous p&age"), "Ctrl+PgUp"),
)
_PICK: Final = (
    ("action_pick_workspace", tr("&Workspace…"), "Alt+W"),
    ("action_pick_period", tr("Pe&riod…"), "Alt+R"),
    ("action_pick_people", tr("P&eople…"), "Alt+E"),
    ("action_pick_projects", tr("Pro&jects…"), "Alt+J"),
)
_HELP: Final = (
    ("action_help", tr("&Guide"), "F1"),
    ("action_about", tr("&About"), "Shift+F1"),
)
_ON_REPORTS: Final = tuple(name for name, _, _ in (*_REPORT, *_VIEW, *_GO, *_PICK))


class MainWindow(QMainWindow):
    """The one window of the program.

    Others add to ``view_menu`` and ``go_menu`` and fill ``account_menu``.
    """

    # The first frame is on the screen.
    painted = Signal()
    closing = Signal()
    # Their paths, a list: they were let fall on the window.
    files_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setWindowTitle(NAME)
        self.setWindowIcon(QIcon(str(resource("icons/clockify-desktop.svg"))))
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self.resize(within_screen(self, _FIRST_SIZE))
        self.is_painted = self.reports_enabled = False
        self._page_actions: list[QAction] = []
        self._pages = QStackedWidget(self)
        self._pages.addWidget(QWidget(self._pages))
        self.notice = NoticeStrip(self)
        middle = QWidget(self)
        column(self.notice, (self._pages, 1), within=middle, spacing=0)
        self.setCentralWidget(_Middle(middle, self))
        self._add_menu(tr_context("menu", "&File"), _FILE)
        self.view_menu = self._add_menu(tr_context("menu", "&View"), _VIEW)
        self.view_menu.addSeparator()
        self.go_menu = self._add_menu(tr_context("menu", "&Go"), (*_GO, None, *_PICK))
        self.account_menu = self._add_menu(tr_context("menu", "&Account"), ())
        self._add_menu(tr_context("menu", "&Help"), _HELP)
        self.enable_reports(enabled=False)

    def action(self, name: str) -> QAction:
        """Find an action by its object name, such as ``action_refresh``."""
        found = self.findChild(QAction, name)
        if found is None:
            message = f"there is no {name}"
            raise LookupError(message)
        return found

    def add_page_action(self, key: str, title: str, shortcut: str) -> QAction:
        """Put a page of the review into the View menu, as ``action_`` and its key."""
        action = _action(self, f"action_{key}", title, shortcut)
        action.setEnabled(self.reports_enabled)
        self._page_actions.append(action)
        self.view_menu.addAction(action)
        return action

    def add_page(self, page: QWidget) -> None:
        """Take a page in; it is not shown yet."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self._pages.setCurrentWidget(page)

    @Slot()
    def come_to_front(self) -> None:
        """Show the window over all others, also one that was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def enable_reports(self, *, enabled: bool) -> None:
        """Allow what only makes sense over a report."""
        self.reports_enabled = enabled
        every = (*self.view_menu.actions(), *self.go_menu.actions())
        menus = (one for one in every if one.property(OF_REPORTS))
        for action in (*map(self.action, _ON_REPORTS), *self._page_actions, *menus):
            action.setEnabled(enabled)

    def event(self, event: QEvent) -> bool:
        """Tell once that the window is on the screen."""
        handled = super().event(event)
        if event.type() is QEvent.Type.Paint and not self.is_painted:
            self.is_painted = True
            self.painted.emit()
        return handled

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this computer."""
        if _files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were let fall."""
        files = _files_of(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _add_menu(
        self, title: str, entries: tuple[tuple[str, str, str] | None, ...]
    ) -> QMenu:
        menu: QMenu = self.menuBar().addMenu(title)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(_action(self, *entry))
        return menu


class _Middle(QWidget):
    """Gives all of its room to what is in it.

    The window has the size that it is given, whatever changes within, and Qt would lay
    it out anew, and make ready to move all of it, for every word.
    """

    def __init__(self, held: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        held.setParent(self)
        self._held = held

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._held.setGeometry(self.rect())


def _files_of(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _action(parent: QObject, name: str, text: str, shortcut: str) -> QAction:
    action = QAction(text, parent)
    action.setObjectName(name)
    if shortcut:
        action.setShortcut(QKeySequence(shortcut))
    return action
