from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WHERE, WhereContent, where_content
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.ui.tab_order import move_on, tab_stops
from clockify_desktop.viewmodels.page_state import PageEntry, PagePhase, PageState

FAILED = AppError("Clockify has trouble of its own", "Try again in a few minutes. " * 4)
LACKS = ("The list of projects changed while it was read.",) * 4


@pytest.fixture
def scene(make_report: Callable[..., Report]) -> WhereContent:
    people = (Person(UserId("a"), "Ann"),)
    projects = (Project(ProjectId("w"), "Web"),)
    facts = [(0, 0, date(2026, 11, 16), 3600, 1800, 0, 0)]
    return where_content(
        make_report(facts, people, projects), Selection(), ViewOptions()
    )


@pytest.fixture
def screen(scene: WhereContent, qtbot: QtBot) -> Iterator[ReportScreen]:
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(900, 480)
    screen = ReportScreen(LIGHT, home)
    screen.resize(home.size())
    with qtbot.waitExposed(home):
        home.show()
    screen.page.attach_chart()
    screen.page.show_state(PageState(content=scene, phase=PagePhase.READY))
    yield screen
    home.close()


def room_to_scroll(screen: ReportScreen) -> int:
    area = screen.findChild(QScrollArea, "below_pickers")
    return int(area.verticalScrollBar().maximum())


def test_strips_over_each_other_squeeze_nothing(
    screen: ReportScreen, scene: WhereContent, qtbot: QtBot
) -> None:
    screen.window().resize(900, 320)
    screen.resize(900, 320)
    screen.notes.show_state(LACKS)
    screen.page.show_state(
        PageState(scene, PagePhase.READY, FAILED, "Shown is an old one.")
    )
    qtbot.waitUntil(lambda: room_to_scroll(screen) > 0, timeout=2000)
    strip = screen.page.card.strip
    qtbot.waitUntil(
        lambda: strip.height() >= strip.heightForWidth(strip.width()), timeout=2000
    )
    chart = screen.page.findChild(QWidget, "chart")
    assert chart.height() >= chart.minimumHeight()
    card = screen.page.card
    seen = [one for one in card.findChildren(QAbstractButton) if one.isVisible()]
    assert "retry" in {one.objectName() for one in seen}
    for one in seen:
        assert one.height() >= one.minimumSizeHint().height(), one.objectName()


def test_nothing_scrolls_where_there_is_room(
    screen: ReportScreen, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: room_to_scroll(screen) == 0, timeout=2000)
    bottom = screen.page.mapTo(screen, screen.page.rect().bottomLeft()).y()
    top = screen.status.mapTo(screen, QPoint()).y()
    assert 0 < top - bottom <= 16


def test_a_window_that_was_high_scrolls_no_sooner(
    screen: ReportScreen, qtbot: QtBot
) -> None:
    chart = screen.page.findChild(QWidget, "chart")
    for height in (1000, 480):
        screen.window().resize(900, height)
        screen.resize(900, height)
        # The picture is as high as there is room, and wishes to stay so.
        qtbot.waitUntil(lambda: chart.height() < screen.height(), timeout=2000)
        assert room_to_scroll(screen) == 0


def test_a_low_window_leaves_the_height_to_the_picture(screen: ReportScreen) -> None:
    chart = screen.page.findChild(QWidget, "chart")
    taken = {}
    for height in (800, 480):
        screen.window().resize(900, height)
        screen.resize(900, height)
        # All that is laid out by and by.
        for _ in range(3):
            QApplication.processEvents()
        taken[height] = height - chart.height()
    assert taken[800] - taken[480] >= 30


@pytest.mark.parametrize(("width", "fits"), [(900, False), (1400, True)])
def test_in_a_low_window_links_have_one_line_beside_figures_that_came_later(
    screen: ReportScreen, width: int, *, fits: bool
) -> None:
    screen.window().resize(width, 700)
    screen.resize(width, 700)
    asked = "3 people with missing days", "4 short of capacity", "5 entries to check"
    screen.attention.show_state(
        tuple(PageEntry(f"page {at}", name) for at, name in enumerate(asked))
    )
    screen.lay_out()
    assert screen.attention.isVisible()
    screen.figures.show_state((Figure("743:53", "Total", "22 people with time"),) * 2)
    screen.lay_out()
    assert screen.attention.isVisible() is fits
    assert screen.figures.height() < 40
    screen.figures.show_state(())
    screen.lay_out()
    assert screen.attention.isVisible()


def test_it_fits_a_screen_of_720_by_450(screen: ReportScreen) -> None:
    needed = screen.layout().minimumSize()
    assert needed.width() <= 640
    assert needed.height() <= 320


def test_the_tab_key_goes_as_one_reads(
    screen: ReportScreen, scene: WhereContent
) -> None:
    # A page with other controls makes them anew.
    controls = WHERE.controls(ViewOptions())
    for offered in (controls, controls[:1], controls):
        screen.page.show_state(
            PageState(scene, PagePhase.READY, title=WHERE.title, controls=offered)
        )
    screen.attention.show_state((PageEntry("to-check", "14 entries to check"),))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    names = [one.objectName() for one in tab_stops(screen)]
    expected = [
        *("workspace_picker", "previous_period", "period_picker", "next_period"),
        *("user_picker", "project_picker", "button_export_csv", "attention_link"),
        *(
            "page_list",
            "rows_people",
            "colors",
            "order",
            "durations",
            "chart",
            "table_filter",
        ),
        *("report_table", "account_picker"),
    ]
    assert [one for one in names if one in expected] == expected
    there = [one for one in tab_stops(screen) if one.isVisible() and one.isEnabled()]
    first, last = there[0], there[-1]
    assert move_on(screen, last, forward=True)
    assert screen.window().focusWidget() is first
    assert move_on(screen, first, forward=False)
    assert screen.window().focusWidget() is last
    assert not move_on(screen, screen, forward=True)


def test_what_other_words_need_is_laid_out_before_it_is_painted(
    screen: ReportScreen,
) -> None:
    screen.window().resize(1400, 900)
    screen.resize(1400, 900)
    figure = Figure("40:00", "Total", "2 people with time")
    screen.figures.show_state((figure,))
    screen.lay_out()
    box = screen.figures.findChild(QWidget, "figure_box")
    width = box.width()
    longer = "2 of 4 people with time, one of them on leave since Monday"
    screen.figures.show_state((replace(figure, remark=longer),))
    assert box.width() == width
    screen.lay_out()
    assert box.width() > width
