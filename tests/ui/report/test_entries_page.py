from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.entries_list import EntriesContent, entries_content
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.ui.report.entries_page import EntriesPage
from clockify_desktop.viewmodels.page_state import EmptyWords, PagePhase, PageState
from tests.domain.few_entries import ANN, OPS, WEB, One, entries_of

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
TRAIL = ("Where time went", "Ann")
ONES = (
    One("2026-11-16 09:00", 60, description="Mail", id="mail"),
    One("2026-11-16 11:00", 30, project=OPS, description="Call", id="call"),
    One("2026-11-17 09:00", 90, description="Talk", id="talk"),
)
_Key = Qt.Key


@pytest.fixture
def listed(make_report: Callable[..., Report]) -> Callable[..., EntriesContent]:
    def make(*ones: One, selection: Selection = EVERYTHING) -> EntriesContent:
        entries = entries_of(*ones)
        report = make_report([], (ANN,), (WEB, OPS))
        report = replace(report, facts=entries.as_facts())
        told = EntryReport(entries, NOW, entries.total_s)
        return entries_content(report, told, selection, ViewOptions(), TRAIL)

    return make


Listed = Callable[..., EntriesContent]


@pytest.fixture
def page(home: QWidget, listed: Listed, qtbot: QtBot) -> Iterator[EntriesPage]:
    page = EntriesPage(LIGHT, home)
    page.resize(home.size())
    with qtbot.waitExposed(home):
        home.show()
    page.attach_chart()
    show(page, listed(*ONES))
    yield page
    home.close()


def show(page: EntriesPage, content: EntriesContent | None) -> None:
    empty = EmptyWords("Asking Clockify…") if content is None else None
    page.show_state(
        PageState(content, PagePhase.READY, empty=empty, title="Ann", trail=TRAIL)
    )


def described(page: EntriesPage) -> str:
    title = page.pane.findChild(QLabel, "entry_title")
    assert title.isVisible()
    assert f"Description: {title.text()}" in page.pane.accessibleDescription()
    return str(title.text())


def press(
    page: EntriesPage, key: _Key, held: Qt.KeyboardModifier | None = None
) -> None:
    assert page.card.chart is not None
    QTest.keyClick(page.card.chart.canvas, key, held or Qt.KeyboardModifier.NoModifier)


def test_up_and_down_tell_everything_about_the_next_entry(
    page: EntriesPage, qtbot: QtBot
) -> None:
    chart = page.card.chart
    assert chart is not None
    assert described(page) == "Mail"
    qtbot.waitUntil(lambda: chart.canvas.outlined is not None, timeout=1000)
    press(page, _Key.Key_Down)
    assert described(page) == "Call"
    # The head of a day has nothing of its own to tell.
    press(page, _Key.Key_Down)
    assert described(page) == "Call"
    press(page, _Key.Key_Down)
    assert described(page) == "Talk"
    place = chart.canvas.place_of(replace(chart.canvas.outlined, row=1))
    qtbot.mouseClick(
        chart.canvas, Qt.MouseButton.LeftButton, pos=place.center().toPoint()
    )
    assert described(page) == "Mail"


def test_the_entry_that_is_looked_at_stays_where_it_is_still_there(
    page: EntriesPage, listed: Listed
) -> None:
    page.look_at("entry:talk")
    show(page, listed(*ONES[1:]))
    assert described(page) == "Talk"
    show(page, listed(*ONES[:2]))
    assert described(page) == "Mail"
    show(page, None)
    page.look_at("entry:talk")
    assert not page.findChild(QPushButton, "copy_entry").isVisible()


@pytest.mark.parametrize("key", [_Key.Key_Escape, _Key.Key_Backspace])
def test_escape_and_backspace_go_back_from_list_and_pane(
    page: EntriesPage, qtbot: QtBot, key: _Key
) -> None:
    assert page.card.chart is not None
    for widget in (page.card.chart.canvas, page.pane.copy):
        with qtbot.waitSignal(page.left, timeout=1000):
            qtbot.keyClick(widget, key)
    with qtbot.waitSignal(page.left, timeout=1000):
        page.findChild(QPushButton, "back").click()


def test_list_entry_and_question_are_copied(page: EntriesPage, listed: Listed) -> None:
    clipboard, said = QGuiApplication.clipboard(), list[str]()
    page.copied.connect(said.append)
    press(page, _Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == listed(*ONES).copied.tab_separated()
    assert clipboard.mimeData().html() == listed(*ONES).copied.html()
    page.look_at("entry:call")
    page.findChild(QPushButton, "copy_entry").click()
    assert "Description\tCall\n" in clipboard.text()
    page.findChild(QPushButton, "ask_about_entry").click()
    assert clipboard.text().startswith("Hello Ann,")
    assert "Ops, Call" in clipboard.text()
    assert said == ["copied the list", "copied the entry", "copied the question"]


def test_the_web_page_is_asked_for_where_it_is_known(
    page: EntriesPage, qtbot: QtBot
) -> None:
    link = page.findChild(QPushButton, "open_in_clockify")
    with qtbot.waitSignal(page.web_requested, timeout=1000) as told:
        link.click()
    assert told.args == ["entry:mail"]
    page.offer_web(offered=False)
    assert not link.isVisible()


def test_return_turns_to_the_entry_where_there_is_no_room_beside_the_list(
    page: EntriesPage, home: QWidget, qtbot: QtBot
) -> None:
    press(page, _Key.Key_Down)
    press(page, _Key.Key_Return)
    assert page.card.isVisible()
    home.resize(900, 700)
    qtbot.waitUntil(lambda: page.is_folded, timeout=1000)
    assert not page.pane.isVisible()
    press(page, _Key.Key_Down)
    press(page, _Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.card.isVisible()


def test_the_trail_stands_in_the_place_of_the_title(page: EntriesPage) -> None:
    assert page.card.trail.isVisible()
    titles = [one for one in page.card.findChildren(QLabel) if one.text() == "Ann"]
    assert [one.isVisible() for one in titles].count(True) == 1
