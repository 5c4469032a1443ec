"""The row of pickers under the menu bar, in the order of thought."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.ui.pickers.people_picker import PeoplePicker
from clockify_desktop.ui.pickers.period_picker import PeriodPicker
from clockify_desktop.ui.pickers.project_picker import ProjectPicker
from clockify_desktop.ui.pickers.workspace_picker import WorkspacePicker
from clockify_desktop.viewmodels.choice import Choice
from clockify_desktop.viewmodels.picker_row import PickerRowState
from clockify_desktop.viewmodels.picker_states import ChosenPeriod

# Below this width refresh and swap are their signs alone: the pickers' words are
# what the person reads.
_NARROW_PX: Final = 1240
_REFRESH: Final = "\N{CLOCKWISE OPEN CIRCLE ARROW}"
_SWAP: Final = "\N{RIGHTWARDS ARROW OVER LEFTWARDS ARROW}"


class PickerRow(QFrame):
    """Workspace, period, people, projects; refresh and export at the right end.

    Signals:
        workspace_chosen: The id of a workspace.
        period_chosen: A ``ChosenPeriod``.
        period_stepped: How many periods to go on.
        people_chosen: A ``Choice`` of people.
        projects_chosen: A ``Choice`` of projects.
        swap_clicked: Turn people and projects.
        refresh_clicked: Ask Clockify again.
        export_clicked: Save what is shown.
    """

    workspace_chosen = Signal(str)
    period_chosen = Signal(ChosenPeriod)
    period_stepped = Signal(int)
    people_chosen = Signal(Choice)
    projects_chosen = Signal(Choice)
    swap_clicked = Signal()
    refresh_clicked = Signal()
    export_clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._state: PickerRowState | None = None
        self.workspace = WorkspacePicker(self)
        self.period = PeriodPicker(self)
        self.people = PeoplePicker(self)
        self.projects = ProjectPicker(self)
        self.swap = _button("button_swap_axes", "Show by project", self)
        self.refresh = _button("button_refresh", "Refresh", self)
        self.refresh.setToolTip("Refresh (F5)")
        self.export = _button("button_export_csv", "Export…", self)
        self.export.setProperty("role", "main")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for picker in (self.workspace, self.period, self.people, self.projects):
            row.addWidget(picker)
        row.addStretch(1)
        for button in (self.swap, self.refresh, self.export):
            row.addWidget(button)
        self._connect()

    def show_state(self, state: PickerRowState) -> None:
        """Show what every picker narrows to."""
        before, self._state = self._state, state
        if before is None or state.workspace != before.workspace:
            self.workspace.show_state(state.workspace)
        if state.period is not None and (
            before is None or state.period != before.period
        ):
            self.period.show_state(state.period)
        self.people.setEnabled(state.ready)
        self.projects.setEnabled(state.ready)
        if before is None or state.people != before.people:
            self.people.show_state(state.people)
        if before is None or state.projects != before.projects:
            self.projects.show_state(state.projects)
        self.swap.setAccessibleName(state.swap)
        self.swap.setToolTip(f"{state.swap} (Ctrl+T)")
        self.swap.setEnabled(state.ready)
        # A page may have one way only.
        self.swap.setVisible(bool(state.swap))
        self.export.setEnabled(state.ready)
        self.refresh.setEnabled(not state.loading)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the buttons at the end where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW_PX
        self.refresh.setText(_REFRESH if narrow else f"{_REFRESH} Refresh")
        self.swap.setText(_SWAP if narrow else self.swap.accessibleName())

    def _connect(self) -> None:
        self.workspace.workspace_changed.connect(self._on_workspace_changed)
        self.period.period_changed.connect(self.period_chosen)
        self.period.period_stepped.connect(self.period_stepped)
        self.people.choice_changed.connect(self.people_chosen)
        self.projects.choice_changed.connect(self.projects_chosen)
        self.swap.clicked.connect(self.swap_clicked)
        self.refresh.clicked.connect(self.refresh_clicked)
        self.export.clicked.connect(self.export_clicked)

    @Slot(Workspace)
    def _on_workspace_changed(self, workspace: Workspace) -> None:
        self.workspace_chosen.emit(workspace.id)


def _button(name: str, text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(text.rstrip("…"))
    return button
