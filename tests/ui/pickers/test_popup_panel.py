import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QWidget

from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.identity import UserId
from clockify_desktop.ui.pickers.people_picker import PeoplePicker
from clockify_desktop.viewmodels.picker_states import PeopleState

PEOPLE = tuple(Person(UserId(f"u{at}"), f"Person {at}") for at in range(40))


@pytest.mark.parametrize("height", [300, 360, 900])
def test_a_panel_is_no_higher_than_the_screen_and_only_its_list_is_cut(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    screen = QRect(0, 0, 720, height)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _: screen)
    picker = PeoplePicker(window)
    picker.show_state(PeopleState(PEOPLE, ()))
    window.show()
    picker.click()
    panel = picker.panel
    assert panel.height() <= height
    assert panel.height() >= panel.minimumSizeHint().height()
    assert panel.list.height() >= 60
    assert (panel.list.height() < 300) is (height < 400)
    for one in panel.findChildren(QAbstractButton):
        assert one.isHidden() or one.geometry().bottom() < height
    panel.close()
