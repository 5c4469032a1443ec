from collections.abc import Callable
from io import BytesIO

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.chart_figure import ChartFigure
from clockify_desktop.charts.contrast import rgb
from clockify_desktop.charts.theme import LIGHT

Make = Callable[..., BarContent]


def kept(content: BarContent) -> tuple[FigureCanvasAgg, ChartFigure]:
    figure = Figure(figsize=(9, 6), dpi=100)
    canvas = FigureCanvasAgg(figure)
    bars = ChartFigure(figure, LIGHT)
    bars.show(content)
    canvas.draw()
    return canvas, bars


def pixels(canvas: FigureCanvasAgg) -> np.ndarray:
    return np.asarray(canvas.buffer_rgba()).copy()


def test_an_outline_comes_moves_and_goes_without_a_trace(make_content: Make) -> None:
    canvas, bars = kept(make_content())
    before = pixels(canvas)
    bars.outline(ChartHit(1, 2))
    outlined = pixels(canvas)
    box = bars.chart.box(ChartHit(1, 2))
    assert box is not None
    line = outlined[round(box[1]), int((box[0] + box[2]) / 2), :3].tolist()
    assert line == [round(part * 255) for part in rgb(LIGHT.text)]
    changed = np.argwhere((outlined != before).any(axis=2))
    assert changed.min(axis=0)[0] >= box[1] - 4
    assert changed.max(axis=0)[0] <= box[3] + 4
    bars.outline(ChartHit(3, 0))
    assert (pixels(canvas) != outlined).any()
    bars.outline(None)
    assert (pixels(canvas) == before).all()


def test_it_is_never_part_of_a_file(make_content: Make) -> None:
    canvas, bars = kept(make_content())
    plain, outlined = BytesIO(), BytesIO()
    canvas.print_png(plain)
    canvas.draw()
    bars.outline(ChartHit(1, 2))
    canvas.print_png(outlined)
    assert plain.getvalue() == outlined.getvalue()


def test_a_new_draw_forgets_it(make_content: Make) -> None:
    canvas, bars = kept(make_content())
    bars.outline(ChartHit(1, 2))
    bars.show(make_content(seed=5))
    # Nothing was drawn yet, so there is nothing to outline.
    bars.outline(ChartHit(1, 2))
    canvas.draw()
    fresh = pixels(canvas)
    bars.outline(None)
    assert (pixels(canvas) == fresh).all()


def test_a_segment_out_of_view_is_not_outlined(make_content: Make) -> None:
    canvas, bars = kept(make_content(rows=100))
    before = pixels(canvas)
    bars.outline(ChartHit(99, 0))
    bars.outline(ChartHit(0, 77))
    assert (pixels(canvas) == before).all()


def test_after_saving_it_waits_for_a_draw(make_content: Make) -> None:
    canvas, bars = kept(make_content())
    canvas.print_figure(BytesIO(), dpi=50)
    saved = pixels(canvas)
    bars.outline(ChartHit(1, 2))
    assert (pixels(canvas) == saved).all()
    canvas.draw()
    drawn = pixels(canvas)
    bars.outline(ChartHit(1, 2))
    assert (pixels(canvas) != drawn).any()
