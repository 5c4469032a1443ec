from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.list_chart import ListChart
from clockify_desktop.charts.list_content import ListColumn, ListContent
from clockify_desktop.charts.list_lines import PITCH_PX
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.text_paths import PlacedText, text_width
from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.domain.showable import NOTHING, Showable, showable

COLUMNS = (
    ListColumn(showable("Why"), 2),
    ListColumn(showable("Time"), 1, trailing=True),
    ListColumn(showable("Evidence"), 3, quiet=True),
)
LONG = showable("a very long description that nobody can read to its end " * 3)


def cells(row: int) -> tuple[Showable, ...]:
    return showable(f"Rule {row}"), showable("1:30"), LONG if row else NOTHING


CONTENT = ListContent(
    "Title",
    "A sentence.",
    COLUMNS,
    30,
    cells=cells,
    mark="one:entry:{}".format,
    badge=lambda row: showable("fine") if row == 2 else NOTHING,
    chosen=frozenset({1, 29}),
)


def chart(content: ListContent = CONTENT, **more: Any) -> ListChart:
    room = {"width": 700, "height": 400, "scale": 1.0, "theme": LIGHT, **more}
    return ListChart(content, Viewport(**room))


def texts(drawn: ListChart) -> dict[str, PlacedText]:
    groups = [mark for mark in drawn.marks if isinstance(mark, Labels)]
    return {text.text: text for group in groups for text in group.texts}


def shapes(drawn: ListChart, role: str) -> list[Shape]:
    every = [mark for mark in drawn.marks if isinstance(mark, Shape)]
    return [one for one in every if one.role == role]


def test_only_the_rows_in_view_are_asked_for_their_words() -> None:
    asked: list[int] = []

    def asking(row: int) -> tuple[Showable, ...]:
        asked.append(row)
        return cells(row)

    drawn = chart(replace(CONTENT, cells=asking), first_row=5)
    assert asked == list(range(5, 5 + drawn.rows_in_view))
    assert 5 < drawn.rows_in_view < 20
    assert drawn.height_for(drawn.rows_in_view) <= 400
    assert drawn.rows_that_fit(drawn.height_for(7)) == 7
    assert chart(first_row=99).first_row == 30 - drawn.rows_in_view


def test_texts_stand_in_their_columns_and_end_before_the_next() -> None:
    said = texts(chart())
    assert {"Title", "A sentence.", "Why", "Rule 0", "fine"} <= set(said)
    time = said["1:30"]
    head = said["Time"]
    right = time.x + text_width("1:30", time.size)
    assert right == pytest.approx(head.x + text_width("Time", head.size))
    # What stands in the last column is cut at the edge, or where a badge begins.
    cuts = {one: said[one] for one in said if one.startswith("a very")}
    assert len(cuts) == 2
    assert all(one.endswith("…") for one in cuts)
    widths = sorted(text_width(one, placed.size) for one, placed in cuts.items())
    assert widths[0] < widths[1] - text_width("fine", 12)
    left = said["Evidence"].x
    assert left + widths[1] <= 700 - 16
    assert left + widths[0] <= said["fine"].x


def test_what_is_selected_has_its_ground_and_each_row_a_line() -> None:
    drawn = chart()
    (ground,) = shapes(drawn, "chosen")
    assert ground.color == LIGHT.chosen
    box = drawn.box(ChartHit(1, 0))
    assert box is not None
    left, top, right, bottom = box
    corners = np.asarray(ground.path.vertices)
    assert corners.min(axis=0).tolist() == [left, top]
    assert corners.max(axis=0).tolist() == [right, bottom]
    (lines,) = shapes(drawn, "line")
    assert lines.color == LIGHT.line
    (badge,) = shapes(drawn, "badge")
    assert np.asarray(badge.path.vertices).max() <= 700
    assert not shapes(chart(replace(CONTENT, chosen=frozenset())), "chosen")
    assert shapes(chart(theme=DARK), "chosen")[0].color == DARK.chosen


def test_a_row_is_hit_wherever_in_it() -> None:
    drawn = chart(first_row=3)
    for row in (3, 4):
        box = drawn.box(ChartHit(row, 0))
        assert box is not None
        left, top, right, bottom = box
        assert bottom - top == PITCH_PX
        for x, y in ((left, top), (right - 1, bottom - 1)):
            assert drawn.hit(x, y) == ChartHit(row, 0)
        assert drawn.hit(right, top) is None
    assert drawn.hit(100, 1) is None
    assert drawn.hit(100, 399) is None
    assert drawn.box(ChartHit(2, 0)) is None


@pytest.mark.parametrize(
    ("start", "down", "end"),
    [
        (None, 1, ChartHit(4, 0)),
        (ChartHit(4, 0), 1, ChartHit(5, 0)),
        (ChartHit(4, 0), 0, ChartHit(4, 0)),
        (ChartHit(0, 0), -1, ChartHit(0, 0)),
        (ChartHit(29, 0), 1, ChartHit(29, 0)),
    ],
)
def test_keys_walk_over_rows(start: ChartHit | None, down: int, end: ChartHit) -> None:
    assert chart(first_row=4).walk(start, down, 1 - abs(down)) == end


def test_keys_go_on_from_the_one_row_that_is_selected() -> None:
    one = chart(replace(CONTENT, chosen=frozenset({7})), first_row=4)
    assert one.walk(None, 1, 0) == ChartHit(8, 0)
    assert one.walk(ChartHit(9, 0), -1, 0) == ChartHit(8, 0)


@pytest.mark.parametrize("width", [300, 560, 1100])
def test_what_must_be_whole_takes_its_room_from_the_others(width: int) -> None:
    long = showable("1234:56:07")
    columns = COLUMNS[0], replace(COLUMNS[1], whole=(long,)), COLUMNS[2]

    def with_long(row: int) -> tuple[Showable, ...]:
        return showable(f"Rule {row}"), long, LONG

    content = replace(CONTENT, columns=columns, cells=with_long)
    said = texts(chart(content, width=width))
    assert long in said
    assert said["Why"].x < said[long].x < said["Evidence"].x


def test_where_nothing_has_room_all_columns_stay_within_the_picture() -> None:
    columns = tuple(replace(one, whole=(LONG,)) for one in COLUMNS)
    drawn = chart(replace(CONTENT, columns=columns))
    assert max(text.x for text in texts(drawn).values()) < 700


def test_an_empty_list_has_heads_and_nothing_to_walk_over() -> None:
    empty = chart(replace(CONTENT, rows=0))
    assert empty.walk(None, 1, 0) is None
    assert (empty.first_row, empty.rows_in_view) == (0, 0)
    assert "Why" in texts(empty)
    assert empty.hit(100, 100) is None


def test_a_row_is_said_whole_and_known_by_its_mark() -> None:
    assert CONTENT.tooltip(ChartHit(0, 0)) == "Rule 0 · 1:30"
    assert CONTENT.tooltip(ChartHit(2, 0)).endswith(" · fine")
    assert CONTENT.label_marks(ChartHit(2, 0)) == ("one:entry:2", None)


def test_it_is_drawn_as_any_other_picture(new_picture: Callable[..., Any]) -> None:
    picture = new_picture(700, 400)
    picture.drawing.show(CONTENT)
    first = picture.pixels()
    picture.drawing.show(replace(CONTENT, chosen=frozenset()))
    assert (picture.pixels() != first).any()


@pytest.mark.parametrize("width", [1.0, 40.0, 320.0, 3000.0])
def test_any_width_will_do(width: float) -> None:
    assert chart(width=width, scale=1.5).rows_in_view > 0


def test_heads_are_bold_on_a_ground_and_have_their_part_as_a_bar() -> None:
    drawn = chart(
        replace(CONTENT, heads=frozenset({0, 3}), shares={0: 0.5, 29: 1.0}, bars_in=2)
    )
    (ground,) = shapes(drawn, "head")
    assert ground.color == LIGHT.ground
    said = texts(drawn)
    assert said["Rule 0"].bold
    assert not said["Rule 1"].bold
    (track,), (bar,) = shapes(drawn, "track"), shapes(drawn, "bar")
    widths = [np.ptp(np.asarray(one.path.vertices)[:, 0]) for one in (track, bar)]
    assert widths[1] == pytest.approx(widths[0] / 2)
    assert np.asarray(bar.path.vertices)[:, 0].min() == pytest.approx(
        said["Evidence"].x
    )
    assert not shapes(chart(), "bar")


def test_the_sum_stays_in_sight_below_the_rows_wherever_they_are() -> None:
    total = showable("30 entries"), showable("12345:00:00"), showable("in all")
    narrow = (COLUMNS[0], replace(COLUMNS[1], share=0.4), COLUMNS[2])
    content = replace(CONTENT, columns=narrow)
    for first_row in (0, 20):
        plain = chart(content, first_row=first_row)
        drawn = chart(replace(content, total=total), first_row=first_row)
        assert drawn.rows_in_view == plain.rows_in_view - 1
        assert drawn.height_for(3) == plain.height_for(4)
        box = drawn.box(ChartHit(drawn.first_row + drawn.rows_in_view - 1, 0))
        assert box is not None
        # Not cut, though its column is narrower.
        below = texts(drawn)["12345:00:00"]
        assert box[3] < below.y < box[3] + PITCH_PX
        assert below.bold
        # It is no row that could be walked to.
        assert drawn.hit(100, box[3] + PITCH_PX / 2) is None


def test_what_stands_in_a_head_goes_on_over_empty_columns() -> None:
    wide = showable("as wide as two of the columns are")
    heads = frozenset({0})
    narrow = tuple(replace(one, share=1, trailing=False) for one in COLUMNS)

    def words(row: int) -> tuple[Showable, ...]:
        return wide, NOTHING, NOTHING if row < 2 else showable("full")

    content = replace(CONTENT, columns=narrow, cells=words, heads=heads, rows=2)
    said = texts(chart(content, width=420))
    assert wide in said
    # No head is cut as before.
    assert any(one.endswith("…") for one in said)
