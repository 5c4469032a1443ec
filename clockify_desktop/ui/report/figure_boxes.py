"""The row of figures: the number first and large, its name below, a quiet remark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clockify_desktop.ui.cached_size_label import CachedSizeLabel
from clockify_desktop.ui.labels import text_label
from clockify_desktop.viewmodels.page_state import FigureBox


class FigureBoxes(QWidget):
    """Only figures that are known are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("figure_boxes")
        self._boxes: list[_Box] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addStretch(1)

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
        self._value = CachedSizeLabel(_plain("figure", self), self)
        self._name = _plain("quiet", self)
        remark = _plain("quiet", self)
        remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._remark = CachedSizeLabel(remark, self)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self._name)
        below.addStretch(1)
        below.addWidget(self._remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 9)
        column.setSpacing(0)
        column.addWidget(self._value)
        column.addLayout(below)

    def show_figure(self, figure: FigureBox) -> None:
        self._value.show_text(figure.value)
        self._name.setText(figure.name)
        self._remark.show_text(figure.remark)
        self._remark.setVisible(bool(figure.remark))
        spoken = f"{figure.name}: {figure.value}"
        self.setAccessibleName(spoken + (f", {figure.remark}" if figure.remark else ""))


def _plain(role: str, parent: QWidget) -> QLabel:
    label = text_label("", parent, role)
    label.setWordWrap(False)
    return label
