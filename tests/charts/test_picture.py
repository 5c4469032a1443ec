import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from matplotlib.image import imread

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.paper import Paper
from clockify_desktop.charts.picture import (
    TALLEST_PX,
    PictureFormat,
    draw_chart,
)
from clockify_desktop.charts.theme import DARK
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.matrix import Matrix
from tests.charts.pdf_text import written_pages

Make = Callable[..., BarContent]


def content_of(matrix: Matrix) -> BarContent:
    return BarContent(matrix, "T", "S")


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(imread(BytesIO(png), format="png"))


@pytest.mark.parametrize("width", [402, 1023, 1440])
def test_all_rows_are_in_it_and_it_is_as_wide_as_asked(
    make_matrix: Callable[..., Matrix], width: int
) -> None:
    few, many = (
        pixels(draw_chart(content_of(make_matrix(rows)), width_px=width))
        for rows in (3, 60)
    )
    assert few.shape[1] == many.shape[1] == width
    assert many.shape[0] - few.shape[0] == 57 * 33


@pytest.mark.parametrize("file_format", list(PictureFormat))
def test_the_same_picture_is_the_same_file(
    make_content: Make, file_format: PictureFormat
) -> None:
    one = draw_chart(make_content(), file_format)
    draw_chart(make_content(seed=9), file_format)
    assert draw_chart(make_content(), file_format) == one
    assert b"atplotlib" not in one.split(b"<svg")[-1]
    assert b"CreationDate" not in one
    assert b"tIME" not in one


def test_each_format_is_what_it_says(make_content: Make) -> None:
    starts = {
        PictureFormat.PNG: b"\x89PNG",
        PictureFormat.SVG: b"<?xml",
        PictureFormat.PDF: b"%PDF",
    }
    for file_format, start in starts.items():
        assert draw_chart(make_content(), file_format).startswith(start)


def test_text_in_a_pdf_is_text(make_content: Make) -> None:
    pdf = draw_chart(make_content(), PictureFormat.PDF)
    assert len(written_pages(pdf)) == 1
    assert b"/ToUnicode" in pdf


@pytest.mark.parametrize(
    ("paper", "box"), [(Paper.A4, (841.9, 595.3)), (Paper.LETTER, (792.0, 612.0))]
)
def test_a_pdf_has_pages_of_paper_each_row_on_one(
    paper: Paper, box: tuple[float, float]
) -> None:
    rows = tuple(Label(f"u{at}", f"Person<{at}>") for at in range(61))
    matrix = Matrix(rows, (Label("p", "P"),), np.ones((61, 1), np.int64))
    content = content_of(matrix)
    pdf = draw_chart(content, PictureFormat.PDF, foot="FOOT", paper=paper)
    sizes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    assert len(sizes) == 3
    assert all(
        [float(one) for one in size] == pytest.approx(box, 0.001) for size in sizes
    )
    pages = written_pages(pdf)
    found = [list(map(int, re.findall(r"Person<(\d+)>", page))) for page in pages]
    assert [row for page in found for row in page] == list(range(61))
    assert {len(one) for one in found} == {20, 21}
    for at, page in enumerate(pages, 1):
        assert page.startswith("S")
        assert "FOOT" in page
        assert f"page {at} of 3" in page


def test_text_in_an_svg_is_text_and_it_is_small(
    make_matrix: Callable[..., Matrix],
) -> None:
    content = content_of(make_matrix(40))
    svg = draw_chart(content, PictureFormat.SVG, foot="FOOT").decode()
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", svg)
    assert {"T", "S", "FOOT"} < set(texts)
    assert sum(name in texts for name in content.row_names) > 20
    assert len(svg) < 300_000
    places = re.findall(r"translate\(([\d.]+) ([\d.]+)\)\">", svg)
    height = float(re.findall(r'viewBox="0 0 [\d.]+ ([\d.]+)"', svg)[0])
    assert all(0 < float(y) < height for _, y in places)
    assert float(places[texts.index("T")][1]) < 20 < float(places[-1][1])


def test_a_foot_stands_below_the_chart(make_content: Make) -> None:
    plain, footed = (pixels(draw_chart(make_content(), foot=one)) for one in ("", "F"))
    assert footed.shape[0] == plain.shape[0] + 18
    assert np.array_equal(footed[: plain.shape[0] - 8], plain[:-8])
    assert footed[plain.shape[0] - 8 :, :, :3].min() < 0.6


def test_light_and_dark(make_matrix: Callable[..., Matrix]) -> None:
    light = pixels(draw_chart(content_of(make_matrix())))
    dark = pixels(draw_chart(content_of(make_matrix()), theme=DARK))
    assert light.shape == dark.shape
    assert light[0, 0, :3].mean() > 0.99
    assert dark[0, 0, :3].mean() < 0.2


def test_nobody_is_still_a_picture() -> None:
    nobody = Matrix((), (), np.zeros((0, 0), np.int64))
    shown = pixels(
        draw_chart(BarContent(nobody, "Where time went", "Nobody is chosen."))
    )
    assert shown.shape[0] < 120
    assert shown.min() < 0.3


def test_too_many_rows_are_refused_with_advice() -> None:
    rows = tuple(Label(f"u{at}", "Ann") for at in range(TALLEST_PX // 33 + 1))
    matrix = Matrix(rows, (Label("p", "P"),), np.ones((len(rows), 1), np.int64))
    with pytest.raises(AppError) as caught:
        draw_chart(content_of(matrix))
    assert str(len(rows)) in caught.value.title
    assert "PDF" in caught.value.advice
    assert draw_chart(content_of(matrix), PictureFormat.PDF).startswith(b"%PDF")


def test_neither_qt_nor_pyplot_is_imported() -> None:
    code = (
        "import sys, numpy as np\n"
        "from clockify_desktop.charts.bar_content import BarContent\n"
        "from clockify_desktop.charts.picture import draw_chart\n"
        "from clockify_desktop.domain.matrix import Matrix\n"
        "nobody = Matrix((), (), np.zeros((0, 0), np.int64))\n"
        "draw_chart(BarContent(nobody, 'T', 'S'))\n"
        "names = ('PySide6', 'qasync', 'matplotlib.pyplot', 'tkinter')\n"
        "print([name for name in names if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        check=True,
        capture_output=True,
        text=True,
    )
    assert found.stdout.strip() == "[]"
    assert found.stderr == ""
