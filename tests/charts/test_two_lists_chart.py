from dataclasses import replace
from typing import Any

from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.list_content import ListColumn, ListContent
from clockify_desktop.charts.marks import Labels
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.charts.two_lists_chart import TwoListsChart
from clockify_desktop.charts.two_lists_content import (
    BLANK,
    LEFT,
    RIGHT,
    TwoListsContent,
    in_order,
)
from clockify_desktop.domain.showable import showable

COLUMNS = (ListColumn(showable("Day"), 2), ListColumn(showable("Time"), 1))
SHORT = ListContent(
    "9\u201315 Nov",
    "",
    COLUMNS,
    2,
    cells=lambda row: (showable(f"Before {row}"), showable("0:30")),
    mark="before:{}".format,
    names=(showable("Ann"),),
    badge=lambda _: showable("locked"),
    heads=frozenset({0}),
    shares={1: 0.5},
    total=(showable("2 entries"), showable("1:00")),
)
LONG = replace(
    SHORT,
    title="16\u201322 Nov",
    rows=40,
    cells=lambda row: (showable(f"Now {row}"), showable("1:30")),
    mark="now:{}".format,
    names=(showable("Ann"), showable("Bob")),
)
RIGHT_ROWS = [0, *[BLANK] * 9, 1, *[BLANK] * 29]
CONTENT = TwoListsContent("Title", "Said.", (LONG, in_order(SHORT, RIGHT_ROWS)))


def chart(content: TwoListsContent = CONTENT, **more: Any) -> TwoListsChart:
    room = {"width": 800, "height": 420, "scale": 1.0, "theme": LIGHT, **more}
    return TwoListsChart(content, Viewport(**room))


def test_what_is_chosen_moves_with_its_row() -> None:
    moved = in_order(replace(SHORT, chosen=frozenset({1})), RIGHT_ROWS)
    assert moved.chosen == {RIGHT_ROWS.index(1)}


def places(drawn: TwoListsChart) -> dict[str, float]:
    groups = [mark for mark in drawn.marks if isinstance(mark, Labels)]
    return {text.text: text.x for group in groups for text in group.texts}


def test_each_list_stands_in_its_half_below_its_title() -> None:
    drawn = chart()
    said = places(drawn)
    assert {"Title", "Said.", "16\u201322 Nov", "9\u201315 Nov", "2 entries"} <= set(
        said
    )
    assert said["Now 0"] == said["16\u201322 Nov"] < 400 < said["Before 0"]
    assert said["Before 0"] == said["9\u201315 Nov"]
    assert "Now 40" not in said
    assert 5 < drawn.rows_in_view < 20
    assert drawn.rows_that_fit(drawn.height_for(7)) == 7
    assert "Title" not in places(chart(with_heading=False))
    assert CONTENT.names == ("Ann", "Bob")


def test_they_scroll_together() -> None:
    drawn = chart(first_row=8)
    said = places(drawn)
    assert "Now 8" in said
    assert "Before 1" in said
    assert "Before 0" not in said
    now, before = (drawn.box(ChartHit(10, side)) for side in (LEFT, RIGHT))
    assert now is not None
    assert before is not None
    assert now[1] == before[1]
    assert now[2] <= before[0]
    assert chart(first_row=99).first_row == 40 - drawn.rows_in_view


def test_a_row_is_hit_in_its_list_and_a_blank_one_is_none() -> None:
    drawn = chart()
    for hit in (ChartHit(0, LEFT), ChartHit(3, LEFT), ChartHit(0, RIGHT)):
        box = drawn.box(hit)
        assert box is not None
        assert drawn.hit(box[0] + 20, box[1] + 5) == hit
    blank = drawn.box(ChartHit(3, RIGHT))
    assert blank is not None
    assert drawn.hit(blank[0] + 20, blank[1] + 5) is None
    assert drawn.hit(400, blank[1] + 5) is None
    assert drawn.box(ChartHit(39, LEFT)) is None


def test_the_arrow_keys_walk_over_rows_and_from_list_to_list() -> None:
    drawn = chart()
    first = drawn.walk(None, 1, 0)
    assert first == ChartHit(0, LEFT)
    assert drawn.walk(first, 1, 0) == ChartHit(1, LEFT)
    assert drawn.walk(first, -1, 0) == first
    assert drawn.walk(first, 0, 1) == ChartHit(0, RIGHT)
    assert drawn.walk(ChartHit(0, RIGHT), 1, 0) == ChartHit(10, RIGHT)
    assert drawn.walk(ChartHit(10, RIGHT), 1, 0) == ChartHit(10, RIGHT)
    assert drawn.walk(ChartHit(10, RIGHT), 0, 1) == ChartHit(10, RIGHT)
    # What stands beside a blank row is the row above it.
    assert drawn.walk(ChartHit(7, LEFT), 0, 1) == ChartHit(0, RIGHT)
    assert drawn.walk(ChartHit(10, RIGHT), 0, -1) == ChartHit(10, LEFT)
    alone = replace(CONTENT, lists=(replace(LONG, rows=0), SHORT))
    assert chart(alone).walk(None, 1, 0) == ChartHit(0, RIGHT)
    nothing = replace(CONTENT, lists=(replace(LONG, rows=0), replace(SHORT, rows=0)))
    assert chart(nothing).walk(None, 1, 0) is None


def test_a_row_is_said_with_its_title() -> None:
    assert CONTENT.tooltip(ChartHit(0, RIGHT)) == (
        "9\u201315 Nov: Before 0 · 0:30 · locked"
    )
    both = CONTENT.tooltip(ChartHit(10))
    assert both.startswith("16\u201322 Nov: Now 10 · 1:30")
    assert "9\u201315 Nov: Before 1" in both
    assert "9\u201315 Nov" not in CONTENT.tooltip(ChartHit(11))
    assert CONTENT.label_marks(ChartHit(10, RIGHT)) == ("before:1", None)
    assert CONTENT.label_marks(ChartHit(11, RIGHT)) == ("", None)
    short = replace(CONTENT, lists=(LONG, SHORT))
    assert short.label_marks(ChartHit(11, RIGHT)) == ("", None)
    right = CONTENT.lists[RIGHT]
    assert (right.heads, right.shares) == ({0}, {10: 0.5})
    assert right.badge(1) == ""
    assert right.badge(10) == "locked"
