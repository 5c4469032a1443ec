from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import Control, ViewOptions
from clockify_desktop.pages.where import WHERE, WhereContent, where_content
from clockify_desktop.ui.error_strip import ErrorStrip
from clockify_desktop.ui.report.chart_view import ChartView
from clockify_desktop.ui.report.progress_line import ProgressLine
from clockify_desktop.ui.report.report_page import ReportPage
from clockify_desktop.viewmodels.page_state import EmptyWords, PagePhase, PageState

MakeContent = Callable[..., WhereContent]
SHOWN = PageState(
    phase=PagePhase.READY, title=WHERE.title, controls=WHERE.controls(ViewOptions())
)


@pytest.fixture
def page(home: QWidget, new_content: MakeContent, qtbot: QtBot) -> Iterator[ReportPage]:
    page = ReportPage(LIGHT, home)
    page.resize(home.size())
    with qtbot.waitExposed(home):
        home.show()
    page.attach_chart()
    page.show_state(replace(SHOWN, content=new_content()))
    yield page
    home.close()


def button(page: ReportPage, name: str) -> QPushButton:
    found: QPushButton = page.findChild(QPushButton, name)
    return found


def shown(page: ReportPage) -> str:
    for name in ("chart", "empty_state"):
        widget = page.findChild(QWidget, name)
        if widget is not None and widget.isVisible():
            return name
    return ""


def chosen(menu_of: QPushButton, words: str) -> QAction:
    menu_of.click()
    menu = menu_of.findChild(QMenu)
    (action,) = (one for one in menu.actions() if one.text() == words)
    return action


def test_nothing_stands_there_before_the_chart_is_made(
    home: QWidget, new_content: MakeContent
) -> None:
    page = ReportPage(LIGHT, home)
    home.show()
    page.show_state(PageState(content=new_content()))
    assert page.findChild(QWidget, "chart") is None
    page.attach_chart()
    page.attach_chart()
    assert len(page.findChildren(QWidget, "chart")) == 1
    assert shown(page) == "chart"
    home.close()


def test_it_says_the_sentence_and_writes_the_table(
    page: ReportPage, new_content: MakeContent
) -> None:
    sentence = page.findChild(QLabel, "sentence")
    assert sentence.text() == new_content().sentence
    assert page.table.tree.table_model.rowCount() == 6


def test_names_that_the_picture_cannot_write_are_told_while_it_is_seen(
    page: ReportPage, make_report: Callable[..., Report], qtbot: QtBot
) -> None:
    people = (Person(UserId("a"), "A\U0010fffe"),)
    facts = [(0, 0, date(2026, 11, 16), 3600, 0, 0, 0)]
    report = make_report(facts, people, (Project(ProjectId("w"), "Web"),))
    content = where_content(report, Selection(), ViewOptions())
    with qtbot.waitSignal(page.card.noted, timeout=1000) as told:
        page.show_state(PageState(content, PagePhase.READY))
    assert "“A\U0010fffe”" in told.args[0]
    with qtbot.assertNotEmitted(page.card.noted):
        page.show_state(PageState(content, PagePhase.LOADING))
    with qtbot.waitSignal(page.card.noted, timeout=1000) as told:
        page.show_state(PageState(content, empty=EmptyWords("Nothing")))
    assert told.args == [""]


def test_rows_are_chosen_by_their_buttons(page: ReportPage, qtbot: QtBot) -> None:
    for name, rows in (
        ("rows_teams", "group"),
        ("rows_projects", "project"),
        ("rows_clients", "client"),
        # The window says nothing of it: the view model knows what is shown.
        ("rows_people", "user"),
    ):
        with qtbot.waitSignal(page.card.controls.choice_made, timeout=1000) as told:
            button(page, name).click()
        assert told.args == ["rows", rows]


def test_menus_choose_colours_order_and_hours(page: ReportPage, qtbot: QtBot) -> None:
    for name, words, key in (
        ("colors", "Billable or not", "billable"),
        ("order", "by time", "time"),
    ):
        action = chosen(button(page, name), words)
        with qtbot.waitSignal(page.card.controls.choice_made, timeout=1000) as told:
            action.trigger()
        assert told.args == [name, key]
    action = chosen(button(page, "durations"), "decimal")
    with qtbot.waitSignal(page.card.controls.durations_chosen, timeout=1000) as told:
        action.trigger()
    assert told.args == [DurationFormat.DECIMAL]
    said = button(page, "durations")
    assert said.accessibleName() == "Hours as: h:mm"


def test_another_page_has_other_controls(page: ReportPage) -> None:
    kind = Control("against", "Against", (("week", "Week"), ("mean", "Mean")), "mean")
    page.show_state(replace(SHOWN, content=None, controls=(kind,)))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.findChild(QPushButton, "rows_people") is None
    assert button(page, "against").accessibleName() == "Against: Mean"


def test_a_click_on_the_picture_is_a_wish_for_a_focus(
    page: ReportPage, new_content: MakeContent, qtbot: QtBot
) -> None:
    row = new_content().matrix.rows[0].mark
    chart = page.card.chart
    assert chart is not None
    with qtbot.waitSignal(page.selection_changed, timeout=1000) as told:
        chart.clicked.emit(row, None, False)  # noqa: FBT003 - a signal
    focus = told.args[0]
    assert focus == ChartSelection(frozenset({row}))
    # Nothing is focused yet, so Escape has nothing to take back.
    with qtbot.assertNotEmitted(page.selection_changed):
        chart.cleared.emit()
    page.show_state(replace(SHOWN, content=new_content(selected=focus)))
    with qtbot.waitSignal(page.selection_changed, timeout=1000) as told:
        chart.clicked.emit(row, None, False)  # noqa: FBT003 - a signal
    assert told.args == [NO_SELECTION]
    for widget in (chart.canvas, page.table.tree):
        with qtbot.waitSignal(page.selection_changed, timeout=1000) as told:
            qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert told.args == [NO_SELECTION]


def test_chips_take_a_focus_away_and_move_nothing(
    page: ReportPage, new_content: MakeContent, qtbot: QtBot
) -> None:
    chart = page.card.chart
    assert chart is not None
    top = chart.mapTo(page, QPoint(0, 0)).y()
    content = new_content()
    marks = [one.mark for one in content.matrix.rows[:2]]
    page.show_state(
        PageState(
            content=new_content(selected=ChartSelection(frozenset(marks))),
            phase=PagePhase.READY,
        )
    )
    chips = page.findChildren(QPushButton, "focus_chip")
    assert [one.isVisible() for one in chips] == [True, True]
    assert chips[0].text().replace("&&", "&").startswith(content.matrix.rows[0].name)
    page.layout().activate()
    assert chart.mapTo(page, QPoint(0, 0)).y() == top
    said = page.findChild(QLabel, "focus_sentence")
    assert said.isVisible()
    assert said.text().startswith("Selected: 2 people logged ")
    assert said.toolTip() == said.text()
    assert said.width() > 200
    qtbot.waitUntil(lambda: chips[1].x() > chips[0].x() > -1, timeout=1000)
    chips_end = chips[1].mapTo(page, QPoint(chips[1].width(), 0))
    assert chips_end.x() <= said.mapTo(page, QPoint(0, 0)).x()
    assert chips[0].y() == chips[1].y()
    with qtbot.waitSignal(page.selection_changed, timeout=1000) as told:
        chips[0].click()
    assert told.args == [ChartSelection(frozenset(marks[1:]))]
    page.show_state(PageState(content=content, phase=PagePhase.READY))
    assert page.findChild(QLabel, "sentence").isVisible()


def test_while_loading_the_old_picture_stays_under_a_line(
    page: ReportPage, new_content: MakeContent
) -> None:
    line = page.findChild(ProgressLine)
    ready = PageState(content=new_content(), phase=PagePhase.READY)
    page.show_state(replace(ready, phase=PagePhase.LOADING))
    assert line.moving
    assert shown(page) == "chart"
    page.show_state(replace(ready, phase=PagePhase.LOADING, progress=0.5))
    assert not line.moving
    page.show_state(ready)
    assert not line.moving


def test_an_error_stands_above_the_old_picture(
    page: ReportPage, new_content: MakeContent, qtbot: QtBot
) -> None:
    error = AppError("Clockify cannot be reached", "Check the connection.")
    page.show_state(
        PageState(new_content(), PagePhase.READY, error, "Shown is an old one.")
    )
    strip = page.findChild(ErrorStrip)
    assert strip.isVisible()
    assert strip.accessibleName().endswith("Shown is an old one.")
    assert shown(page) == "chart"
    with qtbot.waitSignal(page.card.strip.retried, timeout=1000):
        button(page, "retry").click()


def test_nothing_of_a_report_that_is_left_can_be_seen(
    page: ReportPage, new_content: MakeContent, qtbot: QtBot
) -> None:
    chart, tree = page.card.chart, page.table.tree
    assert chart is not None
    heads = tree.table_model.content.titles
    page.findChild(QLineEdit, "table_filter").setText("Zo")
    error = AppError("Clockify cannot be reached", "Check the connection.")
    for left in (
        PageState(phase=PagePhase.LOADING, empty=EmptyWords("Asking Clockify…")),
        PageState(error=error),
    ):
        page.show_state(replace(SHOWN, content=new_content()))
        qtbot.waitUntil(lambda: not blank(chart), timeout=2000)
        page.show_state(left)
        assert tree.table_model.rowCount() == 0
        assert tree.table_model.content.titles == heads
        assert tree.accessibleDescription() == ""
        assert page.findChild(QLineEdit, "table_filter").text() == ""
        assert page.findChild(QLabel, "sentence").text() == ""
        assert chart.canvas.accessibleDescription() == ""
        assert chart.canvas.chart.rows_in_view == 0
        assert blank(chart)
    # A report of another workspace is here at once, and its picture is not drawn yet.
    page.show_state(replace(SHOWN, content=new_content()))
    qtbot.waitUntil(lambda: not blank(chart), timeout=2000)
    content = new_content(seed=2)
    workspace = replace(content.query.workspace, id=WorkspaceId("other"))
    query = replace(content.query, workspace=workspace)
    page.show_state(replace(SHOWN, content=replace(content, query=query)))
    assert blank(chart)
    qtbot.waitUntil(lambda: not blank(chart), timeout=2000)


def blank(chart: ChartView) -> bool:
    pixels = np.asarray(chart.canvas.buffer_rgba())
    return bool((pixels == pixels[0, 0]).all())


def test_an_empty_page_says_why_and_offers_one_thing(
    page: ReportPage, new_content: MakeContent, qtbot: QtBot
) -> None:
    empty = EmptyWords("Nobody logged time", "Choose more.", "all", "Show everybody")
    page.show_state(PageState(new_content(), PagePhase.READY, empty=empty))
    assert shown(page) == "empty_state"
    with qtbot.waitSignal(page.card.empty.action_chosen, timeout=1000) as told:
        button(page, "empty_action").click()
    assert told.args == ["all"]
    assert page.table.tree.header().isVisible()
    page.show_state(PageState(None, empty=EmptyWords("Asking Clockify…")))
    # Its heads are those of another page.
    assert not page.table.tree.header().isVisible()
    assert not button(page, "empty_action").isVisible()
    assert not button(page, "rows_teams").isEnabled()


def test_a_narrow_window_folds_the_table_under_a_tab(
    page: ReportPage, home: QWidget
) -> None:
    tabs = page.findChild(QTabBar, "picture_or_table")
    assert not tabs.isVisible()
    page.set_sizes([900, 388])
    sizes = page.sizes()
    home.resize(1100, 700)
    page.resize(home.size())
    assert tabs.isVisible()
    assert (page.card.isVisible(), page.table.isVisible()) == (True, False)
    assert page.sizes() == sizes
    tabs.setCurrentIndex(1)
    assert (page.card.isVisible(), page.table.isVisible()) == (False, True)
    tabs.setCurrentIndex(0)
    page.filter_action.trigger()
    assert page.table.isVisible()
    home.resize(1300, 700)
    page.resize(home.size())
    assert not tabs.isVisible()
    assert page.card.isVisible()
    assert page.sizes() == sizes


def test_a_remembered_width_is_a_share_of_the_window_it_opens_in(
    home: QWidget, qtbot: QtBot
) -> None:
    page = ReportPage(LIGHT, home)
    page.set_sizes([600, 200])
    assert page.sizes() == [600, 200]
    home.resize(1500, 700)
    page.resize(home.size())
    with qtbot.waitExposed(home):
        home.show()
    picture, table = shares(page)
    assert abs(picture - 3 * table) <= 4
    assert picture + table > 1400
    home.close()


def test_a_window_that_opens_narrow_has_both_when_it_grows(
    home: QWidget, qtbot: QtBot
) -> None:
    page = ReportPage(LIGHT, home)
    home.resize(800, 700)
    page.resize(home.size())
    with qtbot.waitExposed(home):
        home.show()
    home.resize(1500, 700)
    page.resize(home.size())
    assert page.card.isVisible()
    assert page.table.isVisible()
    assert min(shares(page)) > 300
    # Nobody shared the width: there is nothing to remember.
    assert page.sizes() == []
    home.close()


def test_many_columns_leave_room_for_names(
    home: QWidget, new_content: MakeContent, qtbot: QtBot
) -> None:
    page = ReportPage(LIGHT, home)
    home.resize(1200, 700)
    page.resize(home.size())
    with qtbot.waitExposed(home):
        home.show()
    content = new_content()
    page.show_state(replace(SHOWN, content=content))
    name, *numbers = content.table.columns
    many = tuple(replace(one, least_px=180) for one in numbers)
    longer = tuple(f"{name.text(0)} and whatever else" for _ in content.table.positions)
    named = replace(name, text=longer.__getitem__)
    wide = new_content()
    wide.__dict__["table"] = replace(content.table, columns=(named, *many))
    page.show_state(replace(SHOWN, content=wide))
    assert page.table.tree.header().sectionSize(0) >= 96
    picture = shares(page)[0]
    assert picture >= 380
    # The room is that of this page: another one is as it was.
    other = new_content()
    other.__dict__["title"] = "Another page"
    page.show_state(replace(SHOWN, content=other))
    assert shares(page)[0] > picture
    home.close()


def shares(page: ReportPage) -> list[int]:
    return list(page.findChild(QSplitter, "picture_and_table").sizes())


def test_a_share_is_remembered_only_where_somebody_chose_it(
    page: ReportPage, home: QWidget
) -> None:
    assert page.sizes() == []
    page._splitter.moveSplitter(800, 1)
    assert page.sizes() == shares(page) != []
    moved = page.sizes()
    home.resize(1100, 700)
    page.resize(home.size())
    assert page.sizes() == moved


def test_no_name_is_cut_while_there_is_room(
    page: ReportPage, home: QWidget, make_report: Callable[..., Report]
) -> None:
    name = "Priya Raman (Customer Success and Technical Documentation, East)"
    people = (Person(UserId("a"), name), Person(UserId("b"), "Zoë"))
    facts = [(0, 0, date(2026, 11, 16), 3600, 0, 0, 0)]
    report = make_report(facts, people, (Project(ProjectId("w"), "Web"),))
    content = where_content(report, Selection(), ViewOptions())
    tree = page.table.tree
    home.resize(1900, 700)
    page.resize(home.size())
    page.show_state(replace(SHOWN, content=content))
    needed = tree.fontMetrics().horizontalAdvance(name) + 12 + 14
    assert needed <= tree.header().sectionSize(0) <= needed + 40
    # Where there is little room, most of it is the picture's.
    home.resize(1210, 700)
    page.resize(home.size())
    picture, table = shares(page)
    assert 352 < table < 0.42 * (picture + table)


@pytest.mark.parametrize("strange", [[], [1], [0, 5], [1, 2, 3]])
def test_strange_sizes_are_passed_over(page: ReportPage, strange: list[int]) -> None:
    before = shares(page)
    page.set_sizes(strange)
    assert page.sizes() == []
    assert shares(page) == before
    assert min(before) > 0


def test_the_theme_reaches_picture_and_table(page: ReportPage, qtbot: QtBot) -> None:
    chart = page.card.chart
    assert chart is not None
    page.set_theme(DARK)
    qtbot.waitUntil(lambda: chart.canvas._theme == DARK, timeout=2000)
    assert page.table.tree._delegate._theme == DARK


def test_picture_and_table_are_dimmed_alike_while_newer_numbers_come(
    page: ReportPage, new_content: MakeContent
) -> None:
    veil, content = page.table.tree.veil, new_content()
    for phase in PagePhase:
        page.show_state(replace(SHOWN, content=content, phase=phase))
        dimmed = phase is PagePhase.LOADING
        assert page.card.chart.canvas._veiled is dimmed
        assert veil.isVisible() is dimmed
        if dimmed:
            assert veil.geometry() == page.table.tree.rect()
    page.show_state(replace(SHOWN, phase=PagePhase.LOADING))
    assert not veil.isVisible()
