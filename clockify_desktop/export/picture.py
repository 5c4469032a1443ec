"""A report as a picture: stacked bars, in the light colours that files are saved in."""

from collections.abc import Sequence

import numpy as np

from clockify_desktop.charts.picture import draw_stacked_bars_png
from clockify_desktop.domain.axis import Level
from clockify_desktop.domain.facts import EVERYTHING, Selection
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.matrix import Label, Matrix
from clockify_desktop.domain.period_words import period_in_words
from clockify_desktop.domain.projection import matrix_of
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.sentence import PLURALS, sentence

_TIME = Label("time", "Time")


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
    said = sentence(matrix if len(levels) > 1 else _whole(matrix), rows)
    drawn = (
        largest_and_other(matrix, PLURALS[colours])
        if len(levels) > 1
        else _whole(matrix)
    )
    query = report.query
    period = period_in_words(query.period, query.week_start, query.time_zone)
    title = f"Where time went · {query.workspace.name} · {period}"
    return draw_stacked_bars_png(drawn, title, said)


def _whole(matrix: Matrix) -> Matrix:
    """Put all columns into one."""
    totals = matrix.row_totals_s.reshape(-1, 1).astype(np.int64)
    return Matrix(matrix.rows, (_TIME,), totals)
