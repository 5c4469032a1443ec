import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.ui.pickers.workspace_picker import WorkspacePicker
from clockify_desktop.viewmodels.picker_states import WorkspaceState

ACME = Workspace(WorkspaceId("w1"), "Acme")
OTHER = Workspace(WorkspaceId("w2"), "Beyond")


@pytest.fixture
def picker(window: QWidget) -> WorkspacePicker:
    picker = WorkspacePicker(window)
    window.show()
    return picker


def test_one_workspace_is_plain_text(picker: WorkspacePicker) -> None:
    picker.show_state(WorkspaceState((ACME,), ACME.id))
    assert not picker.button.isVisible()
    assert picker.only_name.isVisible()
    assert picker.only_name.text() == "Acme"


def test_without_any_it_says_so(picker: WorkspacePicker) -> None:
    assert not picker.button.isEnabled()
    assert picker.button.accessibleName() == "Workspace: \N{HORIZONTAL ELLIPSIS}"


def test_another_one_by_keyboard(picker: WorkspacePicker, qtbot: QtBot) -> None:
    picker.show_state(WorkspaceState((ACME, OTHER), ACME.id))
    assert picker.button.objectName() == "workspace_picker"
    assert picker.button.words.value == "Acme"
    picker.button.click()
    panel = picker.panel
    assert panel.list.currentIndex().data() == "Acme"
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.workspace_chosen, timeout=1000) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == [OTHER.id]
    assert not panel.isVisible()


def test_the_same_one_again_is_no_wish(picker: WorkspacePicker, qtbot: QtBot) -> None:
    picker.show_state(WorkspaceState((ACME, OTHER), OTHER.id))
    picker.button.click()
    panel = picker.panel
    with qtbot.assertNotEmitted(picker.workspace_chosen):
        place = panel.list.visualRect(panel.list.currentIndex()).center()
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not panel.isVisible()
