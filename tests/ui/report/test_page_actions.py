from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.pages.page import PageAction
from clockify_desktop.ui.report.page_actions import PageActions

ACTIONS = (PageAction("reminder", "Copy reminder…"), PageAction("open", "Open"))


def test_a_button_an_action(home: QWidget, qtbot: QtBot) -> None:
    actions = PageActions(home)
    assert actions.isHidden()
    actions.show_state(ACTIONS)
    assert not actions.isHidden()
    buttons = actions.findChildren(QPushButton)
    assert [one.text() for one in buttons] == ["Copy reminder…", "Open"]
    assert buttons[0].accessibleName() == "Copy reminder…"
    actions.show_state(tuple(ACTIONS))
    assert actions.findChildren(QPushButton) == buttons
    with qtbot.waitSignal(actions.action_chosen) as chosen:
        buttons[0].click()
    assert chosen.args == ["reminder"]
    actions.show_state(())
    assert actions.isHidden()


def test_a_button_stays_when_its_words_change(home: QWidget) -> None:
    actions = PageActions(home)
    actions.show_state(ACTIONS)
    buttons = actions.findChildren(QPushButton)
    actions.show_state((PageAction("reminder", "Copy 9 reminders"), ACTIONS[1]))
    assert actions.findChildren(QPushButton) == buttons
    assert buttons[0].text() == buttons[0].accessibleName() == "Copy 9 reminders"
