"""A picture as a file: all of its rows, without a window."""

from enum import StrEnum
from io import BytesIO
from typing import Any, Final

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.stacked_bars import StackedBars
from clockify_desktop.charts.theme import LIGHT, Theme
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.matrix import Matrix

WIDTH_PX: Final = 1440

TALLEST_PX: Final = 32_767
"""What common viewers open; about 980 rows. As pixels in memory 190 MB."""

# A power of two: pixels divided by it and multiplied again stay whole.
_DPI: Final = 128


_ADVICE: Final = "Choose fewer people or projects, or save the numbers as CSV."


class PictureFormat(StrEnum):
    """A kind of file; its text can be selected in a PDF."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


# Neither date nor version: the same picture is the same file.
_METADATA: Final[dict[PictureFormat, dict[str, Any]]] = {
    PictureFormat.PNG: {"Software": None},
    PictureFormat.SVG: {"Creator": None, "Date": None},
    PictureFormat.PDF: {"Creator": None, "Producer": None, "CreationDate": None},
}


def draw_stacked_bars(
    content: BarContent,
    file_format: PictureFormat = PictureFormat.PNG,
    theme: Theme = LIGHT,
    width_px: int = WIDTH_PX,
) -> bytes:
    """Draw stacked bars as a file that is as tall as its rows need.

    Not for two threads at once: matplotlib's settings are changed for the while.

    Args:
        content: Numbers and words.
        file_format: The kind of file.
        theme: The colours; files that leave the window are saved in light ones.
        width_px: Width in pixels, in an SVG or PDF 1/128 inch each.

    Returns:
        The file; the same bytes for the same picture.

    Raises:
        AppError: There are too many rows for one picture.
    """
    figure = Figure(figsize=(width_px / _DPI, 1), dpi=_DPI)
    canvas = FigureCanvasAgg(figure)
    bars = StackedBars(figure, theme)
    bars.show(content)
    rows = len(content.matrix.rows)
    height_px = bars.height_for(rows)
    if height_px > TALLEST_PX:
        title = f"A picture of {rows} rows would be too tall"
        raise AppError(title, _ADVICE)
    figure.set_size_inches(width_px / _DPI, height_px / _DPI)
    file = BytesIO()
    # Whole fonts instead of drawn glyphs make a PDF's text searchable.
    with rc_context({"svg.hashsalt": "clockify-desktop", "pdf.fonttype": 42}):
        canvas.print_figure(
            file,
            dpi=_DPI,
            format=file_format.value,
            metadata=_METADATA[file_format],
            bbox_inches=None,
        )
    return file.getvalue()


def draw_stacked_bars_png(
    matrix: Matrix,
    title: str,
    sentence: str,
    theme: Theme = LIGHT,
    width_px: int = WIDTH_PX,
) -> bytes:
    """Draw a matrix as a PNG of stacked bars.

    Args:
        matrix: A bar a row, a colour a column, both in the order given.
        title: The heading.
        sentence: What the picture shows, or why it is empty.
        theme: The colours.
        width_px: Width of the picture.

    Returns:
        The file; the same bytes for the same picture.

    Raises:
        AppError: There are too many rows for one picture.
    """
    content = BarContent(matrix, title, sentence)
    return draw_stacked_bars(content, theme=theme, width_px=width_px)
