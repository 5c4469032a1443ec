from dataclasses import replace

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D

from clockify_desktop.charts.bar_rows import BarRows

ROWS = BarRows(
    edges=np.array([[20, 50, 53, 54, 54, 120], [20, 20, 60, 61, 63, 64]]),
    gaps=np.array([[1, 1, 0, 0, 0], [0, 1, 0, 0, 0]]),
    top=np.array([10, 45]),
    thickness=21,
    color=np.array([[0, 1, 2, 0, 1], [0, 1, 2, 3, 4]]),
    colors=["#6F55DD", "#9A7500", "#118C74", "#C9510C", "#2473CC"],
    surface="#FFFFFF",
    scale=1.0,
)


def as_outlines(rows: BarRows) -> np.ndarray:
    figure = Figure(figsize=(1.6, 1), dpi=100)
    canvas = FigureCanvasAgg(figure)
    way = Affine2D().scale(rows.scale, -rows.scale).translate(0, 100)
    for color, path in rows.paths():
        figure.add_artist(
            PathPatch(path, color=color, linewidth=0, transform=way, snap=False)
        )
    canvas.draw()
    return np.asarray(canvas.buffer_rgba()).astype(int)


def as_pixels(rows: BarRows) -> np.ndarray:
    pixels = np.full((100, 160, 4), 255, np.uint8)
    rows.paint(pixels)
    return pixels.astype(int)


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_pixels_and_outlines_are_one_picture(scale: float) -> None:
    rows = replace(ROWS, scale=scale)
    differing = np.abs(as_pixels(rows) - as_outlines(rows)).max(axis=2)
    # Only corners may differ: there both approximate the same cut.
    assert (differing > 3).sum() <= 4 * 3 * 10
    assert differing.max() < 80
    middle = slice(15, 26)
    assert differing[middle].max() <= 1


def test_each_segment_has_its_colour_and_the_gap_the_surface() -> None:
    line = as_pixels(ROWS)[20, :, :3]
    assert line[19].tolist() == [255, 255, 255]
    assert {tuple(color) for color in line[20:49].tolist()} == {(0x6F, 0x55, 0xDD)}
    assert line[49].tolist() == [255, 255, 255]
    assert line[53].tolist() == [0x11, 0x8C, 0x74]
    assert line[119].tolist() == [0x9A, 0x75, 0x00]
    assert line[120].tolist() == [255, 255, 255]


def test_rows_beyond_the_picture_are_cut_off() -> None:
    pixels = np.full((50, 60, 4), 255, np.uint8)
    ROWS.paint(pixels)
    assert pixels[20, 59].tolist() == [0x9A, 0x75, 0x00, 255]
    assert pixels[49, 30].tolist() == [0x9A, 0x75, 0x00, 255]


def test_no_rows() -> None:
    none = np.zeros((0, 0), np.int64)
    rows = replace(
        ROWS,
        edges=np.zeros((0, 1), np.int64),
        gaps=none,
        color=none,
        top=np.zeros(0, np.int64),
    )
    assert (as_pixels(rows) == 255).all()
    assert list(rows.paths()) == []
