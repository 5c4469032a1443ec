from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.pages.detail import Detail, DetailLine
from clockify_desktop.pages.to_check_detail import CHOICES
from clockify_desktop.ui.layouts import column
from clockify_desktop.ui.report.finding_menu import FindingMenu
from clockify_desktop.ui.report.finding_pane import KEYS, FindingPane

OVERLAPS = Detail(
    title="Overlaps",
    sentence="Nadia Rahman, Tue 17 Nov. 14:00–15:30 and 14:30–16:00 share 1:00.",
    lines=(
        DetailLine("14:00–15:30", "1:30", "Support · Tickets, <b>mail</b>"),
        DetailLine("14:30–16:00", "1:30", "Website relaunch"),
    ),
    more=3,
    remark="as logged, Asia/Dhaka · yours 09:00–11:00",
    choices=CHOICES,
    chosen="",
    note="",
    said="",
    records=lambda *_: (),
    following={},
)
ASKED = replace(OVERLAPS, chosen="ask", note="in person", said="Said on Mon 23 Nov.")
OTHER = replace(OVERLAPS, title="No project", lines=OVERLAPS.lines[:1], more=0)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[FindingPane]:
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(360, 600)
    pane = FindingPane(home)
    column(pane, (QWidget(home), 1), within=home)
    with qtbot.waitExposed(home):
        home.show()
    yield pane
    home.close()


def seen(pane: FindingPane) -> list[str]:
    labels = [one for one in pane.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in labels if one.text()]


def test_it_tells_everything_and_scrolls_nothing(
    pane: FindingPane, qtbot: QtBot
) -> None:
    assert not pane.isVisible()
    pane.show_state(OVERLAPS)
    assert pane.isVisible()
    assert {OVERLAPS.title, OVERLAPS.sentence, OVERLAPS.remark} <= set(seen(pane))
    assert "Support · Tickets, <b>mail</b>" in seen(pane)
    assert "and 3 more" in seen(pane)
    (area,) = pane.findChildren(QScrollArea)
    for width in (300, 420):
        pane.window().resize(width, 600)
        qtbot.waitUntil(lambda: pane.height() == pane.sizeHint().height(), timeout=2000)
        assert area.verticalScrollBar().maximum() == 0
    pane.window().resize(300, 200)
    assert area.verticalScrollBar().maximum() > 0
    pane.show_state(OTHER)
    assert "Website relaunch" not in seen(pane)
    assert "and 3 more" not in seen(pane)
    pane.offer_web(offered=False)
    assert not pane.web.isVisible()
    pane.show_state(None)
    assert not pane.isVisible()
    assert not pane.has_something


def test_buttons_say_something_with_the_note(pane: FindingPane) -> None:
    told: list[tuple[str, str]] = []
    pane.said.connect(lambda *words: told.append(words))
    pane.show_state(OVERLAPS)
    pane.note.setText(" far off ")
    pane.choices["fine"].click()
    assert told == [("fine", "far off")]
    pane.show_state(ASKED)
    marked = {key: button.isChecked() for key, button in pane.choices.items()}
    assert marked == {"fine": False, "ask": True, "fixed": False}
    # Not by its colour alone.
    assert pane.choices["ask"].text() == "✓ Ask"
    assert pane.choices["ask"].accessibleName() == "Ask"
    assert pane.choices["ask"].toolTip() == "Ask (A)"
    assert pane.note.text() == "in person"
    assert "Said on Mon 23 Nov." in seen(pane)


def test_a_note_that_is_written_is_never_lost(pane: FindingPane, qtbot: QtBot) -> None:
    noted: list[str] = []
    pane.noted.connect(noted.append)
    pane.show_state(OVERLAPS)
    qtbot.waitActive(pane.window()).__enter__()
    pane.write_note()
    QTest.keyClicks(pane.note, "call her")
    # Of what nothing is said yet it waits for that.
    pane.show_state(replace(OVERLAPS))
    assert pane.note.text() == "call her"
    with qtbot.waitSignal(pane.left):
        QTest.keyClick(pane.note, Qt.Key.Key_Return)
    assert noted == []
    pane.show_state(OTHER)
    assert pane.note.text() == ""
    pane.show_state(OVERLAPS)
    assert pane.note.text() == "call her"
    pane.say("ask")
    pane.show_state(ASKED)
    pane.note.setText("by mail")
    QTest.keyClick(pane.note, Qt.Key.Key_Return)
    assert noted == ["by mail"]


def test_a_menu_has_a_letter_for_each(pane: FindingPane) -> None:
    told: list[tuple[str, str]] = []
    pane.said.connect(lambda *words: told.append(words))
    clicked: list[str] = []
    pane.question.clicked.connect(lambda: clicked.append("question"))
    page = pane.window()
    menu = FindingMenu(pane, page, QMenu(page))
    actions = {one.text(): one for one in menu.actions()}
    letters = [one.shortcut().toString() for one in actions.values()]
    assert letters == list(KEYS.values())
    assert not menu.menuAction().isVisible()
    # Nothing is selected, of which something could be said.
    pane.say("fine")
    assert not any(one.isEnabled() for one in actions.values())
    pane.show_state(OVERLAPS)
    menu.show_state(selected=True, web=False)
    assert menu.menuAction().isVisible()
    assert not actions["Open in Clockify"].isVisible()
    for words in ("Fixed", "Copy question", "Write a note"):
        actions[words].trigger()
    assert (told, clicked) == ([("fixed", "")], ["question"])
    # Letters are letters wherever else the keyboard is.
    context = Qt.ShortcutContext.WidgetWithChildrenShortcut
    assert {one.shortcutContext() for one in actions.values()} == {context}
