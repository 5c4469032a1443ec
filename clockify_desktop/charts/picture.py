"""A picture as a file: all of its rows, without a window."""

from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import Any, Final

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from clockify_desktop.charts.chart import ChartContent
from clockify_desktop.charts.chart_figure import ChartFigure, MarksArtist
from clockify_desktop.charts.chart_header import LINE_PX, MARGIN_PX
from clockify_desktop.charts.fonts import REMARK_PX
from clockify_desktop.charts.marks import Labels, labels
from clockify_desktop.charts.paper import Paper
from clockify_desktop.charts.text_paths import PlacedText, elided
from clockify_desktop.charts.theme import LIGHT, Theme
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr, tr_plural

WIDTH_PX: Final = 1440

TALLEST_PX: Final = 32_767
"""What common viewers open; about 980 rows. As pixels in memory 190 MB."""

# A power of two: pixels divided by it and multiplied again stay whole.
_DPI: Final = 128
# What every printer leaves white, with the margin of the chart itself.
_PAPER_MARGIN_PX: Final = 40.0

_ADVICE: Final = tr(
    "Save it as PDF, which has pages, choose fewer people or projects, or save the "
    "numbers as CSV."
)


class PictureFormat(StrEnum):
    """A kind of file; text can be selected in an SVG and in a PDF."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


# Neither date nor version: the same picture is the same file.
_METADATA: Final[dict[PictureFormat, dict[str, Any]]] = {
    PictureFormat.PNG: {"Software": None},
    PictureFormat.SVG: {"Creator": None, "Date": None},
    PictureFormat.PDF: {"Creator": None, "Producer": None, "CreationDate": None},
}
# Whole fonts in a PDF, text elements in an SVG: both can be searched and stay small.
_SETTINGS: Final[dict[Any, Any]] = {
    "svg.hashsalt": "clockify-desktop",
    "svg.fonttype": "none",
    # Else each text names ten more fonts.
    "font.sans-serif": ["DejaVu Sans"],
    "pdf.fonttype": 42,
}


def draw_chart(
    content: ChartContent,
    file_format: PictureFormat = PictureFormat.PNG,
    theme: Theme = LIGHT,
    width_px: int = WIDTH_PX,
    *,
    foot: str = "",
    paper: Paper = Paper.A4,
) -> bytes:
    """Draw a chart as a file that is as tall as its rows need; a PDF has pages.

    The same picture gives the same bytes; a pixel is 1/128 inch in an SVG or PDF. Not
    for two threads at once: matplotlib's settings are changed for the while.

    Args:
        width_px: Of all but a PDF, which is as wide as the paper.
        foot: Stands in one line below the chart.

    Raises:
        AppError: There are too many rows for one picture.
    """
    file = BytesIO()
    with rc_context(_SETTINGS):
        if file_format is PictureFormat.PDF:
            with PdfPages(file, metadata=_METADATA[file_format]) as pages:
                for page in _pages(content, theme, foot, paper):
                    pages.savefig(page)
        else:
            _whole(content, theme, foot, width_px).canvas.print_figure(
                file,
                dpi=_DPI,
                format=file_format.value,
                metadata=_METADATA[file_format],
                bbox_inches=None,
            )
    return file.getvalue()


def _whole(content: ChartContent, theme: Theme, foot: str, width_px: int) -> Figure:
    figure, drawing = _figure(content, theme, width_px / _DPI, 1)
    height_px = drawing.chart.height_for(content.rows)
    whole_px = height_px + (int(LINE_PX) if foot else 0)
    if whole_px > TALLEST_PX:
        title = tr_plural(
            "A picture of {count} row would be too tall",
            "A picture of {count} rows would be too tall",
            content.rows,
        )
        raise AppError(title, _ADVICE)
    figure.set_size_inches(width_px / _DPI, whole_px / _DPI)
    drawing.confine(0.0, height_px)
    _write_foot(figure, theme, foot, 0.0)
    return figure


def _pages(
    content: ChartContent, theme: Theme, foot: str, paper: Paper
) -> Iterator[Figure]:
    """Draw all rows, about as many a page, under the same head."""
    figure, drawing = _figure(content, theme, *paper.value)
    room_px = paper.value[1] * _DPI - 2 * _PAPER_MARGIN_PX - LINE_PX
    drawing.confine(_PAPER_MARGIN_PX, room_px)
    pages = max(-(-content.rows // drawing.chart.rows_that_fit(room_px)), 1)
    for page in range(pages):
        first, end = (content.rows * at // pages for at in (page, page + 1))
        drawing.confine(_PAPER_MARGIN_PX, drawing.chart.height_for(end - first))
        drawing.scroll_to(first)
        number = (
            tr("page {number} of {count}", number=page + 1, count=pages)
            if pages > 1
            else ""
        )
        words = " · ".join(part for part in (foot, number) if part)
        written = _write_foot(figure, theme, words, _PAPER_MARGIN_PX)
        yield figure
        written.remove()


def _figure(
    content: ChartContent, theme: Theme, width: float, height: float
) -> tuple[Figure, ChartFigure]:
    figure = Figure(figsize=(width, height), dpi=_DPI)
    FigureCanvasAgg(figure)
    drawing = ChartFigure(figure, theme)
    drawing.show(content)
    return figure, drawing


def _write_foot(figure: Figure, theme: Theme, foot: str, margin: float) -> MarksArtist:
    left = margin + MARGIN_PX
    words = elided(showable(foot), float(figure.bbox.width) - 2 * left, REMARK_PX)
    bottom = float(figure.bbox.height) - margin - MARGIN_PX / 2
    placed = PlacedText(words, left, bottom, REMARK_PX)
    marks: list[Labels] = [labels([placed], theme.quiet)] if words else []
    return MarksArtist(figure, lambda: marks)
