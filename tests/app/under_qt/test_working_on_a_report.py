"""A report under the Qt loop, worked as a person works it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPushButton,
    QTreeView,
    QWidget,
)

from clockify_desktop.api.hosts import GLOBAL
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.showable import showable
from clockify_desktop.export.file_choice import PictureKind
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.page import PageAction
from clockify_desktop.pages.reminder import Reminded, Reminder
from clockify_desktop.pages.where import WhereContent, WhereTimeWent
from clockify_desktop.ui.pickers.multi_picker import MultiPicker
from clockify_desktop.ui.pickers.people_picker import PeoplePicker
from clockify_desktop.ui.report.chart_canvas import ChartCanvas
from clockify_desktop.ui.report.table_menu import TableMenu
from clockify_desktop.viewmodels.export_state import SavePhase

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
UnderQt = Callable[..., Any]


def choose_only(opened: Any, picker: str, found: str) -> None:
    """Open a picker by the keyboard, search, and take those found alone."""
    button = opened.find(MultiPicker, picker)
    button.setFocus()
    opened.key(Qt.Key.Key_Return)
    panel = button.panel
    assert panel.isVisible()
    QTest.keyClicks(panel.search, found)
    QTest.mouseClick(panel.only, Qt.MouseButton.LeftButton)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def drawn(canvas: ChartCanvas) -> tuple[int, QPoint]:
    """Find a segment that is drawn, not in the first row: its row and its middle."""
    chart = canvas.chart
    return next(
        (row, QPoint(int(box[0] + box[2]) // 2, int(box[1] + box[3]) // 2))
        for row in range(1, chart.rows_in_view)
        for column in range(40)
        if (box := chart.box(ChartHit(row, column))) is not None
    )


def test_people_projects_and_focus_never_ask(relay: Any, under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_idle()
        canvas = opened.find(ChartCanvas, "chart")
        await opened.until(canvas.isVisible)
        canvas.draw()
        everybody, sent = opened.people, relay.sent
        assert len(everybody) > 20
        assert sent > 0
        row, place = drawn(canvas)
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
        (person,) = opened.state.content.narrowed.people
        assert person == opened.state.content.matrix.rows[row].key
        assert len(opened.state.content.narrowed.projects) == 1
        assert len(opened.state.content.chips) == 1
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
        assert opened.state.view.selected == NO_SELECTION
        assert opened.people == everybody
        choose_only(opened, "user_picker", "sam taylor")
        assert len(opened.people) == 2
        choose_only(opened, "project_picker", "research")
        assert len(opened.state.content.matrix.columns) == 1
        opened.click(opened.find(QPushButton, "user_picker_clear"))
        opened.click(opened.find(QPushButton, "project_picker_clear"))
        assert opened.people == everybody
        opened.key(Qt.Key.Key_T, CTRL)
        assert opened.state.view.choices["rows"] == "project"
        assert relay.sent == sent

    under_qt(script)


@pytest.mark.usefixtures("environment")
def test_a_page_with_one_way_only_offers_no_other(
    under_qt: UnderQt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WhereTimeWent, "alternative", lambda *_: None)

    async def script(opened: Any) -> None:
        await opened.until_report()
        before = opened.state.view
        assert not opened.find(QPushButton, "button_swap_axes").isVisible()
        assert not opened.window.action("action_swap_axes").isVisible()
        opened.key(Qt.Key.Key_T, CTRL)
        assert opened.state.view == before

    under_qt(script)


@pytest.mark.usefixtures("environment")
def test_the_picture_has_the_keyboard_at_first(under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        canvas = opened.find(ChartCanvas, "chart")
        await opened.until(canvas.isVisible)
        assert opened.focused is canvas
        opened.key(Qt.Key.Key_Left)
        await opened.until_report()
        assert str(opened.state.report.query.period.start) == "2026-11-09"
        # Whoever works elsewhere is left there.
        table = opened.find(QWidget, "report_table")
        table.setFocus()
        opened.key(Qt.Key.Key_F5)
        await opened.until_report()
        assert opened.focused is table

    under_qt(script)


def test_only_members_of_the_chosen_projects(relay: Any, under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_idle()
        sent = relay.sent
        choose_only(opened, "project_picker", "hudson pilot")
        picker = opened.find(PeoplePicker, "user_picker")
        opened.click(picker)
        assert picker.members_only is not None
        assert picker.members_only.isVisible()
        assert len(picker.panel.model.shown_ids) > 20
        picker.members_only.click()
        assert len(picker.panel.model.shown_ids) == 1
        QTest.mouseClick(picker.panel.only, Qt.MouseButton.LeftButton)
        QTest.keyClick(picker.panel, Qt.Key.Key_Escape)
        assert opened.people == ["Chiara Lombardi"]
        assert relay.sent == sent

    under_qt(script)


def test_steps_ask_once_and_f5_asks_anew(relay: Any, under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        first = opened.state.report
        opened.key(Qt.Key.Key_Left, ALT)
        assert opened.state.loading
        assert opened.state.report is first
        await opened.until_idle()
        assert str(opened.state.report.query.period.start) == "2026-11-09"
        sent = relay.sent
        opened.key(Qt.Key.Key_Right, ALT)
        await opened.until_report()
        assert opened.state.report is first
        opened.key(Qt.Key.Key_Left, ALT)
        opened.key(Qt.Key.Key_Home, ALT)
        await opened.until_report()
        assert opened.state.report is first
        assert relay.sent == sent
        opened.key(Qt.Key.Key_F5)
        await opened.until_report()
        assert opened.state.report is not first
        assert relay.sent > sent

    under_qt(script)


def test_an_error_over_the_old_report(relay: Any, under_qt: UnderQt) -> None:
    async def script(opened: Any) -> None:
        await opened.until_report()
        first, people = opened.state.report, opened.people
        relay.cut()
        opened.key(Qt.Key.Key_F5)
        await opened.until(lambda: opened.state.error)
        strip = opened.find(QWidget, "error_strip")
        assert strip.isVisible()
        assert strip.accessibleName().startswith("Nobody answers at 127.0.0.1.")
        assert "Shown is the report fetched" in strip.accessibleName()
        assert opened.state.report is first
        assert opened.people == people
        relay.connect()
        opened.click(opened.find(QPushButton, "retry"))
        await opened.until_report()
        assert opened.state.error is None
        assert not strip.isVisible()

    under_qt(script)


def test_a_first_report_that_fails_can_be_tried_again(
    relay: Any, under_qt: UnderQt
) -> None:
    relay.cut()

    async def script(opened: Any) -> None:
        await opened.until(lambda: opened.state.error)
        relay.connect()
        opened.click(opened.find(QPushButton, "retry"))
        await opened.until_report()
        assert opened.people

    under_qt(script)


def test_a_line_of_the_table_leads_to_itself_alone_and_to_its_web_page(
    environment: None, under_qt: UnderQt, monkeypatch: pytest.MonkeyPatch
) -> None:
    del environment
    seen: list[str] = []

    def look(url: QUrl) -> bool:
        seen.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", look)

    async def script(opened: Any) -> None:
        await opened.until_report()
        tree, report = opened.find(QTreeView, "report_table"), opened.program._report
        mark = tree.table_model.mark_at(tree.table_model.index(1, 0))

        def offered() -> dict[str, QAction]:
            menu = TableMenu(mark, showable("Ann"), tree)
            tree.menu_requested.emit(menu)
            return {one.objectName(): one for one in menu.actions() if one.text()}

        # A server of one's own has no web pages that are known.
        assert list(offered()) == ["action_show_entries", "action_only_this"]
        report.use_web_pages_of(GLOBAL)
        offered()["action_open_in_clockify"].trigger()
        offered()["action_only_this"].trigger()
        (person,) = opened.state.content.narrowed.people
        assert mark == f"one:{person}"
        assert f"users%22%3A%5B%22{person}" in seen[0]

    under_qt(script)


def test_a_page_may_ask_people_by_a_mail_that_nobody_but_they_send(
    environment: None, under_qt: UnderQt, monkeypatch: pytest.MonkeyPatch
) -> None:
    del environment
    opened_links: list[str] = []

    def look(url: QUrl) -> bool:
        opened_links.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", look)
    ann = Reminded(UserId("a"), "Ann", "ann@acme.example", "Fri 20 Nov")
    reminder = Reminder((ann,), "Acme", "16–22 Nov 2026")
    monkeypatch.setattr(
        WhereContent,
        "actions",
        (
            PageAction("reminder", "Copy reminder…"),
            PageAction("question", "Copy question"),
        ),
    )
    monkeypatch.setattr(WhereContent, "question", lambda _: "Hello Ann,")
    monkeypatch.setattr(WhereContent, "reminder", reminder)

    async def script(opened: Any) -> None:
        await opened.until_report()
        opened.click(opened.find(QPushButton, "reminder"))
        dialog = opened.find(QDialog, "reminder_dialog")
        assert dialog.isVisible()
        dialog.mail.click()
        (link,) = opened_links
        assert link == reminder.link([ann.person], dialog.text.toPlainText()).address
        dialog.reject()
        opened.click(opened.find(QPushButton, "question"))
        assert QGuiApplication.clipboard().text() == "Hello Ann,"

    under_qt(script)


def test_a_picture_that_is_saved_after_all_takes_its_refusal_back(
    environment: None, under_qt: UnderQt, tmp_path: Path
) -> None:
    del environment

    async def script(opened: Any) -> None:
        await opened.until_report()
        report, notice = opened.program._report, opened.window.notice
        saving, pictures = report._saving, report._pictures
        for place, phase in (
            (tmp_path / "nowhere" / "week.png", SavePhase.FAILED),
            (tmp_path / "week.png", SavePhase.SAVED),
        ):
            opened.window.action("action_save_png").trigger()
            opened.find(QFileDialog, "save_as").reject()
            saving.path_chosen.emit(PictureKind.PNG, place)
            await opened.until(lambda phase=phase: pictures.state.phase is phase)
            assert notice.isVisible() == (phase is SavePhase.FAILED)

    under_qt(script)
    assert (tmp_path / "week.png").exists()
