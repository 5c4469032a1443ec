import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.layouts import column
from clockify_desktop.ui.report.attention_box import AttentionBox
from clockify_desktop.viewmodels.page_state import PageEntry

LONG_AND_SHORT = (
    PageEntry("who", "3 people with missing days"),
    PageEntry("capacity", "5 short of capacity"),
    PageEntry("check", "14 entries to check"),
)


@pytest.fixture
def links_shown(home: QWidget, qtbot: QtBot) -> AttentionBox:
    """Show a box with three links above something else, too narrow for one line."""
    box, below = AttentionBox(home), QWidget(home)
    column(box, (below, 1), within=home)
    home.resize(300, 200)
    with qtbot.waitExposed(home):
        home.show()
    box.show_state(LONG_AND_SHORT)
    settled()
    return box


def settled() -> None:
    """Let Qt lay everything out, one widget within another."""
    for _ in range(12):
        QApplication.processEvents()


def places_of(box: AttentionBox) -> list[QRect]:
    """Tell where title and links stand within the box."""
    words = [*box.findChildren(QLabel), *box.findChildren(QPushButton)]
    return [
        QRect(one.mapTo(box, QPoint()), one.size()) for one in words if one.isVisible()
    ]


def test_links_go_on_in_the_next_line(links_shown: AttentionBox) -> None:
    box = links_shown
    title, who, capacity, check = places_of(box)
    assert title.bottom() < who.top() == check.top() - who.height() - 2
    assert who.top() < capacity.top() == check.top() < box.height()
    assert title.left() == who.left() == capacity.left()
    box.window().resize(800, 200)
    settled()
    _, who, capacity, check = places_of(box)
    assert who.top() == capacity.top() == check.top()
    assert capacity.left() == who.right() + 1 + 12


def test_the_lines_of_links_stay_while_the_window_keeps_its_width(
    links_shown: AttentionBox,
) -> None:
    box = links_shown
    two_lines = box.height()
    box.show_state(LONG_AND_SHORT[:1])
    settled()
    assert box.height() == two_lines
    box.window().resize(310, 200)
    settled()
    assert box.height() < two_lines
    box.show_state(LONG_AND_SHORT)
    settled()
    assert box.height() == two_lines


def test_links_that_came_out_of_sight_have_their_places_when_seen(
    links_shown: AttentionBox,
) -> None:
    box = links_shown
    before = places_of(box)
    box.show_state(())
    settled()
    assert not box.isVisible()
    box.show_state(LONG_AND_SHORT)
    settled()
    assert places_of(box) == before
    box.show_state(LONG_AND_SHORT[:1])
    box.window().hide()
    box.show_state(LONG_AND_SHORT)
    box.window().show()
    settled()
    assert places_of(box) == before


def test_links_are_mirrored(links_shown: AttentionBox) -> None:
    box = links_shown
    before = places_of(box)
    box.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box.show_state(LONG_AND_SHORT[1:])
    box.show_state(LONG_AND_SHORT)
    settled()
    assert [box.width() - one.right() - 1 for one in places_of(box)] == [
        one.left() for one in before
    ]


def test_in_a_low_window_links_need_one_line_or_are_not_there(
    links_shown: AttentionBox,
) -> None:
    box = links_shown
    box.window().resize(520, 200)
    box.set_low(True)
    box.set_room(520)
    settled()
    assert not box.isVisible()
    box.show_state(LONG_AND_SHORT[1:])
    settled()
    title, capacity, check = places_of(box)
    assert capacity.top() == check.top() == title.top()
    assert title.center().y() == box.rect().center().y()
    assert capacity.left() == title.right() + 1 + 12
    assert box.height() <= check.height() + 4
    # What did not fit in between takes no height from what does.
    for entries in (LONG_AND_SHORT, (), LONG_AND_SHORT[:2]):
        box.show_state(entries)
        settled()
    assert box.isVisible()
    assert box.height() <= check.height() + 4


def test_what_needs_attention_leads_to_its_page(home: QWidget, qtbot: QtBot) -> None:
    box = AttentionBox(home)
    home.show()
    box.show_state(())
    assert not box.isVisible()
    asks = PageEntry("who", "3 people with missing days", 3)
    box.show_state((asks, PageEntry("check", "7 entries to check", 7)))
    links = box.findChildren(QPushButton)
    assert [one.text() for one in links] == [asks.name, "7 entries to check"]
    with qtbot.waitSignal(box.page_chosen, timeout=1000) as told:
        qtbot.keyClick(links[0], Qt.Key.Key_Return)
    assert told.args == ["who"]
    box.show_state((asks,))
    assert [one.isVisible() for one in links] == [True, False]
    home.close()


def test_links_stand_in_the_order_of_the_pages_whichever_came_first(
    home: QWidget,
) -> None:
    box = AttentionBox(home)
    home.resize(900, 200)
    box.resize(900, 60)
    home.show()
    who, changed, check = (
        PageEntry(key, f"{key} asks for something")
        for key in ("who", "changed", "check")
    )

    def seen(*entries: PageEntry) -> list[str]:
        box.show_state(entries)
        settled()
        links = [one for one in box.findChildren(QPushButton) if one.isVisible()]
        links.sort(key=lambda one: one.mapTo(box, one.rect().topLeft()).x())
        return [one.text() for one in links]

    for entries in ((who, check), (changed,), (who, changed, check), (who, check)):
        assert seen(*entries) == [one.name for one in entries]
    links = {one.text(): one for one in box.findChildren(QPushButton)}
    assert seen(changed, check) == [changed.name, check.name]
    # A link is that of its page, week after week.
    assert links[who.name].isHidden()
    assert [one.property("page") for one in links.values()] == [
        *("who", "check", "changed"),
    ]
    home.close()
