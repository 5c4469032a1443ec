"""The head of the table with the row of totals under it, which never scrolls away."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from clockify_desktop.ui.report.table_delegate import SIDE_PX, TALLER_PX
from clockify_desktop.viewmodels.report_table import Column

_LINE: Final = 1
# In line with what stands below.
_PADDING: Final = f"QHeaderView::section {{ padding: 5px {SIDE_PX}px; }}"


class TotalHeader(QHeaderView):
    """Sections above, one line of totals below, in the same columns.

    Args:
        parent: The tree.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._total = _TotalRow(self)
        self.setStyleSheet(_PADDING)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.sectionResized.connect(self._on_resized)
        self.geometriesChanged.connect(self._on_resized)

    def show_total(self, texts: tuple[str, str, str]) -> None:
        """Show other totals.

        Args:
            texts: Name, time, share.
        """
        self._total.show_texts(texts)

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
        """Draw a head in the upper line only."""
        upper = rect.adjusted(0, 0, 0, -self._total_height())
        super().paintSection(painter, upper, logicalIndex)

    @Slot()
    def _on_resized(self) -> None:
        height = self._total_height()
        self._total.setGeometry(0, self.height() - height, self.width(), height)
        self._total.arrange(self.places())

    def _total_height(self) -> int:
        return self.fontMetrics().height() + TALLER_PX + 2


class _TotalRow(QWidget):
    """The labels of the totals."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("table_total")
        self._labels = tuple(QLabel(self) for _ in Column)
        for column, label in zip(Column, self._labels, strict=True):
            label.setTextFormat(Qt.TextFormat.PlainText)
            font = QFont(label.font())
            font.setWeight(QFont.Weight.DemiBold)
            label.setFont(font)
            if column is not Column.NAME:
                label.setAlignment(
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )

    def show_texts(self, texts: tuple[str, str, str]) -> None:
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.setAccessibleName(" ".join(texts).strip())

    def arrange(self, places: list[tuple[int, int]]) -> None:
        """Put the labels under the sections; places are left and width in pixels."""
        for label, (left, width) in zip(self._labels, places, strict=False):
            label.setGeometry(
                left + SIDE_PX, 0, max(width - 2 * SIDE_PX, 0), self.height() - _LINE
            )
