"""What all dialogs are that keep what they ask here, and list what was said before."""

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from clockify_desktop.domain.review_records import ReviewRecord
from clockify_desktop.domain.showable import Showable
from clockify_desktop.pages.asked import Told
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import (
    PlainLabel,
    close_button,
    field_label,
    push_button,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, Part, column, row
from clockify_desktop.ui.promise import KEPT_HERE
from clockify_desktop.ui.report.told_list import ToldList

_WIDTH: Final = 500
_SIDE_PX: Final = 24

Fault = tuple[QWidget, str] | None
"""The field that cannot be kept as it is, and what to do there."""


class AskingDialog(QDialog):
    """Enter keeps, Escape leaves all as it was."""

    # The records that are to be kept, a tuple.
    kept = Signal(object)
    # The record that is to be taken back.
    forgotten = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFixedWidth(_WIDTH)
        self._title = text_label("", self, "title")
        self._hints: dict[QWidget, tuple[PlainLabel, str]] = {}
        self._told: ToldList
        self._heading: PlainLabel
        self.keep: QPushButton

    @abstractmethod
    def _fault(self) -> Fault:
        """Find the first field that cannot be kept as it is."""

    @abstractmethod
    def _records(self) -> tuple[ReviewRecord, ...]:
        """Make what is to be kept of fields without a fault."""

    def show_told(self, told: tuple[Told, ...]) -> None:
        """List what was said before."""
        self._told.show_told(told)
        self._heading.setVisible(bool(told))
        self._fit()

    def _field(
        self, words: str, field: QWidget, hint: str, *, wide: bool = False
    ) -> tuple[Part, ...]:
        """Lay out a field with its name above and what to do below."""
        label = text_label(hint, self, "quiet", name=f"hint_{field.objectName()}")
        field.setAccessibleDescription(label.text())
        self._hints[field] = label, hint
        part: Part = field if wide else (field, Qt.AlignmentFlag.AlignLeft)
        return field_label(words, field), part, label, 6

    def _lay_out(self, *parts: Part) -> None:
        """Put the fields between the title and what was said before."""
        promise = text_label(KEPT_HERE, self, "quiet")
        self._heading = text_label(tr("Set so far"), self, "heading")
        self._told = ToldList(_WIDTH - 2 * _SIDE_PX, self)
        self._told.forgotten.connect(self.forgotten)
        close = close_button(self)
        self.keep = push_button(tr("Keep"), "keep", self, "main")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._on_keep)
        column(
            *(self._title, 6, *parts, self._heading, self._told, 4, promise, 6),
            row(STRETCH, close, self.keep, spacing=8),
            within=self,
            spacing=4,
            margins=(_SIDE_PX, 20, _SIDE_PX, 16),
        )

    def _begin(self, title: Showable, told: tuple[Told, ...], first: QWidget) -> None:
        """Open it at its first field."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._say(None)
        self.show_told(told)
        self.open()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep(self) -> None:
        fault = self._fault()
        self._say(fault)
        if fault is None:
            self.accept()
            self.kept.emit(self._records())

    def _say(self, fault: Fault) -> None:
        for field, (label, hint) in self._hints.items():
            is_this = fault is not None and fault[0] is field
            words = fault[1] if fault is not None and is_this else hint
            label.setText(words)
            label.setProperty("role", "trouble" if is_this else "quiet")
            label.style().unpolish(label)
            label.style().polish(label)
            field.setAccessibleDescription(label.text())
        if fault is not None:
            fault[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _fit(self) -> None:
        """Take the height that broken lines need."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
