"""The menu of what can be set of a page: of the chosen row, and of all."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from clockify_desktop.app.row_action_wiring import RowActionWiring
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.page import PageAction, PageContent, RowAction
from clockify_desktop.translation import tr
from clockify_desktop.ui import menu_keys
from clockify_desktop.ui.labels import add_entry
from clockify_desktop.ui.main_window import OF_REPORTS, MainWindow
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState

_WORDS: Final = tr("Set here")


class SetHere(QObject):
    """Keeps the menu as the page is; a link below the table opens it, too.

    Args:
        do: Is given the key of what was chosen of a page.
    """

    def __init__(
        self,
        window: MainWindow,
        model: ReportViewModel,
        rows: RowActionWiring,
        link: QPushButton,
        do: Callable[[str], None],
    ) -> None:
        super().__init__(rows)
        self._window, self._rows, self._do = window, rows, do
        self._link = link
        self.menu = QMenu(_WORDS, window.view_menu)
        self.menu.setObjectName("menu_set_here")
        self.menu.menuAction().setProperty(OF_REPORTS, True)  # noqa: FBT003 - Qt's own
        window.view_menu.addMenu(self.menu)
        self._shown: tuple[str, tuple[RowAction | PageAction, ...]] = "", ()
        self.menu.menuAction().setVisible(False)
        link.clicked.connect(self._on_link)
        model.changed.connect(self._on_changed)

    @Slot()
    def _on_link(self) -> None:
        self.menu.popup(self._link.mapToGlobal(QPoint(0, self._link.height())))

    @Slot(object)
    def _on_changed(self, state: ReportState) -> None:
        content = state.content
        mark, column = _chosen(content)
        actions: tuple[RowAction, ...] = ()
        entries: tuple[PageAction, ...] = ()
        if content is not None:
            entries = content.set_actions
            actions = content.row_actions(mark, column) if mark else ()
        offered = bool(actions or entries)
        self._link.setVisible(offered)
        self.menu.menuAction().setVisible(offered)
        self.menu.menuAction().setEnabled(offered and self._window.reports_enabled)
        if (mark, (*actions, *entries)) != self._shown:
            self._shown = mark, (*actions, *entries)
            self._fill(mark, actions, entries)

    def _fill(
        self,
        mark: str,
        actions: tuple[RowAction, ...],
        entries: tuple[PageAction, ...],
    ) -> None:
        self.menu.clear()
        self._rows.add(self.menu, mark, actions)
        for one in entries:
            entry = add_entry(self.menu, showable(one.words))
            entry.setObjectName(f"action_{one.key}")
            entry.triggered.connect(partial(self._on_entry, one.key))
        for place, entry in enumerate(self.menu.actions(), 1):
            entry.setShortcuts(menu_keys.numbered(menu_keys.SET_HERE, place))

    def _on_entry(self, key: str, *_: object) -> None:
        self._do(key)


def _chosen(content: PageContent | None) -> tuple[str, str | None]:
    """Find the one row that is chosen, or the row and column of the one cell.

    Returns:
        An empty mark where there is no such one.
    """
    chosen = NO_SELECTION if content is None else content.view.selected
    if len(chosen.cells) == 1 and not (chosen.rows or chosen.columns):
        ((row, column),) = chosen.cells
        return row, column
    if len(chosen.rows) == 1 and not (chosen.cells or chosen.columns):
        (row,) = chosen.rows
        return row, None
    return "", None
