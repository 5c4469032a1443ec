"""What a file of capacities changes, line by line, before anything of it is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.showable import named, showable
from clockify_desktop.pages.asked import hours_with_year
from clockify_desktop.pages.capacity_words import hours_in_words, source_in_words
from clockify_desktop.services.capacity_matching import (
    CapacityChange,
    CapacityChanges,
)
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.labels import (
    close_button,
    field_label,
    push_button,
    show_words,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.ui.promise import KEPT_HERE
from clockify_desktop.ui.window_size import within_screen

_SIZE: Final = QSize(760, 520)
_HEADS: Final = (tr("Line"), tr("Person"), tr("From the file"), tr("Up to now"))
_MOST: Final = 500
"""So many lines are looked at; more would be a file of something else."""
_AS_IT_IS: Final = tr("is so already")
_EMPTY: Final = tr("There are no lines below the names of the columns.")
_AIRY: Final = "QTreeView::item { padding: 3px 12px 3px 0; }"

_Line = tuple[str, str, str, str]


class CapacityFileDialog(QDialog):
    """Opened with ``start()``."""

    # The records that are to be kept, a tuple.
    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("capacity_file_dialog")
        self.setMinimumWidth(560)
        self.resize(within_screen(self, _SIZE))
        self._changes = CapacityChanges()
        self._title = text_label("", self, "title")
        self._said = text_label("", self, name="capacity_file_said")
        self.lines = QTreeWidget(self)
        self.lines.setObjectName("capacity_lines")
        self.lines.setRootIsDecorated(False)
        self.lines.setUniformRowHeights(True)
        self.lines.setHeaderLabels(_HEADS)
        self.lines.setStyleSheet(_AIRY)
        self.lines.header().setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents
        )
        label = field_label(tr("Lines"), self.lines)
        promise = text_label(KEPT_HERE, self, "quiet")
        self._close = close_button(self)
        self._close.setAutoDefault(False)
        self.keep = push_button("", "keep_capacities", self, "main")
        self.keep.clicked.connect(self._on_keep)
        column(
            *(self._title, self._said, 6, label, (self.lines, 1), promise, 8),
            row(STRETCH, self._close, self.keep, spacing=8),
            within=self,
            spacing=6,
            margins=(20, 16, 20, 16),
        )

    def start(self, file: str, changes: CapacityChanges) -> None:
        """Show what a file of that name changes; what is not used of it comes first."""
        self._changes = changes
        title = showable(tr("Capacities from {file}", file=named(file)))
        self.setWindowTitle(title)
        self._title.setText(title)
        self._said.setText(_sentence(changes))
        lines = list(_lines(changes))
        more = len(lines) - _MOST
        if more > 0:
            lines[_MOST:] = [
                ("", tr_plural("and {count} more", "and {count} more", more), "", "")
            ]
        self.lines.clear()
        for words in lines:
            QTreeWidgetItem(self.lines, [showable(one) for one in words])
        any_ = bool(changes.changes)
        who = _people(changes.changes)
        action = tr("Set {people}", people=who) if any_ else tr("Nothing to set")
        show_words(self.keep, action)
        self.keep.setEnabled(any_)
        self.keep.setDefault(any_)
        self._close.setDefault(not any_)
        self.open()
        first = self.keep if any_ else self._close
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep(self) -> None:
        self.accept()
        self.kept.emit(self._changes.records)


def _sentence(changes: CapacityChanges) -> str:
    parts = []
    if changes.changes:
        parts.append(
            tr("Capacities of {people} will be set.", people=_people(changes.changes))
        )
    if changes.unchanged:
        parts.append(
            tr("Those of {people} are so already.", people=_people(changes.unchanged))
        )
    if changes.not_found:
        parts.append(
            tr_plural(
                "Nobody is found by the e-mail of {count} line.",
                "Nobody is found by the e-mail of {count} lines.",
                len(changes.not_found),
            )
        )
    if changes.faults:
        parts.append(
            tr_plural(
                "{count} line cannot be read.",
                "{count} lines cannot be read.",
                len(changes.faults),
            )
        )
    return " ".join(parts) or _EMPTY


def _people(changes: Iterable[CapacityChange]) -> str:
    return Level.USER.counted(len({one.person.id for one in changes}))


def _lines(changes: CapacityChanges) -> Iterator[_Line]:
    left_out = [(one.number, "", one.why) for one in changes.faults]
    for number, who, why in sorted([*left_out, *changes.not_found]):
        yield str(number), who, why, ""
    for one in changes.changes:
        yield _line(one, hours_with_year(one.hours, DurationFormat.MINUTES))
    for one in changes.unchanged:
        yield _line(one, _AS_IT_IS)


def _line(change: CapacityChange, words: str) -> _Line:
    before = change.before
    held = hours_in_words(replace(before, since=None), DurationFormat.MINUTES)
    numbers = ", ".join(map(str, change.numbers))
    source = source_in_words(before.source)
    return numbers, change.person.name, words, f"{held}: {source}"
