"""The workspace picker."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.normal_form import searchable
from clockify_desktop.domain.showable import ELLIPSIS, named, showable_name
from clockify_desktop.domain.telling_apart import Named, told_apart
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import line_label, set_tool_tip
from clockify_desktop.ui.layouts import row
from clockify_desktop.ui.pickers.check_list_model import RowListModel
from clockify_desktop.ui.pickers.pick_list import PickList
from clockify_desktop.ui.pickers.picker_button import ButtonWords, PickerButton
from clockify_desktop.ui.pickers.popup_panel import PopupPanel
from clockify_desktop.ui.pickers.rows import Row
from clockify_desktop.viewmodels.picker_states import WorkspaceState

_WIDTH = 300
_NONE = tr("No workspace yet")


class WorkspacePanel(PopupPanel):
    """The list of workspaces under the button that is its parent."""

    def __init__(self, button: QWidget) -> None:
        super().__init__(tr("Choose a workspace"), button)
        self.ids: tuple[str, ...] = ()
        self.setFixedWidth(_WIDTH)
        self.model = RowListModel(self)
        name = "workspace_picker_list"
        self.list = PickList(name, tr("Workspaces"), _NONE, self.model, self)
        self.fill(self.list)

    def open_to(self, state: WorkspaceState) -> None:
        """Open with the keyboard at the workspace that is shown."""
        self.ids = tuple(one.id for one in state.workspaces)
        self.model.show_rows(
            [
                Row(
                    showable_name(name),
                    words=searchable(name),
                    current=one == state.current,
                )
                for one, name in _names(state).items()
            ]
        )
        self.list.fit_rows()
        self.list.setCurrentIndex(self.model.current_index())
        self.open_with(self.list)


class WorkspacePicker(QWidget):
    """Chooses the workspace; says its name only where there is no other."""

    # An id.
    workspace_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = WorkspaceState()
        self.button = PickerButton("workspace_picker", self)
        self.only_name = line_label("", self, "title", name="workspace_name")
        row(self.button, self.only_name, within=self)
        self._panel: WorkspacePanel | None = None
        self.button.clicked.connect(self._on_clicked)
        self.show_state(self._state)

    @property
    def panel(self) -> WorkspacePanel:
        """The panel; made when it is first needed."""
        if self._panel is None:
            self._panel = WorkspacePanel(self.button)
            self._panel.list.picked.connect(self._on_picked)
        return self._panel

    def show_state(self, state: WorkspaceState) -> None:
        """Show which workspaces there are and which one is shown."""
        self._state = state
        names = _names(state)
        none = _NONE if names else ELLIPSIS
        name = names.get(state.current, none) if state.current else none
        alone = len(names) == 1 and state.current in names
        self.button.setVisible(not alone)
        self.button.setEnabled(bool(names))
        shown, spoken = showable_name(name), tr("Workspace: {name}", name=named(name))
        self.button.show_words(ButtonWords(value=shown))
        self.button.setAccessibleName(spoken)
        set_tool_tip(self.button, shown)
        self.only_name.setVisible(alone)
        self.only_name.setText(shown)
        self.only_name.setAccessibleName(spoken)

    @Slot()
    def _on_clicked(self) -> None:
        self.panel.open_to(self._state)

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        self.panel.close()
        workspace_id = self.panel.ids[index.row()]
        if workspace_id != self._state.current:
            self.workspace_chosen.emit(workspace_id)


def _names(state: WorkspaceState) -> dict[WorkspaceId, str]:
    """Name the workspaces so that people can tell them apart."""
    things = [Named(one.name, one.id) for one in state.workspaces]
    return dict(
        zip((one.id for one in state.workspaces), told_apart(things), strict=True)
    )
