"""The entries behind a bar under the Qt loop, by keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from clockify_desktop.api.hosts import GLOBAL
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.entries_beside import TwoEntriesContent
from clockify_desktop.pages.entries_list import EntriesContent
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.ui.report.chart_canvas import ChartCanvas
from clockify_desktop.ui.report.entries_page import EntriesPage
from clockify_desktop.ui.report.table_menu import TableMenu
from clockify_desktop.viewmodels.report_texts import figures_of

UnderQt = Callable[..., Any]
MINUTES = DurationFormat.MINUTES


def walked_to_a_bar(opened: Any) -> ChartCanvas:
    canvas: ChartCanvas = opened.find(ChartCanvas, "chart")
    opened.look_at(canvas)
    canvas.draw()
    canvas.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
    return canvas


def selected_is_opened(
    opened: Any, canvas: ChartCanvas, marks: tuple[str, str]
) -> None:
    """Press Enter after a click, which selects and leaves nothing outlined."""
    opened.key(Qt.Key.Key_Backspace)
    opened.program._report.model.select(NO_SELECTION.clicked(*marks, add=False))
    canvas.outline(None)
    QTest.keyClick(canvas, Qt.Key.Key_Return)


def hidden_names_are_told_nowhere(opened: Any) -> None:
    """The web page would tell whose row it is."""
    opened.program._report.model.hide_names(hidden=True)
    assert not opened.find(QPushButton, "open_in_clockify").isVisible()
    content = opened.state.opened.content
    person = content.sheet_of(content.first_mark).lines[0]
    assert person[1].startswith("Person ")


def row_is_opened_by_its_menu(opened: Any, mark: str) -> None:
    menu = TableMenu(mark, showable("A row"), opened.window)
    opened.program._screen.page.table.tree.menu_requested.emit(menu)
    menu.findChild(QAction, "action_show_entries").trigger()
    assert (opened.state.opened.row, opened.state.opened.column) == (mark, None)


def listed(content: EntriesContent) -> str:
    """Add up what is listed, in the left list where there are two."""
    seconds = content.rows.entries.seconds[content.rows.shown]
    return duration_text(int(seconds.sum()), MINUTES)


async def behind(opened: Any, row: str, part: str | None = None) -> EntriesContent:
    opened.program._report.model.open_entries(row, part)
    await opened.until(lambda: opened.state.looked_at is not None)
    content = opened.state.opened.content
    assert content.difference_s == 0
    told = listed(content)
    assert figures_of(opened.state)[0].value.split(" of ")[0] == told
    return content  # type: ignore[no-any-return]  # the state is of any type here


async def rows_of_each_page(opened: Any) -> None:
    """Hold rows of each page against the sums of their entries."""
    model, opening = opened.program._report.model, []
    beside = 0
    for page in model.state.pages:
        model.choose_page(page.key)
        await opened.until_idle()
        content = opened.state.content
        if not content.opens_entries:
            continue
        opening.append(page.key)
        table = content.table
        for row in table.positions.tolist()[:3]:
            mark = table.mark(row)
            found = await behind(opened, mark)
            assert listed(found) == table.texts(row)[1]
            if isinstance(found, TwoEntriesContent):
                assert page.key == "changed"
                assert listed(found.before) == table.texts(row)[2]
                beside += 1
            parts = table.parts(row) if table.has_parts(row) else table.without_lines()
            for part in parts.positions.tolist():
                of_part = table.part_mark(part)
                if of_part is not None:
                    found = await behind(opened, mark, of_part)
                    assert listed(found) == parts.texts(part)[1]
    assert beside == 3
    assert opening == ["who-logged", "capacity", "where", "changed", "projects"]


def test_return_opens_the_entries_and_escape_comes_back_to_the_same_place(
    environment: None, under_qt: UnderQt, monkeypatch: pytest.MonkeyPatch
) -> None:
    del environment
    went: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: went.append(QUrl(url).toString())
    )

    async def script(opened: Any) -> None:
        await opened.until_idle()
        opened.program._report.use_web_pages_of(GLOBAL)
        model = opened.program._report.model
        model.choose_page("where")
        await opened.until(lambda: isinstance(opened.state.content, WhereContent))
        page = opened.program._screen.page
        canvas = walked_to_a_bar(opened)
        outlined = canvas.outlined
        matrix = opened.state.content.matrix
        bar_s = int(matrix.seconds[outlined.row, outlined.column])
        QTest.keyClick(canvas, Qt.Key.Key_Return)
        await opened.until(lambda: opened.state.looked_at is not None)
        content = opened.state.opened.content
        assert content.difference_s == 0
        assert content.file.total_s == bar_s
        entries = opened.find(EntriesPage, "entries_page")
        assert entries.isVisible()
        assert page.isHidden()
        assert entries.card.chart.canvas.hasFocus()
        opened.click(opened.find(QPushButton, "open_in_clockify"))
        assert "start=" in went[0]
        opened.click(opened.find(QPushButton, "trail_1"))
        assert opened.state.opened.column is None
        assert opened.state.opened.content.file.total_s >= bar_s
        opened.key(Qt.Key.Key_Backspace)
        assert opened.state.opened is None
        assert entries.isHidden()
        assert canvas.hasFocus()
        assert canvas.outlined == outlined
        # The same from the menu of the cell.
        menu = QMenu(opened.window)
        marks = opened.state.content.chart.label_marks(outlined)
        page.picture_menu_requested.emit(menu, *marks)
        menu.findChild(QAction, "action_open_in_clockify").trigger()
        assert "filterValuesData" in went[-1]
        menu.findChild(QAction, "action_show_entries").trigger()
        assert opened.state.opened.content.file.total_s == bar_s
        selected_is_opened(opened, canvas, marks)
        assert opened.state.opened.content.file.total_s == bar_s
        opened.key(Qt.Key.Key_Backspace)
        row_is_opened_by_its_menu(opened, marks[0])
        hidden_names_are_told_nowhere(opened)
        await rows_of_each_page(opened)
        model.step(-1)
        # Else the program ends while questions are under way.
        await opened.until_idle()
        assert opened.find(QWidget, "report_page").isVisible()

    under_qt(script)
