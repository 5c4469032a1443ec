"""What the rows of a CSV file are: which kind, grouped by what, which columns."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.export.file_layout import FileLayout, RowKind
from clockify_desktop.translation import tr
from clockify_desktop.ui.choice_words import ROW_KINDS, WHICH_ROWS
from clockify_desktop.ui.labels import field_label
from clockify_desktop.ui.layouts import FlowLayout, column
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.report.choice_button import ChoiceButton
from clockify_desktop.ui.saving.columns_menu import ColumnsButton
from clockify_desktop.viewmodels.export_state import ExportState


class RowsChoice(QWidget):
    """One row each, as a grid, or every entry."""

    layout_chosen = Signal(FileLayout)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = ExportState()
        self._kinds = Segments(WHICH_ROWS, ROW_KINDS, self)
        self._kinds.setObjectName("row_kind")
        self._levels = ChoiceButton("file_levels", tr("Grouped by"), self)
        self._levels.setAutoDefault(False)
        self.columns = ColumnsButton(self)
        flow = FlowLayout(gap=8, line_gap=4)
        for one in (self._kinds, self._levels, self.columns):
            flow.addWidget(one)
        label = field_label(WHICH_ROWS, self._kinds)
        column(label, flow, within=self, spacing=6)
        self._kinds.value_chosen.connect(self._on_kind)
        self._levels.key_chosen.connect(self._on_levels)

    def show_state(self, state: ExportState) -> None:
        """Show what is chosen, and what else there is."""
        self._state = state
        kind = state.choice.layout.kind
        self._kinds.choose(kind)
        kinds = {layout.kind for layout, _ in state.offered}
        for one in RowKind:
            self._kinds.show_choice(one, there=one in kinds)
        of_kind = [
            (one.value, words) for one, words in state.offered if one.kind is kind
        ]
        if of_kind:
            self._levels.show_choices(of_kind, state.choice.layout.value)
        self._levels.setVisible(len(of_kind) > 1)
        self.columns.show_state(state)

    @Slot(object)
    def _on_kind(self, kind: RowKind) -> None:
        first = next(one for one, _ in self._state.offered if one.kind is kind)
        self.layout_chosen.emit(first)

    @Slot(str)
    def _on_levels(self, key: str) -> None:
        self.layout_chosen.emit(FileLayout(key))
