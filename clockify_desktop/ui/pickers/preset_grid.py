"""The presets, in columns by group; the arrows walk between them."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from clockify_desktop.domain.presets import Preset
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import line_label, push_button

PRESET_GROUPS: Final = (
    (
        tr("Weeks"),
        {
            Preset.THIS_WEEK: tr("This week"),
            Preset.LAST_WEEK: tr("Last week"),
            Preset.PAST_TWO_WEEKS: tr("Past two weeks"),
            Preset.LAST_4_WEEKS: "Last 4 weeks",
            Preset.LAST_8_WEEKS: "Last 8 weeks",
            Preset.LAST_12_WEEKS: "Last 12 weeks",
        },
    ),
    (
        tr("Months"),
        {Preset.THIS_MONTH: tr("This month"), Preset.LAST_MONTH: tr("Last month")},
    ),
    (
        tr("Longer"),
        {
            Preset.THIS_QUARTER: tr("This quarter"),
            Preset.LAST_QUARTER: tr("Last quarter"),
            Preset.THIS_YEAR: tr("This year"),
            Preset.LAST_YEAR: tr("Last year"),
        },
    ),
    (tr("Days"), {Preset.TODAY: tr("Today"), Preset.YESTERDAY: tr("Yesterday")}),
)
PRESET_WORDS: Final = dict(
    preset for _, presets in PRESET_GROUPS for preset in presets.items()
)

# How far each arrow leads: down, and on to the next column.
_WAYS: Final = {
    Qt.Key.Key_Up.value: (-1, 0),
    Qt.Key.Key_Down.value: (1, 0),
    Qt.Key.Key_Left.value: (0, -1),
    Qt.Key.Key_Right.value: (0, 1),
}


class PresetGrid(QWidget):
    """A button for each preset; ``preset_clicked`` tells which."""

    preset_clicked = Signal(Preset)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: dict[Preset, QAbstractButton] = {}
        # Not exclusive: the mark follows the state alone.
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, (heading, presets) in enumerate(PRESET_GROUPS):
            label = line_label(heading, self, "heading")
            label.setContentsMargins(9, 0, 0, 2)
            grid.addWidget(label, 0, column)
            for row, preset in enumerate(presets, start=1):
                grid.addWidget(self._button(preset), row, column)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def _button(self, preset: Preset) -> QAbstractButton:
        name = f"preset_{preset.value}"
        button = push_button(PRESET_WORDS[preset], name, self, "flat")
        button.setCheckable(True)
        button.installEventFilter(self)
        self._group.addButton(button)
        self._buttons[preset] = button
        return button

    def mark(self, chosen: Preset | None) -> None:
        """Mark the preset that is shown; ``None`` for other days."""
        for preset, button in self._buttons.items():
            button.setChecked(preset is chosen)

    def first(self, chosen: Preset | None) -> QWidget:
        """Tell where the keyboard starts: at the preset shown, or at last week."""
        return self._buttons[chosen or Preset.LAST_WEEK]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk by the arrows, down a column and across."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        down, on = _WAYS.get(event.key(), (0, 0))
        if not down and not on:
            return super().eventFilter(watched, event)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            on = -on
        for column, (_, presets) in enumerate(PRESET_GROUPS):
            for row, preset in enumerate(presets):
                if self._buttons[preset] is watched:
                    self._focus(column + on, row + down)
                    return True
        return super().eventFilter(watched, event)

    def _focus(self, column: int, row: int) -> None:
        column = min(max(column, 0), len(PRESET_GROUPS) - 1)
        presets = list(PRESET_GROUPS[column][1])
        row = min(max(row, 0), len(presets) - 1)
        self._buttons[presets[row]].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(QAbstractButton)
    def _on_button_clicked(self, clicked: QAbstractButton) -> None:
        # The mark follows the state, not the click.
        clicked.setChecked(not clicked.isChecked())
        presets = {button: preset for preset, button in self._buttons.items()}
        self.preset_clicked.emit(presets[clicked])
