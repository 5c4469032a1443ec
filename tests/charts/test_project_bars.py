from collections.abc import Callable
from math import nan
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.contrast import contrast
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.project_bars import PITCH_PX, ProjectBars
from clockify_desktop.charts.project_marks import ProjectMarks
from clockify_desktop.charts.projects_content import (
    ARROW,
    BAR,
    ProjectRow,
    ProjectsContent,
    RowKind,
)
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.showable import showable

NewPicture = Callable[..., Any]


def line(kind: RowKind, mark: str, name: str = "", **more: Any) -> ProjectRow:
    texts = {
        key: showable(one) if isinstance(one, str) else one for key, one in more.items()
    }
    return ProjectRow(kind, mark, showable(name), **texts)


# Before and used as shares of the estimate, share of time passed, with track or not.
ROWS = (
    (
        line(RowKind.PROJECT, "a", "Mobile", number="78 %", note="50 % of its time"),
        (0.7, 0.78, 0.5, True),
    ),
    (
        line(RowKind.PROJECT, "b", "Web", number="110 %", note="over", is_open=True),
        (1.05, 1.1, nan, True),
    ),
    (line(RowKind.MEMBERS, "b", words="1 of 2 members"), (0, 0, nan, False)),
    (line(RowKind.PERSON, "b", "Amara", number="3:00"), (0, 0.5, nan, False)),
    (line(RowKind.REST, "b", words="No time: Liam"), (0, 0, nan, False)),
    (line(RowKind.PROJECT, "c", "Hiring", words="no estimate"), (0, 0, nan, False)),
)


def content_of(rows: tuple[Any, ...] = ROWS, **more: Any) -> ProjectsContent:
    bars = np.array([bar for _, bar in rows], np.float64).reshape(-1, 4)
    return ProjectsContent(
        **{
            "title": "Projects",
            "sentence": "Web is over.",
            "lines": tuple(one for one, _ in rows),
            "before": bars[:, 0],
            "used": bars[:, 1],
            "passed": bars[:, 2],
            "has_track": bars[:, 3] > 0,
            "legend": ("before", "16–22 Nov", "estimate", "passed"),
            "series": (Label("a", "Mobile", "#3F51B5"),),
            **more,
        }
    )


def laid_out(
    height: float = 600,
    theme: Theme = LIGHT,
    first_row: int = 0,
    width: float = 900,
    **more: Any,
) -> ProjectBars:
    return ProjectBars(
        content_of(**more), Viewport(width, height, 1.0, theme, first_row)
    )


def extents(chart: ProjectBars, role: str) -> list[tuple[float, float]]:
    """Give the left and right ends of the boxes of a role."""
    return [
        (float(box[:, 0].min()), float(box[:, 0].max()))
        for shape in chart.marks
        if isinstance(shape, Shape) and shape.role == role
        for box in np.asarray(shape.path.vertices).reshape(-1, 9, 2)
    ]


def words(chart: ProjectBars) -> list[str]:
    return [
        text.text
        for mark in chart.marks
        if isinstance(mark, Labels)
        for text in mark.texts
    ]


def test_bars_end_at_their_shares() -> None:
    chart = laid_out()
    (left, full), _ = extents(chart, "track")
    unit = full - left
    assert np.allclose(
        extents(chart, "before"),
        [(left, left + 0.7 * unit), (left, left + 1.05 * unit)],
        atol=1,
    )
    assert np.allclose(
        extents(chart, "period"),
        [
            (left + 0.7 * unit, left + 0.78 * unit),
            (left + 1.05 * unit, left + 1.1 * unit),
            (left, left + 0.5 * unit),
        ],
        atol=1,
    )
    # The tick of the legend, and that of the one whose dates are known.
    ticks = [(a + b) / 2 for a, b in extents(chart, "tick")]
    assert np.allclose(ticks[1:], [left + 0.5 * unit], atol=1.5)
    # Past the estimate its line lies over the bar.
    roles = [one.role for one in chart.marks if isinstance(one, Shape)]
    assert roles.index("period") < len(roles) - 1 - roles[::-1].index("end")
    assert {
        "78 %",
        "50 % of its time",
        "no estimate",
        "100 %",
        "1 of 2 members",
    } <= set(words(chart))


def test_what_goes_very_far_is_cut() -> None:
    row = line(RowKind.PROJECT, "a", "Far", number="900 %")
    chart = laid_out(rows=((row, (8.0, 9.0, 9.5, True)),))
    (left, full), *_ = extents(chart, "track")
    (_, end), *_ = extents(chart, "before")
    assert end - left == pytest.approx(2 * (full - left), abs=1.5)
    assert "200 %" in words(chart)


def test_where_it_is_narrow_the_notes_go_first() -> None:
    assert "over" not in words(laid_out(width=340))
    assert "110 %" in words(laid_out(width=340))
    # Not even room for a bar: it is drawn all the same.
    assert laid_out(width=60).marks
    assert "50 %" in words(laid_out(width=500))


def test_parts_are_found_where_they_are() -> None:
    chart = laid_out()
    for row in range(6):
        for column in (None, BAR, ARROW):
            hit = ChartHit(row, column)
            box = chart.box(hit)
            is_project = ROWS[row][0].kind is RowKind.PROJECT
            if column == ARROW and not is_project:
                continue
            if box is None:
                assert column == BAR
                assert not ROWS[row][1][1]
                continue
            left, top, right, bottom = box
            assert chart.hit((left + right) / 2, (top + bottom) / 2) == hit or (
                # Its words go on where others have a bar.
                ROWS[row][0].kind in {RowKind.MEMBERS, RowKind.REST}
            )
            assert bottom - top <= PITCH_PX
    assert chart.hit(100, 2) is None
    assert chart.hit(2000, 200) is None
    assert chart.box(ChartHit(40)) is None


def test_walking_stays_on_names_where_there_is_no_bar() -> None:
    chart = laid_out()
    assert chart.walk(None, 1, 0) == ChartHit(0)
    assert chart.walk(ChartHit(0), 0, 1) == ChartHit(0, BAR)
    assert chart.walk(ChartHit(0, BAR), 1, 0) == ChartHit(1, BAR)
    assert chart.walk(ChartHit(1, BAR), 1, 0) == ChartHit(2)
    assert chart.walk(ChartHit(1, BAR), 0, -1) == ChartHit(1)
    assert chart.walk(ChartHit(1, ARROW), 1, 0) == ChartHit(2)
    assert chart.walk(ChartHit(5), 1, 0) == ChartHit(5)
    assert laid_out(rows=()).walk(None, 1, 0) is None


def test_only_rows_in_view_are_drawn() -> None:
    many = tuple(
        (line(RowKind.PROJECT, str(at), f"P{at}"), (0.1, 0.2, nan, True))
        for at in range(300)
    )
    chart = laid_out(height=400, first_row=290, rows=many)
    assert chart.first_row + chart.rows_in_view == 300
    assert len(extents(chart, "track")) == chart.rows_in_view < 20
    assert "P0" not in words(chart)
    assert chart.height_for(chart.rows_in_view) <= 400 < chart.height_for(20)


def test_rows_out_of_focus_are_fainter() -> None:
    dimmed = np.array([True, *[False] * 5])
    chart = laid_out(dimmed=dimmed)
    assert len(extents(chart, "dimmed")) == 2
    assert len(extents(chart, "period")) == 2


def test_without_estimates_there_is_no_axis() -> None:
    chart = laid_out(rows=ROWS[-1:], legend=("", "", "", ""))
    assert "100 %" not in words(chart)
    assert not extents(chart, "track")
    assert "Web is over." in words(laid_out(rows=()))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_bars_stand_out(theme: Theme) -> None:
    marks = ProjectMarks(Viewport(900, 600, 1.0, theme))
    assert contrast(marks.before_color, theme.surface) >= 3
    assert contrast(theme.accent, theme.surface) >= 3


def test_it_is_a_picture(new_picture: NewPicture) -> None:
    picture = new_picture()
    picture.drawing.show(content_of())
    pixels = picture.pixels()
    assert len(np.unique(pixels.reshape(-1, 4), axis=0)) > 10
