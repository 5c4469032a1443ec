from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import GROUPED
from clockify_desktop.ui.menu_keys import HOURS, TAKEN
from clockify_desktop.ui.report.page_controls import PageControls
from clockify_desktop.ui.report.view_menus import ViewMenus
from clockify_desktop.viewmodels.page_state import PageState

CONTROLS = GROUPED.controls(ViewOptions())


@pytest.fixture
def view_menu(home: QWidget) -> QMenu:
    return QMenu("View", home)


def entry(view_menu: QMenu, menu: str, words: str) -> object:
    found = view_menu.findChild(QMenu, f"menu_{menu}")
    return next(one for one in found.actions() if one.text() == words)


def test_every_control_of_a_page_and_the_hours_are_in_the_menu(
    view_menu: QMenu, home: QWidget, new_content: Callable[..., object], qtbot: QtBot
) -> None:
    menus = ViewMenus(view_menu)
    state = PageState(content=new_content(), controls=CONTROLS)
    menus.show_state(state, ready=True)
    titles = [one.text() for one in view_menu.actions() if one.menu() is not None]
    assert titles == [*(one.title for one in CONTROLS), "Hours as"]
    # What is said beside the picture is what the menus say.
    controls = PageControls(home)
    controls.show_state(CONTROLS, DurationFormat.MINUTES)
    spoken = {one.accessibleName() for one in controls.findChildren(QWidget)}
    for title in titles:
        assert any(f"{name}:".startswith(f"{title}:") for name in spoken)
    assert entry(view_menu, "rows", "People").isChecked()
    assert entry(view_menu, "rows", "Teams").shortcut().toString() == "Alt+2"
    assert entry(view_menu, "order", "by name").shortcut().toString() == "Alt+O, 1"
    with qtbot.waitSignal(menus.choice_made, timeout=1000) as told:
        entry(view_menu, "rows", "Projects").trigger()
    assert told.args == ["rows", "project"]
    with qtbot.waitSignal(menus.durations_chosen, timeout=1000) as told:
        entry(view_menu, "durations", "decimal").trigger()
    assert told.args == [DurationFormat.DECIMAL]


def test_only_what_the_page_offers_is_there(
    view_menu: QMenu, new_content: Callable[..., object]
) -> None:
    menus = ViewMenus(view_menu)
    menus.show_state(PageState(controls=CONTROLS), ready=False)
    rows, order = (
        view_menu.findChild(QMenu, f"menu_{one}") for one in ("rows", "order")
    )
    assert not rows.menuAction().isEnabled()
    chosen = replace(CONTROLS[0], chosen="project")
    menus.show_state(PageState(content=new_content(), controls=(chosen,)), ready=True)
    assert rows.menuAction().isEnabled()
    assert not order.menuAction().isVisible()
    assert [one.text() for one in rows.actions() if one.isChecked()] == ["Projects"]
    assert len(rows.actions()) == len(CONTROLS[0].choices)


def test_whatever_a_page_offers_has_keys_of_its_own(
    view_menu: QMenu, new_content: Callable[..., object]
) -> None:
    rows, colors, _, order = CONTROLS
    menus = ViewMenus(view_menu)
    other_rows = replace(rows, key="other", title="Other rows")
    ways = replace(order, key="ways", title="Ways")
    for controls in (
        CONTROLS,
        (ways, rows, other_rows, colors, order),
        (replace(colors, title="Order"), order, ways),
    ):
        state = PageState(content=new_content(), controls=controls)
        menus.show_state(state, ready=True)
        keys = [
            key
            for menu in view_menu.findChildren(QMenu)
            if menu.menuAction().isVisible()
            for action in menu.actions()
            for key in action.shortcuts() or [QKeySequence()]
        ]
        assert len(keys) == len(set(map(QKeySequence.toString, keys)))
        assert not any(key.isEmpty() for key in keys)
        letters = {key.toString().split(",")[0] for key in keys if key.count() > 1}
        assert not letters & {f"Alt+{letter}" for letter in TAKEN - {HOURS}}


def test_other_words_for_the_same_choices_keep_the_entries(view_menu: QMenu) -> None:
    menus = ViewMenus(view_menu)
    menus.show_state(PageState(controls=CONTROLS), ready=True)
    rows = view_menu.findChild(QMenu, "menu_rows")
    before, keys = rows.actions(), [one.shortcut() for one in rows.actions()]
    counted = replace(
        CONTROLS[0],
        choices=tuple((key, f"{key} & 14") for key, _ in CONTROLS[0].choices),
    )
    menus.show_state(PageState(controls=(counted, *CONTROLS[1:])), ready=True)
    assert rows.actions() == before
    assert [one.shortcut() for one in rows.actions()] == keys
    said = [one.text() for one in rows.actions()]
    assert said == [f"{key} && 14" for key, _ in CONTROLS[0].choices]
    tips = [one.toolTip() for one in rows.actions()]
    assert tips == [f"{key} & 14" for key, _ in CONTROLS[0].choices]
