"""The head of the table with the totals under it, which never scroll away."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.table import Column, ColumnKind
from clockify_desktop.ui.labels import PlainLabel, set_tool_tip
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.drawing import bold_font, draw_arrow
from clockify_desktop.ui.report.table_delegate import SIDE_PX, TALLER_PX
from clockify_desktop.ui.report.table_model import SIDES

_LINE: Final = 1
# In line with what stands below. The arrow of Qt's styles points against the way it
# sorts, and lies over the word of a narrow column.
_STYLE: Final = f"""
QHeaderView::section {{ padding: 5px {SIDE_PX}px; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: none; width: 0; height: 0; }}
"""
_ARROW_PX: Final = 8
_TO_ARROW_PX: Final = 5


class TotalHeader(QHeaderView):
    """Sections above, totals below, in the same columns; one a currency has a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._total = QWidget(self)
        self._total.setObjectName("table_total")
        self._labels: list[PlainLabel] = []
        self._texts: list[list[str]] = []
        self._lines = 1
        self.setStyleSheet(_STYLE)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.sectionResized.connect(self._on_resized)
        self.geometriesChanged.connect(self._on_resized)

    @property
    def total_text(self) -> str:
        """The totals as one line."""
        return self._total.accessibleName()

    def use_columns(self, columns: Sequence[Column]) -> None:
        """Stretch the columns of names, and make room for the totals of each."""
        for at, column in enumerate(columns):
            is_name = column.kind is ColumnKind.NAME
            mode = self.ResizeMode.Stretch if is_name else self.ResizeMode.Interactive
            self.setSectionResizeMode(at, mode)
        while len(self._labels) < len(columns):
            self._labels.append(self._new_label())
        for label in self._labels[len(columns) :]:
            label.clear()
        for label, column in zip(self._labels, columns, strict=False):
            label.setAlignment(SIDES[column.alignment])
        self._on_resized()

    def show_total(self, texts: Sequence[str], *, of_rows: bool) -> None:
        """Show other totals, a text a column.

        Where there are rows that nothing adds up, no line is kept for a total.
        """
        columns = [text.split("\n") for text in texts]
        lines = max(map(len, columns), default=1)
        self._texts = columns
        lines = 0 if of_rows and not any(texts) else lines
        for label, column in zip(self._labels, columns, strict=False):
            label.show_lines([*column, *[""] * (lines - len(column))])
        self._fit_names()
        said = " ".join(part for column in columns for part in column if part)
        self._total.setAccessibleName(showable(said))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self._on_resized()

    def places(self) -> list[tuple[int, int]]:
        """Give left and width of each column, pixels of the view."""
        return [
            (self.sectionViewportPosition(column), self.sectionSize(column))
            for column in range(self.count())
        ]

    def sizeHint(self) -> QSize:
        """Have room for both lines."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._total_height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw a head in the upper line only, and the arrow of what it is sorted by."""
        upper = rect.adjusted(0, 0, 0, -self._total_height())
        super().paintSection(painter, upper, logicalIndex)
        if logicalIndex == self.sortIndicatorSection():
            color = self.palette().color(roles.QUIET)
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            place = self._arrow_place(upper, logicalIndex)
            draw_arrow(painter, place, color, up=up)

    def _arrow_place(self, head: QRect, column: int) -> QRect:
        """Find room behind the word, or before one that stands on the right."""
        kind = Qt.ItemDataRole
        word, side = (
            self.model().headerData(column, self.orientation(), role)
            for role in (kind.DisplayRole, kind.TextAlignmentRole)
        )
        side = QStyle.visualAlignment(self.layoutDirection(), side)
        from_side_px = SIDE_PX + self.fontMetrics().horizontalAdvance(word)
        left = head.left() + from_side_px + _TO_ARROW_PX
        left = min(left, head.right() - _ARROW_PX)
        if side & Qt.AlignmentFlag.AlignRight:
            right = head.right() - from_side_px - _TO_ARROW_PX
            left = max(right - _ARROW_PX, head.left())
        return QRect(left, head.top(), _ARROW_PX, head.height())

    @Slot()
    def _on_resized(self) -> None:
        height = self._total_height()
        self._total.setGeometry(0, self.height() - height, self.width(), height)
        for label, (left, width) in zip(self._labels, self.places(), strict=False):
            inner_px = max(width - 2 * SIDE_PX, 0)
            label.setGeometry(left + SIDE_PX, 0, inner_px, height - _LINE)
        self._fit_names()

    def _fit_names(self) -> None:
        """End what has no room in a column of names with dots; its tip has it all."""
        for at, (label, texts) in enumerate(
            zip(self._labels, self._texts, strict=False)
        ):
            if self.sectionResizeMode(at) is not self.ResizeMode.Stretch:
                continue
            measure, room_px = label.fontMetrics(), label.width()
            cut = [
                measure.elidedText(text, Qt.TextElideMode.ElideRight, room_px)
                for text in map(showable, texts)
            ]
            rest = [""] * (self._lines - len(texts))
            label.show_lines([*cut, *rest])
            set_tool_tip(label, showable(" ".join(texts) if cut != texts else ""))

    def _total_height(self) -> int:
        if not self._lines:
            return 0
        return self._lines * self.fontMetrics().height() + TALLER_PX + 2

    def _new_label(self) -> PlainLabel:
        label = PlainLabel("", self._total)
        label.setFont(bold_font(label.font()))
        label.show()
        return label
