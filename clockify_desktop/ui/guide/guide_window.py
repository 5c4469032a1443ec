"""The guide in a window of its own, so that one can read and try."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.guide.guide_pages import GUIDE, INSTALL, LOOK_UP, read_page
from clockify_desktop.ui.guide.guide_view import GuideView
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.window_size import within_screen

_TITLE: Final = tr("Guide \N{EN DASH} Clockify Desktop Reporter")
_SIZE: Final = QSize(1100, 800)
_LOOK_UP: Final = tr("Look up")
_LIST_PX: Final = 220
_NARROW_PX: Final = 700
"""Below that the page needs the room of the list; links and keys lead on."""
_NAME: Final = Qt.ItemDataRole.UserRole
_SIDE_PX: Final = 12


class GuideWindow(QWidget):
    """A list of the pages beside the one that is read; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle(_TITLE)
        self.resize(within_screen(self, _SIZE))
        self._home = parent
        self._list = QListWidget(self)
        self._list.setObjectName("guide_pages")
        self._list.setAccessibleName(tr("Pages of the guide"))
        self._list.setProperty("role", "pages")
        self._list.setFixedWidth(_LIST_PX)
        self._list.setWordWrap(True)
        self._items = dict(map(self._added, GUIDE))
        between = QListWidgetItem(_LOOK_UP, self._list)
        between.setFlags(Qt.ItemFlag.NoItemFlags)
        self._items |= map(self._added, LOOK_UP)
        # Else the list chooses one by itself when it is first shown.
        self._list.setCurrentItem(self._items[INSTALL])
        self._text = GuideView(self)
        margins = (_SIDE_PX, _SIDE_PX, 0, _SIDE_PX)
        beside = column(self._list, margins=margins)
        row(beside, (self._text, 1), within=self, spacing=_SIDE_PX)
        # Where somebody was: pages by name, each with how far it was scrolled.
        self._before: list[tuple[str, int]] = []
        self._after: list[tuple[str, int]] = []
        self._name = ""
        self._list.currentItemChanged.connect(self._on_chosen)
        self._text.page_wanted.connect(self.go)
        self._text.address_wanted.connect(self._on_address)
        self._add_keys()

    def open_at(self, name: str = INSTALL, anchor: str = "") -> None:
        """Show the window with a page of it; it may be used beside a dialog, too."""
        host = QApplication.activeModalWidget() or self._home
        if host is not None and self.parentWidget() is not host:
            # A dialog lets nobody work in a window that is not its own.
            self.setParent(host, Qt.WindowType.Window)
        self.show()
        self.go(name, anchor)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def go(self, name: str, anchor: str = "") -> None:
        """Show a page, or another place of it, and remember the way back."""
        if self._name:
            self._before.append(self._place)
            self._after.clear()
        self._show(name, anchor)

    @Slot()
    def go_back(self) -> None:
        """Show what was read before."""
        self._step(self._before, self._after)

    @Slot()
    def go_forward(self) -> None:
        """Undo a step back."""
        self._step(self._after, self._before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the page."""
        super().resizeEvent(event)
        self._list.setVisible(self.width() >= _NARROW_PX)

    @property
    def _place(self) -> tuple[str, int]:
        return self._name, self._text.verticalScrollBar().value()

    def _step(
        self, source: list[tuple[str, int]], target: list[tuple[str, int]]
    ) -> None:
        if source:
            target.append(self._place)
            name, scrolled = source.pop()
            self._show(name)
            self._text.verticalScrollBar().setValue(scrolled)

    def _show(self, name: str, anchor: str = "") -> None:
        self._name = name
        self._text.show_page(read_page(name), anchor)
        with QSignalBlocker(self._list):
            self._list.setCurrentItem(self._items[name])

    def _added(self, name: str) -> tuple[str, QListWidgetItem]:
        item = QListWidgetItem(showable(read_page(name).title), self._list)
        item.setData(_NAME, name)
        return name, item

    def _add_keys(self) -> None:
        for keys, do in (
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("F6", self._turn_to_list),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    @Slot()
    def _turn_to_list(self) -> None:
        other = self._text if self._list.hasFocus() else self._list
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.go(item.data(_NAME))

    @Slot(QUrl)
    def _on_address(self, address: QUrl) -> None:
        if address.scheme() == "https":
            QDesktopServices.openUrl(address)
