import numpy as np
import pytest

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.bar_layout import PITCH_PX
from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.stacked_bars import StackedBars
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.matrix import Matrix

SECONDS = np.array([[60, 0, 30], [0, 0, 0], [0, 50, 40], [10, 10, 10]])
MATRIX = Matrix(
    tuple(Label(f"u{at}", f"Person {at}") for at in range(4)),
    tuple(Label(f"p{at}", f"Project {at}") for at in range(3)),
    SECONDS,
)


def bars_of(matrix: Matrix) -> StackedBars:
    content = BarContent(matrix, "", "")
    # The first row is scrolled away.
    height = StackedBars(content, Viewport(600, 600, 1.0, LIGHT)).height_for(3)
    return StackedBars(content, Viewport(600, height, 1.0, LIGHT, first_row=1))


@pytest.mark.parametrize(
    ("start", "down", "right", "end"),
    [
        (None, 1, 0, ChartHit(1)),
        (ChartHit(0), 0, 1, ChartHit(0, 0)),
        (ChartHit(0, 0), 0, 1, ChartHit(0, 2)),
        (ChartHit(0, 2), 0, 1, ChartHit(0, 2)),
        (ChartHit(0, 0), 0, -1, ChartHit(0)),
        (ChartHit(0), 0, -1, ChartHit(0)),
        (ChartHit(0, 2), 1, 0, ChartHit(1)),
        (ChartHit(3, 0), -1, 0, ChartHit(2)),
        (ChartHit(3, 2), -1, 0, ChartHit(2, 2)),
        (ChartHit(0), -1, 0, ChartHit(0)),
        (ChartHit(3), 1, 0, ChartHit(3)),
    ],
)
def test_arrows_walk_over_names_and_segments(
    start: ChartHit | None, down: int, right: int, end: ChartHit
) -> None:
    assert bars_of(MATRIX).walk(start, down, right) == end


def test_there_is_nowhere_to_walk_in_an_empty_picture() -> None:
    empty = Matrix((), (), np.zeros((0, 0), np.int64))
    assert bars_of(empty).walk(None, 1, 0) is None


def test_every_part_in_view_is_where_it_is_found() -> None:
    bars = bars_of(MATRIX)
    hits = [ChartHit(row, column) for row in range(4) for column in (None, 0, 1, 2)]
    boxes = {hit: box for hit in hits if (box := bars.box(hit)) is not None}
    assert {hit for hit in boxes if hit.column is None} == set(map(ChartHit, (1, 2, 3)))
    assert {hit for hit in boxes if hit.column is not None} == {
        ChartHit(row, column)
        for row, column in np.argwhere(SECONDS > 0).tolist()
        if row > 0
    }
    for hit, (left, top, right, bottom) in boxes.items():
        assert bars.hit((left + right) / 2, (top + bottom) / 2) == hit
        assert bottom - top <= PITCH_PX
