"""Views are opened, saved and deleted by keys, in the whole program."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from clockify_desktop.domain.presets import Preset
from clockify_desktop.store.settings import SavedView

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


async def back(opened: Any) -> None:
    """Be at the window again, to which nothing leads without a screen."""
    opened.window.activateWindow()
    await opened.until(opened.window.isActiveWindow)


@pytest.mark.usefixtures("environment")
def test_views_by_keys(under_qt: Callable[..., Any]) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        model = opened.program._report.model
        opened.key(Qt.Key.Key_2, CTRL)
        assert opened.state.page_key == "where"
        assert opened.state.view.choices["rows"] == "client"
        assert opened.state.question.period_choice is Preset.LAST_MONTH
        await opened.until_report()
        opened.key(Qt.Key.Key_3, CTRL)
        await opened.until_report()
        assert opened.state.selection.people == {opened.state.profile.user}
        opened.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier, SHIFT)
        assert opened.state.page_key == "trend"
        opened.key(Qt.Key.Key_S, CTRL)
        saving = opened.find(QDialog, "save_view_dialog")
        opened.look_at(saving.name)
        await opened.until(saving.name.hasFocus)
        assert "Trend · This week · 1 person · all projects" in saving._what.text()
        opened.type("Mine")
        opened.key(Qt.Key.Key_Return)
        await back(opened)
        opened.key(Qt.Key.Key_1, CTRL)
        assert opened.state.page_key == opened.state.pages[0].key
        await opened.until_report()
        opened.key(Qt.Key.Key_4, CTRL)
        assert opened.state.page_key == "trend"
        assert opened.state.selection.people == {opened.state.profile.user}
        await opened.until_report()
        opened.key(Qt.Key.Key_W, CTRL, SHIFT)
        views = opened.find(QDialog, "views_dialog").views
        opened.look_at(views)
        await opened.until(views.hasFocus)
        views.setCurrentRow(3)
        opened.key(Qt.Key.Key_Delete)
        assert [one.name for one in model.views][3:] == []
        opened.key(Qt.Key.Key_Z, CTRL)
        views.setCurrentRow(3)
        views.item(3).setText("Own trend")
        assert [one.name for one in model.views][3:] == ["Own trend"]
        opened.key(Qt.Key.Key_Escape)
        await back(opened)
        # Behind the ninth there are two keys.
        more = [SavedView(str(at), "changed", "last-week") for at in range(4, 10)]
        model.keep_views((*model.views, *more))
        opened.key(Qt.Key.Key_0, CTRL)
        opened.key(Qt.Key.Key_A)
        assert opened.state.page_key == "changed"

    under_qt(script)
