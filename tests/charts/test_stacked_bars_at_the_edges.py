from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.bar_content import NOTHING_LOGGED, BarContent
from clockify_desktop.charts.bar_layout import LEAST_PITCH_PX, PITCH_PX
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix

Make = Callable[..., BarContent]
NewPicture = Callable[..., Any]
EMPTY = Matrix((), (), np.zeros((0, 0), np.int64))


def test_a_zero_row_says_so(
    new_picture: NewPicture, make_matrix: Callable[..., Matrix]
) -> None:
    matrix = make_matrix(rows=2)
    picture = new_picture()
    picture.drawing.show(BarContent(matrix, "", ""))
    texts = {one.text: one for one in picture.texts()}
    # Without a tick the words follow the total, with one they take the bar's place.
    assert texts[NOTHING_LOGGED].x > texts["0:00"].x
    picture.drawing.show(BarContent(matrix, "", "", capacity_s=[144_000, 144_000]))
    texts = {one.text: one for one in picture.texts()}
    assert texts[NOTHING_LOGGED].x < texts["0:00"].x
    picture.drawing.show(
        BarContent(matrix, "", "", capacity_s=[144_000, 60], notes=[None, "0:01 short"])
    )
    assert f"{NOTHING_LOGGED}, 0:01 short" in picture.words()


def test_a_hatched_series_without_time_in_view_draws_nothing(
    new_picture: NewPicture,
) -> None:
    columns = (Label("", "Other (2 projects)", kind=LabelKind.OTHER), Label("p", "P"))
    matrix = Matrix((Label("u", "Ann"),), columns, np.array([[0, 60]]))
    picture = new_picture()
    picture.drawing.show(BarContent(matrix, "", ""))
    assert picture.shapes("hatched") == []


def test_only_the_rows_in_view_are_drawn_and_the_axis_stays(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture = new_picture()
    picture.drawing.show(make_content(rows=300, projects=20))
    layout = picture.bars.layout
    fitting = picture.bars.rows_that_fit(600)
    assert (layout.first_row, layout.rows) == (0, fitting)
    assert len(picture.rows().edges) == fitting
    axis = next(one for one in picture.texts() if one.text == "0 h")
    picture.drawing.scroll_to(100)
    scrolled = picture.bars.layout
    assert scrolled.first_row == 100
    assert (scrolled.left, scrolled.px_per_s) == (layout.left, layout.px_per_s)
    assert next(one for one in picture.texts() if one.text == "0 h") == axis
    for wish, got in ((-5, 0), (10_000, 300 - fitting)):
        picture.drawing.scroll_to(wish)
        assert picture.bars.layout.first_row == got


def test_height_and_rows_answer_each_other(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture = new_picture()
    picture.drawing.show(make_content())
    bars = picture.bars
    for rows in (1, 2, 17):
        height = bars.height_for(rows)
        assert bars.rows_that_fit(height) == rows
        assert bars.rows_that_fit(height - 1) == max(rows - 1, 1)


@pytest.mark.parametrize("height", [300, 421, 700, 1090])
@pytest.mark.parametrize("people", [1, 12, 24, 300])
def test_in_a_window_as_many_rows_as_may_be_fill_the_height(
    new_picture: NewPicture, make_content: Make, height: int, people: int
) -> None:
    picture = new_picture(900, height, with_heading=False)
    picture.drawing.show(make_content(rows=people))
    bars, layout = picture.bars, picture.bars.layout
    least = bars.height_for(people) <= height
    assert (layout.rows == people) is least
    axis_end = max(one.y for one in picture.texts() if one.text.endswith(" h"))
    left = height - axis_end
    assert left >= 4
    if layout.pitch < PITCH_PX:
        assert left < 4 + 8 + layout.rows
    assert bars.rows_that_fit(height) >= layout.rows
    assert bars.height_for(3) - bars.height_for(1) == 2 * LEAST_PITCH_PX
    (tick,) = picture.shapes("tick")
    ends = tick.path.vertices.reshape(-1, 9, 2)[:, :, 1]
    tops, bottoms = sorted(ends.min(axis=1)), sorted(ends.max(axis=1))
    assert all(end < top for end, top in zip(bottoms, tops[1:], strict=False))


@pytest.mark.parametrize("people", [30, 300])
def test_more_height_never_brings_fewer_rows(
    new_picture: NewPicture, make_content: Make, people: int
) -> None:
    picture = new_picture(900, 400, with_heading=False)
    picture.drawing.show(make_content(rows=people))
    bars = picture.bars
    counts = [bars.rows_that_fit(height) for height in range(100, 1500, 7)]
    assert counts == sorted(counts)
    # Two dozen as soon as may be; beyond that they stand as drawn, and drawing a
    # high picture of many costs no more than before.
    assert bars.rows_that_fit(bars.height_for(24)) == 24
    assert bars.rows_that_fit(bars.height_for(24) - 1) == 23
    assert bars.rows_that_fit(bars.height_for(40)) == (40 if people > 40 else 50)
    assert bars.rows_that_fit(bars.height_for(1) + 29 * LEAST_PITCH_PX) == (
        24 if people > 30 else 30
    )


def test_a_file_is_as_tall_as_rows_far_apart_need(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture = new_picture(900, 120)
    picture.drawing.show(make_content(rows=40))
    assert picture.bars.layout.pitch == PITCH_PX
    heights = [picture.bars.height_for(rows) for rows in (1, 40)]
    assert heights[1] - heights[0] == 39 * PITCH_PX


@pytest.mark.parametrize(
    "matrix",
    [
        EMPTY,
        Matrix((Label("u", "Ann"),), (), np.zeros((1, 0), np.int64)),
        Matrix((), (Label("p", "One"),), np.zeros((0, 1), np.int64)),
        Matrix((Label("u", ""),), (Label("p", ""),), np.array([[-3600]])),
        Matrix((Label("u", "A"),), (Label("p", "P", "nonsense"),), np.array([[1]])),
        Matrix((Label("u", "A"),), (Label("p", "P"),), np.array([[10**11]])),
    ],
    ids=["empty", "no columns", "no rows", "negative", "a second", "ages"],
)
@pytest.mark.parametrize("size", [(900, 600), (60, 30)])
def test_odd_matrices(
    new_picture: NewPicture, matrix: Matrix, size: tuple[int, int]
) -> None:
    picture = new_picture(*size)
    picture.drawing.show(BarContent(matrix, "Where time went", "Nobody is chosen."))
    picture.pixels()
    assert picture.bars.hit(1, 1) is None
    if size[0] == 900:
        assert "Nobody is chosen." in picture.words()


def test_a_negative_total_is_written_as_it_is(new_picture: NewPicture) -> None:
    matrix = Matrix((Label("u", "Ann"),), (Label("p", "P"),), np.array([[-5400]]))
    picture = new_picture()
    picture.drawing.show(BarContent(matrix, "", ""))
    assert "-1:30" in picture.words()


def test_a_hit_counts_logical_pixels_from_above(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture = new_picture()
    picture.figure.set_dpi(200)
    picture.drawing.show(make_content())
    box = picture.bars.layout.box(ChartHit(2, 3))
    assert box is not None
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    assert picture.bars.hit(x, y) == ChartHit(2, 3)
    assert picture.bars.hit(x, 600 - y) != ChartHit(2, 3)


def test_twice_the_pixels_are_the_same_layout(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    picture = new_picture()
    picture.drawing.show(content)
    one = picture.bars.layout
    picture.figure.set_dpi(200)
    assert picture.pixels().shape == (1200, 1800, 4)
    two = picture.bars.layout
    assert (one.left, one.top, one.px_per_s) == (two.left, two.top, two.px_per_s)
    assert picture.rows().scale == 2


def test_series_without_time_are_not_in_the_legend(new_picture: NewPicture) -> None:
    columns = (
        Label("a", "Alpha"),
        Label("b", "Beta"),
        Label("", "Other (2 projects)", kind=LabelKind.OTHER),
    )
    matrix = Matrix((Label("u", "Ann"),), columns, np.array([[60, 0, 60]]))
    picture = new_picture()
    picture.drawing.show(BarContent(matrix, "", ""))
    assert {"Alpha", "Other (2 projects)"} <= set(picture.words())
    assert "Beta" not in picture.words()
