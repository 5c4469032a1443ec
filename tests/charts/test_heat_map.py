from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.contrast import contrast
from clockify_desktop.charts.heat_marks import HATCHES, dimmed, shades
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.showable import showable
from tests.charts.heat import content, laid_out, shapes, with_state, words

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda one: one.name)


@THEMES
def test_hours_can_be_read_on_every_shade(theme: Theme) -> None:
    for shade in shades(theme):
        assert contrast(theme.text, shade) >= 4.5
        assert contrast(theme.quiet, dimmed(shade, theme)) >= 4.5


@pytest.mark.parametrize("accent", ["#FFFF00", "#1AEBFF", "#FFFFFF", "#000000"])
@pytest.mark.parametrize("ground", ["#000000", "#FFFFFF"])
def test_hours_can_be_read_in_any_high_contrast(accent: str, ground: str) -> None:
    text = "#FFFFFF" if ground == "#000000" else "#000000"
    theme = replace(LIGHT, accent=accent, surface=ground, text=text)
    assert min(contrast(text, shade) for shade in shades(theme)) >= 4.5


@THEMES
def test_words_can_be_read_on_hatches_and_bands(theme: Theme) -> None:
    for ground in (theme.surface, theme.grid, theme.hatch_ground):
        assert contrast(theme.quiet, ground) >= 4.5
    for ground in (theme.surface, theme.hatch_ground):
        assert contrast(theme.trouble, ground) >= 4.5
    assert contrast(theme.text, theme.hatch_ground) >= 4.5


@THEMES
def test_more_time_is_a_deeper_shade(theme: Theme) -> None:
    grounds = [contrast(shade, theme.surface) for shade in shades(theme)]
    assert grounds == sorted(grounds)
    assert len(set(shades(theme))) == len(grounds)


def test_hours_stand_in_the_cells_days_above_and_totals_below() -> None:
    chart = laid_out(content())
    said = words(chart)
    assert said.count("8:01") == 5
    assert said.count("missing") == 5
    assert said.count("off") == 10
    for word in ("Mon 1", "Sun 7", "Person 4", "All 5 people", "32:10", "0:00"):
        assert word in said
    assert words(chart, LIGHT.trouble) == ["missing"] * 5


@pytest.mark.parametrize("state", list(DayState))
def test_every_state_is_told_by_a_word_and_most_by_a_hatch(state: DayState) -> None:
    one = content(people=1)
    for column in range(7):
        one = with_state(one, 0, column, state)
    if state is DayState.MISSING:
        one = replace(one, missing=np.ones((1, 7), np.int64))
    chart = laid_out(one)
    assert words(chart).count(one.state_word(0, 0)) == 7
    assert bool(shapes(chart, ["missing"])) is (state is DayState.MISSING)
    hatches = {shape.hatch for shape in shapes(chart, ["hatched"])}
    assert hatches == ({HATCHES[state]} if state in HATCHES else set())


def test_a_week_without_time_counts_its_missing_days() -> None:
    one = content(people=1)
    chart = laid_out(replace(one, missing=one.missing * 5))
    assert words(chart, LIGHT.trouble) == ["5 missing"] * 5


def test_no_two_states_are_hatched_alike() -> None:
    assert len(set(HATCHES.values())) == len(HATCHES)


def test_a_team_has_a_band_sums_and_dashed_numbers() -> None:
    chart = laid_out(content(team=True))
    said = words(chart)
    assert said.count("32:10") == 10  # its own and the totals
    assert words(chart, LIGHT.trouble).count("1") == 5
    assert len(shapes(chart, ["band"])) == len(shapes(chart, ["fold"])) == 1
    (badges,) = shapes(chart, ["badge"])
    top = chart.layout.top
    assert top < badges.path.vertices[:, 1].min()
    assert badges.path.vertices[:, 1].max() < top + chart.layout.pitch


def test_days_and_totals_stay_while_the_rest_scrolls() -> None:
    one = content(people=40)
    chart = laid_out(one, height=300, first_row=12)
    assert chart.first_row == 12
    assert 1 < chart.rows_in_view < 40
    said = words(chart)
    assert "Mon 1" in said
    assert "All 40 people" in said
    assert "Person 12" in said
    assert "Person 11" not in said
    at_end = laid_out(one, height=300, first_row=99)
    assert at_end.first_row == 40 - at_end.rows_in_view


@pytest.mark.parametrize("team", [False, True])
def test_its_height_is_that_of_its_rows(*, team: bool) -> None:
    one = content(people=40, team=team)
    chart = laid_out(one)
    for rows in (1, 7, 40):
        height = chart.height_for(rows)
        assert chart.rows_that_fit(height) == rows
        assert chart.rows_that_fit(height - 1) == max(rows - 1, 1)
    assert laid_out(one, height=chart.height_for(one.rows)).rows_in_view == one.rows


@pytest.mark.parametrize(
    ("days", "width", "hours", "remark"),
    [
        (7, 900, "8:01", None),
        (14, 900, "8:01", None),
        (20, 900, "8:01", "Sums are rounded to whole hours."),
        (31, 1200, "8:01", "Sums are rounded to whole hours."),
        (31, 700, "8", "Hours are rounded to whole ones."),
        (120, 700, None, ""),
    ],
)
def test_narrow_cells_say_less_and_what_they_do_not_say_is_explained(
    days: int, width: int, hours: str | None, remark: str | None
) -> None:
    chart = laid_out(content(days=days), width)
    said = words(chart)
    assert (hours in said) is (hours is not None)
    explained = remark is not None
    assert (said.count("off") == 1) is explained
    assert bool(shapes(chart, ["swatch"])) is explained
    assert [one for one in said if "rounded" in one] == ([remark] if remark else [])


def test_hours_stay_within_their_cells() -> None:
    for days, width in product((1, 7, 14, 31), (500, 900, 2560)):
        chart = laid_out(content(days=days, team=True), width)
        half = chart.layout.cell_width / 2 + chart.layout.gap
        middles = (chart.layout.edges[:-1] + chart.layout.edges[1:]) / 2
        for mark in chart.marks:
            for text in getattr(mark, "texts", ()):
                if text.text in {"8:01", "8"} and text.x > chart.layout.left:
                    assert np.abs(middles - text.x).min() <= half


def test_every_place_is_found_again() -> None:
    one = content(people=40)
    chart = laid_out(one, height=400, first_row=3)
    rows = [*range(3, 3 + chart.rows_in_view), 40]
    for row, column in product(rows, [None, *range(7)]):
        hit = ChartHit(row, column)
        left, top, right, bottom = chart.box(hit) or (0, 0, 0, 0)
        assert chart.hit((left + right) / 2, (top + bottom) / 2) == hit
    assert chart.box(ChartHit(2)) is None
    assert chart.box(ChartHit(3, 7)) is None
    assert chart.hit(899, 300) is None
    assert chart.hit(300, 2) is None
    assert chart.hit(300, 399) is None


def test_keys_walk_over_names_cells_and_totals() -> None:
    chart = laid_out(content())
    assert chart.walk(None, 1, 0) == ChartHit(0)
    assert chart.walk(ChartHit(0), 0, -1) == ChartHit(0)
    assert chart.walk(ChartHit(0), 0, 1) == ChartHit(0, 0)
    assert chart.walk(ChartHit(0, 0), 0, -1) == ChartHit(0)
    assert chart.walk(ChartHit(0, 6), 0, 1) == ChartHit(0, 6)
    assert chart.walk(ChartHit(4, 2), 1, 0) == ChartHit(5, 2)
    assert chart.walk(ChartHit(5, 2), 1, 0) == ChartHit(5, 2)
    assert chart.walk(ChartHit(0, 2), -1, 0) == ChartHit(0, 2)


def test_nothing_is_drawn_of_nothing() -> None:
    chart = laid_out(content(people=0, days=0))
    assert chart.walk(None, 1, 0) is None
    assert chart.hit(300, 100) is None
    assert shapes(chart, ["time", "missing", "hatched"]) == []


def test_outside_of_the_focus_cells_are_dimmed() -> None:
    one = content()
    dim = np.ones(one.seconds.shape, np.bool_)
    dim[1, 0] = False
    chart = laid_out(replace(one, dimmed=dim))
    plain = {shape.color for shape in shapes(laid_out(one), ["time"])}
    faded = {shape.color for shape in shapes(chart, ["time"])}
    assert faded == plain | {dimmed(color, LIGHT) for color in plain}
    assert words(chart, LIGHT.text).count("8:01") == 1
    assert words(chart, LIGHT.quiet).count("8:01") == 4
    assert words(chart, LIGHT.trouble) == []


def test_names_that_are_too_long_are_cut() -> None:
    one = content()
    long = replace(one.heat_rows[0], name=showable("N" * 200))
    chart = laid_out(replace(one, heat_rows=(long, *one.heat_rows[1:])))
    (name,) = (word for word in words(chart) if word.startswith("NNN"))
    assert name.endswith("…")
    assert chart.layout.left < 0.36 * 900


def test_on_a_figure_it_is_drawn_as_any_other_chart(
    new_picture: Callable[..., Any],
) -> None:
    picture = new_picture()
    picture.drawing.show(content(team=True))
    light = picture.pixels()
    picture.drawing.set_theme(DARK)
    assert (picture.pixels() != light).any()


def test_only_rows_in_view_are_drawn() -> None:
    few, many = (laid_out(content(people=people, team=True)) for people in (60, 500))
    assert few.rows_in_view == many.rows_in_view < 30
    assert len(words(few)) == len(words(many))


def test_remarks_stand_behind_the_cells_where_there_is_room() -> None:
    one = content()
    row = replace(one.heat_rows[1], remark=showable("not submitted"))
    one = replace(
        one,
        heat_rows=(one.heat_rows[0], row, *one.heat_rows[2:]),
        remarks=showable("Approval"),
    )
    chart = laid_out(one)
    assert words(chart).count("not submitted") == words(chart).count("Approval") == 1
    assert chart.layout.edges[-1] < 900 - 16 - 60
    assert "not submitted" not in words(laid_out(one, 500))
    assert one.tooltip(ChartHit(1)) == "Person 1 · 40:05 · not submitted"
