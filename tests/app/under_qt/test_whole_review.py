"""The review from its first page to the file by keys alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from clockify_desktop.domain.needs import RecordsNeed
from clockify_desktop.domain.review_records import Verdict
from clockify_desktop.pages.registry import PAGES, WHO_LOGGED
from clockify_desktop.viewmodels.export_state import SavePhase


async def turn_to(opened: Any, key: str) -> None:
    """Turn to a page by the keys that its menu names, and go to its picture."""
    keys = opened.window.action(f"action_{key}").shortcut()
    QTest.keySequence(opened.focused, keys)
    state = opened.program._report.model
    await opened.until(lambda: state.state.page_key == key and state.state.content)


async def until_keyboard_in(opened: Any, dialog: str, name: str) -> None:
    """Wait until a dialog has opened, and the keyboard is where it begins."""
    opened.look_at(opened.find(QDialog, dialog))
    await opened.until(lambda: opened.focused.objectName() == name)


def badges(opened: Any) -> list[str]:
    chart = opened.state.content.chart
    return [str(chart.badge(row)) for row in range(chart.rows)]


async def remind(opened: Any) -> None:
    await opened.until(lambda: opened.state.content.actions)
    opened.tab_to("reminder")
    opened.key(Qt.Key.Key_Return)
    await until_keyboard_in(opened, "reminder_dialog", "copy_reminder_text")
    opened.key(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text().startswith("Hello")
    opened.key(Qt.Key.Key_Escape)
    # As a window manager does.
    opened.window.activateWindow()
    await opened.until(opened.window.isActiveWindow)


async def save(opened: Any, target: Path) -> None:
    opened.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    await until_keyboard_in(opened, "export_dialog", "program_excel")
    opened.tab_to("file_name")
    opened.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.type(str(target))
    export = opened.program._report.files.export
    await opened.until(lambda: export.state.made)
    opened.key(Qt.Key.Key_Return)
    await opened.until(lambda: export.state.phase is SavePhase.SAVED)
    opened.key(Qt.Key.Key_Escape)


async def until_drawn(opened: Any) -> None:
    """Wait for the picture: only what is seen can be walked through."""
    view = opened.program._screen.page.card.chart
    await opened.until(lambda: view._content is opened.state.content.chart)


async def check(opened: Any) -> None:
    """Ask about the first, call the second fine, take back what was asked."""
    opened.tab_to("chart")
    canvas, before = opened.focused, opened.state.content
    opened.look_at(canvas)
    await until_drawn(opened)
    opened.key(Qt.Key.Key_Down)
    opened.key(Qt.Key.Key_Return)
    pane = opened.find(QWidget, "finding_pane")
    assert pane.isVisible()
    first = opened.state.content.detail.sentence
    opened.key(Qt.Key.Key_A)
    await opened.until(lambda: badges(opened)[0] == "ask")
    assert opened.state.content.detail.sentence != first
    opened.key(Qt.Key.Key_N)
    opened.type("far off")
    opened.key(Qt.Key.Key_Return)
    assert opened.focused is canvas
    opened.key(Qt.Key.Key_F)
    await opened.until(lambda: opened.state.content.count == before.count - 1)
    records = opened.state.answers.get(RecordsNeed(before.query.workspace))
    notes = {one.verdict: one.note for one in records.verdicts.values()}
    assert notes == {Verdict.ASK: "", Verdict.FINE: "far off"}
    opened.key(Qt.Key.Key_Q)
    assert QGuiApplication.clipboard().text() == opened.state.content.question()
    await until_drawn(opened)
    opened.key(Qt.Key.Key_Up)
    opened.key(Qt.Key.Key_Return)
    assert opened.state.content.detail.sentence == first
    opened.key(Qt.Key.Key_A)
    await opened.until(lambda: badges(opened)[0] == "")
    opened.key(Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert "; 1 is settled." in opened.state.content.sentence


@pytest.mark.usefixtures("environment")
def test_a_review_needs_no_mouse(under_qt: Callable[..., Any], tmp_path: Path) -> None:
    target = tmp_path / "to-check.csv"

    async def script(opened: Any) -> None:
        await opened.until_report()
        await turn_to(opened, WHO_LOGGED.key)
        await remind(opened)
        others = PAGES[PAGES.index(WHO_LOGGED) + 1 :]
        for page in others:
            await turn_to(opened, page.key)
        await check(opened)
        await save(opened, target)

    under_qt(script)
    assert target.read_text("utf-8-sig").startswith("rule,evidence,person")
