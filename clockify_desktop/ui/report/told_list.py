"""What was said before, line by line, each to be taken back."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.asked import Told
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import LOW_LINK, link_button, text_label
from clockify_desktop.ui.layouts import VerticalScrollArea

_TALLEST_PX: Final = 132


class ToldList(VerticalScrollArea):
    """Hidden where nothing was said.

    Args:
        width: Of its lines, in pixels.
    """

    # The record that is to be taken back.
    forgotten = Signal(object)

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("told_list")
        self.setAccessibleName(tr("Set so far"))
        self._width = width
        self._told: tuple[Told, ...] = ()
        self.hide()

    def show_told(self, told: tuple[Told, ...]) -> None:
        """List what was said."""
        if told == self._told:
            return
        self._told = told
        inner = QWidget(self)
        lines = QGridLayout(inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setVerticalSpacing(2)
        lines.setColumnStretch(0, 1)
        for line, one in enumerate(told):
            words = showable(one.words)
            remove = link_button(tr("Remove"), f"remove_{line}", inner)
            remove.setAccessibleName(tr("Remove: {words}", words=words))
            remove.setStyleSheet(LOW_LINK)
            remove.clicked.connect(partial(self._on_removed, one))
            lines.addWidget(text_label(words, inner), line, 0)
            lines.addWidget(remove, line, 1, Qt.AlignmentFlag.AlignTop)
        lines.setRowStretch(len(told), 1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setVisible(bool(told))
        height = lines.totalHeightForWidth(self._width)
        self.setFixedHeight(min(height + 2, _TALLEST_PX))

    def _on_removed(self, told: Told, *_: object) -> None:
        self.forgotten.emit(told.record)
