"""A report as a picture: stacked bars, in the light colours that files are saved in.

Matplotlib takes most of a second to import, so that is done when the first picture is
drawn, in the thread that draws it.
"""

import threading
from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.facts import EVERYTHING, Selection
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Label, Matrix
from clockify_desktop.domain.period_words import period_in_words
from clockify_desktop.domain.projection import matrix_of
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.sentence import PLURALS, sentence

PictureSuffix = Literal["png", "svg", "pdf"]
PAGE: Final = "Where time went"

_TIME = Label("time", "Time")
# Drawing changes matplotlib's settings for the while.
_drawing = threading.Lock()


def picture_bytes(
    report: Report,
    levels: Sequence[Level],
    selection: Selection = EVERYTHING,
    *,
    people_without_time: bool = False,
) -> bytes:
    """Draw a report as a PNG of 1440 pixels.

    Args:
        report: Where the facts are.
        levels: What the bars are and, as the second, what their colours are.
        selection: Which people and projects count.
        people_without_time: Give each chosen active person without time a row.

    Returns:
        The file.

    Raises:
        AppError: There are too many rows for one picture.
    """
    rows = levels[0]
    colours = levels[1] if len(levels) > 1 else Level.PROJECT
    matrix = matrix_of(
        report, rows, colours, selection, people_without_time=people_without_time
    )
    if len(levels) == 1:
        whole = _whole(matrix)
        return drawn_bytes(report.query, whole, sentence(whole, rows))
    drawn = largest_and_other(matrix, PLURALS[colours])
    return drawn_bytes(report.query, drawn, sentence(matrix, rows, colours))


def drawn_bytes(
    query: ReportQuery,
    matrix: Matrix,
    said: str,
    *,
    dimmed: NDArray[np.bool_] | None = None,
    suffix: PictureSuffix = "png",
) -> bytes:
    """Draw what a page shows, under a title that says what it is and when.

    Two threads may call it; one of them waits.

    Args:
        query: What the report was asked for.
        matrix: A bar a row, a colour a column, both in the order given.
        said: The one sentence about it.
        dimmed: Rows x columns; true outside of the focus, ``None`` without one.
        suffix: The kind of file; an SVG and a PDF are as large as the PNG.

    Returns:
        The file; the same bytes for the same picture.

    Raises:
        AppError: There are too many rows for one picture.
    """
    from clockify_desktop.charts.bar_content import BarContent  # noqa: PLC0415 - above
    from clockify_desktop.charts.picture import (  # noqa: PLC0415 - see above
        PictureFormat,
        draw_chart,
    )

    period = period_in_words(query.period, query.week_start, query.time_zone)
    title = f"{PAGE} · {query.workspace.name} · {period}"
    with _drawing:
        return draw_chart(
            BarContent(matrix, title, said, dimmed=dimmed), PictureFormat(suffix)
        )


def _whole(matrix: Matrix) -> Matrix:
    """Put all columns into one."""
    totals = matrix.row_totals_s.reshape(-1, 1).astype(np.int64)
    return Matrix(matrix.rows, (_TIME,), totals)
