"""Every choice of the window is in a menu, with keys that mean it alone."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.pages.registry import PAGES

Keys = list[tuple[str, QKeySequence]]


def entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        if isinstance(inner := action.menu(), QMenu):
            if action.isVisible():
                yield from entries(inner)
        elif not action.isSeparator() and action.isVisible():
            yield action


def in_menus(opened: Any) -> list[QAction]:
    bar = opened.window.menuBar().actions()
    return [one for action in bar for one in entries(action.menu())]


def all_keys(opened: Any) -> Keys:
    """List the keys of menus and of everything else, those of the bar too."""
    window = opened.window
    keys: Keys = [
        (one.text(), key) for one in in_menus(opened) for key in one.shortcuts()
    ]
    keys += [
        (title, QKeySequence.mnemonic(title))
        for title in (one.text() for one in window.menuBar().actions())
    ]
    # Those of a dialog count where it alone does.
    own = (one for one in window.findChildren(QShortcut) if _window(one) is window)
    keys += [(one.objectName(), one.key()) for one in own]
    return keys


def _window(keys: QShortcut) -> QWidget:
    parent = keys.parent()
    assert isinstance(parent, QWidget)
    return parent.window()


def clashes(keys: Keys) -> list[tuple[str, str, str]]:
    nothing = QKeySequence.SequenceMatch.NoMatch
    return [
        (one, another, key.toString())
        for (one, key), (another, other) in combinations(keys, 2)
        if key.matches(other) is not nothing or other.matches(key) is not nothing
    ]


def test_no_key_means_two_things_and_no_choice_has_none(
    sample_server: dict[str, str],
    kept: dict[str, str],
    under_qt: Callable[..., Any],
) -> None:
    del kept

    async def script(opened: Any) -> None:
        await opened.sign_in(sample_server, "owner")
        accounts = opened.window.account_menu
        await opened.until(lambda: any(one.data() for one in accounts.actions()))
        words = set[str]()
        for page in PAGES:
            opened.window.action(f"action_{page.key}").trigger()
            await opened.until_report()
            without = [one.text() for one in in_menus(opened) if not one.shortcuts()]
            assert without == []
            assert clashes(all_keys(opened)) == []
            words.update(one.text() for one in in_menus(opened))
        for one in ("Sign out…", "Dark", "h:mm:ss", "Teams", "P&eople…", "&Workspace…"):
            assert one in words

    under_qt(script)


@pytest.mark.usefixtures("environment")
def test_the_keys_do_what_the_menus_say(under_qt: Callable[..., Any]) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
        opened.key(Qt.Key.Key_2)
        assert opened.state.view.choices["colors"] == "client"
        opened.key(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
        opened.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        assert opened.state.view.choices["colors"] == "project"
        opened.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert opened.state.view.choices["rows"] == "group"
        people = opened.program._screen.pickers.people
        opened.key(Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
        assert people.panel.isVisible()
        people.panel.close()

    under_qt(script)


@pytest.mark.usefixtures("environment")
def test_no_key_changes_what_the_page_to_sign_in_covers(
    under_qt: Callable[..., Any],
) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        before = opened.state
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        opened.key(Qt.Key.Key_A, held)
        assert opened.find(QWidget, "sign_in_page").isVisible()
        # What comes meanwhile allows nothing either.
        opened.program._report.model.changed.emit(before)
        opened.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        opened.key(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
        assert opened.state is before
        assert not opened.program._screen.pickers.period.panel.isVisible()
        assert not opened.window.action("action_export_csv").isEnabled()
        opened.key(Qt.Key.Key_Escape)
        opened.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        assert opened.state.view.choices["rows"] == "group"

    under_qt(script)
