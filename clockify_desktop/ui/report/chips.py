"""The chips of a focus; a click takes one away."""

from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from clockify_desktop.domain.showable import NOTHING, showable
from clockify_desktop.pages.chart_selection import ChartSelection, SelectionChip
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import on_a_button, push_button, set_tool_tip
from clockify_desktop.ui.layouts import FlowLayout

_CROSS: Final = "  \N{MULTIPLICATION SIGN}"
_LONGEST: Final = 40
_GAP_PX: Final = 6
_COMPACT: Final = """
QPushButton { padding: 2px 9px; border-radius: 10px; }
QPushButton:focus { padding: 1px 8px; }
"""


class Chips(QWidget):
    """What is focused, a chip each."""

    selection_changed = Signal(ChartSelection)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focus_chips")
        self._chips: tuple[SelectionChip, ...] = ()
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self, gap=_GAP_PX, line_gap=4)

    def sizeHint(self) -> QSize:
        """Ask for one line; where there is less room, lines follow each other."""
        widths = [button.sizeHint().width() for button in self._buttons]
        gaps_px = _GAP_PX * max(len(widths) - 1, 0)
        return QSize(sum(widths) + gaps_px, super().sizeHint().height())

    def show_state(self, chips: tuple[SelectionChip, ...]) -> None:
        """Show other chips."""
        if chips != self._chips:
            self._chips = chips
            for button in self._buttons:
                self._flow.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = [self._button(chip) for chip in chips]

    def _button(self, chip: SelectionChip) -> QPushButton:
        name, short = chip.words(), chip.words(_LONGEST)
        button = push_button(on_a_button(short) + _CROSS, "focus_chip", self)
        button.setAccessibleName(showable(tr("Only {name}: take away", name=name)))
        set_tool_tip(button, name if short != name else NOTHING)
        button.setProperty("narrowed", True)  # noqa: FBT003 - Qt takes no keyword
        button.setStyleSheet(_COMPACT)
        button.clicked.connect(self._on_clicked)
        self._flow.addWidget(button)
        button.show()
        return button

    @Slot()
    def _on_clicked(self) -> None:
        for button, chip in zip(self._buttons, self._chips, strict=True):
            if button is self.sender():
                self.selection_changed.emit(chip.without)
                return
