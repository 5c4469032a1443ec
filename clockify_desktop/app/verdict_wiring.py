"""Connects the pane of what is selected with what is kept of it, and with its menu."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from clockify_desktop.api.hosts import Hosts
from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.detail import Detail
from clockify_desktop.services.web_pages import web_page
from clockify_desktop.ui.report.finding_menu import FindingMenu
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState


class VerdictWiring(QObject):
    """Keeps what is said of what is selected, and goes on to the next.

    Args:
        now: Tells the time, aware.
        hosts: Tells where the web pages are, ``None`` for nowhere.
    """

    def __init__(
        self,
        model: ReportViewModel,
        review: ReviewWiring,
        page: ReportPage,
        view_menu: QMenu,
        now: Callable[[], datetime],
        hosts: Callable[[], Hosts | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._review, self._page = model, review, page
        self._now, self._hosts = now, hosts
        self._menu = FindingMenu(page.finding, page, view_menu)
        view_menu.addMenu(self._menu)
        page.finding.said.connect(self._on_said)
        page.finding.noted.connect(self._on_noted)
        page.finding.web.clicked.connect(self._on_web)

    def show_state(self, state: ReportState) -> None:
        """Offer what can be done with what is selected."""
        content = state.content
        selected = content is not None and content.detail is not None
        web = selected and bool(self._address)
        self._menu.show_state(selected=selected, web=web)
        self._page.finding.offer_web(offered=web)

    @Slot(str, str)
    def _on_said(self, choice: str, note: str) -> None:
        detail = self._detail
        if detail is None:
            return
        taken_back = choice == detail.chosen
        if not taken_back and choice in detail.following:
            following = NO_SELECTION.clicked(detail.following[choice], None, add=False)
            self._model.select(following)
        records = detail.records(choice, note, self._now())
        self._review.keep(*records, forget=taken_back)

    @Slot(str)
    def _on_noted(self, note: str) -> None:
        detail = self._detail
        if detail is not None and detail.chosen:
            self._review.keep(*detail.records(detail.chosen, note, self._now()))

    @Slot()
    def _on_web(self) -> None:
        address = self._address
        if address:
            QDesktopServices.openUrl(QUrl(address))

    @property
    def _detail(self) -> Detail | None:
        content = self._model.state.content
        return None if content is None else content.detail

    @property
    def _address(self) -> str | None:
        content, hosts = self._model.state.content, self._hosts()
        if content is None or hosts is None:
            return None
        return web_page(hosts, content.query, content.narrowed)
