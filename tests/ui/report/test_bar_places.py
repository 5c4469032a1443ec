import numpy as np
import pytest
from PySide6.QtCore import QPointF

from clockify_desktop.charts.bar_layout import PITCH_PX, BarLayout, bar_edges
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.ui.report.chart_hit import ChartHit, band, hit_at, place_of
from clockify_desktop.ui.report.keyboard_navigation import step_from

SECONDS = np.array([[60, 0, 30], [0, 0, 0], [0, 50, 40], [10, 10, 10]])
MATRIX = Matrix(
    tuple(Label(f"u{at}", f"Person {at}") for at in range(4)),
    tuple(Label(f"p{at}", f"Project {at}") for at in range(3)),
    SECONDS,
)
# The first row is scrolled away.
LAYOUT = BarLayout(1, 100.0, 40.0, 1.0, bar_edges(SECONDS[1:], 100.0, 1.0))


def test_segments_and_names_are_found_and_nothing_else() -> None:
    third = 40 + PITCH_PX * 1.5
    assert hit_at(LAYOUT, QPointF(120, third)) == ChartHit(2, 1)
    assert hit_at(LAYOUT, QPointF(160, third)) == ChartHit(2, 2)
    assert hit_at(LAYOUT, QPointF(50, third)) == ChartHit(2)
    assert hit_at(LAYOUT, QPointF(300, third)) is None
    assert hit_at(LAYOUT, QPointF(50, 10)) is None
    assert hit_at(LAYOUT, QPointF(50, 40 + 3.5 * PITCH_PX)) is None


def test_places_lie_where_they_were_found() -> None:
    for spot in (ChartHit(2), ChartHit(2, 1), ChartHit(3, 0)):
        assert hit_at(LAYOUT, place_of(LAYOUT, spot).center()) == spot
    # Without width there is nothing to point at but the name.
    assert place_of(LAYOUT, ChartHit(1, 0)) == band(LAYOUT, 1)


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
    assert step_from(start, down, right, MATRIX, LAYOUT) == end


def test_there_is_nowhere_to_walk_in_an_empty_picture() -> None:
    empty = Matrix((), (), np.zeros((0, 0), np.int64))
    assert step_from(None, 1, 0, empty, LAYOUT) is None
