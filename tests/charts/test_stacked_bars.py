from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.contrast import rgb
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.text_paths import text_width
from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.domain.durations import duration_text, hours_and_minutes
from clockify_desktop.domain.matrix import Matrix

Make = Callable[..., BarContent]
NewPicture = Callable[..., Any]
EMPTY = Matrix((), (), np.zeros((0, 0), np.int64))


def test_a_redraw_is_a_fresh_picture(
    new_picture: NewPicture, make_content: Make
) -> None:
    first, second = make_content(seed=1), make_content(rows=5, projects=2, seed=2)
    kept = new_picture()
    kept.drawing.show(first)
    before = kept.pixels()
    kept.drawing.show(second)
    between = kept.pixels()
    kept.drawing.show(first)
    fresh = new_picture()
    fresh.drawing.show(first)
    assert (kept.pixels() == before).all()
    assert (fresh.pixels() == before).all()
    assert (between != before).any()


def test_a_change_of_theme_is_a_fresh_picture(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    kept, fresh = new_picture(), new_picture(theme=DARK)
    kept.drawing.show(content)
    light = kept.pixels()
    kept.drawing.set_theme(DARK)
    fresh.drawing.show(content)
    assert (kept.pixels() == fresh.pixels()).all()
    assert light[0, 0, :3].tolist() == [255, 255, 255]
    ground = [round(part * 255) for part in rgb(DARK.surface)]
    assert kept.pixels()[0, 0, :3].tolist() == ground


def test_a_resized_figure_is_a_fresh_picture(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    kept, fresh = new_picture(), new_picture(700, 400)
    kept.drawing.show(content)
    kept.pixels()
    kept.figure.set_size_inches(7, 4)
    fresh.drawing.show(content)
    assert (kept.pixels() == fresh.pixels()).all()


def test_bars_are_as_long_as_their_time(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    picture = new_picture()
    picture.drawing.show(content)
    layout = picture.bars.layout
    widths = np.diff(layout.edges, axis=1)
    assert layout.px_per_s > 0
    assert np.allclose(widths, content.matrix.seconds * layout.px_per_s, atol=1e-9)
    drawn = picture.rows().edges
    assert np.abs(drawn - layout.edges).max() <= 0.5


def test_the_middle_of_each_segment_has_its_colour(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    picture = new_picture()
    picture.drawing.show(replace(content, capacity_s=None))
    pixels = picture.pixels()
    colors = series_colors(content.matrix.columns, LIGHT)
    seen = 0
    for row in range(6):
        for column in range(4):
            box = picture.bars.layout.box(ChartHit(row, column))
            if box and box[2] - box[0] > 4:
                x, y = int((box[0] + box[2]) / 2), int((box[1] + box[3]) / 2)
                expected = [round(part * 255) for part in rgb(colors[column])]
                assert pixels[y, x, :3].tolist() == expected
                seen += 1
    assert seen > 15


def test_names_totals_and_notes_are_written(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    picture = new_picture(700)
    picture.drawing.show(content)
    words = picture.words()
    assert "Amara Okafor" in words
    assert "=1+1 $x$ 'quoted'" in words
    assert "Jonas Weber" in words
    assert any(
        word.startswith("Priya Raman (Cust") and word[-1] == "…" for word in words
    )
    for total in content.matrix.row_totals_s.tolist():
        assert hours_and_minutes(total) in words
    assert words.count("5:40 short") == 3
    assert {"Where time went", "6 people in week 1.", "0 h", "10 h"} <= set(words)


def test_totals_are_bold_and_names_end_before_the_bars(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    picture = new_picture()
    picture.drawing.show(content)
    texts = {one.text: one for one in picture.texts()}
    total = texts[hours_and_minutes(int(content.matrix.row_totals_s[0]))]
    assert total.bold
    name = texts["Amara Okafor"]
    end = name.x + text_width(name.text, name.size)
    assert end == pytest.approx(picture.bars.layout.left - 12)
    # Behind the tick, which stands beyond the bar.
    assert picture.bars.layout.edges[0, -1] < picture.bars.layout.x(144_000)
    assert total.x == pytest.approx(picture.bars.layout.x(144_000) + 10, abs=0.5)


@pytest.mark.parametrize("width", [420, 900, 1440])
def test_nothing_is_cut_off_and_nothing_overlaps(
    new_picture: NewPicture, make_content: Make, width: int
) -> None:
    content = make_content(rows=40, projects=8)
    picture = new_picture(width, 1600)
    picture.drawing.show(content)
    boxes = [
        (one.x, one.x + text_width(one.text, one.size, bold=one.bold), one.y, one.size)
        for one in picture.texts()
    ]
    for left, right, y, size in boxes:
        assert left >= 0
        assert right <= width
        assert size <= y <= 1600
    for at, (left, right, y, _) in enumerate(boxes):
        for other_left, other_right, other_y, _ in boxes[at + 1 :]:
            apart = right <= other_left or other_right <= left or abs(y - other_y) > 9
            assert apart


def test_ticks_stand_at_each_rows_own_capacity(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture = new_picture()
    picture.drawing.show(make_content())
    (tick,) = picture.shapes("tick")
    (halo,) = picture.shapes("halo")
    left = tick.path.vertices.reshape(-1, 9, 2)[:, :, 0].min(axis=1)
    layout = picture.bars.layout
    expected = [layout.x(at) - 1 for at in (144_000, 86_400, 144_000, 86_400)]
    assert left == pytest.approx(expected, abs=0.5)
    assert (tick.color, halo.color) == (LIGHT.text, LIGHT.surface)
    # That of two rows is only assumed: their ticks are dotted, at the same places.
    picture.drawing.show(replace(make_content(), assumed=frozenset({0, 5})))
    (tick,), (dots,) = picture.shapes("tick"), picture.shapes("assumed tick")
    whole, cut = (one.path.vertices.reshape(-1, 9, 2) for one in (tick, dots))
    assert whole[:, :, 0].min(axis=1) == pytest.approx(left[[1, 2]])
    assert cut[:, :, 0].min(axis=1) == pytest.approx(np.repeat(left[[0, 3]], 5))
    assert (dots.color, np.ptp(cut[:5, :, 1])) == (LIGHT.text, np.ptp(whole[0, :, 1]))


def test_without_and_other_are_hatched_each_its_own_way(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture = new_picture()
    picture.drawing.show(make_content())
    assert {shape.hatch for shape in picture.shapes("hatched")} == {"/", "."}


def test_dimmed_segments_fade(new_picture: NewPicture, make_content: Make) -> None:
    content = make_content()
    dimmed = np.ones(content.matrix.seconds.shape, bool)
    dimmed[:, 1] = False
    picture = new_picture()
    picture.drawing.show(replace(content, dimmed=dimmed, capacity_s=None))
    pixels = picture.pixels()
    colors = series_colors(content.matrix.columns, LIGHT)
    for column in (0, 1):
        box = picture.bars.layout.box(ChartHit(0, column))
        assert box is not None
        found = pixels[int(box[1]) + 10, int((box[0] + box[2]) / 2), :3].tolist()
        full = [round(part * 255) for part in rgb(colors[column])]
        assert (found == full) is (column == 1)
    assert len(picture.shapes("hatched")) == 4  # two in the legend, two dimmed


def test_a_focus_leaves_totals_of_itself_and_moves_nothing(
    new_picture: NewPicture, make_content: Make
) -> None:
    content = make_content()
    dimmed = np.ones(content.matrix.seconds.shape, bool)
    dimmed[0, 1] = False
    focused = replace(content, dimmed=dimmed)
    part_s = int(content.matrix.seconds[0, 1])
    assert focused.total(0) == duration_text(part_s, content.durations)
    assert {focused.total(row) for row in range(1, content.rows)} == {""}
    before, after = new_picture(), new_picture()
    before.drawing.show(content)
    after.drawing.show(focused)
    assert np.array_equal(before.bars.layout.edges, after.bars.layout.edges)
