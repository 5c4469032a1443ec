"""Connects the list of entries with the report's view model."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from clockify_desktop.api.hosts import Hosts
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import showable
from clockify_desktop.services.web_pages import web_page
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import add_entry
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.report.entries_page import EntriesPage
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.ui.report.table_menu import IN_CLOCKIFY, TableMenu
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.viewmodels.entries_page import entries_page_of
from clockify_desktop.viewmodels.opened_entries import narrowed_to_part
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState

if TYPE_CHECKING:
    from clockify_desktop.ui.report.chart_view import Place


class EntriesWiring(QObject):
    """Puts the list in the place of the page, which stays as it was.

    Args:
        hosts: Tells where the web pages are, ``None`` for nowhere.

    Signals:
        said: What was done, for the bottom line.
    """

    said = Signal(str)

    def __init__(
        self,
        screen: ReportScreen,
        model: ReportViewModel,
        look: Look,
        hosts: Callable[[], Hosts | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._model, self._look = screen, model, look
        self._hosts = hosts
        self._page: EntriesPage | None = None
        # Where the keyboard was, and what was outlined.
        self._focused: QWidget | None = None
        self._place: Place | None = None
        screen.page.entries_requested.connect(model.open_entries)
        screen.page.picture_menu_requested.connect(self._on_menu)
        screen.page.table.tree.menu_requested.connect(self._on_table_menu)
        look.theme_changed.connect(self._on_theme_changed)

    @property
    def page_in_view(self) -> ReportPage:
        """The list where one is open, else the page."""
        opened = self._model.state.opened is not None
        return self._page if self._page is not None and opened else self._screen.page

    def show_state(self, state: ReportState) -> None:
        """Show the list, or the page again."""
        shown = entries_page_of(state)
        page = self._page
        if shown is None:
            if page is not None and not page.isHidden():
                page.hide()
                self._screen.page.show()
                if self._focused is not None:
                    self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
                if self._screen.page.card.chart is not None:
                    self._screen.page.card.chart.return_to(self._place)
            return
        if page is None:
            page = self._page = self._made()
        page.show_state(shown)
        page.offer_web(offered=self.address_of(Selection()) is not None)
        if page.isHidden():
            self._focused = QApplication.focusWidget()
            chart = self._screen.page.card.chart
            self._place = None if chart is None else chart.place()
            self._screen.page.hide()
            page.show()
            if page.card.chart is not None:
                page.card.chart.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self) -> EntriesPage:
        page, model = self._screen.add_entries_page(self._look.theme), self._model
        page.attach_chart()
        page.left.connect(model.close_entries)
        page.web_requested.connect(self._on_web)
        page.card.strip.retried.connect(model.refresh)
        page.card.trail.chosen.connect(self._on_step)
        page.card.noted.connect(self._screen.notes.show_note_of_picture)
        page.copy_picture_requested.connect(self._screen.page.copy_picture_requested)
        page.save_picture_requested.connect(self._screen.page.save_picture_requested)
        page.stepped.connect(model.step)
        page.copied.connect(self.said)
        return page

    @Slot(int)
    def _on_step(self, place: int) -> None:
        opened = self._model.state.opened
        if place == 0 or opened is None:
            self._model.close_entries()
        else:
            self._model.open_entries(opened.row, None)

    @Slot(str)
    def _on_web(self, mark: str) -> None:
        opened = self._model.state.opened
        if opened is not None and opened.content is not None:
            self._open(opened.content.narrowed_to(mark))

    @Slot(object)
    def _on_table_menu(self, menu: TableMenu) -> None:
        if menu.mark is not None:
            menu.addSeparator()
            self._offer_entries(menu, menu.mark, None)

    def _offer_entries(self, menu: QMenu, row: str | None, column: str | None) -> None:
        content = self._model.state.content
        if content is not None and content.opens_entries:
            show = add_entry(menu, showable(tr("Show the entries")))
            show.setObjectName("action_show_entries")
            show.triggered.connect(lambda *_: self._model.open_entries(row, column))

    @Slot(object, object, object)
    def _on_menu(self, menu: QMenu, row: str | None, column: str | None) -> None:
        self._offer_entries(menu, row, column)
        narrowed = narrowed_to_part(self._model.state, row, column)
        if narrowed is not None and self.address_of(narrowed):
            web = add_entry(menu, showable(IN_CLOCKIFY))
            web.setObjectName("action_open_in_clockify")
            web.triggered.connect(lambda *_: self._open(narrowed))

    def address_of(self, narrowed: Selection) -> str | None:
        """Give the web page of a part of the report.

        Returns:
            ``None`` where there is none, and where it would tell hidden names.
        """
        state, hosts = self._model.state, self._hosts()
        if state.content is None or hosts is None or state.names_hidden:
            return None
        return web_page(hosts, state.content.query, narrowed)

    def _open(self, narrowed: Selection) -> None:
        address = self.address_of(narrowed)
        if address:
            QDesktopServices.openUrl(QUrl(address))

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._page is not None:
            self._page.set_theme(self._look.theme)
