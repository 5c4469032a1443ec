"""A picture as a file: all of its rows, without a window."""

from enum import StrEnum
from io import BytesIO
from typing import Any, Final

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from clockify_desktop.charts.chart import ChartContent
from clockify_desktop.charts.chart_figure import ChartFigure
from clockify_desktop.charts.theme import LIGHT, Theme
from clockify_desktop.domain.errors import AppError

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


def draw_chart(
    content: ChartContent,
    file_format: PictureFormat = PictureFormat.PNG,
    theme: Theme = LIGHT,
    width_px: int = WIDTH_PX,
) -> bytes:
    """Draw a chart as a file that is as tall as its rows need.

    The same picture gives the same bytes; a pixel is 1/128 inch in an SVG or PDF. Not
    for two threads at once: matplotlib's settings are changed for the while.

    Raises:
        AppError: There are too many rows for one picture.
    """
    figure = Figure(figsize=(width_px / _DPI, 1), dpi=_DPI)
    canvas = FigureCanvasAgg(figure)
    drawing = ChartFigure(figure, theme)
    drawing.show(content)
    height_px = drawing.chart.height_for(content.rows)
    if height_px > TALLEST_PX:
        title = f"A picture of {content.rows} rows would be too tall"
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
