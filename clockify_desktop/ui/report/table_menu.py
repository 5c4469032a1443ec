"""What can be done with a line of the table."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.domain.showable import Showable, named, showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import add_entry

IN_CLOCKIFY: Final = tr("Open in Clockify, in the workspace that is active there")


class TableMenu(QMenu):
    """A menu over one row, or over none.

    Args:
        mark: That of the row, ``None`` beside all rows.
    """

    def __init__(self, mark: str | None, name: Showable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("table_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.mark, self._name = mark, name

    def add_copying(self, copy: Callable[..., None]) -> None:
        """Offer the lines to other programs."""
        self._add(tr("Copy"), "copy_lines", partial(copy, heads=False))
        with_heads = self._add(tr("Copy with heads"), "copy_with_heads", copy)
        # Shown here; the table itself takes the key.
        with_heads.setShortcut(QKeySequence.StandardKey.Copy)
        with_heads.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def add_only(self, show_only: Callable[[], object]) -> None:
        """Offer to look at this row alone."""
        self.addSeparator()
        self._add(tr("Only {name}", name=named(self._name)), "only_this", show_only)

    def add_web(self, open_web: Callable[[], object]) -> None:
        """Offer the web page; links cannot say which workspace they mean."""
        self._add(IN_CLOCKIFY, "open_in_clockify", open_web)

    def _add(self, words: str, name: str, do: Callable[[], object]) -> QAction:
        action = add_entry(self, showable(words))
        action.setObjectName(f"action_{name}")
        action.triggered.connect(lambda *_: do())
        return action
