from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.chart_figure import CHARTS
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.ui.report.chart_view import ChartView
from tests.charts.square_chart import Square, SquareContent


@pytest.fixture
def content(new_content: Callable[..., WhereContent]) -> WhereContent:
    return new_content()


@pytest.fixture
def chart(home: QWidget, content: WhereContent, qtbot: QtBot) -> Iterator[ChartView]:
    chart = ChartView(LIGHT, home)
    chart.resize(560, 420)
    with qtbot.waitExposed(home):
        home.show()
    shown(chart, content, qtbot)
    yield chart
    home.close()


def shown(chart: ChartView, content: WhereContent, qtbot: QtBot) -> None:
    chart.show_state(content.chart, LIGHT)
    qtbot.waitUntil(lambda: not chart._showing.isActive(), timeout=2000)


def button(chart: ChartView) -> QPushButton:
    found: QPushButton = chart.findChild(QPushButton, "legend_more")
    return found


def test_it_stands_in_the_line_of_the_legend_and_says_how_many(
    chart: ChartView, content: WhereContent
) -> None:
    legend = chart.canvas.chart.legend
    more = len(content.matrix.columns) - len(legend.swatches)
    one = button(chart)
    assert more > 1
    assert one.isVisible()
    assert one.text() == f"+{more} more"
    assert one.accessibleName() == f"Legend: {more} more"
    assert content.matrix.columns[-1].name in one.toolTip()
    first = legend.names[0]
    assert one.y() < first.y < one.geometry().bottom() + 1
    last = legend.names[-1]
    assert one.x() > last.x
    assert one.geometry().right() < chart.canvas.width()


def test_the_whole_legend_is_a_menu_that_selects(
    chart: ChartView, content: WhereContent, qtbot: QtBot
) -> None:
    button(chart).click()
    menu = button(chart).findChild(QMenu)
    names = [column.name for column in content.matrix.columns]
    assert [one.text() for one in menu.actions()] == names
    assert not any(one.icon().isNull() for one in menu.actions())
    with qtbot.waitSignal(chart.clicked, timeout=1000) as told:
        menu.actions()[-1].trigger()
    assert told.args == [None, content.matrix.columns[-1].mark, False]
    menu.close()


def test_it_is_there_only_where_the_legend_has_no_room(
    chart: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = button(chart)
    for width, visible in ((3000, False), (560, True)):
        chart.resize(width, 420)
        qtbot.waitUntil(lambda wish=visible: one.isVisible() is wish, timeout=2000)
    # Another picture has no legend.
    monkeypatch.setitem(CHARTS, SquareContent, Square)
    chart.show_state(SquareContent(), LIGHT)
    qtbot.waitUntil(lambda: not one.isVisible(), timeout=2000)
