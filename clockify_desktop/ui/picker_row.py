"""The row of pickers under the menu bar, in the order of thought."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import push_button, set_tool_tip
from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.pickers.people_picker import PeoplePicker
from clockify_desktop.ui.pickers.period_picker import PeriodPicker
from clockify_desktop.ui.pickers.picker_button import PickerButton
from clockify_desktop.ui.pickers.project_picker import ProjectPicker
from clockify_desktop.ui.pickers.workspace_picker import WorkspacePicker
from clockify_desktop.ui.steady_size import SteadyWidth
from clockify_desktop.viewmodels.picker_row import PickerRowState

# Below this width refresh and swap are their signs alone: the pickers' words are
# what the person reads.
_NARROW_PX: Final = 1240
_GAP_PX: Final = 8
_SIDE_PX: Final = 16
_REFRESH: Final = "\N{CLOCKWISE OPEN CIRCLE ARROW}"
_SWAP: Final = "\N{RIGHTWARDS ARROW OVER LEFTWARDS ARROW}"


class PickerRow(QFrame):
    """Workspace, period, people, projects; swap, refresh and export at the end.

    Its parts tell themselves what a person chose.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._state: PickerRowState | None = None
        self._least_px = SteadyWidth()
        self.workspace = WorkspacePicker(self)
        self.period = PeriodPicker(self)
        self.people = PeoplePicker(self)
        self.projects = ProjectPicker(self)
        self.swap = push_button(tr("Show by project"), "button_swap_axes", self)
        self.refresh = push_button(tr("Refresh"), "button_refresh", self)
        self.refresh.setToolTip(tr("Refresh (F5)"))
        self.export = push_button(tr("Export…"), "button_export_csv", self, "main")
        self.export.setAccessibleName(tr("Export"))
        buttons = self.swap, self.refresh, self.export
        choices = self.people, self.projects, STRETCH, *buttons
        self._first = row(self.workspace, self.period, STRETCH, spacing=_GAP_PX)
        self._second = row(*choices, spacing=_GAP_PX)
        lines = self._first, (self._second, 1)
        self._lines = row(*lines, within=self, spacing=_GAP_PX)
        self.set_low(False)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        """Leave the height to what is below."""
        up_and_down = 4 if low else 8
        self._lines.setContentsMargins(_SIDE_PX, up_and_down, _SIDE_PX, up_and_down)

    def minimumSizeHint(self) -> QSize:
        """Need no more width than the longer one of two lines."""
        widths = self._line_widths()
        height = self._lines.minimumSize().height()
        return QSize(self._least_px.of(max(widths) + 2 * _SIDE_PX), height)

    def sizeHint(self) -> QSize:
        """Ask for no more: it gets the width that there is."""
        return self.minimumSizeHint()

    @property
    def buttons(self) -> dict[str, PickerButton]:
        """What opens each picker, by its name in the menu's actions."""
        return {
            "workspace": self.workspace.button,
            "period": self.period.button,
            "people": self.people,
            "projects": self.projects,
        }

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
        if before is None or state.swap != before.swap:
            self.swap.setAccessibleName(state.swap)
            set_tool_tip(self.swap, showable(f"{state.swap} (Ctrl+T)"))
            # A page may have one way only.
            self.swap.setVisible(bool(state.swap))
        self.swap.setEnabled(state.ready)
        self.export.setEnabled(state.ready)
        self.refresh.setEnabled(not state.loading)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the buttons at the end where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten words first; where that is not enough, go on in a second line."""
        narrow = self.width() < _NARROW_PX
        self.refresh.setText(
            _REFRESH if narrow else tr("{refresh} Refresh", refresh=_REFRESH)
        )
        self.swap.setText(_SWAP if narrow else self.swap.accessibleName())
        in_one_line = sum(self._line_widths()) + _GAP_PX + 2 * _SIDE_PX
        sides = QBoxLayout.Direction
        two_lines = self.width() < in_one_line
        self._lines.setDirection(sides.TopToBottom if two_lines else sides.LeftToRight)

    def _line_widths(self) -> tuple[int, int]:
        return self._first.minimumSize().width(), self._second.minimumSize().width()
