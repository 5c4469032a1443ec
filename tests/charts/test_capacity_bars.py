from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.capacity_bars import CapacityBars
from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.contrast import contrast
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from tests.charts.capacity import HOUR, ROWS, content_of

NewPicture = Callable[..., Any]


def laid_out(
    height: float = 600, theme: Theme = LIGHT, first_row: int = 0, **more: Any
) -> CapacityBars:
    return CapacityBars(
        content_of(**more), Viewport(900, height, 1.0, theme, first_row)
    )


def shapes(chart: CapacityBars, role: str) -> list[Shape]:
    return [one for one in chart.marks if isinstance(one, Shape) and one.role == role]


def extents(chart: CapacityBars, role: str) -> list[tuple[float, float]]:
    """Give the left and right ends of the boxes of a role below the legend."""
    boxes = [
        box
        for shape in shapes(chart, role)
        for box in np.asarray(shape.path.vertices).reshape(-1, 9, 2)
        if box[:, 1].min() >= chart.layout.top
    ]
    return [(float(box[:, 0].min()), float(box[:, 0].max())) for box in boxes]


def words(chart: CapacityBars) -> list[str]:
    return [
        text.text
        for mark in chart.marks
        if isinstance(mark, Labels)
        for text in mark.texts
    ]


def at(chart: CapacityBars, *hours: float) -> list[float]:
    return [float(round(chart.layout.x(one * HOUR))) for one in hours]


def test_bars_ticks_and_bands_stand_at_their_hours() -> None:
    chart = laid_out()
    zero = at(chart, 0)[0]
    assert [right for _, right in extents(chart, "hours")] == at(
        chart, 42.5, 23.5, 32.5, 12, 52
    )
    assert {left for left, _ in extents(chart, "hours")} == {zero}
    assert [right for _, right in extents(chart, "track")] == at(
        chart, 40, 24, 40, 40, 40
    )
    assert extents(chart, "band edge") == [
        tuple(at(chart, low, high))
        for low, high in ((35, 45), (19, 29), (35, 45), (35, 45), (35, 45))
    ]
    ticks = [(left + right) / 2 for left, right in extents(chart, "tick")]
    assert np.allclose(ticks, at(chart, 40, 24, 40), atol=1)
    # What is off lies between what is left and the whole.
    (off,) = extents(chart, "off")
    assert np.allclose(off, at(chart, 24, 40), atol=1)


def test_an_assumed_capacity_is_dotted() -> None:
    chart = laid_out()
    dots = extents(chart, "assumed tick")
    assert len(dots) == 2 * 5
    assert len({left for left, _ in dots}) == 1


def test_the_legend_names_what_there_is() -> None:
    everything = words(laid_out())
    for name in ("hours", "capacity", "capacity assumed", "within 5:00"):
        assert name in everything
    assert "off by leave or holiday" in everything
    few = words(laid_out(rows=ROWS[:1]))
    assert "capacity assumed" not in few
    assert "off by leave or holiday" not in few
    loading = words(laid_out(is_loading=True, notes=("capacity loading",) * 7))
    assert "capacity" not in loading
    assert loading.count("capacity loading") == 7


def test_words_stand_behind_the_rows() -> None:
    found = words(laid_out())
    for word in ("42:30", "7:30 short", "leave 16:00", "on leave", "12:00 over"):
        assert word in found
    # In the track of whoever has one.
    assert found.count("nothing logged") == 1


def test_nothing_is_drawn_of_rows_out_of_view() -> None:
    chart = laid_out(height=150, first_row=2)
    assert chart.rows_in_view < len(ROWS)
    assert chart.first_row == 2
    assert "Amara Okafor" not in words(chart)
    assert chart.layout.px_per_s == laid_out().layout.px_per_s
    assert chart.height_for(3) - chart.height_for(2) == 33
    assert chart.rows_that_fit(chart.height_for(4)) == 4


def test_rows_out_of_focus_are_fainter() -> None:
    dimmed = np.array([True, *[False] * 6])
    chart = laid_out(dimmed=dimmed)
    assert len(extents(chart, "dimmed")) == 1
    assert len(extents(chart, "hours")) == 4


def test_walking_over_names_and_bars() -> None:
    chart = laid_out()
    assert chart.walk(None, 0, 1) == ChartHit(0)
    assert chart.walk(ChartHit(0), 0, 1) == ChartHit(0, 0)
    assert chart.walk(ChartHit(0, 0), 0, 1) == ChartHit(0, 0)
    assert chart.walk(ChartHit(0, 0), 1, 0) == ChartHit(1, 0)
    assert chart.walk(ChartHit(1, 0), 0, -1) == ChartHit(1)
    # Priya has no bar.
    assert chart.walk(ChartHit(2, 0), 1, 0) == ChartHit(3)
    assert chart.walk(ChartHit(3), 0, 1) == ChartHit(3)
    assert chart.walk(ChartHit(0), -1, 0) == ChartHit(0)
    assert chart.walk(ChartHit(6), 1, 0) == ChartHit(6)
    assert laid_out(rows=()).walk(None, 1, 0) is None


def test_what_is_pointed_at() -> None:
    chart = laid_out()
    for row in (0, 3):
        name = chart.box(ChartHit(row))
        assert name is not None
        assert chart.hit(name[0] + 1, (name[1] + name[3]) / 2) == ChartHit(row)
    left, top, right, bottom = chart.box(ChartHit(1, 0)) or (0, 0, 0, 0)
    assert chart.hit((left + right) / 2, (top + bottom) / 2) == ChartHit(1, 0)
    assert chart.box(ChartHit(3, 0)) is None


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_parts_stand_out(theme: Theme) -> None:
    """What hangs on seeing it: the bar, the edge of the band, words in the track."""
    chart = laid_out(theme=theme)
    (edge,) = {one.color for one in shapes(chart, "band edge")}
    (bar,) = {one.color for one in shapes(chart, "hours")}
    (track,) = {one.color for one in shapes(chart, "track")}
    assert contrast(edge, theme.surface) >= 3
    assert contrast(bar, theme.surface) >= 3
    assert contrast(bar, track) >= 3
    assert contrast(theme.quiet, track) >= 4.5
    (band,) = {one.color for one in shapes(chart, "band")}
    assert contrast(bar, band) >= 3
    (tick,) = {one.color for one in shapes(chart, "tick")}
    assert contrast(tick, band) >= 3


def test_it_is_drawn_on_a_figure(new_picture: NewPicture) -> None:
    picture = new_picture()
    picture.drawing.show(content_of())
    first = picture.pixels()
    picture.drawing.show(content_of(rows=()))
    assert (picture.pixels() != first).any()
