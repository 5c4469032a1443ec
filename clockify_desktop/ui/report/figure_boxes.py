"""The row of figures: the number first and large, its name below, a quiet remark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from clockify_desktop.ui.cached_size_label import CachedSizeLabel
from clockify_desktop.ui.labels import line_label
from clockify_desktop.ui.layouts import STRETCH, column, row
from clockify_desktop.viewmodels.page_state import FigureBox


class FigureBoxes(QWidget):
    """Only figures that are known are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("figure_boxes")
        self._boxes: list[_Box] = []
        self._row = row(STRETCH, within=self, spacing=10)

    def show_state(self, figures: tuple[FigureBox, ...]) -> None:
        """Show other figures."""
        while len(self._boxes) < len(figures):
            box = _Box(self)
            self._row.insertWidget(len(self._boxes), box)
            self._boxes.append(box)
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(figures))
            if place < len(figures):
                box.show_figure(figures[place])


class _Box(QFrame):
    """One figure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("figure_box")
        self.setMinimumWidth(218)
        self._value = CachedSizeLabel(line_label("", self, "figure"), self)
        self._name = line_label("", self, "quiet")
        remark = line_label("", self, "quiet")
        remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._remark = CachedSizeLabel(remark, self)
        below = row(self._name, STRETCH, self._remark, spacing=16)
        column(self._value, below, within=self, spacing=0, margins=(14, 8, 14, 9))

    def show_figure(self, figure: FigureBox) -> None:
        self._value.show_text(figure.value)
        self._name.setText(figure.name)
        self._remark.show_text(figure.remark)
        self._remark.setVisible(bool(figure.remark))
        spoken = f"{figure.name}: {figure.value}"
        self.setAccessibleName(spoken + (f", {figure.remark}" if figure.remark else ""))
