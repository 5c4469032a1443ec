from dataclasses import replace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.chart_figure import ChartFigure
from clockify_desktop.charts.contrast import contrast, rgb
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.picture import PictureFormat, draw_chart
from clockify_desktop.charts.text_paths import PlacedText
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.charts.trend_content import (
    LARGE,
    PointState,
    TrendContent,
    TrendLines,
    TrendStep,
)
from clockify_desktop.charts.trend_layout import PITCH_PX
from clockify_desktop.charts.trend_lines import TrendChart
from clockify_desktop.charts.trend_marks import Stroke
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import showable

HOUR = 3600
LEGEND = ("hours a week", "capacity", "this week so far", "before", "off", "its mean")
WEEKS = 4


def lines_of(
    hours: list[list[int]], *, capacity_h: int = 40, so_far_h: int = 20
) -> TrendLines:
    """Make lines; -1 hours are a week off, -2 one before it was there."""
    told = np.array(hours, np.int64).reshape(-1, WEEKS)
    states = np.where(told == -1, PointState.OFF, PointState.POINT)
    states = np.where(told == -2, PointState.ABSENT, states)
    seconds = np.maximum(told, 0) * HOUR
    count = len(told)
    notes = ("from week 43" if row[0] == -2 else "" for row in told.tolist())
    return TrendLines(
        labels=tuple(Label(f"u{at}", f"Person {at}") for at in range(count)),
        seconds=seconds,
        states=states.astype(np.uint8),
        capacity_s=np.full(told.shape, capacity_h * HOUR),
        tolerance_s=np.full(told.shape, 5 * HOUR),
        so_far_s=np.full(count, so_far_h * HOUR),
        before_s=np.full(count, 18 * HOUR),
        notes=tuple(notes),
    )


def step_of(number: int) -> TrendStep:
    date = showable("2 Nov" if number == 45 else "")
    name = showable(str(number))
    return TrendStep(f"period:{number}", name, date, f"week {number}")


def content_of(count: int = 6, *, capacity_h: int = 40) -> TrendContent:
    rows = [[40, 38, 41, 39], [40, -1, -1, 38], [-2, -2, 36, 40]]
    small = lines_of([rows[at % 3] for at in range(count)], capacity_h=capacity_h)
    large = lines_of([[40 * count, 38 * count, 41 * count, 39 * count]])
    large = replace(
        large,
        labels=(Label("", "All people"),),
        capacity_s=large.capacity_s * count,
        tolerance_s=large.tolerance_s * count,
        so_far_s=large.so_far_s * count,
        before_s=large.before_s * count,
    )
    return TrendContent(
        title="Trend",
        sentence="Between 38:00 and 41:00 a week.",
        steps=tuple(step_of(44 + at) for at in range(WEEKS)),
        running=step_of(48),
        large=large,
        small=small,
        chosen=WEEKS - 1,
        has_days=True,
        has_before=True,
        axis="week",
        legend=LEGEND,
    )


def chart_of(
    content: TrendContent, width: float = 900, height: float = 620, first: int = 0
) -> TrendChart:
    return TrendChart(content, Viewport(width, height, 1.0, LIGHT, first))


def texts_of(chart: TrendChart) -> list[PlacedText]:
    return [
        one for mark in chart.marks if isinstance(mark, Labels) for one in mark.texts
    ]


def words_of(chart: TrendChart) -> list[str]:
    return [str(one.text) for one in texts_of(chart)]


def roles_of(chart: TrendChart) -> set[str]:
    return {mark.role for mark in chart.marks if isinstance(mark, Shape | Stroke)}


def strokes_of(chart: TrendChart, role: str) -> list[Stroke]:
    marks = chart.marks
    return [one for one in marks if isinstance(one, Stroke) and one.role == role]


def test_what_is_written() -> None:
    words = words_of(chart_of(content_of()))
    assert {"week", "44", "47", "48", "2 Nov", "0 h", "100 h"} <= set(words)
    assert {*LEGEND} - {"its mean"} <= set(words)
    assert {"Person 0", "39:00", "38:00", "from week 43"} <= set(words)
    # Of the large picture: the period looked at, and the running one.
    assert {"234:00", "120:00"} <= set(words)


def test_what_is_drawn() -> None:
    roles = roles_of(chart_of(content_of()))
    assert roles >= {
        *("grid", "ground", "band", "band edge", "capacity", "line", "dot", "chosen"),
        *("off", "stem", "hollow", "heart", "before"),
    }
    assert "mean" not in roles


def test_without_capacity_there_is_the_mean() -> None:
    content = replace(content_of(capacity_h=0), with_mean=True)
    content = replace(
        content, large=replace(content.large, capacity_s=content.large.capacity_s * 0)
    )
    chart = chart_of(content)
    roles = roles_of(chart)
    assert "mean" in roles
    assert {"band", "capacity"}.isdisjoint(roles)
    assert "its mean" in words_of(chart)
    assert "capacity" not in words_of(chart)


def test_without_a_running_week_there_is_no_stem() -> None:
    content = replace(content_of(), running=None, has_days=False, has_before=False)
    chart = chart_of(content)
    assert {"stem", "hollow", "before"}.isdisjoint(roles_of(chart))
    assert {"48", "this week so far", "before"}.isdisjoint(words_of(chart))


def test_the_running_week_is_joined_to_nothing_and_neither_are_gaps() -> None:
    chart = chart_of(content_of(3))
    joins = sum(len(one.path.vertices) // 2 for one in strokes_of(chart, "line"))
    # Three of the large picture; three, none and one of the small ones.
    assert joins == 3 + 3 + 0 + 1
    stems = np.concatenate([one.path.vertices for one in strokes_of(chart, "stem")])
    lines = np.concatenate([one.path.vertices for one in strokes_of(chart, "line")])
    assert {tuple(one) for one in stems.tolist()}.isdisjoint(map(tuple, lines.tolist()))
    assert all(one.dashes for one in strokes_of(chart, "stem"))


def test_two_weeks_off_are_one_gap() -> None:
    chart = chart_of(content_of(2))
    (off,) = (
        one
        for one in chart.marks
        if isinstance(one, Shape)
        and one.role == "off"
        and np.ptp(one.path.vertices[:, 0]) > 12
    )
    assert len(off.path.vertices) == 9
    assert off.hatch == "/"


def test_small_pictures_have_one_scale_from_nothing() -> None:
    content = content_of(2)
    seconds = np.array([[40, 40, 40, 40], [20, 20, 20, 20]], np.int64) * HOUR
    small = replace(
        content.small, seconds=seconds, states=np.zeros((2, WEEKS), np.uint8)
    )
    chart = chart_of(replace(content, small=small, dimmed=np.array([True, False])))
    # Fainter first: those outside of the focus.
    _, first, second = strokes_of(chart, "line")
    tops = [float(one.path.vertices[0, 1]) for one in (first, second)]
    ground = next(
        float(one.path.vertices[:, 1].min())
        for one in chart.marks
        if isinstance(one, Shape) and one.role == "ground"
    )
    box = chart.box(ChartHit(1, 0))
    assert box is not None
    heights = [ground - tops[0], ground + PITCH_PX - tops[1]]
    assert heights[0] == pytest.approx(2 * heights[1], abs=1)
    assert first.color != second.color == LIGHT.accent


def test_few_stand_one_a_row_and_many_four() -> None:
    assert (content_of(3).per_row, content_of(3).rows) == (1, 3)
    assert (content_of(4).per_row, content_of(4).rows) == (4, 1)
    assert content_of(17).rows == 5
    box = chart_of(content_of(3)).box(ChartHit(0, 0))
    assert box is not None
    assert box[2] - box[0] > 850


def test_everything_in_view_is_where_it_is_found() -> None:
    content = content_of(300)
    chart = chart_of(content, first=10)
    assert chart.first_row == 10
    assert 2 < chart.rows_in_view < 6
    hits = [ChartHit(LARGE, at) for at in range(WEEKS + 1)]
    rows = range(10, 10 + chart.rows_in_view)
    hits += [ChartHit(row, at) for row in rows for at in range(4)]
    for hit in hits:
        box = chart.box(hit)
        assert box is not None
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        assert chart.hit(*middle) == hit
    assert chart.box(ChartHit(9, 0)) is None
    assert chart.hit(899, 619) is None
    assert chart.hit(2, 100) is None
    assert chart.hit(-40, 500) is None
    assert chart.height_for(20) - chart.height_for(19) == PITCH_PX
    fits = chart.rows_that_fit(chart.height_for(4))
    assert fits == 4
    # Only what is in view is drawn.
    assert sum(word.startswith("Person") for word in words_of(chart)) == 4 * len(rows)
    last = chart_of(content, first=99)
    assert last.first_row == 75 - last.rows_in_view


@pytest.mark.parametrize(
    ("start", "down", "right", "end"),
    [
        (None, 1, 0, ChartHit(0, 0)),
        (ChartHit(0, 0), 0, 1, ChartHit(0, 1)),
        (ChartHit(0, 3), 0, 1, ChartHit(1, 0)),
        (ChartHit(0, 0), 0, -1, ChartHit(0, 0)),
        (ChartHit(0, 1), 1, 0, ChartHit(1, 1)),
        (ChartHit(1, 1), 1, 0, ChartHit(1, 1)),
        (ChartHit(0, 3), 1, 0, ChartHit(0, 3)),
        (ChartHit(1, 1), 0, 1, ChartHit(1, 1)),
        (ChartHit(0, 2), -1, 0, ChartHit(LARGE, 3)),
        (ChartHit(LARGE, 3), 0, 1, ChartHit(LARGE, 4)),
        (ChartHit(LARGE, 4), 0, 1, ChartHit(LARGE, 4)),
        (ChartHit(LARGE, 0), 0, -1, ChartHit(LARGE, 0)),
        (ChartHit(LARGE, 0), -1, 0, ChartHit(LARGE, 0)),
        (ChartHit(LARGE, 4), 1, 0, ChartHit(0, 3)),
    ],
)
def test_arrows_walk_over_pictures_and_weeks(
    start: ChartHit | None, down: int, right: int, end: ChartHit
) -> None:
    assert chart_of(content_of(6)).walk(start, down, right) == end


def test_the_running_week_looked_at_is_walked_to() -> None:
    content = replace(content_of(), chosen=None)
    chart = chart_of(content)
    assert chart.walk(ChartHit(0, 0), -1, 0) == ChartHit(LARGE, WEEKS)
    assert "20:00" in words_of(chart)
    assert "chosen" not in roles_of(chart)


def test_nothing_to_be_seen_is_a_sentence() -> None:
    chart = chart_of(content_of(0))
    assert words_of(chart) == ["Between 38:00 and 41:00 a week.", "Trend"]
    assert chart.walk(None, 1, 0) is None
    assert chart.hit(300, 200) is None


def test_it_is_drawn_where_there_is_hardly_room() -> None:
    chart = chart_of(content_of(), width=240, height=120)
    assert chart.rows_in_view == 1
    right = [text.x for text in texts_of(chart)]
    assert max(right) < 240


def test_only_a_running_week() -> None:
    none = np.zeros((1, 0), np.int64)
    content = content_of(1)
    apart = {
        "seconds": none,
        "states": none.astype(np.uint8),
        "capacity_s": none,
        "tolerance_s": none,
    }
    content = replace(
        content,
        steps=(),
        chosen=None,
        large=replace(content.large, **apart),
        small=replace(content.small, **apart),
    )
    assert "stem" in roles_of(chart_of(content))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_edges_of_the_large_band_can_be_seen(theme: Theme) -> None:
    content = content_of()
    figure = Figure(figsize=(9, 6), dpi=100)
    canvas = FigureCanvasAgg(figure)
    drawing = ChartFigure(figure, theme)
    drawing.show(content)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())
    box = drawing.chart.box(ChartHit(LARGE, 0))
    assert box is not None
    column = pixels[int(box[1]) : int(box[3]), int(box[0]) + 4, :3]
    edge = [round(part * 255) for part in rgb(theme.control_border)]
    assert (column == edge).all(axis=1).sum() >= 2
    assert contrast(theme.control_border, theme.surface) >= 3


def test_files_are_drawn() -> None:
    for kind in PictureFormat:
        assert len(draw_chart(content_of(30), kind)) > 1000
