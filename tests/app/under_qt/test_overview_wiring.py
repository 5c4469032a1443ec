"""The overview under the Qt loop, worked by keys alone."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from clockify_desktop.pages.overview import START
from clockify_desktop.pages.registry import OVERVIEW, PAGES, QUESTIONS
from clockify_desktop.ui.report.chart_canvas import ChartCanvas
from clockify_desktop.ui.report.page_list import PageList
from clockify_desktop.viewmodels.report_texts import attention_of, page_list_of

CTRL = Qt.KeyboardModifier.ControlModifier
UnderQt = Callable[..., Any]


@pytest.fixture
def page_left() -> None:
    """Open as the program does where nobody set anything."""


@pytest.mark.usefixtures("environment")
def test_a_review_is_begun_ticked_off_and_sent_by_keys(under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        # A period that nobody saw before.
        assert opened.state.page_key == OVERVIEW.key
        pages = opened.find(PageList, "page_list")
        assert pages.count() == len(PAGES)
        canvas = opened.find(ChartCanvas, "chart")

        def rows() -> dict[str, Any]:
            return {row.page: row for row in opened.state.content.chart.questions}

        await opened.until(canvas.isVisible)
        await opened.until(
            lambda: all(row.looked_at is False for row in list(rows().values())[:-1])
        )
        assert len(rows()) == len(QUESTIONS) + 1
        # Badge, box of what needs attention and row are of the same content.
        asked = {row.page: row.count for row in rows().values() if row.count}
        assert {one.key: one.count for one in attention_of(opened.state)} == asked
        in_list = page_list_of(opened.state).pages
        assert {one.key: one.count for one in in_list if one.count} == asked
        await opened.until(lambda: canvas.outlined is not None)
        assert opened.focused is canvas
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
            opened.key(key)
        await opened.until(lambda: rows()["capacity"].looked_at)
        said = pages.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.endswith(", looked at")
        assert "Looked at: 1 of 7." in opened.state.content.sentence
        opened.key(Qt.Key.Key_Return)
        assert opened.state.page_key == "capacity"
        opened.key(Qt.Key.Key_PageDown, CTRL)
        opened.key(Qt.Key.Key_PageDown, CTRL)
        assert opened.state.page_key == "changed"
        opened.key(Qt.Key.Key_PageUp, CTRL)
        assert opened.state.page_key == "where"
        opened.key(Qt.Key.Key_Escape)
        assert opened.state.page_key == OVERVIEW.key
        # Where it was left, with what was ticked.
        await opened.until(lambda: canvas.outlined is not None)
        assert canvas.outlined.row == 1
        opened.key(Qt.Key.Key_Space)
        await opened.until(lambda: not rows()["capacity"].looked_at)
        for _ in QUESTIONS:
            opened.key(Qt.Key.Key_Down)
        opened.key(Qt.Key.Key_Return)
        dialog = opened.find(QDialog, "export_dialog")
        assert dialog.isVisible()
        name = opened.program._report.files.export.state.file_name
        assert name.endswith("people-by-project.csv")
        dialog.close()
        opened.click(opened.find(QPushButton, START))
        assert opened.state.page_key == "who-logged"

    under_qt(script)
