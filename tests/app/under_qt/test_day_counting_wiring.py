"""How days are counted, chosen in the menu, and what the window says of it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu

from clockify_desktop.domain.day_counting import AS_CLOCKIFY


@pytest.mark.usefixtures("environment")
def test_a_choice_counts_the_report_anew_and_says_so(
    under_qt: Callable[..., Any],
) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()

        def choose(key: str, words: str) -> None:
            menu = opened.window.findChild(QMenu, f"menu_{key}")
            next(one for one in menu.actions() if one.text() == words).trigger()

        before = opened.state.report
        picker = opened.program._screen.pickers.period
        assert "Europe/Berlin" in picker.button.accessibleName()
        choose("days_in", "Each person's own time zone")
        choose("rounding", "Up to 15 min")
        await opened.until_report()
        report = opened.state.report
        assert report is not before
        assert not report.query.counting.is_clockifys
        assert report.difference_s == 0
        said = picker.button.accessibleName()
        assert "own time zones · rounded up to 15 min" in said
        assert "what begins on these days in Europe/Berlin" in picker.button.toolTip()
        choose("days_in", "The report's time zone")
        choose("rounding", "To the second, as Clockify")
        await opened.until_report()
        assert opened.state.report.query.counting == AS_CLOCKIFY
        choose("days_in", "Another time zone…")
        assert picker.panel.zone.is_open
        picker.panel.close()

    under_qt(script)
