"""The columns of a file, each with a box, in a menu that stays open."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from clockify_desktop.domain.showable import showable, showable_name
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import add_entry
from clockify_desktop.ui.look.button import Button
from clockify_desktop.ui.report.choice_button import ARROW, COMPACT
from clockify_desktop.viewmodels.export_state import ExportState

_PRESSING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class ColumnsButton(Button):
    """Says how many of the columns are written, and opens the menu of them."""

    # The name of a column, and whether it is to be written.
    column_chosen = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("file_columns")
        self.setStyleSheet(COMPACT)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu_of_columns = _StayingMenu(tr("Columns"), self)
        self.menu_of_columns.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)

    def show_state(self, state: ExportState) -> None:
        """Show which columns are written; hide where none can be chosen."""
        words = tr(
            "Columns {chosen} of {all}",
            chosen=len(state.columns),
            all=state.all_columns,
        )
        self.setText(showable(words) + ARROW)
        self.setAccessibleName(showable(words))
        self.setVisible(bool(state.every_column))
        menu = self.menu_of_columns
        if [one.data() for one in menu.actions()] != list(state.every_column):
            menu.clear()
            for name in state.every_column:
                action = add_entry(menu, showable_name(name))
                action.setData(name)
                action.setCheckable(True)
        for action in menu.actions():
            action.setChecked(action.data() in state.columns)

    def _on_clicked(self) -> None:
        self.menu_of_columns.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _on_triggered(self, action: QAction) -> None:
        self.column_chosen.emit(action.data(), action.isChecked())


class _StayingMenu(QMenu):
    """Several entries are chosen in a row; Esc closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        action = self.actionAt(event.position().toPoint())
        if action in self.actions():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what the arrows lead to."""
        action = self.activeAction()
        if event.key() in _PRESSING and action in self.actions():
            action.trigger()
        else:
            super().keyPressEvent(event)
