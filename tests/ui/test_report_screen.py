from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.viewmodels.page_state import PagePhase, PageState

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
    screen.sample.show_state(True)  # noqa: FBT003 - a view's one verb
    screen.notes.show_state(LACKS)
    screen.page.show_state(
        PageState(scene, PagePhase.READY, FAILED, "Shown is an old one.")
    )
    qtbot.waitUntil(lambda: room_to_scroll(screen) > 0, timeout=2000)
    chart = screen.page.findChild(QWidget, "chart")
    assert chart.height() >= chart.minimumHeight()
    card = screen.page.card
    seen = [one for one in card.findChildren(QAbstractButton) if one.isVisible()]
    assert "retry" in {one.objectName() for one in seen}
    for one in seen:
        assert one.height() >= one.minimumSizeHint().height(), one.objectName()
    strip = card.findChild(QWidget, "error_strip")
    assert strip.height() >= strip.heightForWidth(strip.width())


def test_nothing_scrolls_where_there_is_room(
    screen: ReportScreen, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: room_to_scroll(screen) == 0, timeout=2000)
    bottom = screen.page.mapTo(screen, screen.page.rect().bottomLeft()).y()
    assert 0 < screen.status.y() - bottom <= 16


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
