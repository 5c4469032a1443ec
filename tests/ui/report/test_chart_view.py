from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.chart_figure import CHARTS
from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.ui.report.chart_view import ChartView
from tests.charts.heat import content as heat_content
from tests.charts.square_chart import Square, SquareContent

MakeContent = Callable[..., WhereContent]
_Key = Qt.Key
_LEFT = Qt.MouseButton.LeftButton
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def chart(home: QWidget, new_content: MakeContent, qtbot: QtBot) -> Iterator[ChartView]:
    chart = ChartView(LIGHT, home)
    chart.canvas.setAccessibleName("Where time went")
    chart.resize(900, 420)
    with qtbot.waitExposed(home):
        home.show()
    chart.show_state(new_content().chart, LIGHT)
    settled(qtbot, chart)
    yield chart
    QToolTip.hideText()
    home.close()


def settled(qtbot: QtBot, chart: ChartView) -> None:
    canvas = chart.canvas
    qtbot.waitUntil(lambda: not chart._showing.isActive(), timeout=2000)
    qtbot.waitUntil(lambda: not canvas._draw_pending, timeout=2000)


def pixels(chart: ChartView) -> np.ndarray:
    return np.asarray(chart.canvas.buffer_rgba()).copy()


def middle(chart: ChartView, spot: ChartHit) -> QPoint:
    return chart.canvas.place_of(spot).center().toPoint()


def first_segment(content: WhereContent, row: int = 0) -> ChartHit:
    return ChartHit(row, int(np.flatnonzero(content.matrix.seconds[row])[0]))


def test_it_says_what_it_shows(chart: ChartView, new_content: MakeContent) -> None:
    canvas = chart.canvas
    assert canvas.objectName() == "chart"
    assert canvas.accessibleName() == "Where time went"
    assert canvas.accessibleDescription() == new_content().sentence


def test_another_content_is_drawn_once_and_the_same_not_at_all(
    chart: ChartView,
    new_content: MakeContent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draws: list[int] = []
    draw = type(chart.canvas).draw
    monkeypatch.setattr(
        type(chart.canvas), "draw", lambda self: (draws.append(1), draw(self))
    )
    content = new_content(seed=2).chart
    before = pixels(chart)
    chart.show_state(content, LIGHT)
    settled(qtbot, chart)
    assert draws == [1]
    assert not np.array_equal(before, pixels(chart))
    chart.show_state(content, LIGHT)
    settled(qtbot, chart)
    assert draws == [1]
    # All of the theme comes with one draw too.
    chart.show_state(content, DARK)
    settled(qtbot, chart)
    assert draws == [1, 1]
    surface = tuple(int(DARK.surface[at : at + 2], 16) for at in (1, 3, 5))
    assert tuple(pixels(chart)[5, 5, :3]) == surface


def test_a_click_names_row_and_column(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    content = new_content()
    spot = first_segment(content, 1)
    assert spot.column is not None
    row = content.matrix.rows[1].mark
    column = content.matrix.columns[spot.column].mark
    with qtbot.waitSignal(chart.clicked, timeout=1000) as told:
        qtbot.mouseClick(chart.canvas, _LEFT, pos=middle(chart, spot))
    assert told.args == [row, column, False]
    with qtbot.waitSignal(chart.clicked, timeout=1000) as told:
        qtbot.mouseClick(chart.canvas, _LEFT, _CTRL, middle(chart, ChartHit(1)))
    assert told.args == [row, None, True]
    with qtbot.assertNotEmitted(chart.clicked):
        qtbot.mouseClick(chart.canvas, _LEFT, pos=QPoint(chart.width() - 20, 400))
        qtbot.mouseClick(
            chart.canvas, Qt.MouseButton.MiddleButton, pos=middle(chart, spot)
        )


def test_the_pointer_outlines_and_names_a_segment(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    before, spot = pixels(chart), first_segment(new_content())
    qtbot.mouseMove(chart.canvas, middle(chart, spot))
    qtbot.waitUntil(lambda: chart.canvas.outlined == spot, timeout=1000)
    assert not np.array_equal(before, pixels(chart))
    assert QToolTip.text().startswith("=Equals & Sons · Project ")
    qtbot.mouseMove(chart.canvas, QPoint(chart.width() - 20, 400))
    qtbot.waitUntil(lambda: chart.canvas.outlined is None, timeout=1000)
    assert np.array_equal(before, pixels(chart))


def test_the_pointer_that_leaves_takes_only_its_own_outline_away(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    spot = first_segment(new_content())
    chart.canvas.pointed.emit(spot)
    chart.canvas.pointed.emit(None)
    assert chart.canvas.outlined is None
    qtbot.keyClick(chart.canvas, _Key.Key_Down)
    chart.canvas.pointed.emit(None)
    assert chart.canvas.outlined == ChartHit(0)


def test_a_part_may_open_to_less_than_it_selects(
    chart: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = SimpleNamespace(
        label_marks=lambda _: ("one:row", None),
        opened_marks=lambda _: ("one:row", "one:part of it"),
    )
    monkeypatch.setattr(chart, "_content", content)
    with qtbot.waitSignal(chart.opened, timeout=1000) as told:
        chart.canvas.opened.emit(ChartHit(0))
    assert told.args == ["one:row", "one:part of it", True]


def test_it_comes_back_to_what_was_outlined_where_that_is_still_there(
    chart: ChartView,
) -> None:
    chart.return_to(None)
    assert chart.place() is None
    chart.outline(ChartHit(1, 0))
    place = chart.place()
    chart.canvas.outline(None)
    chart.return_to(place)
    assert chart.canvas.outlined == ChartHit(1, 0)
    chart.canvas.outline(None)
    assert place is not None
    hit, (row, _) = place
    chart.return_to((hit, (row, "one:gone")))
    assert chart.canvas.outlined is None
    chart.return_to((ChartHit(10_000), place[1]))
    assert chart.canvas.outlined is None


def test_the_keyboard_walks_clicks_and_clears(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    content, canvas = new_content(), chart.canvas
    with qtbot.waitSignal(chart.stepped, timeout=1000) as told:
        qtbot.keyClick(canvas, _Key.Key_Left)
    assert told.args == [-1]
    with qtbot.waitSignal(chart.stepped, timeout=1000) as told:
        qtbot.keyClick(canvas, _Key.Key_Right)
    assert told.args == [1]
    qtbot.keyClick(canvas, _Key.Key_Down)
    assert canvas.outlined == ChartHit(0)
    with qtbot.assertNotEmitted(chart.stepped):
        qtbot.keyClick(canvas, _Key.Key_Right)
    assert canvas.outlined == first_segment(content)
    with qtbot.waitSignal(chart.clicked, timeout=1000) as told:
        qtbot.keyClick(canvas, _Key.Key_Space)
    assert told.args[2] is False
    assert told.args[0] == content.matrix.rows[0].mark
    with qtbot.waitSignal(chart.clicked, timeout=1000) as told:
        qtbot.keyClick(canvas, _Key.Key_Enter, _CTRL)
    assert told.args[2] is True
    with qtbot.waitSignal(chart.cleared, timeout=1000):
        qtbot.keyClick(canvas, _Key.Key_Escape)
    assert canvas.outlined is None
    with qtbot.assertNotEmitted(chart.clicked):
        qtbot.keyClick(canvas, _Key.Key_Space)
    with qtbot.assertNotEmitted(chart.opened):
        qtbot.keyClick(canvas, _Key.Key_Return)
    # Alt with an arrow belongs to the window.
    with qtbot.assertNotEmitted(chart.stepped):
        qtbot.keyClick(canvas, _Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_return_and_a_double_click_open_what_is_behind(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    content, canvas = new_content(), chart.canvas
    row = content.matrix.rows[0].mark
    with qtbot.waitSignal(chart.walked, timeout=1000) as told:
        qtbot.keyClick(canvas, _Key.Key_Down)
    assert told.args == [row, None]
    qtbot.keyClick(canvas, _Key.Key_Right)
    marks = content.chart.label_marks(first_segment(content))
    with (
        qtbot.assertNotEmitted(chart.clicked),
        qtbot.waitSignal(chart.opened, timeout=1000) as told,
    ):
        qtbot.keyClick(canvas, _Key.Key_Return)
    assert told.args == [*marks, False]
    place = canvas.place_of(first_segment(content)).center().toPoint()
    with qtbot.waitSignal(chart.opened, timeout=1000) as told:
        qtbot.mouseDClick(canvas, _LEFT, pos=place)
    assert told.args == [*marks, True]
    with qtbot.assertNotEmitted(chart.opened):
        qtbot.mouseDClick(canvas, _LEFT, pos=QPoint(1, canvas.height() - 1))
        qtbot.mouseDClick(canvas, Qt.MouseButton.RightButton, pos=place)


def test_more_rows_than_fit_are_scrolled(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    bar, canvas = chart.scroll_bar, chart.canvas
    assert bar.isHidden()
    chart.show_state(new_content(100).chart, LIGHT)
    settled(qtbot, chart)
    fitting = canvas.chart.rows_in_view
    assert not bar.isHidden()
    assert bar.maximum() == 100 - fitting
    qtbot.keyClick(canvas, _Key.Key_PageDown)
    assert canvas.chart.first_row == fitting
    qtbot.keyClick(canvas, _Key.Key_End)
    assert canvas.chart.first_row == 100 - fitting
    qtbot.keyClick(canvas, _Key.Key_PageUp)
    assert canvas.chart.first_row == 100 - 2 * fitting
    qtbot.keyClick(canvas, _Key.Key_Home)
    assert canvas.chart.first_row == 0
    wheel = QWheelEvent(
        QPointF(200, 200),
        QPointF(canvas.mapToGlobal(QPoint(200, 200))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted
    )
    QApplication.sendEvent(canvas, wheel)
    assert canvas.chart.first_row == 3
    # Fewer rows come: the last of them stay in view.
    qtbot.keyClick(canvas, _Key.Key_End)
    chart.show_state(new_content(30).chart, LIGHT)
    settled(qtbot, chart)
    assert canvas.chart.first_row == bar.value() == 30 - canvas.chart.rows_in_view


def test_the_keyboard_scrolls_to_where_it_walks(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    canvas = chart.canvas
    chart.show_state(new_content(100).chart, LIGHT)
    settled(qtbot, chart)
    fitting = canvas.chart.rows_in_view
    for _ in range(fitting + 1):
        qtbot.keyClick(canvas, _Key.Key_Down)
    qtbot.keyClick(canvas, _Key.Key_Right)
    assert canvas.outlined is not None
    assert canvas.outlined.row == fitting
    assert canvas.chart.first_row == 1
    # The outline is there again after the draw that the scrolling needed.
    settled(qtbot, chart)
    outlined = pixels(chart)
    canvas.outline(None)
    assert not np.array_equal(outlined, pixels(chart))
    for _ in range(fitting + 1):
        qtbot.keyClick(canvas, _Key.Key_Up)
    assert canvas.chart.first_row <= 1


def test_a_veil_dims_what_is_seen_and_not_the_picture(
    chart: ChartView,
) -> None:
    before, seen = pixels(chart), chart.canvas.grab().toImage()
    chart.canvas.set_veiled(True)
    assert chart.canvas.grab().toImage() != seen
    assert np.array_equal(before, pixels(chart))
    chart.canvas.set_veiled(False)
    assert chart.canvas.grab().toImage() == seen


def test_the_menu_offers_the_picture(chart: ChartView, qtbot: QtBot) -> None:
    place = QPoint(100, 100)
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, chart.mapToGlobal(place))
    QApplication.sendEvent(chart, event)
    menu = chart.findChild(QMenu)
    actions = {one.objectName(): one for one in menu.actions() if one.objectName()}
    assert set(actions) == {
        "action_copy_picture",
        "action_save_png",
        "action_save_svg",
        "action_save_pdf",
    }
    with qtbot.waitSignal(chart.save_requested, timeout=1000) as told:
        actions["action_save_svg"].trigger()
    assert told.args == ["svg"]
    with qtbot.waitSignal(chart.copy_requested, timeout=1000):
        actions["action_copy_picture"].trigger()
    menu.close()


def test_the_menu_offers_a_row_by_itself(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    content = new_content()
    place = chart.canvas.mapTo(chart, middle(chart, first_segment(content, 1)))
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, chart.mapToGlobal(place))
    over: list[tuple[object, ...]] = []
    chart.menu_requested.connect(lambda *told: over.append(told))
    QApplication.sendEvent(chart, event)
    menu = chart.findChild(QMenu)
    # Others add what can be said of the very cell.
    marks = content.chart.label_marks(first_segment(content, 1))
    assert over == [(menu, *marks)]
    (only,) = [one for one in menu.actions() if one.objectName() == "action_only_this"]
    with qtbot.waitSignal(chart.only_requested, timeout=1000) as told:
        only.trigger()
    assert told.args == [content.matrix.rows[1].mark]
    menu.close()
    menu.deleteLater()
    # By keys it is the row that is outlined.
    chart.canvas.outline(ChartHit(0))
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, place, chart.mapToGlobal(place))
    chart.contextMenuEvent(event)
    shown = [one for one in chart.findChildren(QMenu) if one.isVisible()]
    with qtbot.waitSignal(chart.only_requested, timeout=1000) as told:
        shown[0].actions()[0].trigger()
    assert told.args == [content.matrix.rows[0].mark]
    shown[0].close()


def test_hours_and_focus_come_from_the_content(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    plain = pixels(chart)
    chart.show_state(new_content(durations=DurationFormat.DECIMAL).chart, LIGHT)
    settled(qtbot, chart)
    decimal = pixels(chart)
    assert not np.array_equal(plain, decimal)
    focus = ChartSelection(frozenset({"one:u00001"}))
    chart.show_state(new_content(selected=focus).chart, LIGHT)
    settled(qtbot, chart)
    assert not np.array_equal(plain, pixels(chart))


def test_another_class_of_content_is_drawn_hit_and_walked_its_own_way(
    chart: ChartView,
    new_content: MakeContent,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(CHARTS, SquareContent, Square)
    canvas, figure, bars = chart.canvas, chart.canvas.figure, pixels(chart)
    chart.show_state(SquareContent(), LIGHT)
    settled(qtbot, chart)
    assert canvas.figure is figure
    assert not np.array_equal(bars, pixels(chart))
    assert canvas.accessibleDescription() == "One square."
    qtbot.mouseMove(canvas, QPoint(50, 50))
    qtbot.waitUntil(lambda: canvas.outlined == ChartHit(0, 0), timeout=1000)
    assert QToolTip.text() == "Square 0"
    with qtbot.waitSignal(chart.clicked, timeout=1000) as told:
        qtbot.mouseClick(canvas, _LEFT, pos=QPoint(50, 50))
    assert told.args == ["one:0", None, False]
    qtbot.keyClick(canvas, _Key.Key_Escape)
    qtbot.keyClick(canvas, _Key.Key_Down)
    assert canvas.outlined == ChartHit(0, 0)
    # More of them than fit are scrolled like every other row.
    chart.show_state(SquareContent(rows=9), LIGHT)
    settled(qtbot, chart)
    assert chart.scroll_bar.maximum() == 9 - canvas.height() // 100
    chart.show_state(new_content().chart, LIGHT)
    settled(qtbot, chart)
    assert np.array_equal(bars, pixels(chart))


@pytest.fixture
def teams(chart: ChartView, qtbot: QtBot) -> ChartView:
    chart.show_state(heat_content(team=True), LIGHT)
    settled(qtbot, chart)
    chart.canvas.setFocus()
    return chart


@pytest.mark.parametrize(
    ("keys", "choice"),
    [
        ([(_Key.Key_Down, None), (_Key.Key_Left, None)], "week -g"),
        ([(_Key.Key_Down, None), (_Key.Key_Return, None)], "week -g"),
        ([(_Key.Key_Left, _CTRL)], "week -*"),
        ([(_Key.Key_Right, _CTRL)], "week +*"),
    ],
)
def test_keys_fold_what_stands_under_a_row(
    teams: ChartView,
    qtbot: QtBot,
    keys: list[tuple[_Key, Qt.KeyboardModifier | None]],
    choice: str,
) -> None:
    chosen, clicked = [], []
    teams.choice_made.connect(lambda *args: chosen.append(args))
    teams.clicked.connect(lambda *args: clicked.append(args))
    for key, held in keys:
        modifier = held or Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(teams.canvas, key, modifier)
    assert chosen == [("folds", choice)]
    assert clicked == []


def test_an_open_row_is_walked_through_to_the_right(
    teams: ChartView, qtbot: QtBot
) -> None:
    chosen: list[object] = []
    teams.choice_made.connect(lambda *args: chosen.append(args))
    for key in (_Key.Key_Down, _Key.Key_Right, _Key.Key_Left):
        qtbot.keyClick(teams.canvas, key)
    assert teams.canvas.outlined == ChartHit(0)
    assert chosen == []


def test_a_click_folds_and_the_row_stays_outlined(
    teams: ChartView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(teams.choice_made):
        qtbot.mouseClick(teams.canvas, _LEFT, pos=middle(teams, ChartHit(0)))
    one = heat_content(team=True)
    teams.show_state(replace(one, sentence="Other"), LIGHT)
    settled(qtbot, teams)
    assert teams.canvas.outlined == ChartHit(0)


def test_where_nothing_folds_the_same_keys_do_what_they_did(
    chart: ChartView, qtbot: QtBot
) -> None:
    steps: list[int] = []
    chart.stepped.connect(steps.append)
    chart.canvas.setFocus()
    qtbot.keyClick(chart.canvas, _Key.Key_Left, _CTRL)
    assert steps == []
    qtbot.keyClick(chart.canvas, _Key.Key_Left)
    assert steps == [-1]


def test_a_picture_that_is_replaced_is_not_fitted_to_another_size(
    chart: ChartView, new_content: MakeContent, qtbot: QtBot
) -> None:
    bar = chart.scroll_bar
    before = bar.pageStep()
    chart.show_state(new_content(30).chart, LIGHT)
    chart.resize(900, 240)
    assert bar.pageStep() == before
    settled(qtbot, chart)
    assert bar.pageStep() == chart.canvas.rows_that_fit < before
    chart.resize(900, 420)
    assert bar.pageStep() == chart.canvas.rows_that_fit == before
