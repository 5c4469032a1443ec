from typing import Any

import numpy as np

from clockify_desktop.charts.capacity_bars import CapacityBars
from clockify_desktop.charts.capacity_content import BesideLines
from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.charts.trend_content import PointState, TrendLines
from clockify_desktop.charts.trend_marks import Stroke
from tests.charts.capacity import HOUR, ROWS, content_of

WEEKS = 4
POINT, OFF, ABSENT = PointState.POINT, PointState.OFF, PointState.ABSENT


def beside(**more: Any) -> BesideLines:
    """Make four weeks of each row: full ones, a leave, one from the third week on."""
    count = len(ROWS)
    seconds = np.full((count, WEEKS), 40 * HOUR)
    states = np.full((count, WEEKS), POINT, np.uint8)
    states[1, 1] = OFF
    states[2, :2] = ABSENT
    states[3, 3] = ABSENT
    seconds[states != POINT] = 0
    seconds[0, 3] = 0
    notes = ["", "", "from week 46", "until week 46", *[""] * (count - 4)]
    labels = content_of().labels
    lines = TrendLines(
        labels,
        seconds,
        states,
        np.where(states == POINT, 40 * HOUR, 0),
        np.full((count, WEEKS), 5 * HOUR),
        np.zeros(count, np.int64),
        np.zeros(count, np.int64),
        tuple(notes),
    )
    return BesideLines(lines, "last 4 weeks", 3, **more)


def laid_out(width: float = 900, first_row: int = 0, **more: Any) -> CapacityBars:
    height = more.pop("height", 600)
    content = content_of(beside=beside(), **more)
    return CapacityBars(content, Viewport(width, height, 1.0, LIGHT, first_row))


def placed(chart: CapacityBars) -> dict[str, tuple[float, float]]:
    texts = (one for mark in chart.marks if isinstance(mark, Labels)
             for one in mark.texts)  # fmt: skip
    return {str(one.text): (one.x, one.y) for one in texts}


def pairs(chart: CapacityBars) -> np.ndarray:
    strokes = [one for one in chart.marks if isinstance(one, Stroke)]
    return np.concatenate([np.asarray(one.path.vertices) for one in strokes]).reshape(
        -1, 2, 2
    )


def test_lines_stand_beside_their_rows_on_one_scale() -> None:
    chart = laid_out()
    words, lines = placed(chart), pairs(chart)
    left = words["last 4 weeks"][0]
    assert lines[:, :, 0].min() >= left
    assert lines[:, :, 0].max() <= 900
    # Bars, totals and notes end before them.
    assert max(x for x, _ in words.values() if x < left) < left - 20
    assert float(chart.layout.edges.max()) < left
    pitch, top = chart.layout.pitch, chart.layout.top
    rows = ((lines[:, :, 1] - top) // pitch).astype(int)
    assert (rows[:, 0] == rows[:, 1]).all()
    counted = np.bincount(rows[:, 0], minlength=len(ROWS)).tolist()
    # Where somebody was off, or not there, nothing is joined.
    assert counted[:4] == [3, 1, 1, 2]
    # From 40 hours down to none in the first row, and level in the last.
    first = lines[rows[:, 0] == 0]
    assert first[-1, 1, 1] - first[-1, 0, 1] > pitch / 2
    assert np.ptp(lines[rows[:, 0] == len(ROWS) - 1][:, :, 1]) == 0


def test_a_week_off_is_a_gap_without_a_hatch() -> None:
    chart = laid_out()
    hatched = [
        np.asarray(one.path.vertices)
        for one in chart.marks
        if isinstance(one, Shape) and one.role == "off"
    ]
    left = placed(chart)["last 4 weeks"][0]
    assert all(one[:, 0].max() < left for one in hatched)


def test_words_in_a_gap_stand_where_it_is() -> None:
    words = placed(laid_out())
    left = words["last 4 weeks"][0]
    assert words["from week 46"][0] == left
    assert words["until week 46"][0] > left + 40


def test_only_rows_in_view_are_drawn() -> None:
    chart = laid_out(height=260, first_row=2)
    shown = chart.layout.rows
    assert shown < len(ROWS)
    words = placed(chart)
    assert "from week 46" in words
    lines = pairs(chart)
    assert lines[:, :, 1].min() >= chart.layout.top
    assert lines[:, :, 1].max() <= chart.layout.bottom


def test_what_is_out_of_focus_is_fainter() -> None:
    dimmed = np.arange(len(ROWS)) > 0
    strokes = [one for one in laid_out(dimmed=dimmed).marks if isinstance(one, Stroke)]
    assert {one.color for one in strokes} > {LIGHT.accent}


def test_a_narrow_picture_keeps_its_bars() -> None:
    chart = laid_out(width=520)
    assert "last 4 weeks" not in placed(chart)
    assert not [one for one in chart.marks if isinstance(one, Stroke)]
