from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.page import Control, ViewOptions
from clockify_desktop.pages.where import WHERE
from clockify_desktop.ui.report.page_controls import PageControls

FOLDED_LAST_FIRST = ("durations", "order", "billable", "colors", "rows_people")


@pytest.fixture
def controls(home: QWidget) -> Iterator[PageControls]:
    controls = PageControls(home)
    home.show()
    controls.show_state(WHERE.controls(ViewOptions()), DurationFormat.MINUTES)
    controls.resize(controls.sizeHint())
    yield controls
    home.close()


def seen(controls: PageControls) -> list[str]:
    return [
        name
        for name in FOLDED_LAST_FIRST
        if controls.findChild(QPushButton, name).isVisible()
    ]


def test_all_are_there_where_they_have_room(controls: PageControls) -> None:
    assert seen(controls) == list(FOLDED_LAST_FIRST)
    assert not controls.findChild(QPushButton, "more_controls").isVisible()


def test_what_has_no_room_is_behind_one_button(controls: PageControls) -> None:
    more = controls.findChild(QPushButton, "more_controls")
    hint, gone = controls.sizeHint(), set[int]()
    for width in range(hint.width(), controls.minimumSizeHint().width() - 1, -1):
        controls.resize(width, hint.height())
        folded = len(FOLDED_LAST_FIRST) - len(seen(controls))
        gone.add(folded)
        # The last ones go first, and none is cut.
        assert seen(controls) == list(FOLDED_LAST_FIRST[folded:])
        assert more.isVisible() is (folded > 0)
        assert controls.sizeHint() == hint
        controls.layout().activate()
        for one in controls.findChildren(QPushButton):
            if one.isVisible():
                assert one.width() >= one.minimumSizeHint().width()
                right = one.mapTo(controls, one.rect().topRight()).x()
                assert right < width
    assert gone == {0, 1, 2, 3, 4, 5}
    assert more.accessibleName() == "View: Rows, Colours, Billable, Order, Hours as"
    controls.resize(hint)
    assert seen(controls) == list(FOLDED_LAST_FIRST)


def test_the_button_opens_the_choices_that_are_folded(
    controls: PageControls, qtbot: QtBot
) -> None:
    controls.resize(controls.minimumSizeHint())
    controls.findChild(QPushButton, "more_controls").click()
    menus = {
        one.title(): one for one in controls.findChildren(QMenu) if one.title() != ""
    }
    assert list(menus) == ["Rows", "Colours", "Billable", "Order", "Hours as"]
    assert [one.text() for one in menus["Rows"].actions() if one.isChecked()] == [
        "People"
    ]
    by_time = next(one for one in menus["Order"].actions() if one.text() == "by time")
    with qtbot.waitSignal(controls.choice_made, timeout=1000) as told:
        by_time.trigger()
    assert told.args == ["order", "time"]
    hours = menus["Hours as"].actions()
    with qtbot.waitSignal(controls.durations_chosen, timeout=1000) as told:
        next(one for one in hours if one.text() == "decimal").trigger()
    assert told.args == [DurationFormat.DECIMAL]


def test_words_that_count_are_written_on_the_same_buttons(
    controls: PageControls,
) -> None:
    def offer(count: int) -> None:
        choices = (("all", f"Everyone {count}"), ("some", "Only some"))
        offered = Control("who", "Who", choices, "some", side_by_side=True)
        controls.show_state((offered,), DurationFormat.MINUTES)

    offer(40)
    button = controls.findChild(QPushButton, "who_everyone 40")
    offer(41)
    assert controls.findChild(QPushButton, "who_everyone 41") is button
    assert button.text() == "Everyone 41"
    assert button.accessibleName() == "Who: Everyone 41"
    assert not button.isChecked()
