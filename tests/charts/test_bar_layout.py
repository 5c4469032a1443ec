import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from clockify_desktop.charts.bar_layout import (
    LEAST_PITCH_PX,
    PITCH_PX,
    BarLayout,
    bar_edges,
    pitch_px,
)
from clockify_desktop.charts.chart import ChartHit

SECONDS = hnp.arrays(
    np.int64,
    hnp.array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=6),
    elements=st.sampled_from([-3600, 0, 0, 1, 900, 3600, 40_000]),
)


def layout_of(
    seconds: np.ndarray, first_row: int = 0, pitch: int = PITCH_PX
) -> BarLayout:
    edges = bar_edges(seconds, 100.0, 0.01)
    return BarLayout(first_row, 100.0, 50.0, 0.01, edges, pitch)


def slowly_hit(layout: BarLayout, x: float, y: float) -> ChartHit | None:
    for row in range(layout.first_row, layout.first_row + layout.rows):
        top = layout.top + (row - layout.first_row) * layout.pitch
        if x < layout.left and top <= y < top + layout.pitch:
            return ChartHit(row)
        for column in range(layout.edges.shape[1] - 1):
            box = layout.box(ChartHit(row, column))
            if box and box[0] <= x < box[2] and box[1] <= y <= box[3]:
                return ChartHit(row, column)
    return None


@given(st.data(), SECONDS, st.integers(0, 5), st.integers(LEAST_PITCH_PX, PITCH_PX))
def test_a_hit_is_the_box_around_it(
    data: st.DataObject, seconds: np.ndarray, first_row: int, pitch: int
) -> None:
    layout = layout_of(seconds, first_row, pitch)
    edges = [100.0, *layout.edges.ravel().tolist()]
    x = data.draw(st.sampled_from(edges) | st.floats(90, 700))
    y = data.draw(st.sampled_from([50.0, *layout.middles]) | st.floats(40, 270))
    assert layout.hit(x, y) == slowly_hit(layout, x, y)


@given(SECONDS)
def test_every_segment_is_as_wide_as_its_time(seconds: np.ndarray) -> None:
    widths = np.diff(layout_of(seconds).edges, axis=1)
    assert np.allclose(widths, np.maximum(seconds, 0) * 0.01, rtol=0, atol=1e-9)


@pytest.mark.parametrize(("pitch", "bar"), [(PITCH_PX, 21), (LEAST_PITCH_PX, 17)])
def test_pitch_and_thickness(pitch: int, bar: int) -> None:
    layout = layout_of(np.full((3, 2), 3600), pitch=pitch)
    assert np.diff(layout.middles).tolist() == [pitch, pitch]
    box = layout.box(ChartHit(1, 1))
    assert box is not None
    assert box[3] - box[1] == bar
    assert layout.bottom == 50 + 3 * pitch
    assert layout.box(ChartHit(3, 0)) is None
    assert layout.box(ChartHit(0, 2)) is None


def test_an_edge_belongs_to_what_begins_there() -> None:
    layout = layout_of(np.array([[900, 0, 900]]))
    middle = float(layout.middles[0])
    assert layout.hit(100, middle) == ChartHit(0, 0)
    assert layout.hit(109, middle) == ChartHit(0, 2)
    assert layout.hit(118, middle) is None
    assert layout.hit(99.9, middle) == ChartHit(0)


def test_places_lie_where_they_are_found() -> None:
    layout = layout_of(np.array([[0, 0, 0], [0, 5000, 4000], [1000, 1000, 1000]]), 1)
    for hit in (ChartHit(2), ChartHit(2, 1), ChartHit(3, 0)):
        box = layout.box(hit)
        assert box is not None
        assert layout.hit((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) == hit
    # Without width or out of view there is no place.
    assert layout.box(ChartHit(1, 0)) is None
    assert layout.box(ChartHit(0)) is None
    assert layout.box(ChartHit(4)) is None


def test_there_is_nothing_above_below_and_behind_the_bars() -> None:
    layout = layout_of(np.array([[5000, 4000]]))
    assert layout.hit(50, 49) is None
    assert layout.hit(50, 50 + PITCH_PX) is None
    assert layout.hit(300, 50 + PITCH_PX / 2) is None


@given(st.integers(1, 400), st.floats(0, 3000))
def test_rows_are_spread_over_the_room_but_not_far(rows: int, room: float) -> None:
    pitch = pitch_px(rows, room, LEAST_PITCH_PX)
    assert LEAST_PITCH_PX <= pitch <= PITCH_PX
    if LEAST_PITCH_PX * rows <= room:
        assert rows * pitch <= room
        # What is left free is less than a pixel a row.
        assert pitch == PITCH_PX or room - rows * pitch < rows
