from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.chart_figure import CHARTS, ChartFigure
from clockify_desktop.charts.contrast import rgb
from clockify_desktop.charts.marks import Labels
from clockify_desktop.charts.picture import PictureFormat, draw_chart
from clockify_desktop.charts.theme import LIGHT
from tests.charts.square_chart import Square, SquareContent

Make = Callable[..., BarContent]
NewPicture = Callable[..., Any]


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHARTS, SquareContent, Square)


def is_square(pixels: np.ndarray) -> np.ndarray:
    color = [round(part * 255) for part in rgb(LIGHT.accent)]
    return (pixels[:, :, :3] == color).all(axis=2)


def test_another_class_of_content_takes_the_place_on_the_same_figure(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture, bars = new_picture(), make_content()
    artists = len(picture.figure.artists)
    picture.drawing.show(bars)
    before = picture.pixels()
    picture.drawing.show(SquareContent())
    found = is_square(picture.pixels())
    assert found[:100, :100].all()
    assert found.sum() == 100 * 100
    assert picture.drawing.chart.hit(50, 50) == ChartHit(0, 0)
    picture.drawing.show(bars)
    assert (picture.pixels() == before).all()
    assert len(picture.figure.artists) == artists


def test_a_file_of_any_content_is_as_tall_as_its_rows() -> None:
    svg = draw_chart(SquareContent(rows=3), PictureFormat.SVG, width_px=256)
    # Points, 72 of them for 128 pixels.
    assert b'width="144pt" height="168.75pt"' in svg


def test_it_is_laid_out_again_only_for_another_viewport(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture, content = new_picture(), make_content()
    drawing: ChartFigure = picture.drawing
    drawing.show(content)
    chart = drawing.chart
    picture.pixels()
    drawing.show(content)
    assert drawing.chart is chart
    picture.figure.set_size_inches(7, 4)
    assert drawing.chart is not chart


def test_a_window_writes_the_heading_itself(
    new_picture: NewPicture, make_content: Make
) -> None:
    picture, content = new_picture(), make_content()
    drawing = ChartFigure(picture.figure, LIGHT, with_heading=False)
    picture.drawing.show(content)
    drawing.show(content)
    assert content.title in picture.words()
    labels = [mark for mark in drawing.chart.marks if isinstance(mark, Labels)]
    texts = {text.text for mark in labels for text in mark.texts}
    assert {"Amara Okafor", "0 h"} <= texts
    assert not {content.title, content.sentence} & texts
    assert drawing.chart.height_for(1) < picture.drawing.chart.height_for(1)


def test_before_the_first_content_there_is_nothing(new_picture: NewPicture) -> None:
    picture = new_picture()
    assert (picture.pixels() == 255).all()
    assert picture.bars.hit(100, 100) is None
    assert picture.bars.walk(None, 1, 0) is None
